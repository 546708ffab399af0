//! Every backend against plain loops in f64, over all tile remainders. Guard
//! values lie around each buffer.

use alloc::vec;
use alloc::vec::Vec;

use super::{Args, Backend, ConvPlan, ConvShape, Epilogue, Preact, Source, convolve};
use crate::layer::{Layer, LayerKind, Leaf, Role};
use crate::layout::{clear_halo, from_nhwc, map_len, padded, plane, to_nhwc};
use crate::weights::{self, Format};

const GUARD: f32 = f32::from_bits(0x7fc0_1234);
const GUARDS: usize = 64;
const FORMAT: Format = Format { epsilon: 1e-5, leftovers: &[] };
const LEAVES: &[Leaf] = &[Leaf("/w", Role::Weight), Leaf("/b", Role::Bias)];

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

/// A buffer of some length between guard values.
struct Guarded(Vec<f32>);

impl Guarded {
    fn new(len: usize) -> Self {
        Guarded(vec![GUARD; len + 2 * GUARDS])
    }

    fn get(&mut self) -> &mut [f32] {
        let end = self.0.len() - GUARDS;
        &mut self.0[GUARDS..end]
    }

    fn check(&self, what: &str) {
        let (start, end) = (&self.0[..GUARDS], &self.0[self.0.len() - GUARDS..]);
        let intact = start.iter().chain(end).all(|v| v.to_bits() == GUARD.to_bits());
        assert!(intact, "{what}: values outside of the buffer were written");
    }
}

/// What a convolution must compute, channel last.
fn reference(shape: &ConvShape, image: &[f32], weights: &[f32], bias: &[f32]) -> Vec<f64> {
    let ([h, w, cin], [ho, wo, cout]) = (shape.input, shape.output);
    let mut out = Vec::with_capacity(ho * wo * cout);
    for (oy, ox, co) in indices([ho, wo, cout]) {
        let mut sum = f64::from(bias[co]);
        for (ky, kx) in indices([shape.size, shape.size, 1]).map(|(y, x, _)| (y, x)) {
            let y = (oy * shape.stride + ky * shape.rate).wrapping_sub(shape.pad());
            let x = (ox * shape.stride + kx * shape.rate).wrapping_sub(shape.pad());
            if y >= h || x >= w {
                continue;
            }
            for ci in 0..cin {
                let weight = weights[((ky * shape.size + kx) * cin + ci) * cout + co];
                sum += f64::from(image[(y * w + x) * cin + ci]) * f64::from(weight);
            }
        }
        out.push(sum);
    }
    out
}

fn indices([a, b, c]: [usize; 3]) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..a).flat_map(move |i| (0..b).flat_map(move |j| (0..c).map(move |k| (i, j, k))))
}

/// The image as the convolution's source wants it.
fn source_map(shape: &ConvShape, image: &[f32], map: &mut [f32]) {
    let [h, w, c] = shape.input;
    map.fill(0.0);
    match shape.source {
        Source::Image { halo } => {
            let width = (w + 2 * halo) * c;
            for (y, row) in image.chunks_exact(w * c).enumerate() {
                map[(y + halo) * width + halo * c..][..w * c].copy_from_slice(row);
            }
        }
        Source::Map { halo } => {
            let mut flat = vec![0.0; map_len(h, w, c, 0)];
            from_nhwc(image, c, &mut flat);
            let (from, to) = (plane(h, w, 0), plane(h, w, halo));
            for (from, to) in flat.chunks_exact(from).zip(map.chunks_exact_mut(to)) {
                for (y, row) in from.chunks_exact(w * 16).enumerate() {
                    to[((y + halo) * (w + 2 * halo) + halo) * 16..][..w * 16].copy_from_slice(row);
                }
            }
        }
    }
}

fn assert_close(got: &[f32], want: &[f64], depth: usize, what: &str) {
    let most = want.iter().fold(1e-30_f64, |m, v| m.max(v.abs()));
    let worst = got.iter().zip(want).fold(0.0_f64, |m, (g, w)| {
        let error = (f64::from(*g) - w).abs() / most;
        if error.is_nan() { f64::INFINITY } else { m.max(error) }
    });
    let tolerance = 4e-7 * (depth as f64).sqrt() + 4e-7;
    assert!(worst <= tolerance, "{what}: error {worst:.2e}, tolerated {tolerance:.2e}");
}

