//! Pictures, and what TF-slim's evaluation does to them before a network sees them.
//!
//! The arithmetic follows TensorFlow 1 step by step in `f32`, for a network is only as good as
//! the likeness of its input to what it was trained on.

use alloc::{boxed::Box, format, string::ToString as _, vec, vec::Vec};
use core::{error::Error, fmt, ops::Range};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ::image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};

use crate::tensor::Tensor;

/// The most pixels that are decoded, 8192 x 8192. The worst files (RGBA of 16 bits, progressive
/// JPEG of four channels) then take 0.75 GB while they are read.
const MAX_PIXELS: u64 = 1 << 26;

/// The most bytes that are read from a file, lest `/dev/zero` be a picture.
const MAX_FILE_BYTES: u64 = 4 * MAX_PIXELS;

/// An RGB picture of 8 bits a channel, with one pixel or more.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Picture {
    /// Copies a picture from its bytes.
    ///
    /// `rgb[(y * width + x) * 3 + c]` is channel `c` (red, green, blue) at row `y`, column `x`,
    /// from 0 to 255. For an `RgbImage` of the `image` crate these are `width()`, `height()` and
    /// `as_raw()`. (A `From` could not refuse an empty one, and would tie users to our version of
    /// that crate.)
    ///
    /// # Errors
    ///
    /// [`PictureError::Empty`] if a side is 0; [`PictureError::Length`] if there are not exactly
    /// `height * width * 3` bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use resnet_runtime::image::{Picture, PictureError};
    ///
    /// let picture = Picture::from_rgb(2, 1, &[255, 0, 0, 0, 0, 255])?;
    /// assert_eq!((picture.width(), picture.height()), (2, 1));
    /// assert!(Picture::from_rgb(2, 2, picture.rgb()).is_err());
    /// # Ok::<(), PictureError>(())
    /// ```
    pub fn from_rgb(width: usize, height: usize, rgb: &[u8]) -> Result<Self, PictureError> {
        Self::new(width, height, rgb.to_vec())
    }

    /// Decodes a PNG or JPEG file that is in memory.
    ///
    /// Grey becomes equal red, green and blue; 16 bits are rounded to 8. Alpha is dropped, not
    /// composed: a transparent pixel keeps the colour it hides, as in `tf.io.decode_png` with
    /// `channels=3`. Colour profiles and EXIF orientation are ignored, also as in TensorFlow.
    /// The pixels of a JPEG may differ slightly from those of TensorFlow, whose decoder is libjpeg.
    ///
    /// # Errors
    ///
    /// [`PictureError::Decode`] if the bytes are neither; [`PictureError::TooLarge`] if there are
    /// more than 2²⁶ pixels, which is found before memory is taken for them.
    ///
    /// # Examples
    ///
    /// ```
    /// use resnet_runtime::image::{Picture, PictureError};
    ///
    /// let error = Picture::decode(b"GIF89a").unwrap_err();
    /// assert!(matches!(error, PictureError::Decode(_)));
    /// ```
    pub fn decode(bytes: &[u8]) -> Result<Self, PictureError> {
        let decode = |e: ::image::ImageError| PictureError::Decode(e.into());
        let mut limits = Limits::default();
        limits.max_alloc = Some(8 * MAX_PIXELS); // of the PNG decoder, beside the pixels
        let mut reader = ImageReader::new(io::Cursor::new(bytes));
        reader.limits(limits);
        let reader = reader.with_guessed_format().map_err(|e| decode(e.into()))?;
        let decoder = reader.into_decoder().map_err(decode)?;
        // Not left to `Limits`, which count the decoder's output: of a grey picture, that is a
        // quarter of what is needed.
        let (width, height) = decoder.dimensions();
        let (width, height) = (width as usize, height as usize);
        if width as u64 * height as u64 > MAX_PIXELS {
            let found = [height, width];
            return Err(PictureError::TooLarge { found });
        }
        let picture = DynamicImage::from_decoder(decoder).map_err(decode)?;
        Self::new(width, height, picture.into_rgb8().into_raw())
    }

    /// Reads a PNG or JPEG file; [`decode`](Self::decode) says how. Its bytes decide which of the
    /// two it is, not its name.
    ///
    /// # Errors
    ///
    /// [`PictureError::Read`] if the file cannot be read or has more than 2²⁸ bytes, and the
    /// errors of [`decode`](Self::decode).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use resnet_runtime::image::{Picture, PictureError};
    /// let input = Picture::open("cat.jpg")?.inception::<299, 299>();
    /// # Ok::<(), PictureError>(())
    /// ```
    pub fn open(path: impl AsRef<Path>) -> Result<Self, PictureError> {
        let path = path.as_ref();
        let failed = |error| {
            let path = path.into();
            PictureError::Read { path, error }
        };
        let file = File::open(path).map_err(failed)?;
        let mut bytes = Vec::new();
        let mut file = file.take(MAX_FILE_BYTES + 1);
        file.read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(failed(io::ErrorKind::FileTooLarge.into()));
        }
        Self::decode(&bytes)
    }

    /// Pixels in a row, 1 or more.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows, 1 or more.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The bytes: `rgb[(y * width + x) * 3 + c]` is channel `c` at row `y`, column `x`.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// The input of a network trained with Inception preprocessing: slim's ResNet v2.
    ///
    /// The middle 7/8 of each side, resized to `H` x `W` whatever its aspect ratio, by bilinear
    /// interpolation without antialiasing. The values are RGB from -1 (black) to 1 (white), in
    /// H, W, C order.
    ///
    /// # Examples
    ///
    /// ```
    /// use resnet_runtime::image::{Picture, PictureError};
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
    /// use resnet_runtime::image::{Picture, PictureError};
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
    /// use resnet_runtime::image::{Picture, PictureError};
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

    fn new(width: usize, height: usize, rgb: Vec<u8>) -> Result<Self, PictureError> {
        let sides = [height, width];
        if width == 0 || height == 0 {
            return Err(PictureError::Empty { found: sides });
        }
        let length = width.checked_mul(height).and_then(|n| n.checked_mul(3));
        if length != Some(rgb.len()) {
            let (expected, found) = (sides, rgb.len());
            return Err(PictureError::Length { expected, found });
        }
        Ok(Self { width, height, rgb })
    }

    fn row(&self, y: usize) -> &[u8] {
        &self.rgb[y * self.width * 3..][..self.width * 3]
    }

    // The three below do not depend on H and W: users' crates instantiate nothing of them.

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

