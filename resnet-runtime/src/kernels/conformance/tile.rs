//! Tiles alone, to the last bit.

use alloc::format;
use core::ptr;

use super::guard::{Guarded, Side};
use super::{Random, assert_sum};
use crate::kernels::Backend;
use crate::kernels::arch::between;
use crate::kernels::generic::{Ahead, PIXELS, Store, Tile, TileFn};
use crate::layout::BLOCK;

/// Products are added one by one, in the order of steps and channels. Builds with and
/// without optimisation run different loops, and have the same bits therefore.
#[test]
fn sums_are_those_of_one_product_after_another() {
    let mut random = Random(11);
    for backend in Backend::available() {
        let Some(tiles) = backend.conv.tiles() else { continue };
        let between = |blocks| match tiles.blocks {
            4 => [(blocks, between(blocks, 1)), (blocks, between(blocks, 9))],
            _ => [(blocks, &[][..]); 2],
        };
        let tables = [(1, tiles.single), (tiles.blocks, tiles.whole)];
        let tables = tables.into_iter().chain(between(2)).chain(between(3));
        for (blocks, tiles) in tables {
            for (pixels, tile) in tiles.iter().enumerate() {
                for step in [1, 3, 4, 7, BLOCK] {
                    let pixels = pixels + 1;
                    let what = format!("{}, {pixels} x {blocks}, {step}", backend.name());
                    check_tile(*tile, [pixels, blocks], step, &mut random, &what);
                }
            }
        }
    }
}

/// A tile of so many pixels and blocks of channels, of some steps of `step` channels
/// that lie anywhere.
fn check_tile(
    tile: TileFn,
    [pixels, blocks]: [usize; 2],
    step: usize,
    random: &mut Random,
    what: &str,
) {
    const PLACES: usize = 40;
    let columns = blocks * BLOCK;
    let offsets: [i32; 5] = core::array::from_fn(|_| random.next() as i32 % PLACES as i32);
    let places: [usize; PIXELS] = core::array::from_fn(|_| random.next() as usize % PLACES);
    let input = random.values(2 * PLACES + step);
    let weights = random.values(offsets.len() * step * columns);
    let bias = random.values(columns);
    let mut guarded = [&input, &weights, &bias].map(|values| Guarded::of(values, Side::End));
    let mut output = Guarded::new(blocks * pixels * BLOCK, random.side());
    let [from_input, from_weights, from_bias] = guarded.each_mut().map(|v| v.get().as_ptr());
    let args = Tile {
        input: from_input,
        pixels: places,
        outputs: core::array::from_fn(|pixel| pixel * BLOCK),
        offsets: offsets.as_ptr(),
        steps: offsets.len(),
        step,
        weights: from_weights,
        width: columns,
        prefetch: ptr::null(),
        ahead: Ahead { lines: 1, stride: BLOCK, step: BLOCK },
    };
    let sums = Store::sums(output.get().as_mut_ptr(), pixels * BLOCK, false);
    // SAFETY: the backend is available; the input has room for the largest place after
    // the largest offset, weights and bias for all rows, the output for all pixels, at
    // their places, in all blocks.
    unsafe { tile(&args, &Store { bias: from_bias, ..sums }) };
    output.check(what);
    for (i, sum) in output.get().iter().enumerate() {
        let [block, pixel, lane] = [i / BLOCK / pixels, i / BLOCK % pixels, i % BLOCK];
        let column = block * BLOCK + lane;
        let products = weights.chunks_exact(columns).enumerate().map(|(row, weights)| {
            let x = input[places[pixel] + offsets[row / step] as usize + row % step];
            (x, weights[column])
        });
        assert_sum(*sum, bias[column], products, what);
    }
}