/// One convolution with every epilogue on one backend.
fn check_conv(backend: &Backend, shape: ConvShape, random: &mut Random) {
    let what = std::format!("{} {shape:?}", backend.name());
    let ([h, w, cin], output) = (shape.input, shape.output);
    let kind = match shape.source {
        Source::Image { .. } => LayerKind::Root { size: shape.size, stride: shape.stride },
        Source::Map { .. } => {
            LayerKind::Conv { size: shape.size, stride: shape.stride, rate: shape.rate }
        }
    };
    let layer = Layer::weighted("x", kind, shape.input, output, LEAVES);
    let packed = weights::synthetic(&[layer], &FORMAT, 1);
    let [file, bias] = [0, 1].map(|i| weights::synthetic::values(&layer.tensor(i), 1));
    let image = random.values(h * w * cin);
    let want = reference(&shape, &image, &file, &bias);
    let depth = shape.size * shape.size * cin;

    let plan = ConvPlan::new(shape);
    let mut input = Guarded::new(plan.input_len);
    source_map(&shape, &image, input.get());
    let mut out = Guarded::new(plan.output_len);
    let mut scratch = Guarded::new(plan.scratch_len());
    let mut got = vec![0.0; want.len()];
    for relu in [false, true] {
        let epilogue = Epilogue { accumulate: false, relu, keep: true, preact: None };
        let args = Args {
            plan: &plan,
            input: input.get(),
            weights: packed.values(),
            output: out.get(),
            epilogue,
            scratch: scratch.get(),
        };
        convolve(backend, args);
        out.check(&what);
        scratch.check(&what);
        to_nhwc(out.get(), output, shape.halo, &mut got);
        let want: Vec<f64> = want.iter().map(|v| if relu { v.max(0.0) } else { *v }).collect();
        assert_close(&got, &want, depth, &what);
        check_halo(out.get(), output, shape.halo, &what);
    }
    if shape.halo == 0 {
        let want = (&want[..], depth, &what[..]);
        check_add(backend, &plan, input.get(), packed.values(), want, random);
    }
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

/// The fused residual: sum in place, preactivation, with and without the sum.
fn check_add(
    backend: &Backend,
    plan: &ConvPlan,
    input: &[f32],
    packed: &[f32],
    (want, depth, what): (&[f64], usize, &str),
    random: &mut Random,
) {
    let [h, w, c] = plan.shape().output;
    let (mut scale, mut shift) = (random.values(c), random.values(c));
    let shortcut = random.values(want.len());
    let sums: Vec<f64> = want.iter().zip(&shortcut).map(|(a, b)| a + f64::from(*b)).collect();
    let preacts = sums
        .iter()
        .enumerate()
        .map(|(i, sum)| (sum * f64::from(scale[i % c]) + f64::from(shift[i % c])).max(0.0));
    let preacts: Vec<f64> = preacts.collect();
    scale.resize(padded(c), 0.0);
    shift.resize(padded(c), 0.0);
    let mut got = vec![0.0; want.len()];
    for keep in [true, false] {
        let (mut sum, mut preact) = (Guarded::new(plan.output_len), Guarded::new(plan.output_len));
        from_nhwc(&shortcut, c, sum.get());
        let second = Preact { scale: &scale, shift: &shift, map: preact.get() };
        let epilogue = Epilogue { accumulate: true, relu: false, keep, preact: Some(second) };
        let mut scratch = Guarded::new(plan.scratch_len());
        let (output, scratch_values) = (sum.get(), scratch.get());
        let args = Args { plan, input, weights: packed, output, epilogue, scratch: scratch_values };
        convolve(backend, args);
        scratch.check(what);
        sum.check(what);
        preact.check(what);
        if keep {
            to_nhwc(sum.get(), [h, w, c], 0, &mut got);
            assert_close(&got, &sums, depth, what);
        }
        to_nhwc(preact.get(), [h, w, c], 0, &mut got);
        assert_close(&got, &preacts, depth, what);
        check_halo(preact.get(), [h, w, c], 0, what);
    }
}

fn shape(random: &mut Random) -> ConvShape {
    let image = random.next().is_multiple_of(5);
    let size =
        if image { random.pick(&[1, 2, 3, 4, 5, 7]) } else { random.pick(&[1, 1, 2, 3, 3, 5]) };
    let stride = random.pick(&[1, 1, 2, 3]);
    let rate = if image { 1 } else { random.pick(&[1, 1, 2, 3, 4]) };
    let [h, w] = [0; 2].map(|_| random.pick(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]));
    let cin = if image {
        random.pick(&[1, 2, 3, 4, 6])
    } else {
        random.pick(&[1, 3, 4, 8, 15, 16, 17, 33, 64, 130, 144])
    };
    let cout = random.pick(&[1, 5, 15, 16, 17, 31, 33, 48, 49, 64, 65, 80, 130]);
    let reach = rate * (size - 1);
    let halo = reach - reach / 2 + random.pick(&[0, 0, 1]);
    ConvShape {
        input: [h, w, cin],
        output: [h.div_ceil(stride), w.div_ceil(stride), cout],
        size,
        stride,
        rate,
        source: if image { Source::Image { halo } } else { Source::Map { halo } },
        halo: if image { 0 } else { random.pick(&[0, 0, 1, 2]) },
    }
}

