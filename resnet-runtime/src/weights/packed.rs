//! Packed files: the arena of a network's weights as it lies in memory, behind
//! a header of one cache line.
//!
//! `src/packed.md` of the facade describes it byte for byte.

#[cfg(feature = "alloc")]
use alloc::{format, vec::Vec};

use super::Weights;
use super::float;
use crate::error::{Error, PackedFault};
#[cfg(feature = "mmap")]
use crate::kernels::Mapping;
use crate::kernels::{floats_of, is_aligned};
use crate::values::Values;

const MAGIC: [u8; 8] = *b"\x89resnet\n";

/// To be raised whenever the header or the order of values changes; with it
/// that of the macro's `weights/packed.rs`.
const VERSION: u32 = 1;

/// Bytes of the header: values start on a cache line if the file does.
pub(crate) const HEADER: usize = 64;

/// Where the checksum stands.
const CHECKSUM: usize = 60;

/// How the values of a packed file are stored: they are used where they lie, without
/// a heap. Arithmetic is in f32 always.
///
/// Half precision halves the file, and the bytes that come from memory for each
/// image. In return each panel of weights is expanded in the workspace, just before it
/// is multiplied: large networks become faster, as weights are what they wait for, and
/// small ones a few percent slower, unless [`unpack`](crate::Network::unpack) expands
/// all weights once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Precision {
    /// Four bytes a value.
    #[default]
    F32,
    /// Two bytes, 11 bits of precision, up to 65504.
    F16,
    /// Two bytes, 8 bits of precision, the range of f32.
    Bf16,
}

impl Precision {
    const ALL: [Precision; 3] = [Precision::F32, Precision::F16, Precision::Bf16];

    /// That of a number.
    pub(crate) fn of(number: u32) -> Option<Self> {
        Precision::ALL.into_iter().find(|precision| *precision as u32 == number)
    }

    /// Bytes of a value.
    pub(crate) const fn bytes(self) -> usize {
        match self {
            Precision::F32 => 4,
            Precision::F16 | Precision::Bf16 => 2,
        }
    }
}

/// What a packed file must be to fit a network.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    /// Of the architecture.
    pub fingerprint: u64,
    /// Values.
    pub len: usize,
    /// Whether those of half precision can be used where they lie.
    pub half: bool,
}

/// See [`Network::from_packed`](crate::Network::from_packed).
pub(crate) fn from_packed(bytes: &'static [u8], expected: Expected) -> Result<Weights, Error> {
    match values(bytes, expected)? {
        Some(values) => Ok(Weights::lying(values)),
        #[cfg(feature = "alloc")]
        None => open(bytes, expected).map(|(precision, values)| expand(precision, values)),
        #[cfg(not(feature = "alloc"))]
        None => Err(Error::Packed(PackedFault::Heap)),
    }
}

/// The values of a packed file where they lie, unless the CPU has another order of
/// bytes.
pub(crate) fn values(bytes: &[u8], expected: Expected) -> Result<Option<Values<'_>>, Error> {
    let (precision, values) = open(bytes, expected)?;
    if precision != Precision::F32 && !expected.half {
        return Err(Error::Packed(PackedFault::Half));
    }
    if !is_aligned(values) {
        return Err(Error::Packed(PackedFault::Alignment));
    }
    Ok(lying(precision, values))
}

/// See [`Network::from_mapping`](crate::Network::from_mapping).
#[cfg(feature = "mmap")]
pub(crate) fn from_mapping(mapping: &Mapping, expected: Expected) -> Result<Weights, Error> {
    let weights = from_mapping_unverified(mapping, expected)?;
    mapping.populate();
    verify(mapping, expected)?;
    Ok(weights)
}

/// See [`Network::from_mapping_unverified`](crate::Network::from_mapping_unverified).
#[cfg(feature = "mmap")]
pub(crate) fn from_mapping_unverified(
    mapping: &Mapping,
    expected: Expected,
) -> Result<Weights, Error> {
    // Pages are aligned to much more than a cache line.
    if values(mapping, expected)?.is_some() {
        let (precision, _) = open(mapping, expected)?;
        return Ok(Weights(super::Storage::Mapped(mapping.clone(), precision)));
    }
    open(mapping, expected).map(|(precision, values)| expand(precision, values))
}

/// The values of a mapped file of which [`from_mapping_unverified`] has checked the header.
#[cfg(feature = "mmap")]
pub(super) fn values_of(mapping: &Mapping, precision: Precision) -> Values<'_> {
    lying(precision, &mapping[HEADER..]).unwrap_or(Values::F32(&[]))
}

fn lying(precision: Precision, bytes: &[u8]) -> Option<Values<'_>> {
    match precision {
        Precision::F32 => floats_of(bytes).map(Values::F32),
        Precision::F16 => Some(Values::F16(bytes.as_chunks().0)),
        Precision::Bf16 => Some(Values::Bf16(bytes.as_chunks().0)),
    }
}

/// See [`Network::verify`](crate::Network::verify).
pub(crate) fn verify(bytes: &[u8], expected: Expected) -> Result<(), Error> {
    let (_, values) = open(bytes, expected)?;
    let written = u32::from_le_bytes(array(bytes, CHECKSUM));
    let found = checksum(&bytes[..CHECKSUM], values);
    if found != written {
        return Err(Error::Packed(PackedFault::Checksum { expected: written, found }));
    }
    Ok(())
}

/// See [`Network::unpack`](crate::Network::unpack).
#[cfg(feature = "alloc")]
pub(crate) fn unpack(bytes: &[u8], expected: Expected) -> Result<Weights, Error> {
    verify(bytes, expected)?;
    let (precision, values) = open(bytes, expected)?;
    Ok(expand(precision, values))
}

