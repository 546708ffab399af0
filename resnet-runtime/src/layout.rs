//! How a feature map lies in memory: `[C / 16][H + 2·halo][W + 2·halo][16]`.
//!
//! Sixteen channels of one pixel are one cache line, so every kernel reads and
//! writes whole lines, and the padding of a convolution is a halo of zeros
//! which its producer leaves around the map. Channels beyond `C` in the last
//! block are zero.

use core::ops::Range;

/// Channels of one block: the floats of one cache line.
pub const BLOCK: usize = 16;

/// Channel blocks of `c` channels.
pub const fn blocks(c: usize) -> usize {
    c.div_ceil(BLOCK)
}

/// `c` rounded up to whole blocks.
pub const fn padded(c: usize) -> usize {
    blocks(c) * BLOCK
}

/// Floats from one channel block of a map to the next.
pub const fn plane(h: usize, w: usize, halo: usize) -> usize {
    (h + 2 * halo) * (w + 2 * halo) * BLOCK
}

/// Floats of a whole map.
pub const fn map_len(h: usize, w: usize, c: usize, halo: usize) -> usize {
    blocks(c) * plane(h, w, halo)
}

/// The channels of the map in a block: 16, or fewer in the last one.
pub(crate) fn block_channels(c: usize, block: usize) -> usize {
    (c - block * BLOCK).min(BLOCK)
}

/// Writes channel-last values as a map with a halo of zeros.
#[inline(never)]
pub(crate) fn from_nhwc(values: &[f32], [h, w, c]: [usize; 3], halo: usize, map: &mut [f32]) {
    clear_halo(map, [h, w, c], halo);
    pairs(values, [h, w, c], halo, map, |line, pixel| {
        // Value by value: a copy of unknown length is a call, slow for few channels.
        line.fill(0.0);
        line.iter_mut().zip(pixel).for_each(|(to, value)| *to = *value);
    });
}

/// Adds channel-last values to the pixels of a map.
#[inline(never)]
pub(crate) fn add_nhwc(values: &[f32], shape: [usize; 3], halo: usize, map: &mut [f32]) {
    pairs(values, shape, halo, map, |line, pixel| {
        line.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value);
    });
}

/// Calls `job` with each line of a map's pixels, and the channel-last values of that
/// pixel in its block.
#[inline(always)]
fn pairs(
    values: &[f32],
    [h, w, c]: [usize; 3],
    halo: usize,
    map: &mut [f32],
    job: impl Fn(&mut [f32; BLOCK], &[f32]),
) {
    for (block, plane) in map.chunks_exact_mut(plane(h, w, halo)).take(blocks(c)).enumerate() {
        let n = block_channels(c, block);
        let rows = plane.chunks_exact_mut((w + 2 * halo) * BLOCK).skip(halo);
        for (row, values) in rows.zip(values.chunks_exact(w * c)) {
            let (lines, _) = row.as_chunks_mut::<BLOCK>();
            let lines = lines.iter_mut().skip(halo);
            for (line, pixel) in lines.zip(values.chunks_exact(c)) {
                job(line, &pixel[block * BLOCK..][..n]);
            }
        }
    }
}

/// Reads a map of `[h, w, c]` with its halo as channel-last values.
#[inline(never)]
pub(crate) fn to_nhwc(map: &[f32], [h, w, c]: [usize; 3], halo: usize, values: &mut [f32]) {
    for (block, plane) in map.chunks_exact(plane(h, w, halo)).take(blocks(c)).enumerate() {
        let n = block_channels(c, block);
        let rows = plane.chunks_exact((w + 2 * halo) * BLOCK).skip(halo);
        for (row, out) in rows.zip(values.chunks_exact_mut(w * c)) {
            let lines = row.chunks_exact(BLOCK).skip(halo);
            for (line, pixel) in lines.zip(out.chunks_exact_mut(c)) {
                pixel[block * BLOCK..][..n].copy_from_slice(&line[..n]);
            }
        }
    }
}

/// Zeros the halo of a map. Regions change type from layer to layer, so what
/// lies around a fresh map is some other layer's values.
#[inline(never)]
pub(crate) fn clear_halo(map: &mut [f32], [h, w, c]: [usize; 3], halo: usize) {
    for plane in map.chunks_exact_mut(plane(h, w, halo)).take(blocks(c)) {
        halo_runs(h, w, halo).for_each(|run| plane[run].fill(0.0));
    }
}

/// The floats of a plane that are halo: before the first pixel, between two
/// rows, and after the last pixel.
pub(crate) fn halo_runs(h: usize, w: usize, halo: usize) -> impl Iterator<Item = Range<usize>> {
    let row = (w + 2 * halo) * BLOCK;
    let first = halo * row + halo * BLOCK;
    let runs = (0..h).map(move |y| {
        let start = first + y * row + w * BLOCK;
        start..if y + 1 == h { plane(h, w, halo) } else { start + 2 * halo * BLOCK }
    });
    core::iter::once(0..first).chain(runs).filter(move |_| halo > 0)
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn nhwc_survives_the_round_trip_at_every_remainder() {
        for c in [1, 3, 15, 16, 17, 40] {
            let values: Vec<f32> = (0..2 * 3 * c).map(|i| i as f32).collect();
            let mut map = vec![f32::NAN; map_len(2, 3, c, 0)];
            from_nhwc(&values, [2, 3, c], 0, &mut map);
            assert_eq!(map.iter().filter(|v| **v == 0.0).count(), 6 * (padded(c) - c) + 1);
            let mut back = vec![f32::NAN; values.len()];
            to_nhwc(&map, [2, 3, c], 0, &mut back);
            assert_eq!(back, values, "c = {c}");
        }
    }

    #[test]
    fn values_are_added_to_pixels_alone() {
        let (size, halo) = ([2, 3, 20], 1);
        let values: Vec<f32> = (0..2 * 3 * 20).map(|i| i as f32).collect();
        let mut map = vec![f32::NAN; map_len(2, 3, 20, halo)];
        from_nhwc(&values, size, halo, &mut map);
        let twice: Vec<f32> = map.iter().map(|value| 2.0 * value).collect();
        add_nhwc(&values, size, halo, &mut map);
        assert_eq!(map, twice);
    }

    #[test]
    fn the_halo_is_all_that_is_no_pixel() {
        assert_eq!(halo_runs(2, 3, 0).count(), 0);
        let mut map = vec![1.0; map_len(2, 3, 20, 2)];
        clear_halo(&mut map, [2, 3, 20], 2);
        assert_eq!(map.iter().sum::<f32>(), (2 * 3 * padded(20)) as f32);
        let mut inside = vec![0.0; 2 * 3 * 20];
        to_nhwc(&map, [2, 3, 20], 2, &mut inside);
        assert!(inside.iter().all(|v| *v == 1.0));
    }
}
