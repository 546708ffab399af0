//! Convolutions of ResNet-50, ResNet-18, ResNeXt-50 and of CIFAR's networks, each alone,
//! on every backend, beside `matrixmultiply::sgemm` of the same product:
//!
//! ```sh
//! cargo bench --features profile --bench kernels            # all
//! cargo bench --features profile --bench kernels -- resnet18 stem
//! ```
//!
//! GFLOP/s are those of the direct convolution, two for a multiply-add. The
//! percentage is the share of the multiply-adds per second that the core does in
//! vector registers alone, measured in the same run, of which AMX does more than all;
//! Winograd's counts the products that it computes, without its transforms; the algorithm
//! named is the first backend's. Weights and
//! maps stay in caches as far as they fit; `benches/network.rs` has them in turn. What
//! divan prints has neither.

use std::hint::black_box;
use std::time::{Duration, Instant};

use resnet::__private::{
    Activation, Conv, Engine, Layer, LayerKind, Leaf, Map, Region, Role, Room, Root, Team, Values,
    algorithm, enter, logits, packed_bytes, scratch_len,
};
use resnet::{AnyTensor, Backend, Boxed, Tensor, Workspace, profile, resnet};

resnet! {
    /// On which the speed of a backend in registers is measured.
    struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
    }
}

/// Turns, of which the fastest counts. Backends take turns with one another.
const ROUNDS: usize = 8;

/// How long a turn takes at least.
const TURN: Duration = Duration::from_millis(2);

/// Floats of the input, the output and the scratch memory of the largest layer.
const REGIONS: [usize; 3] = [1 << 20, 1 << 20, 1 << 24];

/// One that serves every layer.
type Memory = Workspace<{ REGIONS[0] + REGIONS[1] + REGIONS[2] }, Tensor<1, 1, 1>>;

const RELU: Activation = Activation::Relu;

static WEIGHT: [Leaf; 1] = [Leaf("weights", Role::Weight)];

