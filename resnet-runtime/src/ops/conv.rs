//! Convolutions between maps.

use core::ops::ControlFlow;

use super::pool::Pooling;
use super::root::preactivate;
use crate::engine::Engine;
use crate::kernels::{
    Activation, Args, Backend, ConvPlan, ConvShape, Epilogue, Parts, Pool, PoolKernel, Pooled,
    Preact, Shared, Source, Then, convolve, convolve_parts, plan_of,
};
use crate::layout::padded;
use crate::map::{Map, Stream};
use crate::values::Values;
use crate::workspace::Region;

/// A convolution from `CIN` to `COUT` channels with a `SIZE × SIZE` filter, a
/// stride, an atrous rate and groups, padded as slim's `conv2d_same`. The
/// dimensions of the maps are on its methods: `H, W, HALO` of the input, `HO,
/// WO, HALO_O` of the output. What is `lent` is memory that a convolution may write to
/// while it runs; without it, it takes the engine's.
pub struct Conv<
    const CIN: usize,
    const COUT: usize,
    const SIZE: usize,
    const STRIDE: usize,
    const RATE: usize = 1,
    const GROUPS: usize = 1,
>;

impl<
    const CIN: usize,
    const COUT: usize,
    const SIZE: usize,
    const STRIDE: usize,
    const RATE: usize,
    const GROUPS: usize,
> Conv<CIN, COUT, SIZE, STRIDE, RATE, GROUPS>
{
    /// Evaluated in `const` blocks: a wrong dimension is a compile error.
    const fn shape<
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >() -> ConvShape {
        let shape = ConvShape {
            input: [H, W, CIN],
            output: [HO, WO, COUT],
            size: SIZE,
            stride: STRIDE,
            rate: RATE,
            source: Source::Map { halo: HALO },
            halo: HALO_O,
            group: CIN,
        };
        shape.part(GROUPS)
    }

    /// Convolution and bias.
    pub fn linear<
        'r,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        out: Region<'r>,
        lent: &mut Region<'_>,
    ) -> Map<'r, HO, WO, COUT, HALO_O> {
        let mut out = Map::new(out);
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, HALO_O>());
        let compute = if GROUPS == 1 { plain } else { grouped };
        compute(plan, e, x.values(), out.values_mut(), lent, Activation::None);
        out
    }

    /// Convolution, bias and activation.
    pub fn activated<
        'r,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        out: Region<'r>,
        lent: &mut Region<'_>,
        activation: Activation,
    ) -> Map<'r, HO, WO, COUT, HALO_O> {
        let mut out = Map::new(out);
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, HALO_O>());
        let compute = if GROUPS == 1 { plain } else { grouped };
        compute(plan, e, x.values(), out.values_mut(), lent, activation);
        out
    }

    /// Convolution, bias and activation, and a max pool of that while it is in the cache:
    /// both maps.
    pub fn pooled<
        'r,
        'p,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HP: usize,
        const WP: usize,
        const HALO_P: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        (out, pooled): (Region<'r>, Region<'p>),
        lent: &mut Region<'_>,
        activation: Activation,
        pooling: Pooling<HO, WO, HP, WP, HALO_P>,
    ) -> (Map<'r, HO, WO, COUT>, Map<'p, HP, WP, COUT, HALO_P>) {
        const { assert!(GROUPS == 1, "a convolution of groups is not pooled") };
        let (mut out, mut pooled) = (Map::new(out), Map::new(pooled));
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, 0>());
        let maps = [out.values_mut(), pooled.values_mut()];
        plain_pooled(plan, e, x.values(), maps, lent, (activation, &pooling.0));
        (out, pooled)
    }

    /// Shows the convolution and bias alone, which the layer that follows
    /// computes together with a sum. Whoever wants to see it has it computed
    /// once more, so that the sum keeps the same bits whether or not somebody
    /// looks. The weights are not used up.
    pub fn show<
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        out: Region<'_>,
        lent: &mut Region<'_>,
    ) -> ControlFlow<()> {
        if !e.wanted() {
            e.skip();
            return ControlFlow::Continue(());
        }
        let mut out = Map::<HO, WO, COUT, HALO_O>::new(out);
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, HALO_O>());
        alone(plan, e, x.values(), out.values_mut(), lent, Activation::None);
        e.see(out.view())
    }

    /// Convolution and bias, added to the running sum in place; then the
    /// preactivation of the sum for the next unit. Unless `keep` (or an
    /// observer) asks for it, the sum itself is not stored.
    // A frame of its own would be 64 bytes of a microcontroller's stack.
    #[inline]
    pub fn add<
        's,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const NEXT: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        (mut sum, preact): (Map<'s, HO, WO, COUT>, Region<'s>),
        lent: &mut Region<'_>,
        keep: bool,
        activation: Activation,
    ) -> Stream<'s, HO, WO, COUT, NEXT> {
        const { assert!(GROUPS == 1, "a convolution of groups has no sum") };
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, 0>());
        if NEXT > 0 {
            join(plan, e, x.values(), sum.values_mut(), lent, Activation::None);
            return preactivate(sum, e, preact, activation);
        }
        let mut preact = Map::new(preact);
        let keep = keep || e.watched();
        let maps = [sum.values_mut(), preact.values_mut()];
        fused(plan, e, x.values(), maps, lent, (keep, activation));
        Stream { sum, preact }
    }

    /// Convolution and bias, added to the shortcut in place; then activation.
    pub fn join<
        's,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        mut sum: Map<'s, HO, WO, COUT, HALO_O>,
        lent: &mut Region<'_>,
        activation: Activation,
    ) -> Map<'s, HO, WO, COUT, HALO_O> {
        const { assert!(GROUPS == 1, "a convolution of groups has no sum") };
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, HALO_O>());
        join(plan, e, x.values(), sum.values_mut(), lent, activation);
        sum
    }
}

