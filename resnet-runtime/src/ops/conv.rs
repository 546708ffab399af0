//! Convolutions between maps.

use core::ops::ControlFlow;

use crate::engine::Engine;
use crate::kernels::{Args, ConvPlan, ConvShape, Epilogue, Preact, Source, convolve};
use crate::layout::padded;
use crate::map::{Map, Stream};
use crate::workspace::Region;

/// A convolution from `CIN` to `COUT` channels with a `SIZE × SIZE` filter, a
/// stride and an atrous rate, padded as slim's `conv2d_same`. The dimensions
/// of the maps are on its methods: `H, W, HALO` of the input, `HO, WO, HALO_O`
/// of the output.
///
/// Its output is an end point, except for that of [`Conv::add`], whose end
/// points are the convolution alone and the sum.
pub struct Conv<
    const CIN: usize,
    const COUT: usize,
    const SIZE: usize,
    const STRIDE: usize,
    const RATE: usize = 1,
>;

impl<const CIN: usize, const COUT: usize, const SIZE: usize, const STRIDE: usize, const RATE: usize>
    Conv<CIN, COUT, SIZE, STRIDE, RATE>
{
    /// Evaluated in `const` blocks: a wrong dimension is a compile error.
    const fn plan<
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >() -> ConvPlan {
        ConvPlan::new(ConvShape {
            input: [H, W, CIN],
            output: [HO, WO, COUT],
            size: SIZE,
            stride: STRIDE,
            rate: RATE,
            source: Source::Map { halo: HALO },
            halo: HALO_O,
        })
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
    ) -> ControlFlow<(), Map<'r, HO, WO, COUT, HALO_O>> {
        let mut out = Map::new(out);
        let plan = const { &Self::plan::<H, W, HALO, HO, WO, HALO_O>() };
        plain(plan, e, x.values(), out.values_mut(), false);
        e.see(out.view())?;
        ControlFlow::Continue(out)
    }

    /// Convolution, bias and ReLU.
    pub fn relu<
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
    ) -> ControlFlow<(), Map<'r, HO, WO, COUT, HALO_O>> {
        let mut out = Map::new(out);
        let plan = const { &Self::plan::<H, W, HALO, HO, WO, HALO_O>() };
        plain(plan, e, x.values(), out.values_mut(), true);
        e.see(out.view())?;
        ControlFlow::Continue(out)
    }

    /// Convolution and bias, added to the running sum in place; then the
    /// preactivation of the sum for the next unit. Unless `keep` (or an
    /// observer) asks for it, the sum itself is not stored.
    pub fn add<
        's,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
    >(
        x: &Map<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        sum: Map<'s, HO, WO, COUT>,
        preact: Region<'s>,
        keep: bool,
    ) -> ControlFlow<(), Stream<'s, HO, WO, COUT>> {
        let preact = Map::new(preact);
        let plan = const { &Self::plan::<H, W, HALO, HO, WO, 0>() };
        residual::<HO, WO, COUT>(plan, e, x.values(), sum, preact, keep)
    }
}

/// A convolution into a map of its own.
#[inline(never)]
pub(super) fn plain(plan: &ConvPlan, e: &mut Engine<'_>, x: &[f32], out: &mut [f32], relu: bool) {
    alone(plan, e, x, out, relu);
    e.take(plan.shape().packed_len());
}

/// The same, of which the weights are needed once more.
fn alone(plan: &ConvPlan, e: &mut Engine<'_>, input: &[f32], output: &mut [f32], relu: bool) {
    let weights = e.peek(plan.shape().packed_len());
    let epilogue = Epilogue { accumulate: false, relu, keep: true, preact: None };
    convolve(e.backend, Args { plan, input, weights, output, epilogue, scratch: e.scratch });
}

/// The last convolution of a unit.
fn residual<'s, const H: usize, const W: usize, const C: usize>(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    x: &[f32],
    mut sum: Map<'s, H, W, C>,
    mut preact: Map<'s, H, W, C>,
    keep: bool,
) -> ControlFlow<(), Stream<'s, H, W, C>> {
    if e.wanted() {
        // The convolution alone exists nowhere in the fused layer. Whoever
        // wants to see it has it computed once more, so that the sum keeps
        // the same bits whether or not somebody looks.
        alone(plan, e, x, preact.values_mut(), false);
        e.see(preact.view())?;
    } else {
        e.skip();
    }
    fused(plan, e, x, sum.values_mut(), preact.values_mut(), keep || e.watched());
    e.see(sum.view())?;
    ControlFlow::Continue(Stream { sum, preact })
}

#[inline(never)]
fn fused(
    plan: &ConvPlan,
    e: &mut Engine<'_>,
    input: &[f32],
    output: &mut [f32],
    map: &mut [f32],
    keep: bool,
) {
    let weights = e.take(plan.shape().packed_len());
    let channels = padded(plan.shape().output[2]);
    let (scale, shift) = (e.take(channels), e.take(channels));
    let preact = Some(Preact { scale, shift, map });
    let epilogue = Epilogue { accumulate: true, relu: false, keep, preact };
    convolve(e.backend, Args { plan, input, weights, output, epilogue, scratch: e.scratch });
}
