//! Weights of half precision where they lie: the same bits as from the floats that
//! they are, whatever room there is, and nothing touched beside it.

use alloc::vec::Vec;

use super::conv::{kind, pool};
use super::shapes::{channels, narrow_shape, plain_shape, shape, taps_shape};
use super::{Guarded, Random, Side};
use crate::kernels::room::Room;
use crate::kernels::{
    Activation, AnyPlan, Args, Backend, ConvPlan, ConvShape, Epilogue, Then, convolve,
    convolve_narrow,
};
use crate::layer::{Layer, Leaf, Role, room_len};
use crate::layout::{BLOCK, padded};
use crate::team::Team;
use crate::values::{Half, Values};
use crate::weights::float;

/// Bytes one end of which lies at a page that nobody may touch.
pub(super) struct Halves {
    /// An even number of them.
    pages: Guarded,
}

impl Halves {
    pub fn of(halves: &[Half], side: Side) -> Self {
        let floats = halves.chunks_exact(2).map(|pair| {
            let [[a, b], [c, d]] = [pair[0], pair[1]];
            f32::from_ne_bytes([a, b, c, d])
        });
        Halves { pages: Guarded::of(&floats.collect::<Vec<_>>(), side) }
    }

    pub fn get(&mut self) -> &[Half] {
        let floats = self.pages.get();
        // SAFETY: a float is two halves, which may lie anywhere; the borrow passes on.
        unsafe { std::slice::from_raw_parts(floats.as_ptr().cast(), 2 * floats.len()) }
    }
}

/// A value as it is stored, and what that is as a float.
fn stored(value: f32, precision: usize) -> (Half, f32) {
    match precision {
        0 => (float::to_f16(value).to_le_bytes(), float::from_f16(float::to_f16(value))),
        _ => (float::to_bf16(value).to_le_bytes(), float::from_bf16(float::to_bf16(value))),
    }
}

/// What a convolution writes.
fn output(
    team: Team<'_>,
    plan: &ConvPlan,
    input: &[f32],
    weights: Values<'_>,
    mut room: Room<'_>,
    side: Side,
) -> Vec<f32> {
    let mut input = Guarded::of(input, side);
    let [mut output, mut scratch] =
        [plan.output_len, plan.scratch_len].map(|len| Guarded::new(len, side));
    let epilogue = Epilogue { residual: false, then: Then::Activate(Activation::Relu) };
    let args = Args {
        plan,
        input: input.get(),
        weights,
        output: output.get(),
        epilogue,
        scratch: scratch.get(),
        room: &mut room,
    };
    let compute = if plan.shape.is_narrow() { convolve_narrow } else { convolve };
    compute(team, args);
    for buffer in [&mut output, &mut scratch] {
        buffer.check(team.backend.name());
    }
    output.get().to_vec()
}

fn check(backend: &'static Backend, shape: ConvShape, precision: usize, random: &mut Random) {
    const LEAVES: &[Leaf] = &[Leaf("/w", Role::Weight), Leaf("/b", Role::Bias)];
    let threads = random.pick(&[1, 1, 2, 3, 8]);
    let team = Team { backend, pool: pool(threads) };
    let plan = AnyPlan::new(shape);
    let input = random.values(plan.input_len);
    let values = random.values(plan.packed_len);
    let (halves, floats): (Vec<Half>, Vec<f32>) =
        values.iter().map(|value| stored(*value, precision)).unzip();
    let mut floats = Guarded::of(&floats, Side::End);
    let floats = (&*floats.get()).into();
    let wanted = output(team, &plan, &input, floats, Room::none(), Side::End);
    assert!(wanted.iter().all(|value| value.is_finite()));

    let rows = shape.k_block().0 * shape.step();
    let layer = [Layer::weighted("x", kind(&shape), shape.input, shape.output, LEAVES)];
    let channels = padded(shape.output[2]);
    // The least that there can be, what small networks have, and large ones.
    for len in [
        3 * channels + rows * BLOCK,
        room_len(&layer, 0),
        room_len(&layer, 16 * rows * BLOCK),
        room_len(&layer, usize::MAX),
    ] {
        for side in Side::ALL {
            let mut stored = Halves::of(&halves, *side);
            let mut own = Guarded::new(len, *side);
            let mut others = Guarded::new(len * (threads - 1), *side);
            let room = Room::new(own.get(), others.get());
            let weights = match precision {
                0 => Values::F16(stored.get()),
                _ => Values::Bf16(stored.get()),
            };
            let found = output(team, &plan, &input, weights, room, *side);
            let what = std::format!("{} x {threads}, room {len}, {shape:?}", backend.name());
            for buffer in [&mut own, &mut others] {
                buffer.check(&what);
            }
            let same = found.iter().zip(&wanted).all(|(a, b)| a.to_bits() == b.to_bits());
            assert!(same, "{what}: other bits than those of floats");
        }
    }
}

