//! Networks for C. `export: "C"` expands to one `extern "C"` function for each
//! function here, which does nothing but call it.
//!
//! Nothing is owned across the boundary: all memory is the caller's, and a
//! network is a few words that say where its weights lie. The pointers of C are
//! checked in `caller.rs`, which alone makes references of them. No panic
//! crosses: whatever a caller can get wrong is a code, and with std any other
//! panic is caught, lest it end the program.

mod caller;
mod header;
mod status;

use core::ffi::{c_char, c_int, c_void};
#[cfg(feature = "alloc")]
use core::fmt::Write;

use self::caller::{ALIGNMENT, Memory, Text};
pub use self::header::{Header, header};
pub use self::status::{Status, strerror};
use crate::error::Error;
use crate::kernels::Backend;
use crate::network::{Classifier, Network};
use crate::output::AnyOutput;
use crate::tensor::AnyTensor;
use crate::values::Values;
use crate::weights::{self, Expected, Precision, Weights};
use crate::workspace::AnyWorkspace;

/// A network of C: where its packed weights lie.
#[derive(Debug)]
#[repr(C)]
pub struct Handle {
    values: *const c_void,
    len: usize,
    /// [`Precision`] as a number, as in a packed file.
    precision: u32,
}

/// Computes, in the manner of `*_forward` of a header.
///
/// # Safety
///
/// * A pointer that is not null, with the number behind it, is memory that is
///   there: `network`, its weights and `image` to be read, the others to be
///   written.
/// * During the call nobody writes to what is read here, nor uses what is
///   written.
/// * `network` is zeros, or was filled by a function of the same network's, and
///   the memory of its weights has been left alone since.
pub unsafe fn forward<N: Network>(
    network: *const Handle,
    image: *const f32,
    image_len: usize,
    output: *mut f32,
    output_len: usize,
    workspace: *mut c_void,
    workspace_bytes: usize,
) -> c_int {
    let arguments = Arguments {
        network,
        image: (image, image_len),
        output: (output, output_len),
        workspace: (workspace, workspace_bytes),
    };
    // SAFETY: the same obligations.
    guard(|| unsafe { arguments.compute(N::forward) })
}

/// As [`forward`], with probabilities.
///
/// # Safety
///
/// As for [`forward`].
pub unsafe fn predict<N: Classifier>(
    network: *const Handle,
    image: *const f32,
    image_len: usize,
    output: *mut f32,
    output_len: usize,
    workspace: *mut c_void,
    workspace_bytes: usize,
) -> c_int {
    let arguments = Arguments {
        network,
        image: (image, image_len),
        output: (output, output_len),
        workspace: (workspace, workspace_bytes),
    };
    // SAFETY: the same obligations.
    guard(|| unsafe { arguments.compute(N::predict) })
}

/// Those of [`forward`].
struct Arguments {
    network: *const Handle,
    image: (*const f32, usize),
    output: (*mut f32, usize),
    workspace: (*mut c_void, usize),
}

impl Arguments {
    /// # Safety
    ///
    /// As for [`forward`].
    unsafe fn compute<N: Network>(
        self,
        compute: for<'w> fn(&N, &N::Input, &'w mut N::Workspace) -> &'w N::Output,
    ) -> Result<(), Status> {
        let len = |shape: &[usize; 3]| shape.iter().product::<usize>();
        let network = place(self.network)?;
        let image = Memory::floats(self.image.0, self.image.1, len(&N::INPUT))?;
        let all = N::OUTPUTS.iter().map(len).sum();
        let output = Memory::floats(self.output.0, self.output.1, all)?;
        let workspace =
            Memory::lines(self.workspace.0, self.workspace.1, size_of::<N::Workspace>())?;
        // SAFETY: a network that is there, and which nobody writes.
        let handle = unsafe { self.network.read() };
        let (precision, weights) = handle.weights::<N>()?;
        workspace.apart(&[network, image, output, weights])?;
        output.apart(&[network, image, weights])?;
        let backend = Backend::known().ok_or(Status::Isa)?;
        // SAFETY: as many values as the network has, which nobody writes during
        // this call. That long the network lives: it is dropped below, and what
        // it computes is borrowed from the workspace.
        let weights: Values<'static> = unsafe {
            match precision {
                Precision::F32 => Values::F32(weights.values()),
                Precision::F16 => Values::F16(weights.bytes().as_chunks().0),
                Precision::Bf16 => Values::Bf16(weights.bytes().as_chunks().0),
            }
        };
        let net = N::from_weights(Weights::lying(weights));
        // SAFETY: of this size, apart from all else, used by nobody else.
        let workspace = unsafe { workspace.workspace::<N::Workspace>() };
        workspace.set_backend(backend);
        // SAFETY: floats that nobody writes during this call.
        let image = N::Input::view(unsafe { image.values() })?;
        let result = compute(&net, image, workspace);
        // SAFETY: apart from all else, used by nobody else.
        let mut output = unsafe { output.values_mut() };
        for (i, shape) in N::OUTPUTS.iter().enumerate() {
            let (tensor, rest) = output.split_at_mut(len(shape));
            tensor.copy_from_slice(result.values_of(i));
            output = rest;
        }
        Ok(())
    }
}

