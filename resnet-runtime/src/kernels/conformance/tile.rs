//! Tiles alone, to the last bit.

use alloc::format;
use core::ptr;

use super::guard::{Guarded, Side};
use super::{Random, assert_sum};
use crate::kernels::Backend;
use crate::kernels::arch::{FEW, between};
use crate::kernels::generic::{Ahead, PIXELS, Store, Tile, TileFn};
use crate::kernels::plan::PANEL;
use crate::layout::{BLOCK, padded};

/// Products are added one by one, in the order of steps and channels. Builds with and
/// without optimisation run different loops, and have the same bits therefore.
#[test]
fn sums_are_those_of_one_product_after_another() {
    let mut random = Random(11);
    for backend in Backend::available() {
        let Some(tiles) = backend.conv.tiles() else { continue };
        let between = |blocks| match tiles.blocks {
            4 => [1, 9].map(|pixels| (blocks * BLOCK, between(blocks, pixels))),
            _ => [(0, &[][..]); 2],
        };
        let tables = [(BLOCK, tiles.single), (tiles.columns(), tiles.whole)];
        let between = [2, 3].into_iter().flat_map(between);
        let few = [(BLOCK / 2, FEW[backend.index()])];
        let pixel = tiles.pixel.map(|tile| (PANEL, &tile[..]));
        for (channels, tiles) in tables.into_iter().chain(between).chain(few).chain(pixel) {
            for (pixels, tile) in tiles.iter().enumerate() {
                for step in [1, 3, 4, 7, BLOCK] {
                    let pixels = pixels + 1;
                    let what = format!("{}, {pixels} x {channels}, {step}", backend.name());
                    let seed = random.next();
                    for side in Side::ALL {
                        let random = &mut Random(seed);
                        check_tile(*tile, [pixels, channels], step, *side, random, &what);
                    }
                }
            }
        }
    }
}

/// A tile of so many pixels and channels, of some steps of `step` channels that lie
/// anywhere. What fills up a last block has no weights.
fn check_tile(
    tile: TileFn,
    [pixels, columns]: [usize; 2],
    step: usize,
    side: Side,
    random: &mut Random,
    what: &str,
) {
    const PLACES: usize = 40;
    let offsets: [i32; 5] = core::array::from_fn(|_| random.next() as i32 % PLACES as i32);
    let places: [usize; PIXELS] = core::array::from_fn(|_| random.next() as usize % PLACES);
    let bits = offsets.map(|offset| f32::from_bits(offset as u32));
    let input = random.values(2 * PLACES + step);
    let weights = random.values(offsets.len() * step * columns);
    let bias = random.values(columns);
    let mut guarded = [&input[..], &weights, &bias, &bits].map(|values| Guarded::of(values, side));
    let mut output = Guarded::new(pixels * padded(columns), side);
    let [from_input, from_weights, from_bias, from_offsets] =
        guarded.each_mut().map(|v| v.get().as_ptr());
    let args = Tile {
        input: from_input,
        pixels: places,
        outputs: core::array::from_fn(|pixel| pixel * BLOCK),
        offsets: from_offsets.cast(),
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
        if column >= columns {
            assert!(*sum == 0.0, "{what}: {sum} in a channel that fills up the block");
            continue;
        }
        let products = weights.chunks_exact(columns).enumerate().map(|(row, weights)| {
            let x = input[places[pixel] + offsets[row / step] as usize + row % step];
            (x, weights[column])
        });
        assert_sum(*sum, bias[column], products, what);
    }
}

/// A tile whose input, weights, bias or output is one element shorter than it should
/// be, at either end, ends its process: what guards the other tests here works.
#[test]
#[cfg(unix)]
#[cfg_attr(not(target_arch = "x86_64"), ignore = "an emulator starts no other emulator")]
fn tiles_fault_where_a_buffer_lacks_an_element() {
    use alloc::vec::Vec;

    use super::guard::{TOUCH, faults};

    const NAME: &str = "kernels::conformance::tile::tiles_fault_where_a_buffer_lacks_an_element";

    let tiled =
        || Backend::available().filter_map(|backend| Some((backend, backend.conv.tiles()?)));
    if let Ok(touch) = std::env::var(TOUCH) {
        let [name, side, short] = touch.split(' ').collect::<Vec<_>>()[..] else {
            panic!("expected a backend, a side and a buffer, found {touch}");
        };
        let side = if side == "Start" { Side::Start } else { Side::End };
        let (_, tiles) = tiled().find(|(backend, _)| backend.name() == name).expect("it is there");
        short_tile(tiles.whole[0], tiles.blocks * BLOCK, side, short.parse().ok());
        return;
    }
    for (backend, _) in tiled() {
        for side in Side::ALL {
            let touch = |short: &str| format!("{} {side:?} {short}", backend.name());
            assert!(!faults(NAME, &touch("none")));
            for buffer in ["0", "1", "2", "3"] {
                let touch = touch(buffer);
                assert!(faults(NAME, &touch), "{touch}: nothing happened");
            }
        }
    }
}

/// One pixel in one step, where one of the buffers may lack an element.
#[cfg(unix)]
fn short_tile(tile: TileFn, columns: usize, side: Side, short: Option<usize>) {
    let lens = [BLOCK, BLOCK * columns, columns, columns];
    let lacks = |i: usize| usize::from(short == Some(i));
    let mut buffers: [Guarded; 4] =
        core::array::from_fn(|i| Guarded::new(lens[i] - lacks(i), side));
    let [input, weights, bias, output] = core::array::from_fn(|i| {
        let start = buffers[i].get().as_mut_ptr();
        // What it lacks lies in the page that nobody may touch.
        if matches!(side, Side::Start) { start.wrapping_sub(lacks(i)) } else { start }
    });
    let args = Tile {
        input,
        pixels: [0; PIXELS],
        outputs: [0; PIXELS],
        offsets: [0].as_ptr(),
        steps: 1,
        step: BLOCK,
        weights,
        width: columns,
        prefetch: ptr::null(),
        ahead: Ahead { lines: 1, stride: BLOCK, step: BLOCK },
    };
    // SAFETY: the backend is available, and each buffer has what the tile needs, or
    // the program ends here, which is what this is about.
    unsafe { tile(&args, &Store { bias, ..Store::sums(output, BLOCK, false) }) };
}
