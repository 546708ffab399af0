//! Generated weights: each value a function of its tensor's name and its
//! index, so that any program can make the same network without a file.

use super::source::Source;
use super::{Format, Weights, pack};
use crate::layer::{Layer, Role, TensorName, TensorSpec};

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Weights of a seed. Uniform, zero mean, with a variance of a third of what
/// keeps activations (He et al. 2015, eq. 10) — residuals add up, and a deep
/// network with the whole of it would overflow.
pub(crate) fn synthetic(layers: &[Layer], format: &Format, seed: u64) -> Weights {
    pack::pack(layers, format, |_, spec| Source::Generated(Generator::new(spec, seed)))
}

/// All values of one tensor, as a file would have them.
#[cfg(test)]
pub(crate) fn values(spec: &TensorSpec, seed: u64) -> alloc::vec::Vec<f32> {
    let generator = Generator::new(spec, seed);
    (0..spec.len()).map(|i| generator.at(i)).collect()
}

/// The values of one tensor.
#[derive(Clone, Copy)]
pub(super) struct Generator {
    key: u64,
    centre: f64,
    spread: f64,
}

impl Generator {
    fn new(spec: &TensorSpec, seed: u64) -> Self {
        let (centre, spread) = match spec.role {
            Role::Weight => (0.0, 0.6 * libm::sqrt(6.0 / spec.fan_in as f64)),
            Role::Gamma | Role::Variance => (1.0, 0.25),
            Role::Bias | Role::Beta | Role::Mean | Role::Param => (0.0, 0.1),
        };
        Generator { key: key(spec.name, seed), centre, spread }
    }

    /// Splitmix64 over the index; 24 bits make a number in [-1, 1).
    pub fn at(&self, i: usize) -> f32 {
        let z = mix(self.key.wrapping_add((i as u64 + 1).wrapping_mul(GOLDEN)));
        let u = (z >> 40) as f64 / (1 << 23) as f64 - 1.0;
        (self.centre + self.spread * u) as f32
    }
}

/// FNV-1a of the name; seed 0 leaves it as it is.
fn key(name: TensorName, seed: u64) -> u64 {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    hash ^ mix(seed)
}

/// The finalizer of splitmix64 (Steele, Lea & Flood 2014). 0 stays 0.
fn mix(mut z: u64) -> u64 {
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}
