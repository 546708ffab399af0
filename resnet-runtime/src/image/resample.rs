//! Resizing with antialiasing, to the bits of Pillow's `Image.resize` of 8-bit pictures.
//!
//! Source: `ImagingResample` in src/libImaging/Resample.c of Pillow: along x, then along y, with
//! bytes between, by coefficients in fixed point.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use super::Picture;

/// Between which pixels a resized picture is interpolated. A picture that shrinks is filtered
/// by as much wider a window, hence without aliases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// The two nearest pixels of each axis, linearly: `bilinear` on timm's cards.
    Bilinear,
    /// The four nearest pixels of each axis, by Keys' cubic of a = -1/2: `bicubic`.
    Bicubic,
}

impl Interpolation {
    /// How far its window reaches, in pixels.
    fn support(self) -> f64 {
        match self {
            Self::Bilinear => 1.0,
            Self::Bicubic => 2.0,
        }
    }

    /// The weight of a pixel at a distance.
    fn weight(self, distance: f64) -> f64 {
        let x = distance.abs();
        match self {
            Self::Bilinear if x < 1.0 => 1.0 - x,
            Self::Bicubic if x < 1.0 => (1.5 * x - 2.5) * x * x + 1.0,
            Self::Bicubic if x < 2.0 => (((x - 5.0) * x + 8.0) * x - 4.0) * -0.5,
            _ => 0.0,
        }
    }
}

/// Fraction bits of a coefficient: 8 are a pixel's, and 2 are spare for sums beyond white.
const PRECISION: u32 = 32 - 8 - 2;

/// The source of one resized pixel: its first pixel, and the coefficient of each.
struct Window {
    first: usize,
    coefficients: Vec<i32>,
}

impl Window {
    /// The weighted sum, rounded.
    fn sum(&self, value: impl Fn(usize) -> u8) -> u8 {
        let pixels = (self.first..).zip(&self.coefficients);
        let sum = pixels.fold(1 << (PRECISION - 1), |sum, (i, k)| sum + i32::from(value(i)) * k);
        (sum >> PRECISION).clamp(0, 255) as u8
    }
}

/// The windows of some pixels of an axis of `len` pixels that is resized to `resized`.
fn windows(
    len: usize,
    resized: usize,
    kept: Range<usize>,
    interpolation: Interpolation,
) -> Vec<Window> {
    let scale = len as f64 / resized as f64;
    let widening = scale.max(1.0);
    let support = interpolation.support() * widening;
    let window = |pixel: usize| {
        let centre = (pixel as f64 + 0.5) * scale;
        // The casts saturate at 0.
        let first = (centre - support + 0.5) as usize;
        let end = ((centre + support + 0.5) as usize).min(len);
        // One over it, and a product: a quotient has other bits.
        let narrowing = 1.0 / widening;
        let weight = |i: usize| interpolation.weight((i as f64 - centre + 0.5) * narrowing);
        let sum: f64 = (first..end).map(weight).sum();
        let fixed = |weight: f64| {
            let scaled = weight / sum * f64::from(1 << PRECISION);
            (scaled + 0.5_f64.copysign(scaled)) as i32
        };
        Window { first, coefficients: (first..end).map(weight).map(fixed).collect() }
    };
    kept.map(window).collect()
}

impl Picture {
    /// The bytes of some rows and columns of the picture resized to `[height, width]`, RGB.
    pub(super) fn resampled(
        &self,
        [height, width]: [usize; 2],
        [rows, columns]: [Range<usize>; 2],
        interpolation: Interpolation,
    ) -> Vec<u8> {
        let columns = windows(self.width, width, columns, interpolation);
        let rows = windows(self.height, height, rows, interpolation);
        let (Some(top), Some(bottom)) = (rows.first(), rows.last()) else {
            return Vec::new();
        };
        // What the crop needs alone, so that no aspect ratio makes a huge picture.
        let needed = top.first..bottom.first + bottom.coefficients.len();
        let line = columns.len() * 3;
        let mut wide = vec![0; needed.len() * line];
        for (y, out) in needed.clone().zip(wide.chunks_exact_mut(line.max(1))) {
            let source = self.row(y);
            for (window, pixel) in columns.iter().zip(out.chunks_exact_mut(3)) {
                for (c, value) in pixel.iter_mut().enumerate() {
                    *value = window.sum(|x| source[x * 3 + c]);
                }
            }
        }
        let mut bytes = Vec::with_capacity(rows.len() * line);
        for window in &rows {
            bytes.extend((0..line).map(|i| window.sum(|y| wide[(y - needed.start) * line + i])));
        }
        bytes
    }
}
