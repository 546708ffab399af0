//! The two transforms of Winograd's minimal filtering (Lavin & Gray 2016) for
//! 3x3 filters: `Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A` on tiles of M x M outputs.
//!
//! F(4x4) interpolates at 0, 1, -1, 1/2, -2 and infinity, F(2x2) at 0, 1, -1
//! and infinity. All coefficients are exact in f32, and these points keep the
//! error near that of a direct sum; 0, ±1, ±2 would lose a digit.

use core::ptr;

use super::Store;
use super::tile::ROW;
use crate::kernels::registers::{registers, zeros};
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Side of the largest input tile, that of F(4x4).
const SIDE: usize = 6;

/// Floats of a row of such a tile.
const LINE: usize = SIDE * BLOCK;

/// Transforms one block of tile rows.
///
/// # Safety
///
/// The obligations of [`transform_in`], and the backend's instruction set.
pub(crate) type TransformInFn = unsafe fn(&TransformIn);

/// Transforms back the sums of one panel.
///
/// # Safety
///
/// The obligations of [`transform_out`], and the backend's instruction set.
pub(crate) type TransformOutFn = unsafe fn(&TransformOut);

/// The tiles of one call.
pub(crate) struct Grid {
    /// Channel blocks.
    pub blocks: usize,
    /// Tiles of the map in each row of them.
    pub columns: usize,
    /// Those of this call, counted row by row: first and count.
    pub first: usize,
    pub count: usize,
    /// Tiles from one channel block to the next.
    pub stride: usize,
}

/// Input tiles, from a map with a halo to `[(M + 2)²][blocks][stride][BLOCK]`,
/// of which a call fills `count` of each `stride`, for some of the blocks.
pub(crate) struct TransformIn {
    /// The map from the padding of its first pixel on: the halo may be wider.
    pub map: *const f32,
    /// Rows and columns that may be read from there; beyond them is zero.
    pub size: [usize; 2],
    /// Floats from row to row, and from block to block.
    pub row: usize,
    pub plane: usize,
    pub grid: Grid,
    /// Of the first tile.
    pub output: *mut f32,
    /// Floats from point to point.
    pub point: usize,
}

/// Sums `[(M + 2)²][blocks][stride][BLOCK]` of one panel, to a map.
pub(crate) struct TransformOut {
    /// Of the first tile.
    pub sums: *const f32,
    pub grid: Grid,
    /// Rows and columns of the map.
    pub size: [usize; 2],
    /// Floats from row to row of the map.
    pub row: usize,
    /// At the map's first pixel in the panel's first block. The rows of the
    /// preactivation are those of the map without a halo.
    pub store: Store,
}

impl Grid {
    /// Block, first row and column of output, and number, of each tile.
    #[inline(always)]
    fn each<const M: usize>(&self) -> impl Iterator<Item = (usize, [usize; 2], usize)> {
        // A division a block: one a tile would take as long as the transform.
        let first = [self.first / self.columns, self.first % self.columns];
        (0..self.blocks).flat_map(move |block| {
            let [mut row, mut column] = first;
            (0..self.count).map(move |i| {
                let yx = [row * M, column * M];
                column += 1;
                if column == self.columns {
                    (row, column) = (row + 1, 0);
                }
                (block, yx, block * self.stride + i)
            })
        })
    }
}

/// # Safety
///
/// * The CPU has the instruction set of `V`, and `M` is 2 or 4.
/// * `map` is readable at every row and column within `size`, `BLOCK` floats
///   each, in `blocks` planes.
/// * `output` is writable for `count · BLOCK` floats, and so it is every
///   `stride · BLOCK` from there, `blocks` times in all; and so it is all every
///   `point` floats from there, `(M + 2)²` times.
#[inline(always)]
pub(crate) unsafe fn transform_in<V: Vector, const M: usize>(a: &TransformIn) {
    let side = M + 2;
    let mut edge;
    let mut half = [[[0.0_f32; BLOCK]; SIDE]; SIDE];
    for (block, [y, x], number) in a.grid.each::<M>() {
        let (rows, columns) = (side.min(a.size[0] - y), side.min(a.size[1] - x));
        // SAFETY: `rows` and `columns` keep reads within `size`, unless they
        // are from `edge`, which has room for a tile, as has `half`; the writes
        // of all tiles and points together are what the caller gives.
        unsafe {
            let (mut from, mut row) = (a.map.add(block * a.plane + y * a.row + x * BLOCK), a.row);
            if rows < side || columns < side {
                edge = [[[0.0_f32; BLOCK]; SIDE]; SIDE];
                for (i, line) in edge.iter_mut().enumerate().take(rows) {
                    let from = from.add(i * a.row);
                    ptr::copy_nonoverlapping(from, line.as_mut_ptr().cast(), columns * BLOCK);
                }
                (from, row) = (edge.as_ptr().cast(), LINE);
            }
            let half: *mut f32 = half.as_mut_ptr().cast();
            for c in registers::<V>(side * BLOCK) {
                let column = bt::<V, M>(load::<V, M>(from.add(c), row));
                store(column, M + 2, half.add(c), LINE);
            }
            let to = a.output.add(number * BLOCK);
            for i in 0..side {
                for lane in registers::<V>(BLOCK) {
                    let row = bt::<V, M>(load::<V, M>(half.add(i * LINE + lane), BLOCK));
                    store(row, M + 2, to.add(i * side * a.point + lane), a.point);
                }
            }
        }
    }
}

