//! The networks of torchvision's `resnet.py` (v1.5: the stride of a bottleneck
//! is in its 3x3 convolution), with the names and the values of its weights.
//!
//! Their checkpoints have 1000 classes. Images are scaled to 0..1 and normalised
//! with the mean (0.485, 0.456, 0.406) and the deviation (0.229, 0.224, 0.225):
//! a shorter side of 256 (most weights called `IMAGENET1K_V1`) or 232 (`V2`), of which
//! the middle 224 by 224 are taken.

use crate::resnet;

resnet! {
    /// `resnet18` of torchvision (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet18-f37072fd.pth` (`V1`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256.
    pub struct ResNet18 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: basic[(64, 1); 2],
        layer2: basic[(128, 2), (128, 1)],
        layer3: basic[(256, 2), (256, 1)],
        layer4: basic[(512, 2), (512, 1)],
        classes: 1000,
    }

    /// `resnet34` of torchvision (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet34-b627a593.pth` (`V1`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256.
    pub struct ResNet34 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: basic[(64, 1); 3],
        layer2: basic[(128, 2)] + [(128, 1); 3],
        layer3: basic[(256, 2)] + [(256, 1); 5],
        layer4: basic[(512, 2)] + [(512, 1); 2],
        classes: 1000,
    }

    /// `resnet50` of torchvision (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet50-0676ba61.pth` (`V1`), `resnet50-11ad3fa6.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct ResNet50 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnet101` of torchvision (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet101-63fe2227.pth` (`V1`), `resnet101-cd907fc2.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct ResNet101 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 22],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnet152` of torchvision (He et al. 2016, "Deep Residual Learning for Image Recognition").
    ///
    /// Weights: `resnet152-394f9c45.pth` (`V1`), `resnet152-f82ba261.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct ResNet152 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 7],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 35],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }

    /// `resnext50_32x4d` of torchvision (Xie et al. 2017, "Aggregated Residual Transformations").
    ///
    /// Weights: `resnext50_32x4d-7cdf4587.pth` (`V1`), `resnext50_32x4d-1a0047aa.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct ResNeXt50_32x4d {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 128, 1); 3],
        layer2: bottleneck[(512, 256, 2)] + [(512, 256, 1); 3],
        layer3: bottleneck[(1024, 512, 2)] + [(1024, 512, 1); 5],
        layer4: bottleneck[(2048, 1024, 2)] + [(2048, 1024, 1); 2],
        groups: 32,
        classes: 1000,
    }

    /// `resnext101_32x8d` of torchvision (Xie et al. 2017, "Aggregated Residual Transformations").
    ///
    /// Weights: `resnext101_32x8d-8ba56ff5.pth` (`V1`), `resnext101_32x8d-110c445d.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct ResNeXt101_32x8d {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 256, 1); 3],
        layer2: bottleneck[(512, 512, 2)] + [(512, 512, 1); 3],
        layer3: bottleneck[(1024, 1024, 2)] + [(1024, 1024, 1); 22],
        layer4: bottleneck[(2048, 2048, 2)] + [(2048, 2048, 1); 2],
        groups: 32,
        classes: 1000,
    }

    /// `resnext101_64x4d` of torchvision (Xie et al. 2017, "Aggregated Residual Transformations").
    ///
    /// Weights: `resnext101_64x4d-173b62eb.pth` (`V1`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 232.
    pub struct ResNeXt101_64x4d {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 256, 1); 3],
        layer2: bottleneck[(512, 512, 2)] + [(512, 512, 1); 3],
        layer3: bottleneck[(1024, 1024, 2)] + [(1024, 1024, 1); 22],
        layer4: bottleneck[(2048, 2048, 2)] + [(2048, 2048, 1); 2],
        groups: 64,
        classes: 1000,
    }

    /// `wide_resnet50_2` of torchvision (Zagoruyko & Komodakis 2016, "Wide Residual Networks").
    ///
    /// Weights: `wide_resnet50_2-95faca4d.pth` (`V1`), `wide_resnet50_2-9ba9bcbe.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct WideResNet50_2 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 128, 1); 3],
        layer2: bottleneck[(512, 256, 2)] + [(512, 256, 1); 3],
        layer3: bottleneck[(1024, 512, 2)] + [(1024, 512, 1); 5],
        layer4: bottleneck[(2048, 1024, 2)] + [(2048, 1024, 1); 2],
        classes: 1000,
    }

    /// `wide_resnet101_2` of torchvision (Zagoruyko & Komodakis 2016, "Wide Residual Networks").
    ///
    /// Weights: `wide_resnet101_2-32ee1156.pth` (`V1`), `wide_resnet101_2-d733dc28.pth` (`V2`).
    /// Pictures: `image::Picture::torchvision`, a shorter side of 256 for `V1`, 232 for `V2`.
    pub struct WideResNet101_2 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 128, 1); 3],
        layer2: bottleneck[(512, 256, 2)] + [(512, 256, 1); 3],
        layer3: bottleneck[(1024, 512, 2)] + [(1024, 512, 1); 22],
        layer4: bottleneck[(2048, 1024, 2)] + [(2048, 1024, 1); 2],
        classes: 1000,
    }
}
