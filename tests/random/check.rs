//! Networks on every backend against an interpreter of their tables of layers.

use interpreter::{Interpreter, Map, Rules};
use resnet::{AnyTensor, AnyWorkspace, Backend, Layer, LayerKind, Network};

use super::common::{generated_input, tolerance};

pub fn interpreter<N: Network<Output: AnyTensor>>(rules: Rules) -> Interpreter<'static> {
    Interpreter { layers: N::LAYERS, rules, smears: false }
}

fn view<N: Network<Output: AnyTensor>>(image: &[f32]) -> &N::Input {
    N::Input::view(image).expect("as many values as the input has")
}

/// The end points among the outputs of all layers.
pub fn end_points(layers: &[Layer], outputs: Vec<Map>) -> Vec<(&'static str, Map)> {
    let all = layers.iter().zip(outputs);
    all.filter(|(layer, _)| layer.end_point).map(|(layer, map)| (layer.name, map)).collect()
}

/// Every end point and the result, on every backend: of an image like others, and
/// of one whose numbers are smaller than normal ones, which are numbers too, or
/// zero.
pub fn check<N: Network<Output: AnyTensor>>(rules: Rules) {
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
pub type Seen = (String, [usize; 3], Vec<f32>);

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
pub fn see<N: Network<Output: AnyTensor>>(
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

/// A test for each network.
macro_rules! tests {
    ($($test:ident: $network:ident, $dialect:literal, $activation:ident;)*) => {$(
        #[test]
        fn $test() {
            $crate::check::check::<$crate::networks::$network>(::interpreter::Rules::of(
                $dialect,
                ::resnet::__private::Activation::$activation,
            ));
        }
    )*};
}
pub(crate) use tests;
