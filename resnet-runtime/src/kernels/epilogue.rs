//! What becomes of the sums of a convolution.

use core::ops::Range;

use super::backend::Backend;
use super::generic::Store;
use super::memory::Shared;
use super::plan::ConvPlan;
use super::pooled::Pooled;
use crate::layout::{BLOCK, blocks, halo_runs, plane};
use crate::team::share;

/// Applied to every value of a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Activation {
    /// `x`
    #[default]
    None,
    /// `max(x, 0)`
    Relu,
    /// `min(max(x, 0), 6)`
    Relu6,
    /// `x / (1 + exp(-x))`
    Silu,
    /// `1 / (1 + exp(-x))`, of gates. It makes channels that merely fill a
    /// block other than zero.
    Sigmoid,
}

impl Activation {
    /// Whether it needs a pass of its own over values just written. Tiles do
    /// without it: ReLU is one instruction, and the others are rare.
    const fn is_pass(self) -> bool {
        matches!(self, Activation::Relu6 | Activation::Silu | Activation::Sigmoid)
    }

    /// The least value of what it is in registers.
    const fn floor(self) -> f32 {
        match self {
            Activation::Relu => 0.0,
            _ => f32::NEG_INFINITY,
        }
    }

    /// The least and the greatest value that is left as it is.
    pub(super) const fn range(self) -> [f32; 2] {
        match self {
            Activation::Relu => [0.0, f32::INFINITY],
            Activation::Relu6 => [0.0, 6.0],
            _ => [f32::NEG_INFINITY, f32::INFINITY],
        }
    }
}

/// What is done to a sum before it is stored.
pub(crate) struct Epilogue<'a> {
    /// Whether it is added to what the output holds: the shortcut, in place.
    pub residual: bool,
    pub then: Then<'a>,
}

/// What follows the sum, the shortcut included.
pub(crate) enum Then<'a> {
    /// `output = f(sum)`.
    Activate(Activation),
    /// `preact = f(scale · sum + shift)`, a second output.
    Preactivate(Preact<'a>),
    /// `output = f(sum)`, and a max pool of that.
    Pool(Pooled<'a>),
}

/// A preactivation, written to a map without halo.
pub(crate) struct Preact<'a> {
    pub scale: &'a [f32],
    pub shift: &'a [f32],
    pub activation: Activation,
    pub map: Shared<'a>,
    /// Whether the sum is needed too. If not, the output is merely where
    /// partial sums lie, and holds unspecified values in the end.
    pub keep: bool,
}

/// Where one convolution writes. [`super::conv::convolve`] has checked every
/// length against the plan.
pub(super) struct Outputs<'a> {
    pub plan: &'a ConvPlan,
    pub bias: &'a [f32],
    pub output: Shared<'a>,
    pub epilogue: Epilogue<'a>,
}

impl Outputs<'_> {
    /// Zeros the halo in the channel blocks that fall to one of so many parts.
    /// Regions change type from layer to layer, so what lies around a fresh map
    /// is some other layer's values.
    pub fn clear_halo(&self, part: usize, parts: usize) {
        let ([h, w, c], halo) = (self.plan.shape.output, self.plan.shape.halo);
        if halo == 0 {
            return;
        }
        for block in share(blocks(c), part, parts) {
            let start = block * plane(h, w, halo);
            for run in halo_runs(h, w, halo) {
                // SAFETY: nobody else has to do with the halo of these blocks:
                // tiles write pixels.
                unsafe { self.output.part(start + run.start..start + run.end) }.fill(0.0);
            }
        }
    }

    /// How sums are stored from the start of row `y` and from `channel` on:
    /// those of the first K block, and of the last.
    pub fn store(&self, [first, last]: [bool; 2], channel: usize, y: usize) -> Store {
        let ([h, w, _], halo) = (self.plan.shape.output, self.plan.shape.halo);
        let at = |halo: usize| {
            let pixel = (y + halo) * (w + 2 * halo) + halo;
            channel / BLOCK * plane(h, w, halo) + pixel * BLOCK
        };
        let accumulate = !first || self.epilogue.residual;
        let output = self.output.at(at(halo));
        let mut store = Store::sums(output, plane(h, w, halo), accumulate);
        if first {
            store.bias = self.bias[channel..].as_ptr();
        }
        if !last {
            return store;
        }
        match &self.epilogue.then {
            Then::Activate(activation) | Then::Pool(Pooled { activation, .. }) => {
                store.floor = activation.floor();
            }
            Then::Preactivate(preact) => {
                store.keep = preact.keep;
                store.preact = preact.map.at(at(0));
                store.preact_plane = plane(h, w, 0);
                store.preact_floor = preact.activation.floor();
                store.scale = preact.scale[channel..].as_ptr();
                store.shift = preact.shift[channel..].as_ptr();
            }
        }
        store
    }

    /// Activates what was stored in a row, from the pixel `xs.start` to
    /// `xs.end`, where that is not done in registers.
    ///
    /// # Safety
    ///
    /// No other thread reads or writes these pixels meanwhile.
    pub unsafe fn activate(
        &self,
        backend: &Backend,
        channels: Range<usize>,
        y: usize,
        xs: Range<usize>,
    ) {
        let ([h, w, _], halo) = (self.plan.shape.output, self.plan.shape.halo);
        let (activation, map, halo) = match &self.epilogue.then {
            Then::Activate(activation) | Then::Pool(Pooled { activation, .. }) => {
                (*activation, self.output, halo)
            }
            Then::Preactivate(preact) => (preact.activation, preact.map, 0),
        };
        if !activation.is_pass() {
            return;
        }
        for block in channels.start / BLOCK..channels.end / BLOCK {
            let row = (y + halo) * (w + 2 * halo) + halo;
            let start = block * plane(h, w, halo) + row * BLOCK;
            // SAFETY: the caller's obligation.
            let run = unsafe { map.part(start + xs.start * BLOCK..start + xs.end * BLOCK) };
            backend.activate(activation, run);
        }
    }
}
