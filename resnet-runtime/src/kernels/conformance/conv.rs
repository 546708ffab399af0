//! Convolutions, direct and by Winograd's transform, with every epilogue.

use alloc::vec;
use alloc::vec::Vec;

use super::shapes::{channels, narrow_shape, plain_shape, root_shape, shape, taps_shape};
use super::{Guarded, Random, Side, activated, assert_close, check_halo, indices, largest};
use crate::kernels::{
    Activation, AnyPlan, Args, Backend, ConvShape, Epilogue, Preact, Room, Shared, Source, Then,
    convolve, convolve_narrow,
};
use crate::layer::{Layer, LayerKind, Layout, Leaf, Role};
use crate::layout::{from_nhwc, map_len, padded, to_nhwc};
use crate::team::Team;
use crate::weights::{self, Format, Weights};

pub(super) const FORMAT: Format = Format {
    layout: Layout::Hwio,
    epsilon: 1e-5,
    standardise: None,
    scope: "",
    leftovers: &[],
    unread: &[],
};
pub(super) const LEAVES: &[Leaf] = &[Leaf("/w", Role::Weight), Leaf("/b", Role::Bias)];

/// Threads that the tests have in common.
#[cfg(feature = "std")]
pub(super) fn pool(threads: usize) -> Option<&'static crate::pool::Pool> {
    use std::sync::OnceLock;
    static POOLS: [OnceLock<crate::pool::Pool>; 9] = [const { OnceLock::new() }; 9];
    (threads > 1).then(|| POOLS[threads].get_or_init(|| crate::pool::Pool::new(threads)))
}

/// Without std there are none.
#[cfg(not(feature = "std"))]
pub(super) fn pool(_: usize) -> core::marker::PhantomData<&'static ()> {
    core::marker::PhantomData
}

/// One convolution and what it must compute, channel last.
struct Case {
    plan: AnyPlan,
    input: Vec<f32>,
    packed: Weights,
    want: Vec<f64>,
    /// The largest sum that its terms would make, whether or not they cancel.
    size: f64,
}

/// The layer that has this shape.
pub(super) fn kind(shape: &ConvShape) -> LayerKind {
    let ConvShape { size, stride, rate, .. } = *shape;
    match shape.source {
        Source::Image { .. } => LayerKind::Root { size, stride },
        Source::Map { .. } => {
            LayerKind::Conv { size, stride, rate, groups: shape.input[2] / shape.group }
        }
    }
}

/// One convolution with every kind of epilogue on every backend.
fn check_conv(shape: ConvShape, random: &mut Random) {
    let [h, w, cin] = shape.input;
    let layer = Layer::weighted("x", kind(&shape), shape.input, shape.output, LEAVES);
    let [file, bias] =
        [0, 1].map(|i| weights::synthetic::values(&layer.tensor(i, Layout::Hwio), 1));
    let image = random.values(h * w * cin);
    let plan = AnyPlan::new(shape);
    let (want, size) = reference(&shape, &image, &file, &bias);
    let case = Case {
        input: source_map(&shape, &image, plan.input_len),
        plan,
        packed: weights::synthetic(&[layer], &FORMAT, 1),
        want,
        size,
    };
    let any = [Activation::None, Activation::Relu, Activation::Relu6, Activation::Silu];
    let mut activation = || any[random.pick(&[0, 1, 2, 3])];
    let [first, second] = [activation(), activation()];
    let threads = random.pick(&[1, 1, 2, 3, 8]);
    let last_residual = random.pick(&[0, 1]) == 0;
    let seed = random.next();
    for backend in Backend::available() {
        let team = Team { backend, pool: pool(threads) };
        let random = &mut Random(seed);
        case.check(team, false, Activation::None, None, random);
        case.check(team, false, first, None, random);
        case.check(team, true, first, None, random);
        case.check(team, true, Activation::Relu, Some(true), random);
        case.check(team, last_residual, second, Some(false), random);
    }
}

/// Multiply-adds of a convolution that takes long.
const LARGE: usize = 1 << 20;

impl Case {
    /// One epilogue; `preact` says whether there is one, and the sum is kept.
    fn check(
        &self,
        team: Team<'_>,
        residual: bool,
        activation: Activation,
        preact: Option<bool>,
        random: &mut Random,
    ) {
        let seed = random.next();
        // Of what takes long one side each, which emulators need. The next epilogue may have
        // the other.
        let sides = match self.plan.shape.rows() * self.want.len() {
            0..LARGE => Side::ALL,
            _ => &Side::ALL[random.next() as usize % Side::ALL.len()..][..1],
        };
        for side in sides {
            self.check_at(*side, team, residual, activation, preact, &mut Random(seed));
        }
    }

