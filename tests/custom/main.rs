//! Functions of the user's: as stages between blocks, and as kinds of unit.

#[path = "../common/mod.rs"]
mod common;
mod ghosts;
mod residuals;
mod stages;
mod units;

use std::collections::BTreeMap;

use resnet::{AnyTensor, Network, Role};
use safetensors::tensor::{Dtype, TensorView};

/// Shapes and values of a file, by name.
type Tensors = BTreeMap<String, (Vec<usize>, Vec<f32>)>;

fn image<N: Network>() -> Box<N::Input> {
    let mut image = N::Input::boxed();
    for (value, i) in image.values_mut().iter_mut().zip(0_u32..) {
        *value = (i.wrapping_mul(2_654_435_761) >> 8) as f32 / (1 << 23) as f32 - 1.0;
    }
    image
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// The bits of every end point by its name.
fn end_points<N: Network>(
    net: &N,
    image: &N::Input,
    workspace: &mut N::Workspace,
) -> BTreeMap<String, Vec<u32>> {
    let mut seen = BTreeMap::new();
    net.visit_end_points(image, workspace, |name, _, values| {
        seen.insert(name.to_owned(), bits(values));
    });
    seen
}

/// Values of a file for a network, by name.
fn values<N: Network>() -> Tensors {
    let mut seed = 1_u32;
    let mut value = |role: Role, fan_in: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let u = (seed >> 8) as f32 / (1 << 23) as f32 - 1.0;
        match role {
            Role::Gamma | Role::Variance => 1.0 + u / 4.0,
            Role::Weight => u * (2.0 / fan_in as f32).sqrt(),
            _ => u / 10.0,
        }
    };
    let tensors = N::TENSORS.iter().map(|spec| {
        let fan_in = spec.shape().iter().skip(1).product();
        let values = (0..spec.len()).map(|_| value(spec.role, fan_in)).collect();
        (spec.name.to_string(), (spec.shape().to_vec(), values))
    });
    tensors.collect()
}

fn file(tensors: &Tensors) -> Vec<u8> {
    let bytes: Vec<(String, Vec<usize>, Vec<u8>)> = tensors
        .iter()
        .map(|(name, (shape, values))| {
            (name.clone(), shape.clone(), values.iter().flat_map(|v| v.to_le_bytes()).collect())
        })
        .collect();
    let views = bytes.iter().map(|(name, shape, bytes)| {
        (name, TensorView::new(Dtype::F32, shape.clone(), bytes).expect("a tensor"))
    });
    safetensors::serialize(views, None).expect("a file")
}