impl Handle {
    /// Where some values lie.
    fn of(values: Values<'_>) -> Self {
        let precision = match values {
            Values::F32(_) => Precision::F32,
            Values::F16(_) => Precision::F16,
            Values::Bf16(_) => Precision::Bf16,
        };
        let (values, len) = (values.start().cast(), values.len());
        Handle { values, len, precision: precision as u32 }
    }

    /// The weights, if there are as many as a network has, of a precision that it
    /// can use.
    fn weights<N: Network>(&self) -> Result<(Precision, Memory), Status> {
        let Expected { len, half, .. } = N::EXPECTED;
        let precision = Precision::of(self.precision).ok_or(Status::Network)?;
        if self.len != len || precision != Precision::F32 && !half {
            return Err(Status::Network);
        }
        let memory = Memory::new(self.values, len * precision.bytes(), ALIGNMENT);
        Ok((precision, memory.map_err(|_| Status::Network)?))
    }
}

/// Where a network lies, or will.
fn place(network: *const Handle) -> Result<Memory, Status> {
    Memory::new(network.cast(), size_of::<Handle>(), align_of::<Handle>())
}

/// Finds the values of a packed file where they lie.
///
/// # Safety
///
/// * A pointer that is not null, with the number behind it, is memory that is
///   there: `network` to be written, `file` to be read.
/// * During the call nobody else uses them.
pub unsafe fn from_packed<N: Network>(
    network: *mut Handle,
    file: *const c_void,
    file_bytes: usize,
) -> c_int {
    guard(|| {
        let file = Memory::new(file, file_bytes, 1)?;
        place(network)?.apart(&[file])?;
        // SAFETY: bytes that nobody writes during this call.
        let values = weights::values(unsafe { file.bytes() }, N::EXPECTED)?;
        let values = values.ok_or(Status::FileHalf)?;
        // SAFETY: a network that can be written.
        unsafe { network.write(Handle::of(values)) };
        Ok(())
    })
}

/// Checks all of a packed file.
///
/// # Safety
///
/// * If `file` is not null, `file_bytes` bytes can be read there.
/// * During the call nobody writes to them.
pub unsafe fn verify<N: Network>(file: *const c_void, file_bytes: usize) -> c_int {
    guard(|| {
        let file = Memory::new(file, file_bytes, 1)?;
        // SAFETY: bytes that nobody writes during this call.
        Ok(N::verify(unsafe { file.bytes() })?)
    })
}

/// Copies the values of a packed file of any precision into memory.
///
/// # Safety
///
/// As for [`from_packed`]; `memory` is written.
pub unsafe fn unpack<N: Network>(
    network: *mut Handle,
    file: *const c_void,
    file_bytes: usize,
    memory: *mut c_void,
    memory_bytes: usize,
) -> c_int {
    guard(|| {
        let place = place(network)?;
        let file = Memory::new(file, file_bytes, 1)?;
        let memory = Memory::lines(memory, memory_bytes, N::PACKED_BYTES)?;
        memory.apart(&[place, file])?;
        // SAFETY: bytes that nobody writes during this call, and others that
        // nobody else uses; they are apart.
        let (file, values) = unsafe { (file.bytes(), memory.values_mut()) };
        weights::unpack_into(file, N::EXPECTED, values)?;
        // SAFETY: a network that can be written.
        unsafe { network.write(Handle::of(Values::F32(values))) };
        Ok(())
    })
}