    /// The same with pages that nobody may touch at one end of every buffer.
    fn check_at(
        &self,
        side: Side,
        team: Team<'_>,
        residual: bool,
        activation: Activation,
        preact: Option<bool>,
        random: &mut Random,
    ) {
        let plan = &self.plan;
        let shape = &plan.shape;
        let [h, w, c] = shape.output;
        let what = std::format!(
            "{} x {} {shape:?} {residual} {activation:?} {preact:?}",
            team.backend.name(),
            team.threads()
        );
        let shortcut = random.values(self.want.len());
        let mut sums = self.want.clone();
        let mut input = Guarded::of(&self.input, side);
        let mut weights = Guarded::of(self.packed.floats().expect("they are f32"), side);
        let mut output = Guarded::new(plan.output_len, side);
        if residual {
            sums.iter_mut().zip(&shortcut).for_each(|(sum, x)| *sum += f64::from(*x));
            output.get().copy_from_slice(&blocked(&shortcut, shape.output, shape.halo));
        }
        let [mut scale, mut shift] = [0; 2].map(|_| random.values(c));
        let affine = |(i, x): (usize, &f64)| x * f64::from(scale[i % c]) + f64::from(shift[i % c]);
        let preacts: Vec<f64> =
            sums.iter().enumerate().map(affine).map(|x| activated(activation, x)).collect();
        scale.resize(padded(c), 0.0);
        shift.resize(padded(c), 0.0);
        let [mut scale, mut shift] = [scale, shift].map(|values| Guarded::of(&values, side));

        let mut second = Guarded::new(map_len(h, w, c, 0), side);
        let scratch_len = plan.scratch_len + random.pick(&[0, 1 << 14, 1 << 17]);
        let mut scratch = Guarded::new(scratch_len, side);
        let then = match preact {
            None => Then::Activate(activation),
            Some(keep) => {
                let map = Shared::new(second.get());
                let (scale, shift) = (&*scale.get(), &*shift.get());
                Then::Preactivate(Preact { scale, shift, activation, map, keep })
            }
        };
        let args = Args {
            plan,
            input: input.get(),
            weights: (&*weights.get()).into(),
            output: output.get(),
            epilogue: Epilogue { residual, then },
            scratch: scratch.get(),
            room: &mut Room::none(),
        };
        let compute = if shape.is_narrow() { convolve_narrow } else { convolve };
        compute(team, args);
        for buffer in [&mut output, &mut second, &mut scratch] {
            buffer.check(&what);
        }
        // What cancels leaves the error of its terms.
        let most = self.size.max(largest(&self.want)).max(largest(&sums));
        if preact.is_none() {
            sums.iter_mut().for_each(|sum| *sum = activated(activation, *sum));
        }
        if preact != Some(false) {
            self.compare(output.get(), shape.halo, (&sums, most), &what);
        }
        if preact.is_some() {
            self.compare(second.get(), 0, (&preacts, most), &what);
        }
    }

    fn compare(&self, map: &mut [f32], halo: usize, (want, most): (&[f64], f64), what: &str) {
        let shape = &self.plan.shape;
        let mut got = vec![0.0; want.len()];
        to_nhwc(map, shape.output, halo, &mut got);
        let depth = shape.size * shape.size * shape.input[2];
        assert_close(&got, want, most.max(largest(want)), depth, what);
        check_halo(map, shape.output, halo, what);
    }
}

/// What a convolution must compute, channel last, and the size of its largest sum, were
/// the signs of the terms random: the root of their squares.
fn reference(shape: &ConvShape, image: &[f32], weights: &[f32], bias: &[f32]) -> (Vec<f64>, f64) {
    let ([h, w, cin], [ho, wo, cout]) = (shape.input, shape.output);
    let mut out = Vec::with_capacity(ho * wo * cout);
    let mut size = 0.0_f64;
    for (oy, ox, co) in indices([ho, wo, cout]) {
        let mut sum = f64::from(bias[co]);
        let mut squares = sum * sum;
        for (ky, kx) in indices([shape.size, shape.size, 1]).map(|(y, x, _)| (y, x)) {
            let y = (oy * shape.stride + ky * shape.rate).wrapping_sub(shape.pad());
            let x = (ox * shape.stride + kx * shape.rate).wrapping_sub(shape.pad());
            if y >= h || x >= w {
                continue;
            }
            let first = co * cin / cout / shape.group * shape.group;
            for ci in 0..shape.group {
                let weight = weights[((ky * shape.size + kx) * shape.group + ci) * cout + co];
                let term = f64::from(image[(y * w + x) * cin + first + ci]) * f64::from(weight);
                sum += term;
                squares += term * term;
            }
        }
        out.push(sum);
        size = size.max(squares.sqrt());
    }
    (out, size)
}

/// The image as the convolution's source wants it.
fn source_map(shape: &ConvShape, image: &[f32], len: usize) -> Vec<f32> {
    let [h, w, c] = shape.input;
    match shape.source {
        Source::Image { halo } => {
            let mut map = vec![0.0; len];
            let width = (w + 2 * halo) * c;
            for (y, row) in image.chunks_exact(w * c).enumerate() {
                map[(y + halo) * width + halo * c..][..w * c].copy_from_slice(row);
            }
            map
        }
        Source::Map { halo } => blocked(image, [h, w, c], halo),
    }
}

/// Channel-last values as a map with a halo of zeros.
pub(super) fn blocked(values: &[f32], [h, w, c]: [usize; 3], halo: usize) -> Vec<f32> {
    let mut map = vec![f32::NAN; map_len(h, w, c, halo)];
    from_nhwc(values, [h, w, c], halo, &mut map);
    map
}

