//! The time of each layer, beside what the machine could do.
//!
//! Weights lie in execution order and every layer takes its own, so that the
//! moments at which they are taken are all that is needed: an inference runs the
//! same code as without the feature, but for a look at the clock per layer.

use core::cell::RefCell;
use core::fmt;
use core::time::Duration;
use std::time::Instant;
use std::vec::Vec;

use crate::kernels::Backend;
use crate::layer::{Layer, LayerKind, packed_len};
use crate::network::Network;
use crate::values::Values;
use crate::workspace::AnyWorkspace;

std::thread_local! {
    /// While a profile is made: how many weights were left, and when.
    static MARKS: RefCell<Option<Vec<(usize, Instant)>>> = const { RefCell::new(None) };
}

/// The next layer takes its weights, of which so many are left.
pub(crate) fn mark(left: usize) {
    MARKS.with_borrow_mut(|marks| {
        if let Some(marks) = marks {
            marks.push((left, Instant::now()));
        }
    });
}

/// Times every layer of a network, in `rounds` inferences of which the fastest
/// counts, and measures in the same run what the core could do at most.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{Network, profile};
///
/// fn table<N: Network>(net: &N, image: &N::Input) {
///     println!("{}", profile(net, image, &mut N::workspace(), 20));
/// }
/// ```
pub fn profile<N: Network>(
    net: &N,
    image: &N::Input,
    workspace: &mut N::Workspace,
    rounds: usize,
) -> Profile {
    let bytes = match net.weights().values() {
        Values::F32(_) => 4,
        Values::F16(_) | Values::Bf16(_) => 2,
    };
    let backend = workspace.backend();
    let mut layers = weighted(N::LAYERS, bytes, backend);
    let left: Vec<usize> = layers.iter().map(|row| row.left).collect();
    let mut whole = Duration::MAX;
    for _ in 0..rounds.max(1) {
        MARKS.set(Some(Vec::with_capacity(2 * layers.len() + 1)));
        let start = Instant::now();
        net.forward(image, workspace);
        let marks = MARKS.take().unwrap_or_default();
        whole = whole.min(start.elapsed());
        for (layer, time) in layers.iter_mut().zip(times(&left, start, &marks)) {
            layer.time = layer.time.min(time);
        }
    }
    Profile {
        backend: backend.name(),
        macs_per_second: fastest(|| backend.peak(100_000)),
        bytes_per_second: fastest(|| read(net.weights().values())),
        time: whole,
        layers,
    }
}

/// What [`profile`] has measured. Its `Display` is a table.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Profile {
    /// The name of the backend.
    pub backend: &'static str,
    /// Multiply-adds that one core does in vector registers alone.
    pub macs_per_second: f64,
    /// Bytes of the packed weights that one core reads. Of a network that fits
    /// into a cache, this is the speed of the cache.
    pub bytes_per_second: f64,
    /// The fastest inference.
    pub time: Duration,
    /// The layers that have weights, in execution order.
    pub layers: Vec<LayerTime>,
}

/// The time of one layer that has weights.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LayerTime {
    /// The row of [`Network::LAYERS`].
    pub layer: &'static Layer,
    /// The fastest. Layers without weights count to the one before them, and so
    /// do preactivations, which a convolution computes along.
    pub time: Duration,
    /// `direct`, `F(2x2)` or `F(4x4)`, Winograd's; empty if nothing is convolved.
    pub algorithm: &'static str,
    /// Multiply-adds that the algorithm does, without its transforms.
    pub macs: u64,
    /// Bytes of its packed weights.
    pub bytes: u64,
    /// Weights of the network that are left when it takes its own.
    left: usize,
}

impl Profile {
    /// The least time that a layer can take: that of its multiply-adds or that
    /// of reading its weights, whichever is longer (the roofline model, Williams
    /// et al. 2009). What a matrix unit computes (AMX) may take less: the multiply-adds are
    /// those of vector registers.
    pub fn roofline(&self, layer: &LayerTime) -> Duration {
        let arithmetic = layer.macs as f64 / self.macs_per_second;
        Duration::from_secs_f64(arithmetic.max(layer.bytes as f64 / self.bytes_per_second))
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (peak, memory) = (2e-9 * self.macs_per_second, 1e-9 * self.bytes_per_second);
        writeln!(
            f,
            "{}: {peak:.0} GFLOP/s in registers, weights at {memory:.1} GB/s",
            self.backend
        )?;
        let width = self.layers.iter().map(|row| row.layer.name.len()).max().unwrap_or(0);
        writeln!(
            f,
            "{:width$}  {:>14}  {:>14}  {:>4}  {:7}  {:>9}  {:>9}  {:>8}  {:>5}",
            "layer", "input", "output", "size", "", "ms", "roofline", "GFLOP/s", "peak"
        )?;
        let (mut sum, mut least) = (Duration::ZERO, Duration::ZERO);
        for row in &self.layers {
            let ([h, w, c], [ho, wo, co]) = (row.layer.input, row.layer.output);
            let rate = row.macs as f64 / row.time.as_secs_f64();
            let roofline = self.roofline(row);
            (sum, least) = (sum + row.time, least + roofline);
            writeln!(
                f,
                "{:width$}  {:>14}  {:>14}  {:>4}  {:7}  {:>9.4}  {:>9.4}  {:>8.1}  {:>3.0} %",
                row.layer.name,
                std::format!("{h}x{w}x{c}"),
                std::format!("{ho}x{wo}x{co}"),
                row.layer.size(),
                row.algorithm,
                1e3 * row.time.as_secs_f64(),
                1e3 * roofline.as_secs_f64(),
                2e-9 * rate,
                100.0 * rate / self.macs_per_second,
            )?;
        }
        let [sum, least, whole] = [sum, least, self.time].map(|time| 1e3 * time.as_secs_f64());
        writeln!(f, "layers {sum:.3} ms, roofline {least:.3} ms; fastest inference {whole:.3} ms")
    }
}