impl fmt::Debug for Picture {
    /// Without the bytes, of which there may be millions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}x{})", self.height, self.width)
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

/// Why there is no [`Picture`], or none of the asked size. The message includes the inner error,
/// so that there is no `source`.
#[derive(Debug)]
#[non_exhaustive]
pub enum PictureError {
    /// A side is 0 pixels long.
    Empty {
        /// Height and width.
        found: [usize; 2],
    },
    /// The number of bytes does not fit the sides.
    Length {
        /// Height and width, of 3 bytes a pixel.
        expected: [usize; 2],
        /// Bytes given.
        found: usize,
    },
    /// A file has, as it says, more than 2²⁶ pixels.
    TooLarge {
        /// Height and width.
        found: [usize; 2],
    },
    /// The bytes are no PNG or JPEG file, or a damaged one. Inside is what the decoder says.
    Decode(Box<dyn Error + Send + Sync>),
    /// A file cannot be read.
    Read {
        /// The path as it was given.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The resized picture is smaller than the crop.
    Crop {
        /// Height and width of the crop.
        expected: [usize; 2],
        /// Height and width of the resized picture.
        found: [usize; 2],
    },
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let x = |&[h, w]: &[usize; 2]| format!("{h}x{w}");
        let (expected, found) = match self {
            Self::Empty { found } => ("sides of 1 or more".into(), x(found)),
            Self::Length { expected, found } => (x(expected) + "x3 bytes", found.to_string()),
            Self::TooLarge { found } => (format!("at most {MAX_PIXELS} pixels"), x(found)),
            Self::Decode(error) => ("a PNG or JPEG file".into(), error.to_string()),
            Self::Read { path, error } => (format!("a file at {path:?}"), error.to_string()),
            Self::Crop { expected, found } => {
                let remedy = "; enlarge `shorter_side`";
                (x(expected) + " or more after the resize", x(found) + remedy)
            }
        };
        write!(f, "expected {expected}, found {found}")
    }
}

impl Error for PictureError {}

#[cfg(test)]
mod tests;