#[test]
fn halves_have_the_bits_of_the_floats_that_they_are() {
    for backend in Backend::available() {
        let mut random = Random(5);
        for i in 0..160 {
            let shape = shape(&mut random);
            check(backend, shape, i % 2, &mut random);
        }
    }
}

/// Few channels, of which all points are multiplied at once, and many.
#[test]
fn halves_have_those_bits_in_winograd_convolutions() {
    for backend in Backend::available() {
        let mut random = Random(9);
        let mut shallow = [0; 2];
        for i in 0..40 {
            let [h, w] = [0; 2].map(|_| random.pick(&[7, 8, 12, 13, 28]));
            let [cin, cout] = channels(&mut random, i);
            let shape = plain_shape([h, w], [cin, cout], [1, random.pick(&[0, 1])]);
            if shape.winograd().is_some() {
                shallow[usize::from(shape.shallow_rows() > 0)] += 1;
                check(backend, shape, i % 2, &mut random);
            }
        }
        assert!(shallow.iter().all(|n| *n >= 5), "too few shapes of one kind: {shallow:?}");
    }
}

#[test]
fn halves_have_those_bits_in_winograd_convolutions_from_taps() {
    for backend in Backend::available() {
        let mut random = Random(11);
        let count = if cfg!(target_arch = "x86_64") { 7 } else { 2 };
        for i in 0..count {
            let shape = taps_shape(&mut random, i);
            check(backend, shape, i % 2, &mut random);
        }
    }
}

#[test]
fn halves_have_those_bits_in_narrow_groups() {
    for backend in Backend::available() {
        let mut random = Random(15);
        for i in 0..20 {
            let shape = narrow_shape(&mut random, 1 + i % 2);
            check(backend, shape, i % 2, &mut random);
        }
    }
}

/// Every half, in rows with gaps and without.
#[test]
fn every_backend_widens_exactly() {
    let halves: Vec<Half> = (0..=u16::MAX).map(u16::to_le_bytes).collect();
    for backend in Backend::available() {
        for [stride, columns] in [[64, 64], [64, 16], [48, 32], [80, 16]] {
            for side in Side::ALL {
                check_widening(backend, &halves, stride, columns, *side);
            }
        }
    }
}

fn check_widening(backend: &Backend, halves: &[Half], stride: usize, columns: usize, side: Side) {
    let rows = halves.len() / stride;
    // What lies behind the last columns is no longer read.
    let mut stored = Halves::of(&halves[..(rows - 1) * stride + columns], side);
    let halves = stored.get();
    for (values, widen) in [
        (Values::F16(halves), float::from_f16 as fn(u16) -> f32),
        (Values::Bf16(halves), float::from_bf16),
    ] {
        let mut floats = Guarded::new(rows * columns, side);
        backend.widen_columns(values, stride, columns, floats.get());
        floats.check(backend.name());
        for (i, found) in floats.get().iter().enumerate() {
            let bits = i / columns * stride + i % columns;
            let wanted = widen(bits as u16);
            let same = found.to_bits() == wanted.to_bits();
            // Some instructions quieten a signalling NaN.
            let both = found.is_nan() && wanted.is_nan();
            assert!(same || both, "{}: {bits:#x} became {found}", backend.name());
        }
    }
}
