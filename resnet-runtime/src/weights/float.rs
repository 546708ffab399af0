//! Half-precision numbers, widened.

/// IEEE 754 binary16 to f32, exactly.
pub(super) fn from_f16(bits: u16) -> f32 {
    let (sign, exponent, fraction) = (bits >> 15, bits >> 10 & 0x1f, bits & 0x3ff);
    let magnitude = match exponent {
        // Subnormal: a multiple of 2^-24, exact in f32.
        0 => f32::from(fraction) / (1 << 24) as f32,
        0x1f => f32::from_bits(0xff << 23 | u32::from(fraction) << 13),
        _ => f32::from_bits((u32::from(exponent) + 127 - 15) << 23 | u32::from(fraction) << 13),
    };
    if sign == 0 { magnitude } else { -magnitude }
}

/// bfloat16 to f32, exactly: the upper half of its bits.
pub(super) fn from_bf16(bits: u16) -> f32 {
    f32::from_bits(u32::from(bits) << 16)
}

#[cfg(test)]
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

    /// Bit for bit, except that any NaN equals any other.
    fn same(a: f32, b: f32) -> bool {
        a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
    }
}
