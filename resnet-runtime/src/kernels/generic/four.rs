//! F(4x4) of four tiles with weights that are packed as taps, whose points never leave the
//! registers: to be stored they would take half as long as to be multiplied with.

use core::hint::assert_unchecked;

use crate::kernels::registers::{rolled, zeros};
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Multiplies four tiles by the points of a row.
///
/// # Safety
///
/// The obligations of [`four_tiles`], and the backend's instruction set.
pub(crate) type FourTilesFn = unsafe fn(&FourTiles);

/// The products of the six points of one row of `G g Gᵀ`, over some blocks of input channels,
/// by one block of output channels. Strides count floats.
pub(crate) struct FourTiles {
    /// Which row.
    pub row: usize,
    pub blocks: usize,
    /// `[9 taps][BLOCK][width]`, of which the first columns are read, and from those of one
    /// block to those of the next.
    pub taps: *const f32,
    pub width: usize,
    pub taps_block: usize,
    /// The four tiles at the first point of the row, `BLOCK` apart; from point to point, and
    /// from block to block.
    pub inputs: *const f32,
    pub point: usize,
    pub inputs_block: usize,
    /// Where the sums of the first point go, `BLOCK` apart, and from point to point.
    pub sums: *mut f32,
    pub sums_point: usize,
    /// Whether these are not the first input channels, and whether they are the last.
    pub adds: bool,
    pub ends: bool,
    /// What is needed next, of which each input channel asks for the lines of so many floats,
    /// two at most.
    pub next: *const f32,
    pub next_step: usize,
}

/// Tiles, and points of a row.
pub(crate) const TILES: usize = 4;
pub(crate) const SIDE: usize = 6;

/// `G` of [`transform_weights`](crate::kernels::transform_weights) by whole numbers: each row
/// is `tap[o] + k·tap[2 - o] + m·tap[1]`, or a tap alone, by a scale that sums take at the end.
const WHOLE: [(usize, f32, f32); SIDE] =
    [(0, 0.0, 0.0), (2, 1.0, 1.0), (2, 1.0, -1.0), (2, 4.0, 2.0), (0, 4.0, -2.0), (2, 0.0, 0.0)];
const SCALES: [f32; SIDE] = [1.0, 1.0 / 3.0, -1.0 / 3.0, -4.0 / 15.0, 1.0 / 15.0, 1.0];

/// # Safety
///
/// * The CPU has the instruction set of `V`, a register of which is a block; `row` is below
///   `SIDE`.
/// * `taps` is readable for `BLOCK` floats, and so it is every `width` from there,
///   `9 · BLOCK` times in all, and all that every `taps_block`, `blocks` times.
/// * `inputs` is readable for `TILES · BLOCK` floats, and so it is every `point` from there,
///   `SIDE` times in all, and all that every `inputs_block`, `blocks` times.
/// * `sums` is writable, and readable if `adds`, for `TILES · BLOCK` floats, and so it is
///   every `sums_point` from there, `SIDE` times in all.
#[inline(always)]
pub(crate) unsafe fn four_tiles<V: Vector>(a: &FourTiles) {
    const { assert!(V::LANES == BLOCK) }
    let mut sums = zeros::<Sums<V>>();
    // SAFETY: the caller's obligations are those of the loads and stores.
    unsafe {
        assert_unchecked(a.row < SIDE);
        if a.adds {
            unrolled!(j < SIDE, {
                let from = a.sums.add(j * a.sums_point);
                unrolled!(t < TILES, { sums[j][t] = V::load(from.add(t * BLOCK)) });
            });
        }
        let sums = match a.row {
            0 | 5 => steps::<V, true>(a, sums),
            _ => steps::<V, false>(a, sums),
        };
        let scales = if a.ends { &SCALES } else { &[1.0; SIDE] };
        unrolled!(j < SIDE, {
            let to = a.sums.add(j * a.sums_point);
            let scale = V::splat(scales[a.row] * scales[j]);
            unrolled!(t < TILES, { sums[j][t].mul_add(scale, zeros()).store(to.add(t * BLOCK)) });
        });
    }
}

/// Of each point and tile.
type Sums<V> = [[V; TILES]; SIDE];

/// Adds the products of all input channels, in a row that is one of the taps, or of all three.
///
/// # Safety
///
/// As [`four_tiles`].
#[inline(always)]
unsafe fn steps<V: Vector, const ONE: bool>(a: &FourTiles, mut sums: Sums<V>) -> Sums<V> {
    // SAFETY: the caller's obligations are those of the loads, for each block and channel.
    unsafe {
        let (outer, k, m) = WHOLE[a.row];
        let (two, k, m) = (V::splat(2.0), V::splat(k), V::splat(m));
        let tap = BLOCK * a.width;
        let mut next = a.next;
        for block in 0..rolled(a.blocks) {
            let taps = a.taps.add(block * a.taps_block);
            let inputs = a.inputs.add(block * a.inputs_block);
            for c in 0..rolled(BLOCK) {
                V::prefetch(next);
                V::prefetch(next.wrapping_add(BLOCK));
                next = next.wrapping_add(a.next_step);
                let taps = taps.add(c * a.width);
                let mut g = zeros::<[V; 3]>();
                unrolled!(x < 3, {
                    let at = |y: usize| V::load(taps.add((y * 3 + x) * tap));
                    g[x] = at(outer);
                    if !ONE {
                        g[x] = at(1).mul_add(m, at(2 - outer).mul_add(k, g[x]));
                    }
                });
                let [g0, g1, g2] = g;
                let even = g0.add(g2);
                let points = [
                    g0,
                    even.add(g1),
                    even.sub(g1),
                    g0.mul_add(two, g1).mul_add(two, g2),
                    g2.mul_add(two, zeros::<V>().sub(g1)).mul_add(two, g0),
                    g2,
                ];
                unrolled!(j < SIDE, {
                    let inputs = inputs.add(j * a.point + c);
                    unrolled!(t < TILES, {
                        let input = V::splat(*inputs.add(t * BLOCK));
                        sums[j][t] = points[j].mul_add(input, sums[j][t]);
                    });
                });
            }
        }
        sums
    }
}
