//! Pooling: a window over a map, cut where it leaves the map. Register by register,
//! as in `maps.rs`, and some rows of a plane at a time.

use core::ops::Range;

use super::maps::{Line, lines, lines_mut, load, store};
use crate::kernels::registers::registers;
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// One pooling.
#[derive(Clone, Copy)]
pub(crate) struct Pool {
    /// Height and width of what is read.
    pub input: [usize; 2],
    /// Its halo.
    pub border: usize,
    /// Of what is written.
    pub output: [usize; 2],
    /// Halo of what is written, as zeros.
    pub halo: usize,
    pub size: usize,
    pub stride: usize,
    /// Rows and columns of the first window that lie before the map.
    pub before: [usize; 2],
    /// Whether padding counts, as zeros.
    pub counts_padding: bool,
}

/// Where some rows of a plane begin, counted with those of the halo.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rows {
    /// In what is read.
    pub map: usize,
    /// In what is written.
    pub pooled: usize,
}

impl Pool {
    /// Of what is written, with its halo, the rows of which every window has rows of the
    /// map within `rows` alone.
    pub fn within(&self, rows: Range<usize>) -> Range<usize> {
        let ([h, _], [ho, _], before) = (self.input, self.output, self.before[0]);
        let start = match rows.start {
            0 => 0,
            start => self.halo + ho.min((start + before).div_ceil(self.stride)),
        };
        let end = match rows.end {
            end if end == h => ho + 2 * self.halo,
            end => match (end + before).checked_sub(self.size) {
                Some(last) => self.halo + ho.min(last / self.stride + 1),
                None => 0,
            },
        };
        start..end.max(start)
    }
}

/// The maximum of each window, which padding wins only if it counts.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn max_pool<V: Vector>(
    pool: &Pool,
    first: Rows,
    map: &[f32],
    pooled: &mut [f32],
) {
    let whole = pool.size * pool.size;
    // SAFETY: the caller's obligation.
    unsafe {
        let fold = |best: V, x: V| best.max(x);
        let with_zeros = |best: V, count: usize| {
            if pool.counts_padding && count < whole { best.max(V::splat(0.0)) } else { best }
        };
        windows(pool, first, (map, pooled), V::splat(f32::NEG_INFINITY), fold, with_zeros);
    }
}

/// The mean of each window.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn avg_pool<V: Vector>(
    pool: &Pool,
    first: Rows,
    map: &[f32],
    pooled: &mut [f32],
) {
    let whole = pool.size * pool.size;
    // SAFETY: the caller's obligation.
    unsafe {
        let fold = |sum: V, x: V| sum.add(x);
        let mean = |sum: V, count: usize| {
            sum.div(V::splat(if pool.counts_padding { whole } else { count } as f32))
        };
        windows(pool, first, (map, pooled), V::splat(0.0), fold, mean);
    }
}

/// Each window of 3x3 by the binomial filter, `[1 2 1] / 4` along both axes
/// (Zhang 2019, "Making Convolutional Networks Shift-Invariant Again"). Beyond
/// the border the map is reflected: row -1 is row 1. It has two rows and two
/// columns at least.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn blur<V: Vector>(pool: &Pool, first: Rows, map: &[f32], blurred: &mut [f32]) {
    let Pool { input: [h, w], border, stride, .. } = *pool;
    let around = |out: usize, len: usize| {
        let at = out * stride;
        [at.abs_diff(1), at, if at + 1 < len { at + 1 } else { len - 2 }]
    };
    // SAFETY: the caller's obligation.
    let blend = |a: V, b: V, c: V| unsafe { b.mul_add(V::splat(2.0), a.add(c)) };
    let (map, width) = (lines(map), w + 2 * border);
    for (oy, row) in rows_of(pool, first.pooled, blurred) {
        let [above, at, below] =
            around(oy, h).map(|y| &map[(y + border - first.map) * width + border..][..w]);
        for (ox, out) in row.iter_mut().enumerate() {
            let columns = around(ox, w);
            for lane in registers::<V>(BLOCK) {
                // SAFETY: the caller's obligation; `lane` is of `registers`.
                unsafe {
                    let [left, centre, right] = columns.map(|x| {
                        let [a, b, c] = [above, at, below].map(|row| load(&row[x], lane));
                        blend(a, b, c)
                    });
                    let sum = blend(left, centre, right);
                    store(sum.div(V::splat(16.0)), out, lane);
                }
            }
        }
    }
}

/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
unsafe fn windows<V: Vector>(
    pool: &Pool,
    first: Rows,
    (map, pooled): (&[f32], &mut [f32]),
    start: V,
    fold: impl Fn(V, V) -> V,
    finish: impl Fn(V, usize) -> V,
) {
    let Pool { input: [h, w], border, size, stride, before: [top, left], .. } = *pool;
    // The pixels that a window has in the map, along one axis.
    let span = |out: usize, before: usize, len: usize| {
        (out * stride).saturating_sub(before)..(out * stride + size - before).min(len)
    };
    let (map, width) = (lines(map), w + 2 * border);
    for (oy, row) in rows_of(pool, first.pooled, pooled) {
        let ys = span(oy, top, h);
        for (ox, out) in row.iter_mut().enumerate() {
            let xs = span(ox, left, w);
            let count = ys.len() * xs.len();
            for lane in registers::<V>(BLOCK) {
                let mut value = start;
                for y in ys.clone() {
                    let row = &map[(y + border - first.map) * width + border..][..w];
                    for x in &row[xs.clone()] {
                        // SAFETY: the caller's obligation; `lane` is of `registers`.
                        value = fold(value, unsafe { load(x, lane) });
                    }
                }
                // SAFETY: as above.
                unsafe { store(finish(value, count), out, lane) }
            }
        }
    }
}

/// The number and the pixels of each row that is written. Zeros the halo.
fn rows_of<'p>(
    pool: &Pool,
    first: usize,
    pooled: &'p mut [f32],
) -> impl Iterator<Item = (usize, &'p mut [Line])> {
    let Pool { output: [ho, wo], halo, .. } = *pool;
    let rows = lines_mut(pooled).chunks_exact_mut(wo + 2 * halo).enumerate();
    rows.filter_map(move |(i, row)| {
        let y = (first + i).checked_sub(halo).filter(|y| *y < ho);
        let Some(y) = y else {
            row.fill([0.0; BLOCK]);
            return None;
        };
        let (before, row) = row.split_at_mut(halo);
        let (row, after) = row.split_at_mut(wo);
        before.fill([0.0; BLOCK]);
        after.fill([0.0; BLOCK]);
        Some((y, row))
    })
}
