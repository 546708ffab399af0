//! Small grey inputs, by means over areas.

use alloc::{boxed::Box, vec};

use super::Picture;
use crate::tensor::Tensor;

impl Picture {
    /// The input of a small grey network, such as one that reads digits.
    ///
    /// The values are luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601, of the stored values),
    /// from 0 (black) to 1 (white), in H, W, C order. The whole picture is resized to `H` x `W`
    /// whatever its aspect ratio: a value is the mean over the area that it covers, pixels on the
    /// edge counting for their covered part. An axis that grows is interpolated linearly between
    /// pixel centres.
    ///
    /// Digit data sets have bright ink on a dark ground. Of dark ink on paper, take `1.0 - value`.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
    ///
    /// let half = Picture::from_rgb(2, 1, &[255, 255, 255, 0, 0, 0])?;
    /// assert_eq!(half.grey::<1, 1>().values(), [0.5]);
    /// # Ok::<(), PictureError>(())
    /// ```
    pub fn grey<const H: usize, const W: usize>(&self) -> Box<Tensor<H, W, 1>> {
        let mut tensor = Tensor::boxed();
        self.grey_into([H, W], tensor.values_mut());
        tensor
    }

    fn grey_into(&self, [height, width]: [usize; 2], out: &mut [f32]) {
        if out.is_empty() {
            return;
        }
        // In thousandths of a level, which are whole: white is 1 exactly.
        let luma = |pixel: &[u8]| {
            let [r, g, b] = [0, 1, 2].map(|c| f64::from(pixel[c]));
            299.0 * r + 587.0 * g + 114.0 * b
        };
        let mut sums = vec![0.0; self.width];
        for (y, line) in out.chunks_exact_mut(width).enumerate() {
            sums.fill(0.0);
            for (row, share) in shares(y, self.height, height) {
                for (sum, pixel) in sums.iter_mut().zip(self.row(row).chunks_exact(3)) {
                    *sum += share * luma(pixel);
                }
            }
            for (x, value) in line.iter_mut().enumerate() {
                let parts = shares(x, self.width, width).map(|(i, share)| share * sums[i]);
                *value = (parts.sum::<f64>() / 255_000.0).min(1.0) as f32;
            }
        }
    }
}

/// The pixels of an axis of `from` pixels that make pixel `i` of its resize to `to`; their shares
/// add up to 1.
fn shares(i: usize, from: usize, to: usize) -> impl Iterator<Item = (usize, f64)> {
    let scale = from as f64 / to as f64;
    let centre = (i as f64 + 0.5) * scale;
    // A window of one pixel about the centre is linear interpolation.
    let radius = scale.max(1.0) / 2.0;
    let start = (centre - radius).max(0.0);
    let end = (centre + radius).min(from as f64);
    (start as usize..end.ceil() as usize).map(move |pixel| {
        let covered = (pixel as f64 + 1.0).min(end) - (pixel as f64).max(start);
        (pixel, covered / (end - start))
    })
}
