//! The networks of TF-slim's `resnet_v2.py` (He et al. 2016, "Identity
//! Mappings in Deep Residual Networks"), ready to use.
//!
//! Slim's released checkpoints of them have 1001 classes, of which 0 is the
//! background, and were trained at 299 by 299 with Inception preprocessing:
//! values from -1 to 1 (`image::Picture::inception`). At 224, slim's default,
//! the same weights fit: declare your own network to use another size.

use crate::resnet;

resnet! {
    /// `resnet_v2_50` of TF-slim (He et al. 2016, "Identity Mappings in Deep Residual Networks").
    ///
    /// Weights: `resnet_v2_50_2017_04_14.tar.gz`, trained at 299 by 299.
    /// Pictures: `image::Picture::inception`.
    pub struct ResNetV2_50 {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 5] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
    }

    /// `resnet_v2_101` of TF-slim (He et al. 2016, "Identity Mappings in Deep Residual Networks").
    ///
    /// Weights: `resnet_v2_101_2017_04_14.tar.gz`, trained at 299 by 299.
    /// Pictures: `image::Picture::inception`.
    pub struct ResNetV2_101 {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 22] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
    }

    /// `resnet_v2_152` of TF-slim (He et al. 2016, "Identity Mappings in Deep Residual Networks").
    ///
    /// Weights: `resnet_v2_152_2017_04_14.tar.gz`, trained at 299 by 299.
    /// Pictures: `image::Picture::inception`.
    pub struct ResNetV2_152 {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 7] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
    }

    /// `resnet_v2_200` of TF-slim (He et al. 2016, "Identity Mappings in Deep Residual Networks").
    ///
    /// Weights: slim has released none of it.
    /// Pictures: `image::Picture::inception`.
    pub struct ResNetV2_200 {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 23] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
    }
}
