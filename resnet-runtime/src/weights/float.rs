//! Half-precision numbers, widened and rounded.

/// IEEE 754 binary16 to f32, exactly. Without branches, so that a compiler makes
/// vectors of it.
#[inline(always)]
pub(crate) fn from_f16(bits: u16) -> f32 {
    /// The exponents' biases differ by so much.
    const REBIAS: f32 = f32::from_bits((127 + 127 - 15) << 23);
    /// The exponent of infinity and NaN.
    const SPECIAL: u32 = 0x1f << 23;
    let magnitude = u32::from(bits & 0x7fff) << 13;
    // Subnormals are subnormals of f32 here, which the product makes normal.
    let finite = (f32::from_bits(magnitude) * REBIAS).to_bits();
    let magnitude = if magnitude >= SPECIAL { magnitude | 0xff << 23 } else { finite };
    f32::from_bits(magnitude | u32::from(bits & 0x8000) << 16)
}

/// bfloat16 to f32, exactly: the upper half of its bits.
#[inline(always)]
pub(crate) fn from_bf16(bits: u16) -> f32 {
    f32::from_bits(u32::from(bits) << 16)
}

/// The largest finite numbers.
#[cfg(feature = "alloc")]
pub(super) const F16_MAX: f32 = 65504.0;
#[cfg(feature = "alloc")]
pub(super) const BF16_MAX: f32 = f32::from_bits(0x7f7f_0000);

/// The nearest binary16, ties to even, of a number within [`F16_MAX`].
#[cfg(feature = "alloc")]
pub(crate) fn to_f16(value: f32) -> u16 {
    /// The smallest normal number, 2^-14.
    const NORMAL: u32 = (127 - 14) << 23;
    let bits = value.to_bits();
    let (sign, magnitude) = (bits >> 16 & 0x8000, bits & 0x7fff_ffff);
    let rounded = if magnitude < NORMAL {
        // Beside 1/2 the last bit of an f32 counts 2^-24, as here.
        (f32::from_bits(magnitude) + 0.5).to_bits() - 0.5_f32.to_bits()
    } else {
        let odd = magnitude >> 13 & 1;
        (magnitude - ((127 - 15) << 23) + 0xfff + odd) >> 13
    };
    (sign | rounded) as u16
}

/// The nearest bfloat16, ties to even, of a number within [`BF16_MAX`].
#[cfg(feature = "alloc")]
pub(crate) fn to_bf16(value: f32) -> u16 {
    let bits = value.to_bits();
    let odd = bits >> 16 & 1;
    ((bits + 0x7fff + odd) >> 16) as u16
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;

    #[test]
    fn every_half_equals_the_reference() {
        for bits in 0..=u16::MAX {
            let (f16, bf16) = (half::f16::from_bits(bits), half::bf16::from_bits(bits));
            assert!(same(from_f16(bits), f16.to_f32()), "f16 {bits:#x}");
            assert!(same(from_bf16(bits), bf16.to_f32()), "bf16 {bits:#x}");
        }
    }

    /// Every half, what lies between it and the next, and their neighbours.
    #[test]
    fn rounding_equals_the_reference() {
        for bits in 0..=u16::MAX {
            for exact in [half::f16::from_bits(bits).to_f32(), half::bf16::from_bits(bits).to_f32()]
            {
                for part in [0, 1, 0xfff, 0x1000, 0x1001, 0x7fff, 0x8000, 0x8001, 0xffff] {
                    let value = f32::from_bits(exact.to_bits().wrapping_add(part));
                    if value.abs() <= F16_MAX {
                        assert_eq!(to_f16(value), half::f16::from_f32(value).to_bits(), "{value}");
                    }
                    if value.abs() <= BF16_MAX {
                        assert_eq!(
                            to_bf16(value),
                            half::bf16::from_f32(value).to_bits(),
                            "{value}"
                        );
                    }
                }
            }
        }
    }

    /// Bit for bit, except that any NaN equals any other.
    fn same(a: f32, b: f32) -> bool {
        a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
    }
}