#[test]
fn convolutions_equal_the_reference() {
    let mut random = Random(7);
    for _ in 0..400 {
        let shape = shape(&mut random);
        check_conv(shape, &mut random);
    }
}

/// Both transforms, at every remainder of a map by a tile, with wide halos,
/// odd channels, and several blocks of tile rows.
#[test]
fn winograd_convolutions_equal_the_reference() {
    let mut random = Random(3);
    let mut counts = [0; 2];
    for i in 0..200 {
        let [h, w] = [0; 2].map(|_| random.pick(&[2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 28]));
        let h = if i % 10 == 0 { 90 } else { h };
        let [cin, cout] = channels(&mut random, i);
        let halos = [random.pick(&[1, 1, 2, 3]), random.pick(&[0, 1, 2])];
        let shape = plain_shape([h, w], [cin, cout], halos);
        if let Some(winograd) = shape.winograd() {
            counts[winograd.index()] += 1;
            check_conv(shape, &mut random);
        }
    }
    assert!(counts.iter().all(|n| *n >= 10), "too few shapes of one transform: {counts:?}");
}

/// K blocks of all remainders, panels of all widths.
#[test]
fn winograd_convolutions_from_taps_equal_the_reference() {
    let mut random = Random(23);
    // Elsewhere there is an emulator.
    let count = if cfg!(target_arch = "x86_64") { 28 } else { 5 };
    let mut in_registers = 0;
    for i in 0..count {
        let shape = taps_shape(&mut random, i);
        if let Some(four) = shape.winograd().and_then(|winograd| winograd.four_tiles()) {
            in_registers += 1;
            assert!(four.scratch_len(&shape) <= shape.scratch_len(), "{shape:?}");
        }
        check_conv(shape, &mut random);
    }
    assert_eq!(in_registers, count * 5 / 7);
}

/// At every remainder of a row.
#[test]
fn convolutions_of_narrow_groups_equal_the_reference() {
    let mut random = Random(5);
    for i in 0..80 {
        let shape = narrow_shape(&mut random, 1 + i % 2);
        assert!(shape.is_narrow(), "{shape:?}");
        check_conv(shape, &mut random);
    }
}

/// Large enough for a matrix unit: several groups of channels, of which the last is
/// smaller, tiles of all remainders, strides, rates, and little or much scratch memory.
#[test]
fn convolutions_of_large_maps_equal_the_reference() {
    let mut random = Random(19);
    // Elsewhere there is none, but an emulator.
    let count = if cfg!(target_arch = "x86_64") { 60 } else { 12 };
    for i in 0..count {
        let [size, stride] = [[1, 1], [1, 2], [3, 2], [2, 1], [3, 3], [3, 1]][i % 6];
        let rate = if [size, stride] == [3, 1] { 2 + i / 6 % 3 } else { 1 + i / 6 % 2 };
        let [h, w] = [0; 2].map(|_| stride * random.pick(&[10, 13, 14, 15, 16, 17, 23, 33]));
        let cin = random.pick(if size == 1 { &[32, 64, 224, 288] } else { &[32, 60, 96] });
        let reach = rate * (size - 1);
        let shape = ConvShape {
            input: [h, w, cin],
            output: [h / stride, w / stride, random.pick(&[5, 16, 48, 64, 80, 112, 130])],
            size,
            stride,
            rate,
            source: Source::Map { halo: reach - reach / 2 + random.pick(&[0, 0, 1]) },
            halo: random.pick(&[0, 1]),
            group: cin,
        };
        check_conv(shape, &mut random);
    }
}

/// The largest filter that reads an image, in several row blocks.
#[test]
fn a_root_convolution_equals_the_reference() {
    let shape = root_shape([224, 224], 80);
    assert!(AnyPlan::new(shape).row_block < 112, "{shape:?} has one row block");
    check_conv(shape, &mut Random(13));
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
        group: cin,
    };
    let mut random = Random(11);
    for shape in [
        map(40, 41, 272, 16, 1, 1, 0),
        map(40, 41, 272, 16, 1, 1, 1),
        map(60, 90, 48, 80, 3, 2, 0),
        map(31, 70, 130, 20, 1, 2, 0),
        map(40, 41, 272, 80, 1, 1, 0),
    ] {
        let plan = AnyPlan::new(shape);
        assert!(plan.row_block < shape.output[0], "{shape:?} has one row block");
        check_conv(shape, &mut random);
    }
}

/// Blocks of tile rows and panels at once, for both transforms.
#[test]
fn blocked_winograd_convolutions_equal_the_reference() {
    for (size, channels, tile) in [([14, 13], [336, 144], 2), ([41, 40], [80, 144], 4)] {
        let shape = plain_shape(size, channels, [1, 0]);
        let winograd = shape.winograd().expect("a transform pays here");
        assert_eq!(winograd.tile, tile, "{shape:?}");
        assert!(winograd.row_block < winograd.rows, "{shape:?} has one block");
        check_conv(shape, &mut Random(17));
    }
}
