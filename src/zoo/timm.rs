//! Networks of timm's `resnet.py` and `resnetv2.py`, with the names and the
//! values of its weights.
//!
//! Their checkpoints have 1000 classes. Sizes of images and crops differ from one
//! checkpoint to the next: its card has them. Images are scaled to 0..1 and
//! normalised: `resnet*`, `seresnet*` and `seresnext*` with the mean
//! (0.485, 0.456, 0.406) and the deviation (0.229, 0.224, 0.225), `resnetv2_*` with
//! 0.5 for both.

use crate::resnet;

resnet! {
    /// `resnet26d` (He et al. 2019, "Bag of Tricks").
    pub struct ResNet26d {
        dialect: torch,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 2],
        layer2: bottleneck[(512, 128, 2), (512, 128, 1)],
        layer3: bottleneck[(1024, 256, 2), (1024, 256, 1)],
        layer4: bottleneck[(2048, 512, 2), (2048, 512, 1)],
        shortcut: avg_pool,
        classes: 1000,
    }

    /// `resnet50d` (He et al. 2019, "Bag of Tricks").
    pub struct ResNet50d {
        dialect: torch,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        shortcut: avg_pool,
        classes: 1000,
    }

    /// `resnet101d` (He et al. 2019, "Bag of Tricks").
    pub struct ResNet101d {
        dialect: torch,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 22],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        shortcut: avg_pool,
        classes: 1000,
    }

    /// `seresnet50` (Hu et al. 2018, "Squeeze-and-Excitation Networks").
    pub struct SeResNet50 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        attention: se,
        classes: 1000,
    }

    /// `seresnext50_32x4d`.
    pub struct SeResNeXt50_32x4d {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 128, 1); 3],
        layer2: bottleneck[(512, 256, 2)] + [(512, 256, 1); 3],
        layer3: bottleneck[(1024, 512, 2)] + [(1024, 512, 1); 5],
        layer4: bottleneck[(2048, 1024, 2)] + [(2048, 1024, 1); 2],
        groups: 32,
        attention: se,
        classes: 1000,
    }

    /// `resnetv2_50`.
    pub struct ResNetV2_50 {
        dialect: timm_v2,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnetv2_101`.
    pub struct ResNetV2_101 {
        dialect: timm_v2,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 22],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnetv2_152`.
    pub struct ResNetV2_152 {
        dialect: timm_v2,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 7],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 35],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnetv2_50d`.
    pub struct ResNetV2_50d {
        dialect: timm_v2,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        shortcut: avg_pool,
        classes: 1000,
    }

    /// `resnetv2_101d`.
    pub struct ResNetV2_101d {
        dialect: timm_v2,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 22],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        shortcut: avg_pool,
        classes: 1000,
    }

    /// `resnetv2_152d`.
    pub struct ResNetV2_152d {
        dialect: timm_v2,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 7],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 35],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        shortcut: avg_pool,
        classes: 1000,
    }
}
