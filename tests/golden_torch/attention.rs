//! timm's squeeze-and-excitation, ECA and blur pooling.

use resnet::resnet;

use super::check;

resnet! {
    pub struct TimmBlur {
        dialect: torch,
        input: [32, 24, 3],
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        blur: true,
        classes: 10,
    }

    pub struct TimmBlurBasicOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: basic[(8, 1)],
        layer2: basic[(8, 2)] + [(8, 1); 1],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        blur: true,
        classes: 10,
    }

    pub struct TimmBlurDOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        shortcut: avg_pool,
        blur: true,
        classes: 10,
    }

    pub struct TimmBlurOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1); 1],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        blur: true,
        classes: 10,
    }

    pub struct TimmEca {
        dialect: torch,
        input: [32, 24, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        attention: eca,
        classes: 10,
    }

    pub struct TimmEcaBasicOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: basic[(8, 1); 2],
        layer2: basic[(8, 2)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        attention: eca,
        classes: 10,
    }

    pub struct TimmSe {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        attention: se,
        classes: 10,
    }

    pub struct TimmSe26tOdd {
        dialect: torch,
        input: [75, 51, 3],
        root: conv(3, 6, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1)],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        attention: se,
        classes: 10,
    }

    pub struct TimmSeBasicOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: basic[(8, 1); 2],
        layer2: basic[(8, 2)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        attention: se,
        classes: 10,
    }

    pub struct TimmSeResnextOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        groups: 4,
        attention: se,
        classes: 10,
    }
}

cases! {
    timm_blur => TimmBlur,
    timm_blur_basic_odd => TimmBlurBasicOdd,
    timm_blur_d_odd => TimmBlurDOdd,
    timm_blur_odd => TimmBlurOdd,
    timm_eca => TimmEca,
    timm_eca_basic_odd => TimmEcaBasicOdd,
    timm_se => TimmSe,
    timm_se_26t_odd => TimmSe26tOdd,
    timm_se_basic_odd => TimmSeBasicOdd,
    timm_se_resnext_odd => TimmSeResnextOdd,
}
