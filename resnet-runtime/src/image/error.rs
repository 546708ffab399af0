//! Why a picture is refused.

use alloc::{boxed::Box, format, string::ToString as _};
use core::{error::Error, fmt};
use std::io;
use std::path::PathBuf;

use super::MAX_PIXELS;

/// Why there is no [`Picture`](super::Picture), or none of the asked size. The message
/// includes the inner error, so that there is no `source`. `{:?}` is the same text as
/// `{}`: it is what a `main` prints that returns this.
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
                let remedy = "; enlarge `shorter_side`, or lower `crop_pct`";
                (x(expected) + " or more after the resize", x(found) + remedy)
            }
        };
        write!(f, "expected {expected}, found {found}")
    }
}

impl fmt::Debug for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for PictureError {}
