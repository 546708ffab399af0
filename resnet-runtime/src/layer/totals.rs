//! What follows from all layers of a table together.

use super::{Layer, LayerKind, Layout, Role, TensorName, TensorSpec};
use crate::kernels::PANEL;
use crate::layout::{BLOCK, padded};
use crate::ops::norm_scratch;
use crate::twins::Twins;
use crate::workspace::largest;

/// Trained values of all layers.
pub(crate) const fn params(layers: &[Layer]) -> u64 {
    let (mut i, mut sum) = (0, 0);
    while i < layers.len() {
        sum += layers[i].params;
        i += 1;
    }
    sum
}

/// Multiply-adds of all layers.
#[doc(hidden)]
pub const fn macs(layers: &[Layer]) -> u64 {
    let (mut i, mut sum) = (0, 0);
    while i < layers.len() {
        sum += layers[i].macs;
        i += 1;
    }
    sum
}

/// Floats of the packed weights of all layers.
pub(crate) const fn packed_len(layers: &[Layer]) -> usize {
    let (mut i, mut sum) = (0, 0);
    let mut twins = Twins::new();
    // The last ones: a unit is shorter.
    let mut lens = [0; 64];
    while i < layers.len() {
        let len = match twins.of(layers, i) {
            Some(twin) if i - twin < lens.len() => lens[twin % lens.len()],
            _ => layers[i].packed_len(),
        };
        lens[i % lens.len()] = len;
        sum += len;
        i += 1;
    }
    sum
}

/// Bytes of the same.
#[doc(hidden)]
pub const fn packed_bytes(layers: &[Layer]) -> u64 {
    (packed_len(layers) * size_of::<f32>()) as u64
}

/// Threads that can compute parts of one convolution of groups at once.
const THREADS: usize = 8;

/// Floats of the scratch memory of a layer.
#[doc(hidden)]
pub const fn scratch_len(layer: &Layer) -> usize {
    match (layer.conv(), layer.kind) {
        // Threads that share a convolution share its memory, but those
        // that compute parts of it need some each.
        (Some(shape), _) => {
            let parts = layer.output[2] / shape.output[2];
            shape.scratch_len() * if parts < THREADS { parts } else { THREADS }
        }
        (None, LayerKind::GroupNorm { .. }) => norm_scratch(layer.output[2]),
        _ => 0,
    }
}

/// Floats in which weights of half precision are expanded, beside a workspace of
/// `len` floats: for each thread one K block of some columns of a panel, and what a
/// layer has for each channel. Columns are as many as any backend computes in one
/// pass, unless that is more than an eighth of the workspace: then fewer, since
/// whoever has little memory has a backend that computes 16.
#[doc(hidden)]
pub const fn room_len(layers: &[Layer], len: usize) -> usize {
    let (mut custom, mut channels, mut least, mut most) = (0, 0, 0, 0);
    let (mut i, mut twins) = (0, Twins::new());
    while i < layers.len() {
        let twin = twins.of(layers, i);
        if let LayerKind::Custom = layers[i].kind {
            // Functions have arrays of floats as their parameters, all at once.
            custom = largest(&[custom, layers[i].packed_len()]);
        } else if twin.is_none() && layers[i].packed_len() > 0 {
            channels = largest(&[channels, padded(layers[i].output[2])]);
            if let Some(shape) = layers[i].conv() {
                let columns = padded(shape.output[2]);
                let columns = if columns < PANEL { columns } else { PANEL };
                let rows = shape.k_block().0 * shape.step();
                least = largest(&[least, rows * BLOCK]);
                most = largest(&[most, rows * columns, shape.shallow_rows() * columns]);
            }
        }
        i += 1;
    }
    let eighth = len / 8 / BLOCK * BLOCK;
    let panel = if eighth < most { largest(&[least, eighth]) } else { most };
    // Bias, scale and shift.
    largest(&[custom, 3 * channels + panel])
}

/// How many tensors the layers have.
#[doc(hidden)]
pub const fn tensor_count(layers: &[Layer]) -> usize {
    let (mut i, mut sum) = (0, 0);
    while i < layers.len() {
        sum += layers[i].leaves.len();
        i += 1;
    }
    sum
}

/// The tensors of all layers, in their order.
#[doc(hidden)]
pub const fn tensors<const N: usize>(layers: &[Layer], layout: Layout) -> [TensorSpec; N] {
    let name = TensorName { prefix: "", leaf: "" };
    let none = TensorSpec { name, role: Role::Weight, dims: [0; 4], rank: 0, fan_in: 0 };
    let mut specs = [none; N];
    let (mut layer, mut n) = (0, 0);
    while layer < layers.len() {
        let mut i = 0;
        while i < layers[layer].leaves.len() {
            specs[n] = layers[layer].tensor(i, layout);
            n += 1;
            i += 1;
        }
        layer += 1;
    }
    specs
}

/// Checks a table against itself, so that a fault of the generator is an
/// error in `cargo check` already: every convolution is possible, and every
/// layer reads what one of the two layers before it wrote, or what that one
/// read (as a shortcut and the first convolution of a unit do).
///
/// # Panics
///
/// If it is not so. In a `const` item that is a compile error.
#[doc(hidden)]
pub const fn verify(layers: &[Layer]) {
    let mut i = 0;
    let mut twins = Twins::new();
    while i < layers.len() {
        let input = layers[i].input;
        if twins.of(layers, i).is_none()
            && let Some(shape) = layers[i].conv()
        {
            shape.check();
        }
        assert!(
            i == 0 || known(input, &layers[i - 1]) || i > 1 && known(input, &layers[i - 2]),
            "a layer reads a shape that the layer before it does not have"
        );
        i += 1;
    }
}

const fn known(shape: [usize; 3], layer: &Layer) -> bool {
    same(shape, layer.output) || same(shape, layer.input)
}

pub(crate) const fn same(a: [usize; 3], b: [usize; 3]) -> bool {
    a[0] == b[0] && a[1] == b[1] && a[2] == b[2]
}
