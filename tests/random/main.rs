//! Networks that a script made up, and some of the reference, on every backend
//! against an interpreter of their tables of layers.

#[path = "../common/mod.rs"]
mod common;
mod interpreter;
mod networks;
mod reference;

use common::{error, generated_input, json, nhwc, read, tensor, texts, tolerance};
use interpreter::{Interpreter, Map, Rules};
use resnet::__private::Activation;
use resnet::{AnyTensor, AnyWorkspace, Backend, Layer, LayerKind, Network, Role, resnet};

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

/// Every end point and the result, on every backend.
fn check<N: Network<Output: AnyTensor>>(rules: Rules) {
    let net = N::synthetic(0);
    let image = generated_input(N::INPUT.iter().product());
    let outputs = interpreter::<N>(rules).run(Map::new(N::INPUT, &image));
    // Softmax is a layer of its own, after the result.
    let layers = || N::LAYERS.iter().zip(&outputs);
    let result = layers().rfind(|(layer, _)| layer.kind != LayerKind::Softmax);
    let result = result.expect("a network has layers").1.rounded();
    let wanted = end_points(N::LAYERS, outputs.clone());
    let image = view::<N>(&image);
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let close = |got: &[f32], want: &[f32], what: &str| {
            let (error, tolerance) = (error(got, want), tolerance(backend));
            let name = (N::NAME, backend.name());
            assert!(error <= tolerance, "{name:?}, {what}: error {error:.1e}");
        };
        let mut wanted = wanted.iter();
        net.visit_end_points(image, &mut workspace, |name, shape, values| {
            let (expected, map) = wanted.next().expect("as many end points as the table has");
            assert_eq!((name, shape), (*expected, map.shape), "{}", N::NAME);
            close(values, &map.rounded(), name);
        });
        assert!(wanted.next().is_none(), "{}: end points are missing", N::NAME);
        close(net.forward(image, &mut workspace).values(), &result, "the result");
    }
}

/// All end points on a backend.
fn see<N: Network<Output: AnyTensor>>(
    net: &N,
    image: &[f32],
    workspace: &mut N::Workspace,
) -> Vec<Vec<f32>> {
    let mut seen = Vec::new();
    net.visit_end_points(view::<N>(image), workspace, |_, _, values| seen.push(values.to_vec()));
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

/// Numbers smaller than normal ones are numbers like others, or zero.
fn check_tiny_pixels<N: Network<Output: AnyTensor>>(rules: Rules) {
    let net = N::synthetic(0);
    let tiny = generated_input(N::INPUT.iter().product());
    let tiny: Vec<f32> = tiny.iter().map(|value| value * 1e-40).collect();
    let wanted = end_points(N::LAYERS, interpreter::<N>(rules).run(Map::new(N::INPUT, &tiny)));
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        for (seen, (name, map)) in see(&net, &tiny, &mut workspace).iter().zip(&wanted) {
            // Their own size does not matter, only what is not tiny.
            let most = map.values.iter().fold(1e-30_f64, |most, value| most.max(value.abs()));
            let close = seen
                .iter()
                .zip(&map.values)
                .all(|(seen, value)| (f64::from(*seen) - value).abs() <= tolerance(backend) * most);
            assert!(close, "{}, {}: {name}", N::NAME, backend.name());
        }
    }
}

macro_rules! networks {
    ($($test:ident: $network:ident, $dialect:literal, $activation:ident;)*) => {
        $(#[test]
        fn $test() {
            let rules = Rules::of($dialect, Activation::$activation);
            check::<networks::$network>(rules);
            check_tiny_pixels::<networks::$network>(rules);
        })*

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
networks::all!(networks);
