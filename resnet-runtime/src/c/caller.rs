//! Memory of a caller who is not Rust. Whatever a number can tell is checked
//! before there is a reference; what cannot be is asked of the caller.

use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use super::status::Status;
use crate::layout::BLOCK;
use crate::workspace::{AnyWorkspace, Choice};

/// Where packed weights and workspaces start.
pub(super) const ALIGNMENT: usize = BLOCK * size_of::<f32>();

/// Some bytes, of which only the address and the number are known to be sound.
#[derive(Clone, Copy)]
pub(super) struct Memory {
    start: *mut u8,
    bytes: usize,
}

impl Memory {
    /// Refuses null, a start that is not a multiple of `align`, and more bytes
    /// than any object has.
    pub fn new(start: *const c_void, bytes: usize, align: usize) -> Result<Self, Status> {
        if start.is_null() {
            return Err(Status::Null);
        }
        if !start.addr().is_multiple_of(align) {
            return Err(Status::Alignment);
        }
        let end = start.addr().checked_add(bytes);
        if bytes > isize::MAX as usize || end.is_none() {
            return Err(Status::Length);
        }
        Ok(Memory { start: start.cast_mut().cast(), bytes })
    }

    /// Of exactly `len` floats, if the caller says so too.
    pub fn floats(start: *const f32, found: usize, len: usize) -> Result<Self, Status> {
        let memory = Memory::new(start.cast(), len * size_of::<f32>(), align_of::<f32>())?;
        if found == len { Ok(memory) } else { Err(Status::Length) }
    }

    /// Of at least `bytes` at a cache line, of which no more are used.
    pub fn lines(start: *const c_void, found: usize, bytes: usize) -> Result<Self, Status> {
        let memory = Memory::new(start, bytes, ALIGNMENT)?;
        if found >= bytes { Ok(memory) } else { Err(Status::Memory) }
    }

    /// Refuses an overlap with any of the others.
    pub fn apart(self, others: &[Memory]) -> Result<(), Status> {
        // `new` has made sure of the sums.
        let overlaps = |other: &Memory| {
            self.start.addr() < other.start.addr() + other.bytes
                && other.start.addr() < self.start.addr() + self.bytes
        };
        if others.iter().any(overlaps) { Err(Status::Overlap) } else { Ok(()) }
    }

    /// # Safety
    ///
    /// * The memory is there, and can be read.
    /// * While the slice lives, nobody writes to it.
    pub unsafe fn bytes<'a>(self) -> &'a [u8] {
        // SAFETY: the start is not null, the number is one of an object; the
        // rest is the caller's obligation.
        unsafe { core::slice::from_raw_parts(self.start, self.bytes) }
    }

    /// # Safety
    ///
    /// As for [`bytes`](Self::bytes), of memory that starts as floats do.
    pub unsafe fn values<'a>(self) -> &'a [f32] {
        // SAFETY: as above; any four bytes are a float.
        unsafe { core::slice::from_raw_parts(self.start.cast(), self.bytes / size_of::<f32>()) }
    }

    /// # Safety
    ///
    /// * The memory is there, and can be written. It starts as floats do.
    /// * While the slice lives, nobody else uses it.
    pub unsafe fn values_mut<'a>(self) -> &'a mut [f32] {
        // SAFETY: as above, and nobody else uses it.
        unsafe { core::slice::from_raw_parts_mut(self.start.cast(), self.bytes / size_of::<f32>()) }
    }

    /// The memory as a workspace with nothing chosen, whatever it holds.
    ///
    /// # Safety
    ///
    /// * The memory is there, can be written, and was made by
    ///   [`lines`](Self::lines) of the size of `W`.
    /// * While the workspace lives, nobody else uses it.
    pub unsafe fn workspace<'a, W: AnyWorkspace>(self) -> &'a mut W {
        const {
            assert!(align_of::<W>() == ALIGNMENT);
            // What a header says must be right for every target and feature.
            assert!(W::CHOICE % ALIGNMENT == 0 && size_of::<W>() == W::CHOICE + ALIGNMENT);
        }
        // SAFETY: a workspace is floats, of which any bytes are some, then the
        // choice, at `CHOICE`, which is written here. It is as long as `W` and
        // starts at a cache line. What C left there came through a call that no
        // compiler sees through, so that the bytes are some; which they are
        // matters to no result.
        unsafe {
            self.start.add(W::CHOICE).cast::<Choice>().write(Choice::NONE);
            &mut *self.start.cast()
        }
    }
}

/// Room for a text, which may be none.
pub(super) struct Text<'a> {
    room: &'a mut [MaybeUninit<u8>],
    len: usize,
}

impl<'a> Text<'a> {
    /// An empty text.
    ///
    /// # Safety
    ///
    /// As for [`Memory::values_mut`], for any bytes.
    pub unsafe fn new(start: *mut c_char, bytes: usize) -> Result<Self, Status> {
        if bytes == 0 {
            return Ok(Text { room: &mut [], len: 0 });
        }
        let memory = Memory::new(start.cast(), bytes, 1)?;
        // SAFETY: bytes that may have no value; the rest is the caller's
        // obligation.
        let room = unsafe { core::slice::from_raw_parts_mut(memory.start.cast(), memory.bytes) };
        let mut text = Text { room, len: 0 };
        text.end();
        Ok(text)
    }

    /// The zero behind the text.
    fn end(&mut self) {
        if let Some(end) = self.room.get_mut(self.len) {
            end.write(0);
        }
    }
}

impl fmt::Write for Text<'_> {
    /// What does not fit is cut, between characters, and ends the writing.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let free = self.room.len().saturating_sub(self.len + 1);
        let fits =
            (0..=free.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        for (to, byte) in self.room[self.len..].iter_mut().zip(&text.as_bytes()[..fits]) {
            to.write(*byte);
        }
        self.len += fits;
        self.end();
        if fits == text.len() { Ok(()) } else { Err(fmt::Error) }
    }
}
