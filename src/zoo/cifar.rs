//! Residual networks for CIFAR (He et al. 2015, section 4.2; 2016), in the three
//! forms of which there are checkpoints, with 10 classes.
//!
//! `ResNet20` and so on have no weights in their shortcuts (option A); their
//! names and values are of
//! [akamaster/pytorch_resnet_cifar10](https://github.com/akamaster/pytorch_resnet_cifar10),
//! whose checkpoints have the scope `module`. `ResNet20B` and so on have projections
//! (option B), as in
//! [chenyaofo/pytorch-cifar-models](https://github.com/chenyaofo/pytorch-cifar-models),
//! which has 20 to 56 layers. `ResNetV2_20` and so on are preactivated, as in
//! [bearpaw/pytorch-classification](https://github.com/bearpaw/pytorch-classification)'s
//! `preresnet`.
//!
//! Images are 32 by 32, scaled to 0..1 and normalised: the first ones with the
//! mean (0.485, 0.456, 0.406) and the deviation (0.229, 0.224, 0.225) of ImageNet,
//! the others with (0.4914, 0.4822, 0.4465) and (0.2023, 0.1994, 0.2010).

use crate::resnet;

resnet! {
    /// `resnet20` of akamaster (He et al. 2016, section 4.2, option A: no weights in shortcuts).
    ///
    /// Weights: `resnet20-12fca82f.th`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET` with a `crop_pct` of 1.
    pub struct ResNet20 {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 3],
        layer2: basic[(32, 2)] + [(32, 1); 2],
        layer3: basic[(64, 2)] + [(64, 1); 2],
        classes: 10,
    }

    /// `resnet32` of akamaster (He et al. 2016, section 4.2, option A: no weights in shortcuts).
    ///
    /// Weights: `resnet32-d509ac18.th`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET` with a `crop_pct` of 1.
    pub struct ResNet32 {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 5],
        layer2: basic[(32, 2)] + [(32, 1); 4],
        layer3: basic[(64, 2)] + [(64, 1); 4],
        classes: 10,
    }

    /// `resnet44` of akamaster (He et al. 2016, section 4.2, option A: no weights in shortcuts).
    ///
    /// Weights: `resnet44-014dd654.th`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET` with a `crop_pct` of 1.
    pub struct ResNet44 {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 7],
        layer2: basic[(32, 2)] + [(32, 1); 6],
        layer3: basic[(64, 2)] + [(64, 1); 6],
        classes: 10,
    }

    /// `resnet56` of akamaster (He et al. 2016, section 4.2, option A: no weights in shortcuts).
    ///
    /// Weights: `resnet56-4bfd9763.th`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET` with a `crop_pct` of 1.
    pub struct ResNet56 {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 9],
        layer2: basic[(32, 2)] + [(32, 1); 8],
        layer3: basic[(64, 2)] + [(64, 1); 8],
        classes: 10,
    }

    /// `resnet110` of akamaster (He et al. 2016, section 4.2, option A: no weights in shortcuts).
    ///
    /// Weights: `resnet110-1d1ed7c2.th`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNET` with a `crop_pct` of 1.
    pub struct ResNet110 {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 18],
        layer2: basic[(32, 2)] + [(32, 1); 17],
        layer3: basic[(64, 2)] + [(64, 1); 17],
        classes: 10,
    }

    /// `cifar10_resnet20` of chenyaofo (He et al. 2016, section 4.2, option B: projections).
    ///
    /// Weights: `cifar10_resnet20-4118986f.pt`.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNet20B {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 3],
        layer2: basic[(32, 2)] + [(32, 1); 2],
        layer3: basic[(64, 2)] + [(64, 1); 2],
        classes: 10,
    }

    /// `cifar10_resnet32` of chenyaofo (He et al. 2016, section 4.2, option B: projections).
    ///
    /// Weights: `cifar10_resnet32-ef93fc4d.pt`.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNet32B {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 5],
        layer2: basic[(32, 2)] + [(32, 1); 4],
        layer3: basic[(64, 2)] + [(64, 1); 4],
        classes: 10,
    }

    /// `cifar10_resnet44` of chenyaofo (He et al. 2016, section 4.2, option B: projections).
    ///
    /// Weights: `cifar10_resnet44-2a3cabcb.pt`.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNet44B {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 7],
        layer2: basic[(32, 2)] + [(32, 1); 6],
        layer3: basic[(64, 2)] + [(64, 1); 6],
        classes: 10,
    }

    /// `cifar10_resnet56` of chenyaofo (He et al. 2016, section 4.2, option B: projections).
    ///
    /// Weights: `cifar10_resnet56-187c023a.pt`.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNet56B {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 9],
        layer2: basic[(32, 2)] + [(32, 1); 8],
        layer3: basic[(64, 2)] + [(64, 1); 8],
        classes: 10,
    }

    /// 110 layers, else as chenyaofo's (He et al. 2016, section 4.2, option B: projections).
    ///
    /// Weights: none that we know of.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNet110B {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 18],
        layer2: basic[(32, 2)] + [(32, 1); 17],
        layer3: basic[(64, 2)] + [(64, 1); 17],
        classes: 10,
    }

    /// bearpaw's `preresnet` of 20 layers, basic units (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: none that we know of.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNetV2_20 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 3],
        layer2: basic[(32, 2)] + [(32, 1); 2],
        layer3: basic[(64, 2)] + [(64, 1); 2],
        classes: 10,
    }

    /// bearpaw's `preresnet` of 32 layers, basic units (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: none that we know of.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNetV2_32 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 5],
        layer2: basic[(32, 2)] + [(32, 1); 4],
        layer3: basic[(64, 2)] + [(64, 1); 4],
        classes: 10,
    }

    /// bearpaw's `preresnet` of 44 layers, basic units (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: none that we know of.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNetV2_44 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 7],
        layer2: basic[(32, 2)] + [(32, 1); 6],
        layer3: basic[(64, 2)] + [(64, 1); 6],
        classes: 10,
    }

    /// bearpaw's `preresnet` of 56 layers, basic units (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: none that we know of.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNetV2_56 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 9],
        layer2: basic[(32, 2)] + [(32, 1); 8],
        layer3: basic[(64, 2)] + [(64, 1); 8],
        classes: 10,
    }

    /// bearpaw's `preresnet` of 110 layers, basic units (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: none that we know of.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNetV2_110 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 18],
        layer2: basic[(32, 2)] + [(32, 1); 17],
        layer3: basic[(64, 2)] + [(64, 1); 17],
        classes: 10,
    }

    /// bearpaw's `preresnet` of 164 layers, bottlenecks (He et al. 2016, "Identity Mappings").
    ///
    /// Weights: those that its table of results calls PreResNet-110; its program made
    /// bottlenecks of depths of 44 and more.
    /// Pictures: `image::Picture::timm`, `crop_pct` 1, mean (0.4914, 0.4822, 0.4465), deviation
    /// (0.2023, 0.1994, 0.2010).
    pub struct ResNetV2_164 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: bottleneck[(64, 16, 1); 18],
        layer2: bottleneck[(128, 32, 2)] + [(128, 32, 1); 17],
        layer3: bottleneck[(256, 64, 2)] + [(256, 64, 1); 17],
        classes: 10,
    }
}
