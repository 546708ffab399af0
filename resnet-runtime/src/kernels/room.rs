//! Memory in which weights of half precision become floats, part by part, just
//! before they are used.

use super::backend::Backend;
use super::memory::Shared;
use crate::values::Values;

/// As much for each thread. Where all weights are floats it may be empty.
#[doc(hidden)]
pub struct Room<'a> {
    /// What is left of the calling thread's.
    own: &'a mut [f32],
    /// Those of the others, one after another.
    others: &'a mut [f32],
    /// Floats of each.
    len: usize,
}

impl<'a> Room<'a> {
    /// No room, for weights that are floats.
    pub fn none() -> Self {
        Room { own: &mut [], others: &mut [], len: 0 }
    }

    /// Room for a thread, and as much for each of some others.
    pub(crate) fn new(own: &'a mut [f32], others: &'a mut [f32]) -> Self {
        let len = own.len();
        Room { own, others, len }
    }

    /// The same memory for as long as the loan lasts.
    pub fn lend(&mut self) -> Room<'_> {
        Room { own: self.own, others: self.others, len: self.len }
    }

    /// Takes floats of the calling thread's.
    ///
    /// # Panics
    ///
    /// If no more are left.
    pub(crate) fn take(&mut self, len: usize) -> &'a mut [f32] {
        let (taken, rest) = core::mem::take(&mut self.own).split_at_mut(len);
        self.own = rest;
        taken
    }

    /// For threads that run at once.
    pub(super) fn share(self) -> Rooms<'a> {
        Rooms { own: Shared::new(self.own), others: Shared::new(self.others), len: self.len }
    }
}

/// A [`Room`] of which each thread uses its own.
#[derive(Clone, Copy)]
pub(super) struct Rooms<'a> {
    own: Shared<'a>,
    others: Shared<'a>,
    len: usize,
}

impl<'a> Rooms<'a> {
    /// That of a thread; of the calling one, 0, what is left.
    ///
    /// # Panics
    ///
    /// If there is none for so many threads.
    ///
    /// # Safety
    ///
    /// While this loan lasts, nobody else uses the same thread's.
    pub unsafe fn of(&self, thread: usize) -> &'a mut [f32] {
        // SAFETY: threads have parts of their own, which `set_pool` has counted without
        // wrapping around; the rest is the caller's obligation.
        unsafe {
            match thread.checked_sub(1) {
                None => self.own.part(0..self.own.len()),
                Some(i) => self.others.part(i * self.len..(i + 1) * self.len),
            }
        }
    }

    /// That of a thread alone.
    ///
    /// # Safety
    ///
    /// As for [`of`](Self::of).
    pub unsafe fn only(&self, thread: usize) -> Room<'a> {
        // SAFETY: the caller's obligation.
        Room::new(unsafe { self.of(thread) }, &mut [])
    }
}

impl<'a> Values<'a> {
    /// The values as floats: where they lie, or expanded in `room`, of which the
    /// rest is returned.
    ///
    /// # Panics
    ///
    /// If there is not room enough.
    pub(crate) fn floats(self, backend: &Backend, mut room: Room<'a>) -> (&'a [f32], Room<'a>) {
        if let Values::F32(values) = self {
            return (values, room);
        }
        let floats = room.take(self.len());
        backend.widen(self, floats);
        (floats, room)
    }
}
