//! What AVX-512 and AVX2 share: the loop of a tile in assembly.

/// [`Vector::assembly`](crate::kernels::vector::Vector::assembly) for registers of a
/// name and of so many bytes. For each number of them that a tile may have their own
/// numbers, below 4: that one holds the input.
macro_rules! assembly {
    ($name:literal, $bytes:literal, $($registers:literal: $($n:literal)+),+) => {
        unsafe fn assembly<const N: usize>(
            a: &generic::Tile,
            pixels: &[*const f32],
            sums: &mut [[Self; N]],
        ) -> bool {
            for (pixel, sums) in pixels.iter().zip(sums) {
                match N {
                    // SAFETY: the trait's contract gives the instruction set; the loops
                    // end, and read what the caller lets us read, since `steps` and
                    // `step` are positive and count down to 0; the sums are `$registers`
                    // registers. Whatever is written to is an output, and no stack used.
                    $($registers => unsafe {
                        core::arch::asm!(
                            $(concat!("vmovups ", $name, $n, ", [{sums} + ", $n, "*", $bytes, "]"),)+
                            "2:",
                            "movsxd {input}, dword ptr [{offsets}]",
                            "lea {input}, [{pixel} + 4*{input}]",
                            "mov {rest}, {step}",
                            "3:",
                            concat!("vbroadcastss ", $name, "8, dword ptr [{input}]"),
                            $(concat!(
                                "vfmadd231ps ", $name, $n, ", ", $name, "8, ",
                                "[{weights} + ", $n, "*", $bytes, "]"
                            ),)+
                            "add {input}, 4",
                            "add {weights}, {width}",
                            "dec {rest}",
                            "jnz 3b",
                            "add {offsets}, 4",
                            "dec {steps}",
                            "jnz 2b",
                            $(concat!("vmovups [{sums} + ", $n, "*", $bytes, "], ", $name, $n),)+
                            sums = in(reg) sums.as_mut_ptr(),
                            pixel = in(reg) *pixel,
                            offsets = inout(reg) a.offsets => _,
                            steps = inout(reg) a.steps => _,
                            step = in(reg) a.step,
                            weights = inout(reg) a.weights => _,
                            width = in(reg) a.width * size_of::<f32>(),
                            input = out(reg) _,
                            rest = out(reg) _,
                            out("xmm0") _, out("xmm1") _, out("xmm2") _, out("xmm3") _,
                            out("xmm4") _, out("xmm5") _, out("xmm6") _, out("xmm7") _,
                            out("xmm8") _,
                            options(nostack),
                        );
                    },)+
                    _ => unreachable!("a tile of {N} registers"),
                }
            }
            true
        }
    };
}