struct Bench {
    /// Names that a layer must have one of.
    filters: Vec<String>,
    /// Each with its multiply-adds per second in registers.
    backends: Vec<(&'static Backend, f64)>,
    memory: Boxed<Memory>,
}

fn main() {
    let filters = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let net = Tiny::synthetic(0);
    let peak = |backend| {
        let mut workspace = Tiny::workspace();
        workspace.set_backend(backend);
        let attempt = |_| profile(&net, &Tensor::boxed(), &mut workspace, 1).macs_per_second;
        let peak = (0..20).map(attempt).fold(0.0, f64::max);
        println!("{}: {:.0} GFLOP/s in registers", backend.name(), 2e-9 * peak);
        (backend, peak)
    };
    let backends: Vec<_> = Backend::available().map(peak).collect();
    print!("{:26} {:>11} {:19} {:7}", "layer", "input", "filters", "");
    backends.iter().for_each(|(backend, _)| print!(" {:>13}", backend.name()));
    println!(" {:>8}", "sgemm");
    layers(&mut Bench { filters, backends, memory: Memory::boxed() });
}

/// `name: [H, W, CIN] => [HO, WO, COUT], size, stride, groups`.
macro_rules! convs {
    ($bench:ident: $(
        $name:literal: [$h:literal, $w:literal, $ci:literal] => [$ho:literal, $wo:literal, $co:literal],
        $size:literal / $stride:literal, $groups:literal;
    )*) => {$(
        $bench.conv::<$h, $w, $ci, $ho, $wo, $co, $size, $stride, $groups, { $size / 2 }>($name);
    )*};
}

fn layers(bench: &mut Bench) {
    bench.stem::<224, 3, 112, 64, 7, 2, 3>("resnet50 stem");
    convs! { bench:
        "resnet50 layer1 conv1": [56, 56, 256] => [56, 56, 64], 1 / 1, 1;
        "resnet50 layer1 conv2": [56, 56, 64] => [56, 56, 64], 3 / 1, 1;
        "resnet50 layer1 conv3": [56, 56, 64] => [56, 56, 256], 1 / 1, 1;
        "resnet50 layer2 conv2 / 2": [56, 56, 128] => [28, 28, 128], 3 / 2, 1;
        "resnet50 layer2 shortcut": [56, 56, 256] => [28, 28, 512], 1 / 2, 1;
        "resnet50 layer2 conv1": [28, 28, 512] => [28, 28, 128], 1 / 1, 1;
        "resnet50 layer2 conv2": [28, 28, 128] => [28, 28, 128], 3 / 1, 1;
        "resnet50 layer2 conv3": [28, 28, 128] => [28, 28, 512], 1 / 1, 1;
        "resnet50 layer3 conv1": [14, 14, 1024] => [14, 14, 256], 1 / 1, 1;
        "resnet50 layer3 conv2": [14, 14, 256] => [14, 14, 256], 3 / 1, 1;
        "resnet50 layer3 conv3": [14, 14, 256] => [14, 14, 1024], 1 / 1, 1;
        "resnet50 layer4 conv2 / 2": [14, 14, 512] => [7, 7, 512], 3 / 2, 1;
        "resnet50 layer4 conv1": [7, 7, 2048] => [7, 7, 512], 1 / 1, 1;
        "resnet50 layer4 conv2": [7, 7, 512] => [7, 7, 512], 3 / 1, 1;
        "resnet50 layer4 conv3": [7, 7, 512] => [7, 7, 2048], 1 / 1, 1;
    }
    bench.fc::<2048, 1000>("resnet50 fc");
    convs! { bench:
        "resnet18 layer2 conv1 / 2": [56, 56, 64] => [28, 28, 128], 3 / 2, 1;
        "resnet18 layer2 shortcut": [56, 56, 64] => [28, 28, 128], 1 / 2, 1;
        "resnet18 layer3 conv1 / 2": [28, 28, 128] => [14, 14, 256], 3 / 2, 1;
        "resnext50 layer1 conv2": [56, 56, 128] => [56, 56, 128], 3 / 1, 32;
        "resnext50 layer2 conv2 / 2": [56, 56, 256] => [28, 28, 256], 3 / 2, 32;
        "resnext50 layer3 conv2": [14, 14, 512] => [14, 14, 512], 3 / 1, 32;
        "resnext50 layer4 conv2": [7, 7, 1024] => [7, 7, 1024], 3 / 1, 32;
    }
    bench.stem::<32, 3, 32, 16, 3, 1, 1>("cifar stem");
    convs! { bench:
        "cifar layer1": [32, 32, 16] => [32, 32, 16], 3 / 1, 1;
        "cifar layer2 / 2": [32, 32, 16] => [16, 16, 32], 3 / 2, 1;
        "cifar layer2": [16, 16, 32] => [16, 16, 32], 3 / 1, 1;
        "cifar layer3": [8, 8, 64] => [8, 8, 64], 3 / 1, 1;
    }
    bench.fc::<64, 10>("cifar fc");
}

impl Bench {
    fn conv<
        const H: usize,
        const W: usize,
        const CI: usize,
        const HO: usize,
        const WO: usize,
        const CO: usize,
        const SIZE: usize,
        const STRIDE: usize,
        const GROUPS: usize,
        const HALO: usize,
    >(
        &mut self,
        name: &'static str,
    ) {
        let kind = LayerKind::Conv { size: SIZE, stride: STRIDE, rate: 1, groups: GROUPS };
        let layer = Layer::weighted(name, kind, [H, W, CI], [HO, WO, CO], &WEIGHT);
        let image = filled::<Tensor<H, W, CI>>();
        self.layer(&layer, SIZE, GROUPS, |team, [input, mut out, mut scratch], weights| {
            let map: Map<'_, H, W, CI, HALO> = enter(&image, input);
            turn(|| {
                let e = &mut Engine::new(team, weights, Region::none(), Room::none(), None);
                let (out, lent) = (out.lend(), &mut scratch);
                let out: Map<'_, HO, WO, CO> =
                    Conv::<CI, CO, SIZE, STRIDE, 1, GROUPS>::activated(&map, e, out, lent, RELU);
                black_box(&out);
            })
        });
    }

    /// Square, from the image itself.
    fn stem<
        const H: usize,
        const CI: usize,
        const HO: usize,
        const CO: usize,
        const SIZE: usize,
        const STRIDE: usize,
        const HALO: usize,
    >(
        &mut self,
        name: &'static str,
    ) {
        let kind = LayerKind::Root { size: SIZE, stride: STRIDE };
        let layer = Layer::weighted(name, kind, [H, H, CI], [HO, HO, CO], &WEIGHT);
        let image = filled::<Tensor<H, H, CI>>();
        self.layer(&layer, SIZE, 1, |team, [input, mut out, mut scratch], weights| {
            let image = Root::<CI, CO, SIZE, STRIDE>::pad::<H, H, HALO>(&image, input);
            turn(|| {
                let e = &mut Engine::new(team, weights, scratch.lend(), Room::none(), None);
                let out: Map<'_, HO, HO, CO> =
                    Root::<CI, CO, SIZE, STRIDE>::activated(&image, e, out.lend(), RELU);
                black_box(&out);
            })
        });
    }

