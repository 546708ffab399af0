//! Pictures, and what the evaluation of TF-slim, torchvision and timm does to them before a
//! network sees them.
//!
//! The arithmetic follows those programs step by step, to the same bits, for a network is only
//! as good as the likeness of its input to what it was trained on.

mod error;
mod grey;
mod resample;
mod slim;
#[cfg(test)]
mod tests;
mod torch;

use alloc::vec::Vec;
use core::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use ::image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};

pub use error::PictureError;
pub use resample::Interpolation;
pub use torch::PretrainedCfg;

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
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
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
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
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
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
    ///
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
}

impl fmt::Debug for Picture {
    /// Without the bytes, of which there may be millions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}x{})", self.height, self.width)
    }
}
