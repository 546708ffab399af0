//! BiT (Kolesnikov et al. 2020, "Big Transfer") of timm's `resnetv2.py`, with the
//! names and the values of its weights.
//!
//! Checkpoints have 1000 classes, or the 21843 of ImageNet-21k, and were trained at
//! 224 by 224 or finetuned at 448 by 448: declare your own network to use another
//! size. Images are scaled to -1..1: 0..1, with 0.5 for mean and deviation.

use crate::resnet;

resnet! {
    /// `resnetv2_50x1_bit` of timm (Kolesnikov et al. 2020, "Big Transfer").
    ///
    /// Weights, by timm's tags: `goog_distilled_in1k`, bicubic; `goog_in21k_ft_in1k`, which is
    /// the paper's `BiT-M-R50x1-ILSVRC2012.npz`, 448 by 448, `crop_pct` 1; `goog_in21k`.
    /// Pictures: `image::Picture::timm`, `PretrainedCfg::RESNETV2` but for these.
    pub struct ResNetV2_50x1 {
        dialect: bit,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }
}
