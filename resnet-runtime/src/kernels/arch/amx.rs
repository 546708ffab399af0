//! AMX: the matrix unit of Xeons since Sapphire Rapids, for direct convolutions of large
//! maps. All else is AVX-512's.

use core::arch::asm;
use core::arch::x86_64::*;
use core::mem::offset_of;

use super::avx512;
pub(super) use super::avx512::{FEW, NARROW, PRODUCTS, avg_pool, blur, max_pool, moments, points};
use crate::kernels::backend::Tiles;
use crate::kernels::generic::{PIXELS, Store};
use crate::kernels::matrix::{Matrix, Multiply, Split, TERMS, TILE, TILE_LEN};
use crate::kernels::registers::zeros;
use crate::kernels::{Backend, ConvKernel};
use crate::layout::BLOCK;

pub(super) static BACKEND: Backend =
    avx512::backend("amx", is_available, ConvKernel::Matrix(TILES));

/// AVX-512's `lines` are a Zen 4's, which has faster memory.
const TILES: Tiles = Tiles { lines: Tiles::LINES, ..avx512::TILES };

pub(super) static MATRIX: Matrix = Matrix {
    begin,
    end,
    split,
    multiply: [[multiply_1x1, multiply_1x2], [multiply_2x1, multiply_2x2]],
    finish: [finish::<1>, finish::<2>],
};

/// Whether the CPU has the unit, and the system lets this process use it: Linux hands out
/// the memory for its registers only to those who ask.
/// Pointers of 32 bits, which x86-64 has too, the assembly here does not know.
#[cfg(all(target_os = "linux", target_pointer_width = "64", not(miri)))]
fn is_available() -> bool {
    /// Tiles, and their products of bfloat16, in `edx` of leaf 7 of CPUID.
    const AMX: u32 = 1 << 24 | 1 << 22;
    const ARCH_REQ_XCOMP_PERM: libc::c_long = 0x1023;
    const XFEATURE_XTILEDATA: libc::c_long = 18;

    // SAFETY: every x86-64 has the instruction. Newer versions of Rust do not ask.
    #[allow(unused_unsafe)]
    let features = unsafe { __cpuid_count(7, 0) };
    avx512::is_available()
        && features.edx & AMX == AMX
        // SAFETY: it asks for a permission of this process, and reads no memory of ours.
        && unsafe {
            libc::syscall(libc::SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA) == 0
        }
}

/// Whoever is not asked has not permitted it.
#[cfg(not(all(target_os = "linux", target_pointer_width = "64", not(miri))))]
fn is_available() -> bool {
    false
}

/// What `ldtilecfg` reads: the size of each of the eight registers.
#[repr(C, align(64))]
struct Config {
    palette: u8,
    start_row: u8,
    reserved: [u8; 14],
    row_bytes: [u16; 16],
    rows: [u8; 16],
}

/// See [`BeginFn`](crate::kernels::matrix::BeginFn).
///
/// # Safety
///
/// Its obligations, and AMX.
unsafe fn begin(pixels: usize) {
    let mut config =
        Config { palette: 1, start_row: 0, reserved: [0; 14], row_bytes: [0; 16], rows: [0; 16] };
    config.row_bytes[..8].fill((BLOCK * size_of::<f32>()) as u16);
    // Four of sums and two of pixels, then two of weights.
    config.rows[..6].fill(pixels as u8);
    config.rows[6..8].fill(TILE as u8);
    // SAFETY: the caller gives AMX and 1 to 16 pixels, which with 64 bytes a row is a valid
    // configuration. Compilers do not use these registers.
    unsafe { asm!("ldtilecfg [{}]", in(reg) &raw const config, options(nostack, readonly)) }
}

/// Leaves the unit as `begin` found it, so that a switch of threads need not save it.
///
/// # Safety
///
/// AMX.
unsafe fn end() {
    // SAFETY: the caller gives AMX.
    unsafe { asm!("tilerelease", options(nostack, nomem)) }
}

/// See [`SplitFn`](crate::kernels::matrix::SplitFn).
///
/// # Safety
///
/// Its obligations, and AVX-512.
#[target_feature(enable = "avx512f")]
unsafe fn split(a: &Split) {
    let [first, second] = a.from;
    for i in 0..a.count {
        let to = a.to.wrapping_add(i * a.to_line);
        // SAFETY: the caller lets us read the lines, and write their terms.
        unsafe {
            let x = _mm512_loadu_ps(first.wrapping_add(i * a.line));
            let y = _mm512_loadu_ps(second.wrapping_add(i * a.line));
            let terms = terms(x, y);
            unrolled!(i < TERMS, {
                _mm512_storeu_si512(to.wrapping_add(i * a.term).cast(), terms[i]);
            });
        }
    }
}

