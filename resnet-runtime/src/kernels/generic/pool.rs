//! Pooling: a window over a map, cut where it leaves the map. Plain loops over
//! one cache line of channels, as in `maps.rs`.

use crate::layout::{BLOCK, plane};

use super::maps::{Line, lines, lines_mut, max};

/// One pooling.
#[derive(Clone, Copy)]
pub(crate) struct Pool {
    /// Height and width of what is read.
    pub input: [usize; 2],
    /// Its halo.
    pub border: usize,
    /// Of what is written.
    pub output: [usize; 2],
    /// Halo of what is written. It is left alone.
    pub halo: usize,
    pub size: usize,
    pub stride: usize,
    /// Rows and columns of the first window that lie before the map.
    pub before: [usize; 2],
    /// Whether padding counts, as zeros.
    pub counts_padding: bool,
}

/// The maximum of each window, which padding wins only if it counts.
#[inline(always)]
pub(crate) fn max_pool(pool: &Pool, map: &[f32], pooled: &mut [f32]) {
    let whole = pool.size * pool.size;
    let with_zeros = |best, count: usize| {
        if pool.counts_padding && count < whole { max(best, 0.0) } else { best }
    };
    windows(pool, map, pooled, [f32::NEG_INFINITY; BLOCK], max, with_zeros);
}

/// The mean of each window.
#[inline(always)]
pub(crate) fn avg_pool(pool: &Pool, map: &[f32], pooled: &mut [f32]) {
    let whole = pool.size * pool.size;
    let mean = |sum, count: usize| sum / if pool.counts_padding { whole } else { count } as f32;
    windows(pool, map, pooled, [0.0; BLOCK], |x, sum| x + sum, mean);
}

/// Each window of 3x3 by the binomial filter, `[1 2 1] / 4` along both axes
/// (Zhang 2019, "Making Convolutional Networks Shift-Invariant Again"). Beyond
/// the border the map is reflected: row -1 is row 1. It has two rows and two
/// columns at least.
#[inline(always)]
pub(crate) fn blur(pool: &Pool, map: &[f32], blurred: &mut [f32]) {
    let Pool { input: [h, w], border, output: [ho, wo], halo, stride, .. } = *pool;
    let around = |out: usize, len: usize| {
        let at = out * stride;
        [at.abs_diff(1), at, if at + 1 < len { at + 1 } else { len - 2 }]
    };
    let blend = |a: &Line, b: &Line, c: &Line| {
        let mut sum = [0.0; BLOCK];
        for i in 0..BLOCK {
            sum[i] = (a[i] + c[i]) + 2.0 * b[i];
        }
        sum
    };
    let planes = lines_mut(blurred).chunks_exact_mut(plane(ho, wo, halo) / BLOCK);
    let width = w + 2 * border;
    for (plane, blurred) in lines(map).chunks_exact(plane(h, w, border) / BLOCK).zip(planes) {
        let rows = blurred.chunks_exact_mut(wo + 2 * halo).skip(halo).take(ho);
        for (oy, row) in rows.enumerate() {
            let [above, at, below] =
                around(oy, h).map(|y| &plane[(y + border) * width + border..][..w]);
            for (ox, out) in row[halo..][..wo].iter_mut().enumerate() {
                let [left, centre, right] =
                    around(ox, w).map(|x| blend(&above[x], &at[x], &below[x]));
                *out = blend(&left, &centre, &right).map(|sum| sum / 16.0);
            }
        }
    }
}

#[inline(always)]
fn windows(
    pool: &Pool,
    map: &[f32],
    pooled: &mut [f32],
    start: Line,
    fold: impl Fn(f32, f32) -> f32,
    finish: impl Fn(f32, usize) -> f32,
) {
    let Pool { input: [h, w], border, output: [ho, wo], halo, size, stride, before, .. } = *pool;
    let [top, left] = before;
    // The pixels that a window has in the map, along one axis.
    let span = |out: usize, before: usize, len: usize| {
        (out * stride).saturating_sub(before)..(out * stride + size - before).min(len)
    };
    let planes = lines_mut(pooled).chunks_exact_mut(plane(ho, wo, halo) / BLOCK);
    let width = w + 2 * border;
    for (plane, pooled) in lines(map).chunks_exact(plane(h, w, border) / BLOCK).zip(planes) {
        let rows = pooled.chunks_exact_mut(wo + 2 * halo).skip(halo).take(ho);
        for (oy, row) in rows.enumerate() {
            let ys = span(oy, top, h);
            for (ox, out) in row[halo..][..wo].iter_mut().enumerate() {
                let xs = span(ox, left, w);
                let mut value = start;
                for y in ys.clone() {
                    for x in &plane[(y + border) * width + border..][..w][xs.clone()] {
                        for i in 0..BLOCK {
                            value[i] = fold(x[i], value[i]);
                        }
                    }
                }
                let count = ys.len() * xs.len();
                *out = value.map(|value| finish(value, count));
            }
        }
    }
}