/// A convolution into a map of its own.
pub(super) fn plain(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    output: &mut [f32],
    lent: &mut Region<'_>,
    activation: Activation,
) {
    let weights = e.take(plan.packed_len);
    whole(plan, e, weights, (input, output), lent, (false, activation));
}

/// A convolution into a map of its own, and a max pool of that.
#[inline(never)]
pub(super) fn plain_pooled(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    [output, pooled]: [&mut [f32]; 2],
    lent: &mut Region<'_>,
    (activation, pool): (Activation, &Pool),
) {
    let weights = e.take(plan.packed_len);
    let (map, kernel) = (Shared::new(pooled), Backend::max_pool as PoolKernel);
    let then = Then::Pool(Pooled { activation, pool, map, kernel });
    let epilogue = Epilogue { residual: false, then };
    let (scratch, room) = (lent.or(e.scratch), &mut e.room);
    convolve(e.team, Args { plan, input, weights, output, epilogue, scratch, room });
}

/// A convolution, of which the weights are needed once more.
fn alone(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    output: &mut [f32],
    lent: &mut Region<'_>,
    activation: Activation,
) {
    let weights = e.peek(plan.packed_len);
    whole(plan, e, weights, (input, output), lent, (false, activation));
}

/// A convolution added to a map in place.
fn join(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    output: &mut [f32],
    lent: &mut Region<'_>,
    activation: Activation,
) {
    let weights = e.take(plan.packed_len);
    whole(plan, e, weights, (input, output), lent, (true, activation));
}

/// A convolution of one part, added to what the output holds or not.
#[inline(never)]
fn whole(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    weights: Values<'_>,
    (input, output): (&[f32], &mut [f32]),
    lent: &mut Region<'_>,
    (residual, activation): (bool, Activation),
) {
    let epilogue = Epilogue { residual, then: Then::Activate(activation) };
    let (scratch, room) = (lent.or(e.scratch), &mut e.room);
    convolve(e.team, Args { plan, input, weights, output, epilogue, scratch, room });
}

/// A convolution of groups into a map of its own, part by part.
#[inline(never)]
fn grouped(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    output: &mut [f32],
    lent: &mut Region<'_>,
    activation: Activation,
) {
    let weights = e.take(output.len() / plan.output_len * plan.packed_len);
    let (scratch, room) = (lent.or(e.scratch), &mut e.room);
    convolve_parts(e.team, Parts { plan, input, weights, output, activation, scratch, room });
}

/// A convolution added to a map in place, with the preactivation of the sum.
#[inline(never)]
fn fused(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    [output, map]: [&mut [f32]; 2],
    lent: &mut Region<'_>,
    (keep, activation): (bool, Activation),
) {
    let weights = e.take(plan.packed_len);
    let channels = padded(plan.channels());
    let affine = e.take(2 * channels);
    let (affine, mut room) = affine.floats(e.team.backend, e.room.lend());
    let (scale, shift) = affine.split_at(channels);
    let preact = Preact { scale, shift, activation, map: Shared::new(map), keep };
    let epilogue = Epilogue { residual: true, then: Then::Preactivate(preact) };
    let (scratch, room) = (lent.or(e.scratch), &mut room);
    convolve(e.team, Args { plan, input, weights, output, epilogue, scratch, room });
}
