//! What passes through a network beside the maps: the weights not yet used,
//! and the observer of end points, if there is one.

use core::ops::ControlFlow;

use crate::kernels::{Backend, Room};
use crate::map::View;
use crate::team::Team;
use crate::values::Values;
use crate::workspace::Region;

/// Somebody who looks at end points. `Break` ends the inference.
#[doc(hidden)]
pub struct Tap<'a> {
    /// The one end point that is wanted; all of them if `None`.
    pub(crate) wanted: Option<usize>,
    pub(crate) observe: &'a mut dyn FnMut(usize, View<'_>) -> ControlFlow<()>,
}

/// The state of one inference.
#[doc(hidden)]
pub struct Engine<'a> {
    pub(crate) team: Team<'a>,
    weights: Values<'a>,
    pub(crate) scratch: &'a mut [f32],
    pub(crate) room: Room<'a>,
    /// The end point that comes next.
    index: usize,
    tap: Option<Tap<'a>>,
}

impl<'a> Engine<'a> {
    /// An inference that starts.
    pub fn new<'t: 'a>(
        team: Team<'a>,
        weights: Values<'a>,
        scratch: Region<'a>,
        room: Room<'a>,
        tap: Option<Tap<'t>>,
    ) -> Self {
        // A tap outlives the inference. Rebuilt, its lifetime may be shortened.
        let tap = tap.map(|Tap { wanted, observe }| Tap::<'a> { wanted, observe });
        Engine { team, weights, scratch: scratch.0, room, index: 0, tap }
    }

    /// The weights of the next layer. They lie in execution order.
    pub(crate) fn take(&mut self, len: usize) -> Values<'a> {
        #[cfg(feature = "profile")]
        crate::profile::mark(self.weights.len());
        let (taken, rest) = self.weights.split_at(len);
        self.weights = rest;
        taken
    }

    /// The weights of the next layer, which are needed once more.
    pub(crate) fn peek(&self, len: usize) -> Values<'a> {
        self.weights.part(0..len)
    }

    /// The parameters of a function of the user's.
    pub fn params(&mut self) -> Params<'_, 'a> {
        Params { weights: &mut self.weights, backend: self.team.backend, room: self.room.lend() }
    }

    /// Whether anybody looks at end points.
    pub(crate) fn watched(&self) -> bool {
        self.tap.is_some()
    }

    /// Whether the next end point will be looked at.
    pub(crate) fn wanted(&self) -> bool {
        self.tap.as_ref().is_some_and(|tap| tap.wanted.is_none_or(|i| i == self.index))
    }

    /// Shows the next end point to whoever wants it.
    pub fn see(&mut self, view: View<'_>) -> ControlFlow<()> {
        // A network has hundreds of calls, and as a rule nobody looks.
        if self.tap.is_none() { ControlFlow::Continue(()) } else { self.show(view) }
    }

    #[cold]
    fn show(&mut self, view: View<'_>) -> ControlFlow<()> {
        let (index, wanted) = (self.index, self.wanted());
        self.index += 1;
        match &mut self.tap {
            Some(tap) if wanted => (tap.observe)(index, view),
            _ => ControlFlow::Continue(()),
        }
    }

    /// Passes an end point that nobody wants.
    pub(crate) fn skip(&mut self) {
        self.index += 1;
    }

    /// To be called when all layers are done.
    pub fn finish(&self) {
        #[cfg(feature = "profile")]
        crate::profile::mark(0);
        debug_assert!(self.weights.len() == 0, "weights are left over");
    }
}

/// The parameters of a function of the user's as floats, as long as it runs.
pub struct Params<'p, 'w> {
    weights: &'p mut Values<'w>,
    backend: &'static Backend,
    room: Room<'p>,
}

impl<'p, 'w: 'p> Params<'p, 'w> {
    /// The next ones.
    pub(crate) fn take(&mut self, len: usize) -> &'p [f32] {
        #[cfg(feature = "profile")]
        crate::profile::mark(self.weights.len());
        let (taken, rest) = self.weights.split_at(len);
        *self.weights = rest;
        match taken {
            Values::F32(floats) => floats,
            _ => {
                let floats = self.room.take(len);
                self.backend.widen(taken, floats);
                floats
            }
        }
    }
}