/// A CI machine that lacks a backend must say so, rather than skip it.
#[test]
fn the_required_backend_is_available() {
    if let Ok(name) = std::env::var("RESNET_REQUIRE_ISA") {
        let names: Vec<_> = Backend::available().map(Backend::name).collect();
        assert!(Backend::named(&name).is_some(), "expected {name} among {names:?}");
    }
}

#[test]
fn convolutions_equal_the_reference() {
    for backend in Backend::available() {
        let mut random = Random(7);
        for _ in 0..400 {
            let shape = shape(&mut random);
            check_conv(backend, shape, &mut random);
        }
    }
}

/// Both transforms, at every remainder of a map by a tile, with wide halos,
/// odd channels, and several blocks of tile rows.
#[test]
fn winograd_convolutions_equal_the_reference() {
    for backend in Backend::available() {
        let mut random = Random(3);
        let mut counts = [0; 2];
        for i in 0..120 {
            let [h, w] = [0; 2].map(|_| random.pick(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 28]));
            let h = if i % 10 == 0 { 90 } else { h };
            let [cin, cout] = [0; 2].map(|_| random.pick(&[16, 30, 64, 70, 144]));
            let shape = ConvShape {
                input: [h, w, cin],
                output: [h, w, cout],
                size: 3,
                stride: 1,
                rate: 1,
                source: Source::Map { halo: random.pick(&[1, 1, 2, 3]) },
                halo: random.pick(&[0, 1, 2]),
            };
            if let Some(winograd) = shape.winograd() {
                counts[winograd.index()] += 1;
                check_conv(backend, shape, &mut random);
            }
        }
        assert!(counts.iter().all(|n| *n >= 10), "too few shapes of one transform: {counts:?}");
    }
}

/// The largest filter that reads an image, in several row blocks.
#[test]
fn a_root_convolution_equals_the_reference() {
    for backend in Backend::available() {
        let shape = ConvShape {
            input: [224, 224, 3],
            output: [112, 112, 80],
            size: 7,
            stride: 2,
            rate: 1,
            source: Source::Image { halo: 3 },
            halo: 0,
        };
        assert!(ConvPlan::new(shape).row_block < 112, "{shape:?} has one row block");
        check_conv(backend, shape, &mut Random(13));
    }
}

/// Maps large enough for several row blocks and K blocks at once.
#[test]
fn blocked_convolutions_equal_the_reference() {
    let map = |h, w, cin, cout, size, stride, halo| ConvShape {
        input: [h, w, cin],
        output: [h.div_ceil(stride), w.div_ceil(stride), cout],
        size,
        stride,
        rate: 1,
        source: Source::Map { halo: size / 2 },
        halo,
    };
    for backend in Backend::available() {
        let mut random = Random(11);
        for shape in [
            map(40, 41, 272, 16, 1, 1, 0),
            map(40, 41, 272, 16, 1, 1, 1),
            map(60, 90, 48, 80, 3, 2, 0),
            map(31, 70, 130, 20, 1, 2, 0),
            map(40, 41, 272, 80, 1, 1, 0),
        ] {
            let plan = ConvPlan::new(shape);
            assert!(plan.row_block < shape.output[0], "{shape:?} has one row block");
            check_conv(backend, shape, &mut random);
        }
    }
}