/// [`unpack`] into an arena of the network's length.
pub(crate) fn unpack_into(
    bytes: &[u8],
    expected: Expected,
    arena: &mut [f32],
) -> Result<(), Error> {
    verify(bytes, expected)?;
    let (precision, values) = open(bytes, expected)?;
    fill(precision, values, arena);
    Ok(())
}

/// Checks the header, and finds the values.
fn open(bytes: &[u8], expected: Expected) -> Result<(Precision, &[u8]), Error> {
    header(bytes, expected).map_err(Error::Packed)
}

fn header(bytes: &[u8], expected: Expected) -> Result<(Precision, &[u8]), PackedFault> {
    if !bytes.starts_with(&MAGIC) {
        return Err(PackedFault::Magic);
    }
    let len = |expected: usize| PackedFault::Length {
        expected: expected as u64,
        found: bytes.len() as u64,
    };
    let Some((header, values)) = bytes.split_at_checked(HEADER) else {
        return Err(len(HEADER));
    };
    let u32_at = |at| u32::from_le_bytes(array(header, at));
    let u64_at = |at| u64::from_le_bytes(array(header, at));
    let (version, number) = (u32_at(8), u32_at(12));
    if version != VERSION {
        return Err(PackedFault::Version { expected: VERSION, found: version });
    }
    let Some(precision) = Precision::of(number) else {
        return Err(PackedFault::Precision { found: number });
    };
    let (fingerprint, count) = (u64_at(16), u64_at(24));
    if fingerprint != expected.fingerprint {
        let expected = expected.fingerprint;
        return Err(PackedFault::Fingerprint { expected, found: fingerprint });
    }
    if count != expected.len as u64 {
        return Err(PackedFault::Count { expected: expected.len as u64, found: count });
    }
    if header[32..CHECKSUM].iter().any(|byte| *byte != 0) {
        return Err(PackedFault::Reserved);
    }
    // The network's own length, which no file can make overflow.
    let bytes = expected.len * precision.bytes();
    if values.len() != bytes {
        return Err(len(HEADER + bytes));
    }
    Ok((precision, values))
}

/// Some bytes of a header, which is longer.
fn array<const N: usize>(header: &[u8], at: usize) -> [u8; N] {
    core::array::from_fn(|i| header[at + i])
}

fn checksum(header: &[u8], values: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(header);
    hasher.update(values);
    hasher.finalize()
}

/// The file of some values.
#[cfg(feature = "alloc")]
pub(crate) fn write(
    values: Values<'_>,
    precision: Precision,
    fingerprint: u64,
) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::with_capacity(HEADER + values.len() * precision.bytes());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((precision as u32).to_le_bytes());
    bytes.extend(fingerprint.to_le_bytes());
    bytes.extend((values.len() as u64).to_le_bytes());
    bytes.resize(HEADER, 0);
    match values {
        Values::F32(values) => append(values.iter().copied(), precision, &mut bytes)?,
        Values::F16(values) => {
            let values = values.iter().map(|v| float::from_f16(u16::from_le_bytes(*v)));
            append(values, precision, &mut bytes)?;
        }
        Values::Bf16(values) => {
            let values = values.iter().map(|v| float::from_bf16(u16::from_le_bytes(*v)));
            append(values, precision, &mut bytes)?;
        }
    }
    let sum = checksum(&bytes[..CHECKSUM], &bytes[HEADER..]);
    bytes[CHECKSUM..HEADER].copy_from_slice(&sum.to_le_bytes());
    Ok(bytes)
}

#[cfg(feature = "alloc")]
fn append(
    values: impl Iterator<Item = f32> + Clone,
    precision: Precision,
    bytes: &mut Vec<u8>,
) -> Result<(), Error> {
    let (limit, most) = match precision {
        Precision::F32 => (f32::MAX, "3.4028235e38"),
        Precision::F16 => (float::F16_MAX, "65504"),
        Precision::Bf16 => (float::BF16_MAX, "3.3895314e38"),
    };
    if let Some(found) = values.clone().find(|value| value.is_nan() || value.abs() > limit) {
        let found = format!("{found:?}");
        return Err(Error::Packed(PackedFault::Range { most, found }));
    }
    match precision {
        Precision::F32 => bytes.extend(values.flat_map(f32::to_le_bytes)),
        Precision::F16 => bytes.extend(values.flat_map(|v| float::to_f16(v).to_le_bytes())),
        Precision::Bf16 => bytes.extend(values.flat_map(|v| float::to_bf16(v).to_le_bytes())),
    }
    Ok(())
}

/// An arena of values that were stored in any precision.
#[cfg(feature = "alloc")]
fn expand(precision: Precision, bytes: &[u8]) -> Weights {
    Weights::new(bytes.len() / precision.bytes(), |arena| fill(precision, bytes, arena))
}

fn fill(precision: Precision, bytes: &[u8], arena: &mut [f32]) {
    fn widen<const N: usize>(arena: &mut [f32], bytes: &[u8], widen: impl Fn([u8; N]) -> f32) {
        for (value, bytes) in arena.iter_mut().zip(bytes.as_chunks().0) {
            *value = widen(*bytes);
        }
    }
    match precision {
        Precision::F32 => widen(arena, bytes, f32::from_le_bytes),
        Precision::F16 => widen(arena, bytes, |b| float::from_f16(u16::from_le_bytes(b))),
        Precision::Bf16 => widen(arena, bytes, |b| float::from_bf16(u16::from_le_bytes(b))),
    }
}