/// The terms of 16 pairs of floats: of each the first float's in the lower half of a lane.
#[target_feature(enable = "avx512f")]
fn terms(x: __m512, y: __m512) -> [__m512i; TERMS] {
    // The upper half of a float is a bfloat16.
    let upper = _mm512_set1_epi32(0xffff_0000_u32 as i32);
    // What is left without it: the difference of two such floats is exact.
    let rest = |x: __m512| {
        let first = _mm512_and_si512(_mm512_castps_si512(x), upper);
        _mm512_sub_ps(x, _mm512_castsi512_ps(first))
    };
    let pair = |x: __m512, y: __m512| {
        let x = _mm512_srli_epi32::<16>(_mm512_castps_si512(x));
        // x | y & upper
        _mm512_ternarylogic_epi32::<0xf8>(x, _mm512_castps_si512(y), upper)
    };
    let [x1, y1] = [rest(x), rest(y)];
    [pair(x, y), pair(x1, y1), pair(rest(x1), rest(y1))]
}

/// What the loop reads from memory: there are not registers enough.
#[repr(C)]
struct Operands {
    pixels: [*const f32; 2],
    sums: *mut f32,
    /// In bytes.
    stride: usize,
    step: usize,
}

/// Adds products of a term of the pixels and one of the weights, and asks for weights that
/// are needed soon.
macro_rules! products {
    ([$($sum:literal $pixels:literal $weights:literal),+]) => {
        concat!(
            $("tdpbf16ps tmm", $sum, ", tmm", $pixels, ", tmm", $weights, "\n",)+
            "mov {line}, {prefetch}
            mov {left}, {lines}
            3:
            prefetcht1 [{line}]
            add {line}, [{operands} + {STRIDE}]
            dec {left}
            jnz 3b
            add {prefetch}, [{operands} + {STEP}]"
        )
    };
}

/// Loads a term of the pixels.
macro_rules! pixels {
    ($term:literal [$($tile:literal $first:literal),+]) => {
        concat!($("tileloadd tmm", $tile, ", [{", $first, "} + {pixel} + 64*", $term, "]\n"),+)
    };
}

/// Loads a term of the weights.
macro_rules! weights {
    ($term:literal of $columns:literal [$($tile:literal $column:literal),+]) => {
        concat!($(
            "tileloadd tmm", $tile,
            ", [{weights} + {row} + 1024*(", $term, "*", $columns, "+", $column, ")]\n"
        ),+)
    };
}

