//! The two transforms of Winograd's minimal filtering (Lavin & Gray 2016) for
//! 3x3 filters: `Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A` on tiles of M x M outputs.
//!
//! F(4x4) interpolates at 0, 1, -1, 1/2, -2 and infinity, F(2x2) at 0, 1, -1
//! and infinity. All coefficients are exact in f32, and these points keep the
//! error near that of a direct sum; 0, ±1, ±2 would lose a digit.

use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Side of the largest input tile, that of F(4x4).
pub(crate) const SIDE: usize = 6;

/// Transforms one block of tile rows.
///
/// # Safety
///
/// The obligations of [`input`], and the backend's instruction set.
pub(crate) type InputFn = unsafe fn(&Input);

/// Transforms back the sums of one panel.
///
/// # Safety
///
/// The obligations of [`output`], and the backend's instruction set.
pub(crate) type OutputFn = unsafe fn(&Output);

/// Input tiles, from a map with a halo to `[(M + 2)²][blocks][tiles][BLOCK]`.
pub(crate) struct Input {
    /// The map from the padding of its first pixel on: the halo may be wider.
    pub map: *const f32,
    /// Rows and columns that may be read from there; beyond them is zero.
    pub size: [usize; 2],
    /// Floats from row to row, and from block to block.
    pub row: usize,
    pub plane: usize,
    pub blocks: usize,
    /// Tile rows of this call, first and count, and tiles in each.
    pub first: usize,
    pub rows: usize,
    pub columns: usize,
    pub tiles: *mut f32,
    /// Tiles from one channel block to the next.
    pub stride: usize,
}

/// Sums `[(M + 2)²][blocks][tiles][BLOCK]` of one panel, to a map.
pub(crate) struct Output {
    pub sums: *const f32,
    pub stride: usize,
    pub blocks: usize,
    pub first: usize,
    pub rows: usize,
    pub columns: usize,
    /// The map's first pixel in the panel's first block.
    pub map: *mut f32,
    /// Rows and columns of the map.
    pub size: [usize; 2],
    pub row: usize,
    pub plane: usize,
    pub bias: *const f32,
    pub accumulate: bool,
    pub relu: bool,
    pub keep: bool,
    /// The preactivation at its first pixel, or null.
    pub preact: *mut f32,
    pub preact_plane: usize,
    pub scale: *const f32,
    pub shift: *const f32,
}

/// # Safety
///
/// * The CPU has the instruction set of `V`, and `M` is 2 or 4.
/// * `map` is readable at every row and column within `size`, `BLOCK` floats
///   each, in `blocks` planes.
/// * `tiles` is writable for `(M + 2)² · blocks · stride · BLOCK` floats, and
///   `stride` is at least `rows · columns`.
#[inline(always)]
pub(crate) unsafe fn input<V: Vector, const M: usize>(a: &Input) {
    let side = M + 2;
    for block in 0..a.blocks {
        for ty in 0..a.rows {
            for tx in 0..a.columns {
                let (y, x) = ((a.first + ty) * M, tx * M);
                let rows = side.min(a.size[0] - y);
                let columns = side.min(a.size[1] - x);
                for lane in (0..BLOCK).step_by(V::LANES) {
                    // SAFETY: `rows` and `columns` keep reads within `size`;
                    // the writes of all blocks, tiles and points together are
                    // what the caller gives.
                    unsafe {
                        let from = a.map.add(block * a.plane + y * a.row + x * BLOCK + lane);
                        let zero = V::splat(0.0);
                        let mut d = [[zero; SIDE]; SIDE];
                        if rows == side && columns == side {
                            for (i, row) in d.iter_mut().enumerate().take(side) {
                                for (j, value) in row.iter_mut().enumerate().take(side) {
                                    *value = V::load(from.add(i * a.row + j * BLOCK));
                                }
                            }
                        } else {
                            for (i, row) in d.iter_mut().enumerate().take(rows) {
                                for (j, value) in row.iter_mut().enumerate().take(columns) {
                                    *value = V::load(from.add(i * a.row + j * BLOCK));
                                }
                            }
                        }
                        for j in 0..side {
                            let column = bt::<V, M>(d.map(|row| row[j]));
                            for (row, value) in d.iter_mut().zip(column) {
                                row[j] = value;
                            }
                        }
                        let tile = block * a.stride + ty * a.columns + tx;
                        let to = a.tiles.add(tile * BLOCK + lane);
                        let point = a.blocks * a.stride * BLOCK;
                        for (i, row) in d.into_iter().enumerate().take(side) {
                            for (j, value) in bt::<V, M>(row).into_iter().enumerate().take(side) {
                                value.store(to.add((i * side + j) * point));
                            }
                        }
                    }
                }
            }
        }
    }
}