/// Folds and packs the weights of a safetensors file into memory.
///
/// # Safety
///
/// As for [`from_packed`]; `memory` and `message` are written.
#[cfg_attr(not(feature = "alloc"), allow(unused_variables))]
pub unsafe fn from_safetensors<N: Network>(
    network: *mut Handle,
    file: *const c_void,
    file_bytes: usize,
    memory: *mut c_void,
    memory_bytes: usize,
    message: *mut c_char,
    message_bytes: usize,
) -> c_int {
    guard(|| {
        let place = place(network)?;
        let file = Memory::new(file, file_bytes, 1)?;
        let memory = Memory::lines(memory, memory_bytes, N::PACKED_BYTES)?;
        memory.apart(&[place, file])?;
        if message_bytes > 0 {
            let message = Memory::new(message.cast(), message_bytes, 1)?;
            message.apart(&[place, file, memory])?;
        }
        // SAFETY: bytes that can be written, that nobody else uses, and that
        // are apart from all else.
        #[allow(unused_mut)]
        let mut text = unsafe { Text::new(message, message_bytes) }?;
        #[cfg(feature = "alloc")]
        {
            // SAFETY: bytes that nobody writes during this call.
            let net = N::from_safetensors(unsafe { file.bytes() }).map_err(|error| {
                // A message that is cut is one all the same.
                let _ = write!(text, "{error}");
                Status::from(error)
            })?;
            // SAFETY: as above.
            unsafe { keep(&net, network, memory) };
            Ok(())
        }
        #[cfg(not(feature = "alloc"))]
        Err(Status::Heap)
    })
}

/// The weights that are part of the program: where they lie, or, if they are
/// not packed before, in memory.
///
/// # Safety
///
/// * If they are not null, `network` can be written, and `memory_bytes` bytes
///   of `memory`.
/// * During the call nobody else uses them.
pub unsafe fn embedded<N: Network>(
    load: fn() -> Result<N, Error>,
    network: *mut Handle,
    memory: *mut c_void,
    memory_bytes: usize,
) -> c_int {
    guard(|| {
        let place = place(network)?;
        let net = load()?;
        if let Some(values) = net.weights().lasting() {
            // SAFETY: a network that can be written.
            unsafe { network.write(Handle::of(values)) };
            return Ok(());
        }
        let memory = Memory::lines(memory, memory_bytes, N::PACKED_BYTES)?;
        memory.apart(&[place])?;
        // SAFETY: both can be written, are apart, and nobody else uses them.
        unsafe { keep(&net, network, memory) };
        Ok(())
    })
}

/// Copies weights into memory, of as many bytes.
///
/// # Safety
///
/// * Both can be written, and are apart.
/// * During the call nobody else uses them.
unsafe fn keep<N: Network>(net: &N, network: *mut Handle, memory: Memory) {
    // SAFETY: those of this function.
    unsafe {
        let values = memory.values_mut();
        values.copy_from_slice(net.weights().floats().unwrap_or_default());
        network.write(Handle::of(Values::F32(values)));
    }
}

/// Bytes of memory that [`embedded`] needs.
pub fn embedded_bytes<N: Network>(load: fn() -> Result<N, Error>) -> usize {
    let is_fixed = load().is_ok_and(|net| net.weights().lasting().is_some());
    if is_fixed { 0 } else { N::PACKED_BYTES }
}

/// Calls, and makes a code of how it went.
fn guard(job: impl FnOnce() -> Result<(), Status>) -> c_int {
    #[cfg(feature = "std")]
    let result = {
        use std::panic::{AssertUnwindSafe, catch_unwind};
        // What a panic leaves half done is memory of the caller's, of which
        // nothing is promised then.
        catch_unwind(AssertUnwindSafe(job)).unwrap_or_else(|payload| {
            // To drop it might panic again: what is thrown then is not dropped.
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
                core::mem::forget(payload);
            }
            Err(Status::Panic)
        })
    };
    #[cfg(not(feature = "std"))]
    let result = job();
    result.err().unwrap_or(Status::Ok) as c_int
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;

    #[test]
    #[cfg_attr(not(panic = "unwind"), ignore = "a panic ends the program")]
    fn a_panic_is_a_code() {
        assert_eq!(guard(|| Ok(())), Status::Ok as c_int);
        assert_eq!(guard(|| Err(Status::Overlap)), Status::Overlap as c_int);
        assert_eq!(guard(|| panic!("of a function of the user's")), Status::Panic as c_int);
    }
}