/// The layers that take weights of so many bytes each, without times. A preactivation counts to the
/// convolution before it.
fn weighted(layers: &'static [Layer], bytes_of_value: usize, backend: &Backend) -> Vec<LayerTime> {
    let mut left = packed_len(layers);
    let mut rows: Vec<LayerTime> = Vec::new();
    for layer in layers {
        let len = layer.packed_len();
        let bytes = (len * bytes_of_value) as u64;
        match rows.last_mut() {
            _ if len == 0 => {}
            Some(last) if layer.kind == LayerKind::Preact => last.bytes += bytes,
            _ => {
                let (algorithm, macs) = algorithm(layer, backend);
                let time = Duration::MAX;
                rows.push(LayerTime { layer, time, algorithm, macs, bytes, left });
            }
        }
        left -= len;
    }
    rows
}

/// How a backend computes a layer, and the multiply-adds of that.
pub fn algorithm(layer: &Layer, backend: &Backend) -> (&'static str, u64) {
    let Some(shape) = layer.conv() else { return ("", layer.macs) };
    let Some(winograd) = shape.winograd() else { return ("direct", layer.macs) };
    let winograd = winograd.on(backend);
    let parts = layer.output[2] / shape.output[2];
    let products = winograd.points() * winograd.rows * winograd.columns;
    let macs = parts * products * shape.input[2] * shape.output[2];
    (if winograd.tile == 2 { "F(2x2)" } else { "F(4x4)" }, macs as u64)
}

/// The time of each layer: from one mark to the next. What comes before the
/// first mark, an image that gets its border, counts to the first layer.
fn times(left: &[usize], start: Instant, marks: &[(usize, Instant)]) -> Vec<Duration> {
    let mut times = std::vec![Duration::ZERO; left.len()];
    let mut row = 0;
    let mut since = start;
    for (at, when) in marks {
        if let Some(time) = times.get_mut(row) {
            *time += when.duration_since(since);
        }
        since = *when;
        // Weights become fewer from layer to layer.
        while left.get(row + 1).is_some_and(|next| at <= next) {
            row += 1;
        }
    }
    times
}

/// The most per second of five attempts.
fn fastest(work: impl Fn() -> u64) -> f64 {
    let attempt = |_| {
        let start = Instant::now();
        let n = work();
        n as f64 / start.elapsed().as_secs_f64().max(1e-9)
    };
    (0..5).map(attempt).fold(0.0, f64::max)
}

/// Reads values, and says how many bytes they were.
fn read(values: Values<'_>) -> u64 {
    // As integers, which may be added in any order: the compiler uses registers
    // of whichever width it likes.
    match values {
        Values::F32(values) => {
            let mut sums = [0; 64];
            for line in values.chunks_exact(64) {
                sums.iter_mut().zip(line).for_each(|(sum, value)| *sum ^= value.to_bits());
            }
            core::hint::black_box(sums);
            size_of_val(values) as u64
        }
        Values::F16(values) | Values::Bf16(values) => {
            let mut sums = [0; 128];
            for line in values.chunks_exact(128) {
                let line = line.iter().map(|value| u16::from_le_bytes(*value));
                sums.iter_mut().zip(line).for_each(|(sum, value)| *sum ^= value);
            }
            core::hint::black_box(sums);
            size_of_val(values) as u64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_counts_to_one_layer() {
        let start = Instant::now();
        let after = |ms| start + Duration::from_millis(ms);
        // The second layer takes two parts.
        let marks =
            [(100, after(1)), (70, after(3)), (60, after(3)), (20, after(10)), (0, after(30))];
        let times = times(&[100, 70, 20], start, &marks);
        assert_eq!(times, [3, 7, 20].map(Duration::from_millis));
    }
}