    /// Fully connected.
    fn fc<const CI: usize, const CO: usize>(&mut self, name: &'static str) {
        let layer = Layer::weighted(name, LayerKind::Linear, [1, 1, CI], [1, 1, CO], &WEIGHT);
        let image = filled::<Tensor<1, 1, CI>>();
        self.layer(&layer, 1, 1, |team, [input, mut out, mut scratch], weights| {
            let map: Map<'_, 1, 1, CI> = enter(&image, input);
            turn(|| {
                let e = &mut Engine::new(team, weights, scratch.lend(), Room::none(), None);
                black_box(&logits::<1, 1, CI, 0, CO>(&map, e, out.lend()));
            })
        });
    }

    /// A line of the table.
    fn layer(
        &mut self,
        layer: &Layer,
        size: usize,
        groups: usize,
        run: impl Fn(Team<'_>, [Region<'_>; 3], Values<'_>) -> Duration,
    ) {
        let chosen = |filter: &String| layer.name.contains(filter.as_str());
        if !self.filters.is_empty() && !self.filters.iter().any(chosen) {
            return;
        }
        let table = std::slice::from_ref(layer);
        assert!(scratch_len(layer) <= REGIONS[2], "{}: too little scratch memory", layer.name);
        let weights = values(packed_bytes(table) as usize / size_of::<f32>());
        let mut times = vec![Duration::MAX; self.backends.len()];
        let mut sgemm = Duration::MAX;
        let product = Product::of(layer, size, groups);
        for _ in 0..ROUNDS {
            for ((backend, _), time) in self.backends.iter().zip(&mut times) {
                self.memory.set_backend(backend);
                let (team, _, _, regions) = self.memory.split(REGIONS);
                *time = (*time).min(run(team, regions, weights[..].into()));
            }
            sgemm = sgemm.min(product.turn());
        }
        let (name, _) = algorithm(layer, self.backends[0].0);
        let [h, w, c] = layer.input;
        let groups = if groups > 1 { format!(", {groups} groups") } else { String::new() };
        let filters = format!("{size}x{size}x{}{groups}", layer.output[2]);
        print!("{:26} {:>11} {filters:19} {name:7}", layer.name, format!("{h}x{w}x{c}"));
        let rate = |macs: u64, time: Duration| macs as f64 / time.as_secs_f64();
        for ((backend, peak), time) in self.backends.iter().zip(&times) {
            let share = 100.0 * rate(algorithm(layer, backend).1, *time) / peak;
            print!(" {:>7.1} {share:>3.0} %", 2e-9 * rate(layer.macs, *time));
        }
        println!(" {:>8.1}", 2e-9 * rate(layer.macs, sgemm));
    }
}

/// The matrix product of a layer, for each of its groups.
struct Product {
    pixels: usize,
    depth: usize,
    channels: usize,
    groups: usize,
    matrices: [Vec<f32>; 2],
}

impl Product {
    fn of(layer: &Layer, size: usize, groups: usize) -> Self {
        let ([_, _, cin], [h, w, cout]) = (layer.input, layer.output);
        let (pixels, depth, channels) = (h * w, size * size * cin / groups, cout / groups);
        let matrices = [values(pixels * depth), values(depth * channels)];
        Product { pixels, depth, channels, groups, matrices }
    }

    fn turn(&self) -> Duration {
        let (m, k, n) = (self.pixels, self.depth, self.channels);
        let [a, b] = &self.matrices;
        let mut c = vec![0.0; m * n];
        let strides = [k, n].map(|stride| stride as isize);
        turn(|| {
            for _ in 0..self.groups {
                // SAFETY: three matrices of whole rows, one behind another, as long
                // as `of` and the line above make them; `c` is borrowed alone.
                unsafe {
                    let (a, b, c) = (a.as_ptr(), b.as_ptr(), c.as_mut_ptr());
                    let [rsa, rsb] = strides;
                    matrixmultiply::sgemm(m, k, n, 1.0, a, rsa, 1, b, rsb, 1, 0.0, c, rsb, 1);
                }
                black_box(&c);
            }
        })
    }
}

/// The time of one call, of as many as fill a turn.
fn turn(mut work: impl FnMut()) -> Duration {
    work();
    let (start, mut calls) = (Instant::now(), 0);
    while start.elapsed() < TURN {
        work();
        calls += 1;
    }
    start.elapsed() / calls
}

/// Numbers from -1 to 1.
fn values(len: usize) -> Vec<f32> {
    (0..len).map(|i| (i * 7919 % 2003) as f32 / 1001.0 - 1.0).collect()
}

fn filled<T: AnyTensor>() -> Box<T> {
    let mut tensor = T::boxed();
    let values = values(tensor.values().len());
    tensor.values_mut().copy_from_slice(&values);
    tensor
}
