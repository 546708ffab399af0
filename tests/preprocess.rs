//! Preprocessing against TensorFlow's own: `tools/golden/make_preprocess_tf.py`.
#![cfg(feature = "image")]

use resnet::image::Picture;
use safetensors::SafeTensors;

const GOLDEN: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/preprocess/preprocess_tf.safetensors");

#[test]
fn slim_preprocessing_equals_tensorflow() {
    let bytes = std::fs::read(GOLDEN).unwrap();
    let golden = SafeTensors::deserialize(&bytes).unwrap();
    for name in ["wide", "tall"] {
        let rgb = golden.tensor(&format!("{name}/picture")).unwrap();
        let &[height, width, 3] = rgb.shape() else { panic!("{name}: {:?}", rgb.shape()) };
        let picture = Picture::from_rgb(width, height, rgb.data()).unwrap();

        let check = |key: &str, shape: [usize; 3], found: &[f32]| {
            let tensor = golden.tensor(&format!("{name}/{key}")).unwrap();
            assert_eq!(tensor.shape(), shape, "{name}/{key}");
            let (chunks, _) = tensor.data().as_chunks();
            let want: Vec<f32> = chunks.iter().map(|&b| f32::from_le_bytes(b)).collect();
            assert_eq!(found.len(), want.len(), "{name}/{key}");
            // The same operations in the same order: not an approximation, the same numbers.
            for (i, (found, want)) in found.iter().zip(&want).enumerate() {
                assert!(found == want, "{name}/{key}[{i}]: expected {want}, found {found}");
            }
        };
        check("inception_65", [65, 65, 3], picture.inception::<65, 65>().values());
        check("inception_32", [32, 32, 3], picture.inception::<32, 32>().values());
        check("vgg_72_64", [64, 64, 3], picture.vgg::<64, 64>(72).unwrap().values());
    }
}