#[test]
fn maps_equal_the_reference() {
    for backend in Backend::available() {
        let mut random = Random(5);
        for _ in 0..100 {
            let [h, w] = [0; 2].map(|_| random.pick(&[1, 2, 3, 5, 8, 9]));
            let c = random.pick(&[1, 7, 16, 40]);
            let image = random.values(h * w * c);
            let mut map = vec![0.0; map_len(h, w, c, 0)];
            from_nhwc(&image, c, &mut map);
            check_pool(backend, [h, w, c], &image, &map, &mut random);
            check_mean(backend, [h, w, c], &image, &map);
            check_preactivate(backend, [h, w, c], &image, &map, &mut random);
        }
    }
}

fn check_pool(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    map: &[f32],
    random: &mut Random,
) {
    let (size, stride) = (random.pick(&[1, 2, 3, 4]), random.pick(&[1, 2, 3]));
    let (ho, wo) = (h.div_ceil(stride), w.div_ceil(stride));
    // TensorFlow's SAME: half of what the last window lacks, rounded down.
    let before = |n: usize, out: usize| ((out - 1) * stride + size).saturating_sub(n) / 2;
    let mut want = vec![f64::NEG_INFINITY; ho * wo * c];
    for (i, (oy, ox, c0)) in indices([ho, wo, c]).enumerate() {
        for (ky, kx, _) in indices([size, size, 1]) {
            let y = (oy * stride + ky).wrapping_sub(before(h, ho));
            let x = (ox * stride + kx).wrapping_sub(before(w, wo));
            if y < h && x < w {
                want[i] = want[i].max(f64::from(image[(y * w + x) * c + c0]));
            }
        }
    }
    let mut pooled = Guarded::new(map_len(ho, wo, c, 0));
    backend.max_pool(map, [h, w], size, stride, pooled.get());
    let what = std::format!("{} pool {size} / {stride} of {h} x {w} x {c}", backend.name());
    pooled.check(&what);
    let mut got = vec![0.0; want.len()];
    to_nhwc(pooled.get(), [ho, wo, c], 0, &mut got);
    let got: Vec<f64> = got.iter().map(|v| f64::from(*v)).collect();
    assert_eq!(got, want, "{what}");
}

fn check_mean(backend: &Backend, [h, w, c]: [usize; 3], image: &[f32], map: &[f32]) {
    let mut want = vec![0.0; c];
    for (i, value) in image.iter().enumerate() {
        want[i % c] += f64::from(*value) / (h * w) as f64;
    }
    let mut means = Guarded::new(padded(c));
    backend.mean(map, h * w, means.get());
    means.check("mean");
    // Against the size of the values: a mean of both signs may be next to 0.
    for (got, want) in means.get().iter().zip(&want) {
        assert!((f64::from(*got) - want).abs() <= 5e-7, "mean {got}, expected {want}");
    }
}

fn check_preactivate(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    map: &[f32],
    random: &mut Random,
) {
    let (mut scale, mut shift) = (random.values(c), random.values(c));
    let affine = |(i, x): (usize, &f32)| {
        (f64::from(*x) * f64::from(scale[i % c]) + f64::from(shift[i % c])).max(0.0)
    };
    let want: Vec<f64> = image.iter().enumerate().map(affine).collect();
    scale.resize(padded(c), 0.0);
    shift.resize(padded(c), 0.0);
    let mut preact = Guarded::new(map_len(h, w, c, 0));
    backend.preactivate(map, [&scale, &shift], h * w, preact.get());
    preact.check("preactivation");
    check_halo(preact.get(), [h, w, c], 0, "preactivation");
    let mut got = vec![0.0; want.len()];
    to_nhwc(preact.get(), [h, w, c], 0, &mut got);
    assert_close(&got, &want, 1, "preactivation");
}
