//! Every backend against plain loops in f64, over all tile remainders. Each case is
//! computed with guard pages before all of its buffers, and again with some behind.

mod conv;
mod guard;
mod half;
mod maps;
mod odd;
mod pooled;
mod products;
mod shapes;
mod tile;

use alloc::vec;
use alloc::vec::Vec;

use guard::{Guarded, Side};

use super::{Activation, Backend};
use crate::layout::{clear_halo, to_nhwc};

/// The numbers of a test, the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 >> 33
    }

    fn pick(&mut self, from: &[usize]) -> usize {
        from[self.next() as usize % from.len()]
    }

    fn values(&mut self, n: usize) -> Vec<f32> {
        (0..n).map(|_| self.next() as f32 / (1u64 << 30) as f32 - 1.0).collect()
    }
}

/// `f(x)`.
fn activated(activation: Activation, x: f64) -> f64 {
    match activation {
        Activation::None => x,
        Activation::Relu => x.max(0.0),
        Activation::Relu6 => x.clamp(0.0, 6.0),
        Activation::Silu => x / (1.0 + (-x).exp()),
        Activation::Sigmoid => 1.0 / (1.0 + (-x).exp()),
    }
}

fn indices([a, b, c]: [usize; 3]) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..a).flat_map(move |i| (0..b).flat_map(move |j| (0..c).map(move |k| (i, j, k))))
}

/// The largest magnitude.
fn largest(values: &[f64]) -> f64 {
    values.iter().fold(1e-30, |m, v| m.max(v.abs()))
}

/// Products added to `start` one by one, each step rounded once or twice, as the backend
/// does it.
fn assert_sum(sum: f32, start: f32, products: impl Iterator<Item = (f32, f32)>, what: &str) {
    let [mut fused, mut apart] = [start; 2];
    for (x, weight) in products {
        fused = x.mul_add(weight, fused);
        apart += x * weight;
    }
    assert!([fused, apart].contains(&sum), "{what}: {sum}, expected {fused} or {apart}");
}

/// Equal up to the rounding of sums of `depth` products, relative to `most`.
fn assert_close(got: &[f32], want: &[f64], most: f64, depth: usize, what: &str) {
    let worst = got.iter().zip(want).fold(0.0_f64, |m, (g, w)| {
        let error = (f64::from(*g) - w).abs() / most;
        if error.is_nan() { f64::INFINITY } else { m.max(error) }
    });
    let tolerance = 4e-7 * (depth as f64).sqrt() + 4e-7;
    assert!(worst <= tolerance, "{what}: error {worst:.2e}, tolerated {tolerance:.2e}");
}

/// The halo, and the channels that fill the last block, are zero.
fn check_halo(out: &mut [f32], output: [usize; 3], halo: usize, what: &str) {
    let [h, w, c] = output;
    let sum = |map: &[f32]| map.iter().map(|v| f64::from(v.abs())).sum::<f64>();
    let mut copy = out.to_vec();
    clear_halo(&mut copy, output, halo);
    let mut inside = vec![0.0; h * w * c];
    to_nhwc(out, output, halo, &mut inside);
    let (all, inside) = (sum(out), sum(&inside));
    assert!((all - inside).abs() <= 1e-9 * all, "{what}: padding is not zero");
}

/// A CI machine that lacks a backend must say so, rather than skip it.
#[test]
fn the_required_backend_is_available() {
    if let Ok(name) = std::env::var("RESNET_REQUIRE_ISA") {
        let names: Vec<_> = Backend::available().map(Backend::name).collect();
        assert!(Backend::named(&name).is_some(), "expected {name} among {names:?}");
    }
}
