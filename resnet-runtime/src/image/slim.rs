//! TF-slim's evaluation. The arithmetic follows TensorFlow 1 step by step in `f32`.

use alloc::{boxed::Box, vec::Vec};
use core::ops::Range;

use super::{Picture, PictureError};
use crate::tensor::Tensor;

impl Picture {
    /// The input of a network trained with Inception preprocessing: slim's ResNet v2.
    ///
    /// The middle 7/8 of each side, resized to `H` x `W` whatever its aspect ratio, by bilinear
    /// interpolation without antialiasing. The values are RGB from -1 (black) to 1 (white), in
    /// H, W, C order.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
    ///
    /// let white = Picture::from_rgb(4, 3, &[255; 36])?;
    /// assert_eq!(white.inception::<8, 8>().values(), [1.0; 8 * 8 * 3]);
    /// # Ok::<(), PictureError>(())
    /// ```
    ///
    /// Source: `preprocess_for_eval` in research/slim/preprocessing/inception_preprocessing.py;
    /// `tf.image.central_crop`, `tf.compat.v1.image.resize_bilinear`.
    pub fn inception<const H: usize, const W: usize>(&self) -> Box<Tensor<H, W, 3>> {
        let mut tensor = Tensor::boxed();
        self.inception_into([H, W], tensor.values_mut());
        tensor
    }

    /// The input of a network trained with VGG preprocessing: slim's ResNet v1, where
    /// `shorter_side` is 256 and the crop 224 x 224.
    ///
    /// The picture is resized until its shorter side has `shorter_side` pixels (bilinear, without
    /// antialiasing; the other side is rounded, half to even), and its middle `H` x `W` are
    /// taken. The values are RGB from 0 to 255 less the means 123.68, 116.78 and 103.94, in
    /// H, W, C order.
    ///
    /// # Errors
    ///
    /// [`PictureError::Crop`] if the resized picture is smaller than `H` x `W`.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
    ///
    /// let white = Picture::from_rgb(4, 3, &[255; 36])?;
    /// assert_eq!(white.vgg::<8, 8>(9)?.values()[..2], [255.0 - 123.68, 255.0 - 116.78]);
    /// assert!(white.vgg::<8, 8>(7).is_err());
    /// # Ok::<(), PictureError>(())
    /// ```
    ///
    /// Source: `preprocess_for_eval` in research/slim/preprocessing/vgg_preprocessing.py (its
    /// first versions cut the other side's fraction off); `tf.compat.v1.image.resize_bilinear`.
    pub fn vgg<const H: usize, const W: usize>(
        &self,
        shorter_side: usize,
    ) -> Result<Box<Tensor<H, W, 3>>, PictureError> {
        let mut tensor = Tensor::boxed();
        self.vgg_into([H, W], shorter_side, tensor.values_mut())?;
        Ok(tensor)
    }

    // These do not depend on H and W: users' crates instantiate nothing of them.

    fn inception_into(&self, [height, width]: [usize; 2], out: &mut [f32]) {
        let lerps = |len, resized| {
            let margin = len / 16; // `int((len - len * 0.875) / 2)`, which is exact in TF's f64
            lerps(margin..len - margin, resized, 0..resized)
        };
        let (rows, columns) = (lerps(self.height, height), lerps(self.width, width));
        self.resize(rows, columns, 1.0 / 255.0, [0.5; 3], 2.0, out);
    }

    fn vgg_into(&self, crop: [usize; 2], side: usize, out: &mut [f32]) -> Result<(), PictureError> {
        let scale = side as f32 / self.width.min(self.height) as f32;
        let resized = |n: usize| (n as f32 * scale).round_ties_even() as usize;
        let found = [resized(self.height), resized(self.width)];
        if found[0] < crop[0] || found[1] < crop[1] {
            let expected = crop;
            return Err(PictureError::Crop { expected, found });
        }
        // Only the crop is computed, so that no aspect ratio makes a huge picture.
        let lerps = |len, resized, crop| {
            let start = (resized - crop) / 2;
            lerps(0..len, resized, start..start + crop)
        };
        let rows = lerps(self.height, found[0], crop[0]);
        let columns = lerps(self.width, found[1], crop[1]);
        self.resize(rows, columns, 1.0, [123.68, 116.78, 103.94], 1.0, out);
        Ok(())
    }

    /// Writes `(resized(byte * unit) - zero[channel]) * gain`, each step rounded where TF rounds;
    /// a factor of 1 changes no bit.
    fn resize(
        &self,
        rows: impl Iterator<Item = Lerp>,
        columns: impl Iterator<Item = Lerp>,
        unit: f32,
        zero: [f32; 3],
        gain: f32,
        out: &mut [f32],
    ) {
        if out.is_empty() {
            return; // a side of 0 has no scale, and the other may be any number
        }
        let columns: Vec<Lerp> = columns.collect();
        for (row, line) in rows.zip(out.chunks_exact_mut(columns.len() * 3)) {
            for (column, pixel) in columns.iter().zip(line.chunks_exact_mut(3)) {
                for (c, value) in pixel.iter_mut().enumerate() {
                    // Along x first, then along y, as TF does.
                    let at = |y, x| f32::from(self.rgb[(y * self.width + x) * 3 + c]) * unit;
                    let resized = row.mix(|y| column.mix(|x| at(y, x)));
                    *value = (resized - zero[c]) * gain;
                }
            }
        }
    }
}

/// Two neighbours on an axis, and how far to go from the first to the second.
struct Lerp(usize, usize, f32);

impl Lerp {
    fn mix(&self, value: impl Fn(usize) -> f32) -> f32 {
        let (first, second) = (value(self.0), value(self.1));
        first + (second - first) * self.2
    }
}

/// Where TF1 samples an axis: `source` becomes `resized` pixels, of which `kept` are wanted. The
/// place is pixel × in / out: neither corners nor pixel centres are aligned.
fn lerps(source: Range<usize>, resized: usize, kept: Range<usize>) -> impl Iterator<Item = Lerp> {
    let scale = source.len() as f32 / resized as f32;
    kept.map(move |pixel| {
        let at = pixel as f32 * scale;
        // TF does not clamp the lower one, which rounding can bring past the end.
        let clamp = |at: f32| (source.start + at as usize).min(source.end - 1);
        Lerp(clamp(at.floor()), clamp(at.ceil()), at - at.floor())
    })
}