/// # Safety
///
/// * The CPU has the instruction set of `V`, and `M` is 2 or 4.
/// * `sums` is readable for `(M + 2)² · blocks · stride · BLOCK` floats, and
///   `stride` is at least `rows · columns`.
/// * `map` is readable and writable at every row and column within `size`,
///   `BLOCK` floats each, in `blocks` planes; so is `preact`, if not null, with
///   rows of `size` without a halo.
/// * `bias`, and if `preact` is not null `scale` and `shift`, are readable for
///   `blocks · BLOCK` floats.
#[inline(always)]
pub(crate) unsafe fn output<V: Vector, const M: usize>(a: &Output) {
    let side = M + 2;
    for block in 0..a.blocks {
        for ty in 0..a.rows {
            for tx in 0..a.columns {
                let (y, x) = ((a.first + ty) * M, tx * M);
                let rows = M.min(a.size[0] - y);
                let columns = M.min(a.size[1] - x);
                for lane in (0..BLOCK).step_by(V::LANES) {
                    // SAFETY: the reads of all blocks, tiles and points are
                    // what the caller gives; `rows` and `columns` keep the
                    // map's pixels within `size`.
                    unsafe {
                        let tile = block * a.stride + ty * a.columns + tx;
                        let from = a.sums.add(tile * BLOCK + lane);
                        let point = a.blocks * a.stride * BLOCK;
                        let mut m = [[V::splat(0.0); SIDE]; SIDE];
                        for (i, row) in m.iter_mut().enumerate().take(side) {
                            for (j, value) in row.iter_mut().enumerate().take(side) {
                                *value = V::load(from.add((i * side + j) * point));
                            }
                            *row = at::<V, M>(*row);
                        }
                        let channel = block * BLOCK + lane;
                        for j in 0..columns {
                            let column = at::<V, M>(m.map(|row| row[j]));
                            for (i, value) in column.into_iter().enumerate().take(rows) {
                                finish(a, block, channel, [y + i, x + j], lane, value);
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Bias and epilogue of one register.
///
/// # Safety
///
/// As for [`output`]; `[y, x]` lies within `size`.
#[inline(always)]
unsafe fn finish<V: Vector>(
    a: &Output,
    block: usize,
    channel: usize,
    [y, x]: [usize; 2],
    lane: usize,
    value: V,
) {
    // SAFETY: the caller's obligations, for the pixel at `[y, x]`.
    unsafe {
        let to = a.map.add(block * a.plane + y * a.row + x * BLOCK + lane);
        let mut value = value.add(V::load(a.bias.add(channel)));
        if a.accumulate {
            value = value.add(V::load(to));
        }
        if a.relu {
            value = value.relu();
        }
        if a.keep {
            value.store(to);
        }
        if !a.preact.is_null() {
            let (scale, shift) = (V::load(a.scale.add(channel)), V::load(a.shift.add(channel)));
            let pixel = block * a.preact_plane + (y * a.size[1] + x) * BLOCK + lane;
            value.mul_add(scale, shift).relu().store(a.preact.add(pixel));
        }
    }
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
