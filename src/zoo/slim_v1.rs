//! The networks of TF-slim's `resnet_v1.py` (He et al. 2016, "Deep Residual
//! Learning for Image Recognition").
//!
//! Slim's released checkpoints of them have 1000 classes and were trained at 224
//! by 224 with VGG preprocessing: RGB means subtracted, values not scaled
//! (`image::Picture::vgg`).

use crate::resnet;

resnet! {
    /// `resnet_v1_50` of TF-slim (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet_v1_50_2016_08_28.tar.gz`.
    /// Pictures: `image::Picture::vgg`, a shorter side of 256.
    pub struct ResNetV1_50 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 5] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1000,
    }

    /// `resnet_v1_101` of TF-slim (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet_v1_101_2016_08_28.tar.gz`.
    /// Pictures: `image::Picture::vgg`, a shorter side of 256.
    pub struct ResNetV1_101 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 22] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1000,
    }

    /// `resnet_v1_152` of TF-slim (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet_v1_152_2016_08_28.tar.gz`.
    /// Pictures: `image::Picture::vgg`, a shorter side of 256.
    pub struct ResNetV1_152 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 7] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1000,
    }

    /// `resnet_v1_200` of TF-slim (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: slim has released none of it.
    /// Pictures: `image::Picture::vgg`, a shorter side of 256.
    pub struct ResNetV1_200 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 23] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1000,
    }
}
