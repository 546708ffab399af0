//! The evaluation of torchvision and timm: Pillow's resize of bytes, the middle, normalisation.

use alloc::boxed::Box;

use super::{Interpolation, Picture, PictureError};
use crate::tensor::Tensor;

/// The mean and the deviation of ImageNet's pixels, red, green and blue from 0 to 1.
const IMAGENET: [[f32; 3]; 2] = [[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]];

/// How timm prepares a picture for a network: what `pretrained_cfg` in the `config.json` of a
/// checkpoint says, under the same names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PretrainedCfg {
    /// The crop's part of each side of the resized picture; more than 0, at most 1 as a rule.
    pub crop_pct: f64,
    /// How the picture is resized.
    pub interpolation: Interpolation,
    /// What is subtracted from red, green and blue, from 0 (black) to 1 (white).
    pub mean: [f32; 3],
    /// By what they are divided then.
    pub std: [f32; 3],
}

impl PretrainedCfg {
    /// What `resnet.py` has where a card says nothing else: 0.875, bilinear, ImageNet's mean and
    /// deviation.
    pub const RESNET: Self = Self {
        crop_pct: 0.875,
        interpolation: Interpolation::Bilinear,
        mean: IMAGENET[0],
        std: IMAGENET[1],
    };

    /// The same of `resnetv2.py`, BiT among it: a mean and a deviation of 0.5, hence values from
    /// -1 to 1.
    pub const RESNETV2: Self = Self { mean: [0.5; 3], std: [0.5; 3], ..Self::RESNET };
}

impl Picture {
    /// The input of a network of torchvision, where `shorter_side` is 256 for weights called
    /// `IMAGENET1K_V1`, 232 for `V2`, and the crop 224 x 224.
    ///
    /// The picture is resized until its shorter side has `shorter_side` pixels (bilinear, with
    /// antialiasing, rounded to bytes; the other side is rounded down), and its middle `H` x `W`
    /// are taken. The values are RGB from 0 to 1, less the means 0.485, 0.456 and 0.406, divided
    /// by 0.229, 0.224 and 0.225, in H, W, C order.
    ///
    /// # Errors
    ///
    /// [`PictureError::Crop`] if the resized picture is smaller than `H` x `W`, which torchvision
    /// would fill up with black.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Picture, PictureError};
    ///
    /// let white = Picture::from_rgb(4, 3, &[255; 36])?;
    /// assert_eq!(white.torchvision::<8, 8>(9)?.values()[0], (1.0 - 0.485) / 0.229);
    /// assert!(white.torchvision::<8, 8>(7).is_err());
    /// # Ok::<(), PictureError>(())
    /// ```
    ///
    /// Source: `ImageClassification` in torchvision/transforms/_presets.py on a picture of
    /// Pillow's.
    pub fn torchvision<const H: usize, const W: usize>(
        &self,
        shorter_side: usize,
    ) -> Result<Box<Tensor<H, W, 3>>, PictureError> {
        let mut tensor = Tensor::boxed();
        let resized = self.with_shorter_side(shorter_side);
        self.crop_into(resized, [H, W], &PretrainedCfg::RESNET, tensor.values_mut())?;
        Ok(tensor)
    }

    /// The input of a network of timm, as its card says.
    ///
    /// The picture is resized with its aspect ratio, until it covers `H / crop_pct` by
    /// `W / crop_pct` pixels (with antialiasing, rounded to bytes), and its middle `H` x `W`
    /// are taken: `crop_mode` is `center`. The values are RGB from 0 to 1, less `mean`, divided
    /// by `std`, in H, W, C order.
    ///
    /// A small picture that has the size already, such as one of CIFAR, is normalised alone if
    /// `crop_pct` is 1.
    ///
    /// # Errors
    ///
    /// [`PictureError::Crop`] if the resized picture is smaller than `H` x `W`: `crop_pct` is
    /// greater than 1, or no number.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::image::{Interpolation, Picture, PictureError, PretrainedCfg};
    ///
    /// let card = PretrainedCfg {
    ///     crop_pct: 0.95,
    ///     interpolation: Interpolation::Bicubic,
    ///     ..PretrainedCfg::RESNETV2
    /// };
    /// let white = Picture::from_rgb(4, 3, &[255; 36])?;
    /// assert_eq!(white.timm::<8, 8>(&card)?.values(), [1.0; 8 * 8 * 3]);
    /// # Ok::<(), PictureError>(())
    /// ```
    ///
    /// Source: `transforms_imagenet_eval` in timm/data/transforms_factory.py.
    pub fn timm<const H: usize, const W: usize>(
        &self,
        cfg: &PretrainedCfg,
    ) -> Result<Box<Tensor<H, W, 3>>, PictureError> {
        let mut tensor = Tensor::boxed();
        let resized = self.covering([H, W], cfg.crop_pct);
        self.crop_into(resized, [H, W], cfg, tensor.values_mut())?;
        Ok(tensor)
    }

    // These do not depend on H and W: users' crates instantiate nothing of them.

    /// Height and width in torchvision's `Resize` of one number.
    fn with_shorter_side(&self, side: usize) -> [usize; 2] {
        let shorter = self.height.min(self.width) as u128;
        [self.height, self.width].map(|n| {
            let resized = side as u128 * n as u128 / shorter;
            usize::try_from(resized).unwrap_or(usize::MAX)
        })
    }

    /// Height and width in timm's resize before a crop.
    fn covering(&self, crop: [usize; 2], crop_pct: f64) -> [usize; 2] {
        let [height, width] = crop.map(|n| (n as f64 / crop_pct).floor());
        if height == width {
            return self.with_shorter_side(height as usize);
        }
        // `ResizeKeepRatio`.
        let ratio = (self.height as f64 / height).min(self.width as f64 / width);
        [self.height, self.width].map(|n| (n as f64 / ratio).round_ties_even() as usize)
    }

    /// The middle of the resized picture, normalised.
    fn crop_into(
        &self,
        resized: [usize; 2],
        crop: [usize; 2],
        cfg: &PretrainedCfg,
        out: &mut [f32],
    ) -> Result<(), PictureError> {
        if resized[0] < crop[0] || resized[1] < crop[1] {
            let (expected, found) = (crop, resized);
            return Err(PictureError::Crop { expected, found });
        }
        if out.is_empty() {
            return Ok(()); // a side of 0 has no scale, and the other may be any number
        }
        let middle = [0, 1].map(|i| {
            // Half of it rounded half to even, as Python does.
            let rest = resized[i] - crop[i];
            let start = rest / 2 + usize::from(rest % 4 == 3);
            start..start + crop[i]
        });
        let bytes = self.resampled(resized, middle, cfg.interpolation);
        let channels = cfg.mean.iter().zip(&cfg.std).cycle();
        for ((value, byte), (mean, std)) in out.iter_mut().zip(bytes).zip(channels) {
            *value = (f32::from(byte) / 255.0 - mean) / std;
        }
        Ok(())
    }
}
