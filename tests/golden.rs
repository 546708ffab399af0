//! Small networks against what the real TF-slim computed: every end point, by
//! name, order, shape and value, on every backend that this CPU has.

mod common;
#[path = "common/digits.rs"]
mod digits;

use common::{check_tables, error, json, read, tensor, texts, tolerance};
use resnet::{AnyTensor, AnyWorkspace, Backend, Network, resnet};

resnet! {
    pub struct Tiny {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    pub struct Free {
        input: [50, 37, 3],
        wide: bottleneck[(24, 16, 1)] + [(24, 16, 3)],
        narrow: bottleneck[(40, 8, 2), (40, 40, 1)],
        classes: 6,
    }

    pub struct Odd {
        input: [33, 47, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    pub struct NoRoot {
        input: [8, 8, 16],
        root: none,
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    pub struct Features {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: none,
        global_pool: false,
    }

    pub struct Dense {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 5,
        global_pool: false,
    }

    pub struct Pooled {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: none,
    }

    pub struct Os8 {
        input: [65, 65, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
        global_pool: false,
        output_stride: 8,
    }

    pub struct Os16 {
        input: [65, 65, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1)] + [(64, 16, 2)],
        block4: bottleneck[(96, 24, 1); 2],
        classes: 10,
        global_pool: false,
        output_stride: 16,
    }

    pub struct Os8Deep {
        input: [33, 49, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1)] + [(64, 16, 2)],
        block4: bottleneck[(96, 24, 1); 2],
        classes: 10,
        global_pool: false,
        output_stride: 8,
    }

    pub struct TinyV1 {
        dialect: slim_v1,
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    pub struct OddV1 {
        dialect: slim_v1,
        input: [33, 47, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    pub struct Os8V1 {
        dialect: slim_v1,
        input: [33, 49, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1)] + [(64, 16, 2)],
        block4: bottleneck[(96, 24, 1); 2],
        classes: 10,
        global_pool: false,
        output_stride: 8,
    }
}

/// The trained network, whose 360 images TF-slim has computed with the same weights.
#[test]
fn digits() {
    check_tables::<digits::Digits>(&json("digits/net.json"));
    let net = digits::trained();
    let (shape, want) = tensor(&read("digits/logits_tf.safetensors"), "logits_tf");
    assert_eq!(shape, [360, 10]);
    for backend in Backend::available() {
        let error = error(&digits::logits(&net, backend), &want);
        assert!(error < tolerance(backend), "{}: {error:e}", backend.name());
    }
}

/// Compares a network with a case of the reference.
fn check<N: Network<Output: AnyTensor>>(case: &str) {
    let file = |name: &str| read(&format!("slim/{case}/{name}"));
    let net_json = json(&format!("slim/{case}/net.json"));
    check_tables::<N>(&net_json);
    let net = N::from_safetensors(&file("weights.safetensors")).expect("the weights fit");
    let (_, images) = tensor(&file("input.safetensors"), "input");
    let end_points = file("end_points.safetensors");
    let extras = file("extras.safetensors");
    let names = texts(&net_json["end_point_order"]);
    let batch = images.len() / N::INPUT.iter().product::<usize>();

    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        for (i, image) in images.chunks_exact(images.len() / batch).enumerate() {
            let image = N::Input::view(image).expect("the reference's image fits");
            let part =
                |all: Vec<f32>| all[i * all.len() / batch..(i + 1) * all.len() / batch].to_vec();
            let close = |got: &[f32], want: Vec<f32>, name: &str| {
                let (error, tolerance) = (error(got, &part(want)), tolerance(backend));
                let what = format!("{case}, image {i}, {}, {name}", backend.name());
                assert!(error <= tolerance, "{what}: error {error:.1e}");
            };
            let mut seen = Vec::new();
            net.visit_end_points(image, &mut workspace, |name, shape, values| {
                let (reference, want) = tensor(&end_points, name);
                assert_eq!(reference[1..], shape, "{case}: shape of {name}");
                close(values, want, name);
                seen.push(name.to_owned());
            });
            assert_eq!(seen, names, "{case}: names and order of end points");
            let output = net.forward(image, &mut workspace).values();
            close(output, tensor(&extras, "net").1, "the result");
        }
    }
}

#[test]
fn tiny() {
    check::<Tiny>("tiny");
}

#[test]
fn tiny_batch3() {
    check::<Tiny>("tiny_batch3");
}

#[test]
fn free() {
    check::<Free>("free");
}

#[test]
fn odd() {
    check::<Odd>("odd");
}

#[test]
fn no_root() {
    check::<NoRoot>("no_root");
}

#[test]
fn features() {
    check::<Features>("features");
}

#[test]
fn dense() {
    check::<Dense>("dense");
}

#[test]
fn pooled() {
    check::<Pooled>("pooled");
}

#[test]
fn os8() {
    check::<Os8>("os8");
}

#[test]
fn os16() {
    check::<Os16>("os16");
}

#[test]
fn os8_deep() {
    check::<Os8Deep>("os8_deep");
}

/// Seed 0 is the generator that made the reference's weights.
#[test]
fn generated_weights_are_those_of_the_reference() {
    let (_, image) = tensor(&read("slim/tiny/input.safetensors"), "input");
    assert_eq!(image, common::generated_input(image.len()));
    let image = Tiny::view(&image);
    let file = read("slim/tiny/weights.safetensors");
    let loaded = Tiny::from_safetensors(&file).expect("the weights fit");
    let [mut a, mut b] = [Tiny::workspace(), Tiny::workspace()];
    let generated = Tiny::synthetic(0);
    assert_eq!(generated.forward(image, &mut a), loaded.forward(image, &mut b));
    assert_ne!(Tiny::synthetic(1).forward(image, &mut a), loaded.forward(image, &mut b));
}

impl Tiny {
    fn view(values: &[f32]) -> &<Self as Network>::Input {
        <Self as Network>::Input::view(values).expect("32 x 32 x 3 values")
    }
}

#[test]
fn tiny_v1() {
    check::<TinyV1>("tiny_v1");
}

#[test]
fn odd_v1() {
    check::<OddV1>("odd_v1");
}

#[test]
fn os8_v1() {
    check::<Os8V1>("os8_v1");
}
