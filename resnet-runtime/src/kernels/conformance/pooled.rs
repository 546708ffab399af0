//! Convolutions that are pooled as they are computed: the same bits as the convolution
//! alone, and the largest value of each window of them, whoever computes what.

use alloc::vec::Vec;

use super::conv::pool;
use super::half::Halves;
use super::shapes::{plain_shape, root_shape, shape};
use super::{Guarded, Random, Side, indices};
use crate::kernels::{
    Activation, AnyPlan, Args, Backend, ConvPlan, ConvShape, Epilogue, Pool, PoolKernel, Pooled,
    Room, Shared, Then, convolve,
};
use crate::layout::{clear_halo, map_len, to_nhwc};
use crate::team::Team;
use crate::values::{Half, Values};

/// What a convolution reads.
struct Case<'a> {
    plan: &'a ConvPlan,
    input: &'a [f32],
    weights: Values<'a>,
    activation: Activation,
}

impl Case<'_> {
    /// What it writes, and what is pooled of that.
    fn run(&self, team: Team<'_>, pool: Option<&Pool>, side: Side) -> [Vec<f32>; 2] {
        let plan = self.plan;
        let [.., c] = plan.shape.output;
        let pooled_len = pool.map_or(0, |p| map_len(p.output[0], p.output[1], c, p.halo));
        let mut input = Guarded::of(self.input, side);
        let (floats, halves) = match self.weights {
            Values::F32(floats) => (floats, &[][..]),
            Values::F16(halves) | Values::Bf16(halves) => (&[][..], halves),
        };
        let mut floats = Guarded::of(floats, side);
        let mut halves = Halves::of(halves, side);
        let lens = [plan.output_len, pooled_len, plan.scratch_len + (1 << 17)];
        let [mut output, mut pooled, mut scratch] = lens.map(|len| Guarded::new(len, side));
        let then = match pool {
            None => Then::Activate(self.activation),
            Some(pool) => {
                let map = Shared::new(pooled.get());
                let (activation, kernel) = (self.activation, Backend::max_pool as PoolKernel);
                Then::Pool(Pooled { activation, pool, map, kernel })
            }
        };
        let room_len = plan.shape.k_block().0 * plan.shape.step() * 64 + 1024;
        let [mut own, mut others] = [1, team.threads()].map(|n| Guarded::new(n * room_len, side));
        let args = Args {
            plan,
            input: input.get(),
            weights: match self.weights {
                Values::F32(_) => Values::F32(floats.get()),
                Values::F16(_) => Values::F16(halves.get()),
                Values::Bf16(_) => Values::Bf16(halves.get()),
            },
            output: output.get(),
            epilogue: Epilogue { residual: false, then },
            scratch: scratch.get(),
            room: &mut Room::new(own.get(), others.get()),
        };
        convolve(team, args);
        for buffer in [&mut output, &mut pooled, &mut scratch, &mut own, &mut others] {
            buffer.check(team.backend.name());
        }
        [output.get().to_vec(), pooled.get().to_vec()]
    }
}

/// The largest value of each window of a map, with the halo.
fn reference(pool: &Pool, map: &[f32], c: usize) -> Vec<f32> {
    let ([h, w], [ho, wo], size) = (pool.input, pool.output, pool.size);
    let mut values = alloc::vec![0.0; h * w * c];
    to_nhwc(map, [h, w, c], 0, &mut values);
    let mut pooled = alloc::vec![f32::NEG_INFINITY; ho * wo * c];
    for (i, (oy, ox, channel)) in indices([ho, wo, c]).enumerate() {
        for (ky, kx, _) in indices([size, size, 1]) {
            let y = (oy * pool.stride + ky).wrapping_sub(pool.before[0]);
            let x = (ox * pool.stride + kx).wrapping_sub(pool.before[1]);
            let is_inside = y < h && x < w;
            if is_inside || pool.counts_padding {
                let value = if is_inside { values[(y * w + x) * c + channel] } else { 0.0 };
                pooled[i] = pooled[i].max(value);
            }
        }
    }
    pooled
}

fn check(shape: ConvShape, random: &mut Random) {
    let plan = &AnyPlan::new(shape) as &ConvPlan;
    let [h, w, c] = shape.output;
    let input = random.values(plan.input_len);
    let weights = random.values(plan.packed_len);
    // The upper half of a float is a bfloat16.
    let halves: Vec<Half> =
        weights.iter().map(|weight| ((weight.to_bits() >> 16) as u16).to_le_bytes()).collect();
    let (size, stride) = (random.pick(&[1, 2, 3, 3, 5]), random.pick(&[1, 2, 2, 3]));
    let output = [h.div_ceil(stride), w.div_ceil(stride)];
    let same = |n: usize, out: usize| ((out - 1) * stride + size).saturating_sub(n) / 2;
    let before = [[size / 2; 2], [same(h, output[0]), same(w, output[1])]][random.pick(&[0, 1])];
    let pool_of = |counts_padding, halo| Pool {
        input: [h, w],
        border: 0,
        output,
        halo,
        size,
        stride,
        before,
        counts_padding,
    };
    let max = pool_of(random.pick(&[0, 1]) == 1, random.pick(&[0, 1, 2]));
    let activation =
        [Activation::None, Activation::Relu, Activation::Silu][random.pick(&[0, 1, 2])];
    for backend in Backend::available() {
        for weights in [(&*weights).into(), Values::Bf16(&halves)] {
            let case = Case { plan, input: &input, weights, activation };
            let alone = Team { backend, pool: pool(1) };
            let [map, _] = case.run(alone, None, Side::End);
            let want = reference(&max, &map, c);
            for threads in [1, 2, 3, 8] {
                let what = std::format!("{} x {threads} {shape:?} {before:?}", backend.name());
                let side = Side::ALL[random.next() as usize % Side::ALL.len()];
                let team = Team { backend, pool: pool(threads) };
                let [got, pooled] = case.run(team, Some(&max), side);
                assert!(got == map, "{what}: the map is not what it is alone");
                let mut cleared = pooled.clone();
                clear_halo(&mut cleared, [output[0], output[1], c], max.halo);
                assert!(cleared == pooled, "{what}: the halo is not zero");
                let mut values = alloc::vec![0.0; want.len()];
                to_nhwc(&pooled, [output[0], output[1], c], max.halo, &mut values);
                assert!(values == want, "{what} pool {size} / {stride}: not the largest values");
            }
        }
    }
}

#[test]
fn convolutions_are_pooled_as_they_are_computed() {
    let mut random = Random(11);
    // As many rows as make several blocks, on one thread as well as on eight.
    let root = root_shape([61, 130], 70);
    let plan = &AnyPlan::new(root) as &ConvPlan;
    assert!(plan.pooled_rows() < 31 / 2, "one block has no border");
    for _ in 0..3 {
        check(root, &mut random);
    }
    for size in [[9, 14], [20, 20]] {
        let shape = plain_shape(size, [32, 64], [1, 0]);
        assert!(AnyPlan::new(shape).winograd.is_some());
        check(shape, &mut random);
    }
    for _ in 0..40 {
        check(ConvShape { halo: 0, ..shape(&mut random) }, &mut random);
    }
}
