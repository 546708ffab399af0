//! Preprocessing against TensorFlow's, torchvision's and timm's own:
//! `tools/golden/make_preprocess_tf.py`, `make_preprocess_torch.py`.
#![cfg(feature = "image")]

mod common;

use common::{nhwc, read, tensor};
use resnet::Tensor;
use resnet::image::{Interpolation, Picture, PretrainedCfg};
use safetensors::SafeTensors;

const PICTURES: &str = "preprocess/preprocess_tf.safetensors";

fn picture(name: &str) -> Picture {
    let bytes = read(PICTURES);
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let rgb = file.tensor(&format!("{name}/picture")).unwrap();
    let &[height, width, 3] = rgb.shape() else { panic!("{name}: {:?}", rgb.shape()) };
    Picture::from_rgb(width, height, rgb.data()).unwrap()
}

/// The same operations in the same order: not an approximation, the same numbers.
fn check(key: &str, found: &[f32], want: &[f32]) {
    assert_eq!(found.len(), want.len(), "{key}");
    for (i, (found, want)) in found.iter().zip(want).enumerate() {
        assert!(found == want, "{key}[{i}]: expected {want}, found {found}");
    }
}

#[test]
fn slim_preprocessing_equals_tensorflow() {
    let golden = read(PICTURES);
    for name in ["wide", "tall"] {
        let picture = picture(name);
        let check = |key: &str, sides: [usize; 3], found: &[f32]| {
            let key = format!("{name}/{key}");
            let (shape, want) = tensor(&golden, &key);
            assert_eq!(shape, sides, "{key}");
            check(&key, found, &want);
        };
        check("inception_65", [65, 65, 3], picture.inception::<65, 65>().values());
        check("inception_32", [32, 32, 3], picture.inception::<32, 32>().values());
        check("vgg_72_64", [64, 64, 3], picture.vgg::<64, 64>(72).unwrap().values());
    }
}

#[test]
fn torch_preprocessing_equals_torchvision_and_timm() {
    const BICUBIC: Interpolation = Interpolation::Bicubic;
    let golden = read("preprocess/preprocess_torch.safetensors");
    for name in ["wide", "tall"] {
        let picture = picture(name);
        fn check_case<const H: usize, const W: usize>(
            golden: &[u8],
            key: &str,
            found: &Tensor<H, W, 3>,
        ) {
            let (shape, values) = tensor(golden, key);
            assert_eq!(shape, [3, H, W], "{key}");
            check(key, found.values(), &nhwc((vec![1, 3, H, W], values)));
        }
        macro_rules! check {
            ($key:literal, $found:expr) => {
                check_case(&golden, &format!("{name}/{}", $key), &$found.unwrap())
            };
        }
        check!("torch_72_64", picture.torchvision::<64, 64>(72));
        check!("torch_150_33", picture.torchvision::<33, 33>(150));
        check!("torch_17_16", picture.torchvision::<16, 16>(17));
        let resnet = PretrainedCfg { interpolation: BICUBIC, ..PretrainedCfg::RESNET };
        let resnetv2 = PretrainedCfg { interpolation: BICUBIC, ..PretrainedCfg::RESNETV2 };
        let cards = [
            PretrainedCfg { crop_pct: 0.95, ..resnetv2 },
            PretrainedCfg { crop_pct: 0.25, ..resnet },
            PretrainedCfg::RESNETV2,
        ];
        check!("timm_bicubic_95_48", picture.timm::<48, 48>(&cards[0]));
        check!("timm_bicubic_25_36", picture.timm::<36, 36>(&cards[1]));
        check!("timm_bilinear_875_29x44", picture.timm::<29, 44>(&cards[2]));
    }
}