/// # Safety
///
/// * The CPU has the instruction set of `V`, and `M` is 2 or 4.
/// * `sums` is readable for `count · BLOCK` floats, and so it is every
///   `stride · BLOCK` from there, `(M + 2)² · blocks` times in all.
/// * `store` can be applied at every row and column within `size`, in `blocks`
///   planes; its `bias`, `scale` and `shift` are readable for
///   `blocks · BLOCK` floats, the latter two unless `preact` is null.
#[inline(always)]
pub(crate) unsafe fn transform_out<V: Vector, const M: usize>(a: &TransformOut) {
    let side = M + 2;
    let point = a.grid.blocks * a.grid.stride * BLOCK;
    let mut half = [[[0.0_f32; BLOCK]; SIDE]; SIDE];
    for (block, [y, x], number) in a.grid.each::<M>() {
        let (rows, columns) = (M.min(a.size[0] - y), M.min(a.size[1] - x));
        // SAFETY: the reads of all tiles and points are what the caller gives;
        // `half` has room for a tile; `rows` and `columns` keep the pixels
        // within `size`.
        unsafe {
            let from = a.sums.add(number * BLOCK);
            let half: *mut f32 = half.as_mut_ptr().cast();
            for j in 0..side {
                for lane in registers::<V>(BLOCK) {
                    let from = from.add(j * point + lane);
                    let column = at::<V, M>(load::<V, M>(from, side * point));
                    store(column, M, half.add(j * BLOCK + lane), LINE);
                }
            }
            for i in 0..rows {
                for lane in registers::<V>(BLOCK) {
                    let row = at::<V, M>(load::<V, M>(half.add(i * LINE + lane), BLOCK));
                    let store = a.store.at(
                        block * a.store.plane + (y + i) * a.row + x * BLOCK + lane,
                        block * a.store.preact_plane + ((y + i) * a.size[1] + x) * BLOCK + lane,
                        block * BLOCK + lane,
                    );
                    let bias = V::load(store.bias);
                    let mut pixels = zeros::<[[V; 1]; M]>();
                    unrolled!(t < M, { pixels[t] = [row[t].add(bias)] });
                    if columns == M {
                        store.apply(pixels, &ROW);
                        continue;
                    }
                    unrolled!(t < M, {
                        if t < columns {
                            store.at(t * BLOCK, t * BLOCK, 0).apply([pixels[t]], &ROW);
                        }
                    });
                }
            }
        }
    }
}

/// `M + 2` registers, some floats apart.
///
/// # Safety
///
/// The instruction set of `V`, and `from` readable so.
#[inline(always)]
unsafe fn load<V: Vector, const M: usize>(from: *const f32, apart: usize) -> [V; SIDE] {
    // SAFETY: the caller's obligations.
    unsafe {
        let mut values = zeros::<[V; SIDE]>();
        unrolled!(i < M + 2, { values[i] = V::load(from.add(i * apart)) });
        values
    }
}

/// The first `n` registers, some floats apart.
///
/// # Safety
///
/// The instruction set of `V`, and `to` writable so.
#[inline(always)]
unsafe fn store<V: Vector>(values: [V; SIDE], n: usize, to: *mut f32, apart: usize) {
    unrolled!(i < SIDE, {
        if i < n {
            // SAFETY: the caller's obligations.
            unsafe { values[i].store(to.add(i * apart)) }
        }
    });
}

/// `Bᵀ d`, in the first M + 2 values.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
unsafe fn bt<V: Vector, const M: usize>(d: [V; SIDE]) -> [V; SIDE] {
    // SAFETY: the caller's obligation.
    unsafe {
        let times = |k: f32, a: V, b: V| a.mul_add(V::splat(k), b);
        let [d0, d1, d2, d3, d4, d5] = d;
        if M == 2 {
            return [d2.sub(d0), d1.add(d2), d2.sub(d1), d3.sub(d1), d4, d5];
        }
        let (p, q) = (d4.sub(d2), d3.sub(d1));
        [
            times(1.5, q, times(-2.0, d2, d0.add(d4))),
            times(2.5, d3, times(0.5, d2, d4.sub(d1))),
            times(-2.5, d2, times(0.5, d3, d4.add(d1))),
            times(2.0, q, p),
            times(-0.5, q, p),
            times(1.5, p, times(-2.0, d3, d1.add(d5))),
        ]
    }
}

/// `Aᵀ m`, in the first M values.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
unsafe fn at<V: Vector, const M: usize>(m: [V; SIDE]) -> [V; SIDE] {
    // SAFETY: the caller's obligation.
    unsafe {
        let times = |k: f32, a: V, b: V| a.mul_add(V::splat(k), b);
        let [m0, m1, m2, m3, m4, m5] = m;
        let (p, q) = (m1.add(m2), m1.sub(m2));
        if M == 2 {
            return [m0.add(p), q.add(m3), m2, m3, m4, m5];
        }
        [
            m0.add(p).add(m3.add(m4)),
            times(0.5, m3, times(-2.0, m4, q)),
            times(0.25, m3, times(4.0, m4, p)),
            times(0.125, m3, times(-8.0, m4, q.add(m5))),
            m4,
            m5,
        ]
    }
}
