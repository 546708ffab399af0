//! Networks of timm's `resnet.py` and `resnetv2.py`, with the names and the
//! values of its weights.
//!
//! Their checkpoints have 1000 classes. Each type names them by timm's tags:
//! `bt_in1k` of `resnet26d` is `timm/resnet26d.bt_in1k` on the Hugging Face Hub. Sizes of
//! images and crops differ from one to the next: its card has them.
//! `PretrainedCfg::RESNET` has the mean (0.485, 0.456, 0.406) and the deviation
//! (0.229, 0.224, 0.225) of colours from 0 to 1, `PretrainedCfg::RESNETV2` 0.5 for both.

use crate::resnet;

resnet! {
    /// `resnet26d` of timm (He et al. 2019, "Bag of Tricks").
    ///
    /// Weights: `bt_in1k`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET`, bicubic, `crop_pct` 0.875.
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

    /// `resnet50d` of timm (He et al. 2019, "Bag of Tricks").
    ///
    /// Weights: `a1_in1k`, `a2_in1k`, `a3_in1k` (160 by 160), `gluon_in1k`, `ra2_in1k`,
    /// `ra4_e3600_r224_in1k`. Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET`, bicubic,
    /// `crop_pct` 0.95, but 0.875 of `gluon` and `ra2`; of `ra4` `PretrainedCfg::RESNETV2`.
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

    /// `resnet101d` of timm (He et al. 2019, "Bag of Tricks").
    ///
    /// Weights: `gluon_in1k`, `ra2_in1k` (256 by 256). Pictures: `image::Picture::timm`,
    /// `PretrainedCfg::RESNET`, bicubic, `crop_pct` 0.875, of `ra2` 0.95.
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

    /// `seresnet50` of timm (Hu et al. 2018, "Squeeze-and-Excitation Networks").
    ///
    /// Weights: `a1_in1k`, `a2_in1k`, `a3_in1k` (160 by 160), `ra2_in1k`. Pictures:
    /// `image::Picture::timm`, `PretrainedCfg::RESNET`, bicubic, `crop_pct` 0.95, of `ra2` 0.875.
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

    /// `seresnext50_32x4d` of timm (Hu et al. 2018, "Squeeze-and-Excitation Networks").
    ///
    /// Weights: `gluon_in1k`, `racm_in1k`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET`, bicubic, `crop_pct` 0.875.
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

    /// `resnetv2_50` of timm (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: `a1h_in1k`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2`, bicubic, `crop_pct` 0.95.
    pub struct ResNetV2_50 {
        dialect: timm_v2,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnetv2_101` of timm (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: `a1h_in1k`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2`, bicubic, `crop_pct` 0.95.
    pub struct ResNetV2_101 {
        dialect: timm_v2,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 22],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnetv2_152` of timm (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: timm has published none of it.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2`, bicubic.
    pub struct ResNetV2_152 {
        dialect: timm_v2,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 7],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 35],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnetv2_50d` of timm (He et al. 2016, "Identity Mappings"; 2019, "Bag of Tricks").
    ///
    /// Weights: timm has published none of it.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2`, bicubic.
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

    /// `resnetv2_101d` of timm (He et al. 2016, "Identity Mappings"; 2019, "Bag of Tricks").
    ///
    /// Weights: timm has published none of it.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2`, bicubic.
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

    /// `resnetv2_152d` of timm (He et al. 2016, "Identity Mappings"; 2019, "Bag of Tricks").
    ///
    /// Weights: timm has published none of it.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2`, bicubic.
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
