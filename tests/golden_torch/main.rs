//! Small networks against what torchvision, timm and definitions of networks for
//! CIFAR computed: end points, tensors, parameters and multiply-adds, on every backend that this CPU has.

#[path = "../common/mod.rs"]
mod common;

use std::collections::BTreeMap;

use common::{check_tables, error, generated_input, json, nhwc, read, tensor, texts, tolerance};
use resnet::{AnyTensor, AnyWorkspace, Backend, Layer, LayerKind, Network};

/// Compares a network with a case of the reference. Its weights and its input
/// follow the generator's rule.
fn check<N: Network<Output: AnyTensor>>(case: &str) {
    let net_json = json(&format!("torch/{case}/net.json"));
    check_tables::<N>(&net_json);
    let file = read(&format!("torch/{case}/end_points.safetensors"));
    let net = N::synthetic(0);
    let [h, w, c] = N::INPUT;
    let scale = net_json["case"]["input_scale"].as_f64().unwrap_or(1.0) as f32;
    let images = net_json["case"]["input_shape"][0].as_u64().expect("a batch") as usize;
    let input = generated_input(images * h * w * c).into_iter().map(|value| value * scale);
    let input: Vec<f32> = input.collect();
    for (i, image) in input.chunks(h * w * c).enumerate() {
        let mut wanted: BTreeMap<&str, Vec<f32>> = BTreeMap::new();
        for name in texts(&net_json["end_point_order"]) {
            let (shape, values) = tensor(&file, name);
            let len = values.len() / images;
            let own = values[i * len..][..len].to_vec();
            wanted.insert(ours(name, N::LAYERS), nhwc((shape, own)));
        }
        let image = nhwc((vec![1, c, h, w], image.to_vec()));
        compare(&net, case, &image, &wanted);
    }
}

/// One image.
fn compare<N: Network<Output: AnyTensor>>(
    net: &N,
    case: &str,
    image: &[f32],
    wanted: &BTreeMap<&str, Vec<f32>>,
) {
    let image = N::Input::view(image).expect("the reference's image fits");
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let close = |got: &[f32], want: &[f32], name: &str| {
            let (error, tolerance) = (error(got, want), tolerance(backend));
            let what = format!("{case}, {}, {name}", backend.name());
            assert!(error <= tolerance, "{what}: error {error:.1e}");
        };
        let mut seen = Vec::new();
        net.visit_end_points(image, &mut workspace, |name, _, values| {
            if let Some(want) = wanted.get(name) {
                close(values, want, name);
                seen.push(name.to_owned());
            }
        });
        // All blocks, the logits, and whatever else the reference has.
        assert!(seen.len() >= 5, "{case}: only {seen:?}");
        let blocks = N::LAYERS.iter().filter(|layer| layer.kind == LayerKind::Block);
        for name in blocks.map(|layer| layer.name) {
            assert!(seen.iter().any(|seen| seen == name), "{case}: no {name} in the reference");
        }
        let output = net.forward(image, &mut workspace).values();
        close(output, &wanted[N::LAYERS.last().expect("layers").name], "the result");
    }
}

/// What we call an end point of the reference.
fn ours<'n>(name: &'n str, layers: &'static [Layer]) -> &'n str {
    match name {
        "act1" => "relu",
        "global_pool" => "avgpool",
        "logits" => layers.last().expect("a network has layers").name,
        name => name,
    }
}

macro_rules! cases {
    ($($case:ident => $network:ident,)*) => {
        $(#[test]
        fn $case() {
            check::<$network>(stringify!($case));
        })*
    };
}

mod attention;
mod cifar;
mod timm;
mod timm_v2;
mod torchvision;
