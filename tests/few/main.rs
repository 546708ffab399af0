//! Of the networks that a script made up a fifth, for slow machines too; and pixels
//! that are no numbers.

#[path = "../random/check.rs"]
mod check;
#[path = "../common/mod.rs"]
mod common;
// Strides at either end.
#[allow(deprecated)]
mod networks;

use check::{end_points, interpreter, see, tests};
use common::generated_input;
use interpreter::{Interpreter, Map, Rules};
use resnet::__private::Activation;
use resnet::{AnyTensor, AnyWorkspace, Backend, Network};

/// A pixel that is no number reaches no further than the convolutions do, by
/// whole tiles where they have tiles, and the next image not at all. Returns
/// whether there is an end point beyond its reach.
fn check_odd_pixels<N: Network<Output: AnyTensor>>(rules: Rules) -> bool {
    let mut bounded = false;
    let smeared = Interpreter { smears: true, ..interpreter::<N>(rules) };
    let net = N::synthetic(0);
    let [h, w, c] = N::INPUT;
    let clean = generated_input(h * w * c);
    for pixel in [0, h * w / 2 + w / 3, h * w - 1] {
        let mut image = clean.clone();
        image[pixel * c] = f32::NAN;
        let marks = end_points(N::LAYERS, smeared.run(Map::new(N::INPUT, &image)));
        for backend in Backend::available() {
            let mut workspace = N::workspace();
            workspace.set_backend(backend);
            let expected = see(&net, &clean, &mut workspace);
            for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX] {
                image[pixel * c] = value;
                let seen = see(&net, &image, &mut workspace);
                for ((seen, expected), (name, map)) in seen.iter().zip(&expected).zip(&marks) {
                    let (seen, expected) = (&seen.2, &expected.2);
                    let values = seen.iter().zip(expected).zip(&map.values);
                    let beyond =
                        values.filter(|(_, mark)| !mark.is_nan()).map(|(values, _)| values);
                    let far = beyond.filter(|(a, b)| a.to_bits() != b.to_bits()).count();
                    let what = (N::NAME, backend.name());
                    assert_eq!(far, 0, "{what:?}: {value} at pixel {pixel} is seen in {name}");
                }
            }
            assert_eq!(see(&net, &clean, &mut workspace), expected, "an image after others");
        }
        let reached = |map: &Map| map.values.iter().filter(|value| value.is_nan()).count();
        bounded |= marks.iter().any(|(_, map)| reached(map) < map.values.len());
    }
    bounded
}

networks::all!(tests);

macro_rules! odd_pixels {
    ($($test:ident: $network:ident, $dialect:literal, $activation:ident;)*) => {
        #[test]
        fn odd_pixels_stay_in_their_receptive_field() {
            let bounded = [$(check_odd_pixels::<networks::$network>(Rules::of(
                $dialect,
                Activation::$activation,
            ))),*];
            let bounded = bounded.iter().filter(|bounded| **bounded).count();
            assert!(bounded > 20, "of most networks everything is within reach");
        }
    };
}
networks::some!(odd_pixels);