/// The kernel for so many blocks of columns: which registers hold which pixels, which
/// weights and which products, and for each sum its tile in memory.
macro_rules! multiply {
    (
        $name:ident, $columns:literal, $pixels:tt, $weights:tt, $products:tt,
        $($sum:literal $tile:literal),+
    ) => {
        /// See [`MultiplyFn`](crate::kernels::matrix::MultiplyFn).
        ///
        /// # Safety
        ///
        /// Its obligations, and AMX.
        unsafe fn $name(a: &Multiply) {
            let operands = Operands {
                pixels: a.pixels,
                sums: a.sums,
                stride: a.ahead.stride * size_of::<f32>(),
                step: a.ahead.step * size_of::<f32>(),
            };
            // SAFETY: the caller gives AMX, configured, lets us read what the tiles are
            // loaded from and write the sums. The loops end: their counts are positive.
            // Prefetches may be of any address. No stack is used.
            unsafe {
                asm!(
                    $(concat!("tilezero tmm", $sum),)+
                    "2:",
                    "movsxd {first}, dword ptr [{offsets}]",
                    "lea {second}, [4*{first}]",
                    "mov {first}, {second}",
                    "add {first}, [{operands} + {FIRST}]",
                    "add {second}, [{operands} + {SECOND}]",
                    // Without any work for half a microsecond the vector units are switched
                    // off, and whoever stores a tile then waits a quarter.
                    "vaddps xmm0, xmm0, xmm0",
                    // The least first, each with one factor of the one before.
                    pixels!(0 $pixels),
                    weights!(2 of $columns $weights),
                    products!($products),
                    weights!(1 of $columns $weights),
                    products!($products),
                    pixels!(1 $pixels),
                    products!($products),
                    weights!(0 of $columns $weights),
                    products!($products),
                    pixels!(2 $pixels),
                    products!($products),
                    pixels!(0 $pixels),
                    products!($products),
                    concat!("add {weights}, 3*1024*", $columns),
                    "add {offsets}, 4",
                    "dec {steps}",
                    "jnz 2b",
                    "mov {line}, [{operands} + {SUMS}]",
                    $(concat!("tilestored [{line} + {row} + 1024*", $tile, "], tmm", $sum),)+
                    FIRST = const offset_of!(Operands, pixels),
                    SECOND = const offset_of!(Operands, pixels) + size_of::<*const f32>(),
                    SUMS = const offset_of!(Operands, sums),
                    STRIDE = const offset_of!(Operands, stride),
                    STEP = const offset_of!(Operands, step),
                    operands = in(reg) &raw const operands,
                    first = out(reg) _,
                    second = out(reg) _,
                    line = out(reg) _,
                    left = out(reg) _,
                    lines = in(reg) a.ahead.lines,
                    pixel = in(reg) a.pixel,
                    row = in(reg) BLOCK * size_of::<f32>(),
                    offsets = inout(reg) a.offsets => _,
                    steps = inout(reg) a.steps => _,
                    weights = inout(reg) a.weights => _,
                    prefetch = inout(reg) a.prefetch => _,
                    out("xmm0") _,
                    out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
                    out("tmm4") _, out("tmm5") _, out("tmm6") _, out("tmm7") _,
                    options(nostack),
                );
            }
        }
    };
}

multiply!(multiply_1x1, 1, [4 "first"], [6 0], [0 4 6], 0 0);
multiply!(multiply_1x2, 2, [4 "first"], [6 0, 7 1], [0 4 6, 1 4 7], 0 0, 1 1);
multiply!(multiply_2x1, 1, [4 "first", 5 "second"], [6 0], [0 4 6, 1 5 6], 0 0, 1 2);
multiply!(
    multiply_2x2, 2, [4 "first", 5 "second"], [6 0, 7 1],
    [0 4 6, 1 4 7, 2 5 6, 3 5 7], 0 0, 1 1, 2 2, 3 3
);

/// See [`FinishFn`](crate::kernels::matrix::FinishFn), for `N` blocks of output channels.
///
/// # Safety
///
/// Its obligations, and AVX-512.
#[target_feature(enable = "avx512f")]
unsafe fn finish<const N: usize>(
    sums: *const f32,
    pixels: usize,
    store: &Store,
    outputs: &[usize; PIXELS],
) {
    // SAFETY: the caller's obligations, for these pixels, or some of them at a time.
    unsafe {
        if pixels == PIXELS {
            return finish_run::<PIXELS, N>(sums, store, outputs);
        }
        let (mut store, mut done) = (*store, 0);
        let mut run = |n: usize, finish: unsafe fn(*const f32, &Store, &[usize; PIXELS])| {
            if pixels & n > 0 {
                let mut places = [0; PIXELS];
                places[..n].copy_from_slice(&outputs[done..done + n]);
                finish(sums.wrapping_add(done * BLOCK), &store, &places);
                store.advance(0, n * BLOCK);
                done += n;
            }
        };
        run(4, finish_run::<4, N>);
        run(2, finish_run::<2, N>);
        run(1, finish_run::<1, N>);
    }
}

/// [`finish`], for `T` pixels.
///
/// # Safety
///
/// Its obligations.
#[target_feature(enable = "avx512f")]
unsafe fn finish_run<const T: usize, const N: usize>(
    sums: *const f32,
    store: &Store,
    outputs: &[usize; PIXELS],
) {
    // SAFETY: the caller lets us read `T` lines of `N` tiles and of the bias, and apply the
    // store to them.
    unsafe {
        let mut values = zeros::<[[__m512; N]; T]>();
        unrolled!(n < N, {
            let bias = _mm512_loadu_ps(store.bias.add(n * BLOCK));
            unrolled!(t < T, {
                let sum = _mm512_loadu_ps(sums.add(n * TILE_LEN + t * BLOCK));
                values[t][n] = _mm512_add_ps(sum, bias);
            });
        });
        store.apply(values, outputs);
    }
}
