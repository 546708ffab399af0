//! Networks that a script made up, and some of the reference, on every backend
//! against an interpreter of their tables of layers.

#[path = "../common/mod.rs"]
mod common;
// Strides at either end.
#[allow(deprecated)]
mod networks;
mod reference;

use common::{error, generated_input, json, nhwc, read, tensor, texts, tolerance};
use interpreter::{Interpreter, Map, Rules};
use resnet::__private::Activation;
use resnet::{AnyTensor, AnyWorkspace, Backend, Layer, LayerKind, Network, resnet};

fn interpreter<N: Network<Output: AnyTensor>>(rules: Rules) -> Interpreter<'static> {
    Interpreter { layers: N::LAYERS, rules, smears: false }
}

fn view<N: Network<Output: AnyTensor>>(image: &[f32]) -> &N::Input {
    N::Input::view(image).expect("as many values as the input has")
}

/// The end points among the outputs of all layers.
fn end_points(layers: &[Layer], outputs: Vec<Map>) -> Vec<(&'static str, Map)> {
    let all = layers.iter().zip(outputs);
    all.filter(|(layer, _)| layer.end_point).map(|(layer, map)| (layer.name, map)).collect()
}

/// Every end point and the result, on every backend: of an image like others, and
/// of one whose numbers are smaller than normal ones, which are numbers too, or
/// zero.
fn check<N: Network<Output: AnyTensor>>(rules: Rules) {
    let net = N::synthetic(0);
    let image = generated_input(N::INPUT.iter().product());
    for scale in [1.0, 1e-40] {
        let image: Vec<f32> = image.iter().map(|value| value * scale).collect();
        let wanted = wanted(N::LAYERS, N::INPUT, rules, &image);
        for backend in Backend::available() {
            let mut workspace = N::workspace();
            workspace.set_backend(backend);
            let mut seen = see(&net, &image, &mut workspace);
            let result = net.forward(view::<N>(&image), &mut workspace);
            seen.push(("the result".to_owned(), N::OUTPUT, result.values().to_vec()));
            compare(&seen, &wanted, N::NAME, backend);
        }
    }
}

/// Every end point and the result, by the interpreter.
fn wanted(
    layers: &'static [Layer],
    input: [usize; 3],
    rules: Rules,
    image: &[f32],
) -> Vec<(&'static str, Map)> {
    let interpreter = Interpreter { layers, rules, smears: false };
    let outputs = interpreter.run(Map::new(input, image));
    // Softmax is a layer of its own, after the result.
    let all = || layers.iter().zip(&outputs);
    let result = all().rfind(|(layer, _)| layer.kind != LayerKind::Softmax);
    let result = result.expect("a network has layers").1.clone();
    let mut wanted = end_points(layers, outputs);
    wanted.push(("the result", result));
    wanted
}

/// A name, a shape, values.
type Seen = (String, [usize; 3], Vec<f32>);

fn compare(seen: &[Seen], wanted: &[(&'static str, Map)], network: &str, backend: &Backend) {
    assert_eq!(seen.len(), wanted.len(), "{network}: end points are missing");
    for ((name, shape, values), (expected, map)) in seen.iter().zip(wanted) {
        assert_eq!((name.as_str(), shape), (*expected, &map.shape), "{network}");
        let (error, tolerance) = (map.error(values), tolerance(backend));
        let backend = backend.name();
        assert!(error <= tolerance, "{network}, {backend}, {name}: error {error:.1e}");
    }
}

/// All end points on a backend.
fn see<N: Network<Output: AnyTensor>>(
    net: &N,
    image: &[f32],
    workspace: &mut N::Workspace,
) -> Vec<Seen> {
    let mut seen = Vec::new();
    net.visit_end_points(view::<N>(image), workspace, |name, shape, values| {
        seen.push((name.to_owned(), shape, values.to_vec()));
    });
    seen
}

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

macro_rules! networks {
    ($($test:ident: $network:ident, $dialect:literal, $activation:ident;)*) => {$(
        #[test]
        fn $test() {
            check::<networks::$network>(Rules::of($dialect, Activation::$activation));
        }
    )*};
}
networks::all!(networks);

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
