//! The products of all points in one call, to the last bit.

use alloc::format;

use super::guard::{Guarded, Side};
use super::{Random, assert_sum};
use crate::kernels::Backend;
use crate::kernels::arch::PRODUCTS;
use crate::kernels::generic::{Products, ProductsFn};
use crate::layout::BLOCK;

/// As each tile alone: the sums of products added one by one, in the order of channels.
#[test]
fn products_are_added_one_after_another() {
    let mut random = Random(12);
    for backend in Backend::available() {
        for (i, kernels) in PRODUCTS[backend.index()].iter().enumerate() {
            for (tiles, kernel) in *kernels {
                for count in [*tiles, tiles + 1, 2 * tiles, 3 * tiles - 1] {
                    let what = format!("{}, {} blocks, {count} tiles", backend.name(), i + 1);
                    let seed = random.next();
                    for end in Side::ALL {
                        check(*kernel, i + 1, count, *end, &mut Random(seed), &what);
                    }
                }
            }
        }
    }
}

/// Three products of so many blocks of channels, of `count` tiles where there is room
/// for more.
fn check(
    kernel: ProductsFn,
    blocks: usize,
    count: usize,
    end: Side,
    random: &mut Random,
    what: &str,
) {
    const PRODUCTS: usize = 3;
    let (stride, side) = (count + 2, blocks * BLOCK);
    let next = blocks * stride * BLOCK;
    let inputs = random.values(PRODUCTS * next - 2 * BLOCK);
    let weights = random.values(PRODUCTS * side * side);
    let mut guarded = [&inputs, &weights].map(|values| Guarded::of(values, end));
    let mut outputs = Guarded::new(PRODUCTS * next - 2 * BLOCK, end);
    outputs.get().fill(f32::INFINITY);
    let [from_inputs, from_weights] = guarded.each_mut().map(|values| values.get().as_ptr());
    let args = Products {
        products: PRODUCTS,
        count,
        inputs: from_inputs,
        weights: from_weights,
        outputs: outputs.get().as_mut_ptr(),
        next: [next; 2],
        plane: stride * BLOCK,
    };
    // SAFETY: the backend is available; there are as many tiles as the kernel takes at
    // once, weights for all products, and room for the tiles of each block, which the
    // last one needs for no more than `count`.
    unsafe { kernel(&args) };
    outputs.check(what);
    for (i, sum) in outputs.get().iter().enumerate() {
        let [product, block, tile, lane] =
            [i / next, i / (stride * BLOCK) % blocks, i / BLOCK % stride, i % BLOCK];
        if tile >= count {
            assert_eq!(*sum, f32::INFINITY, "{what}: written beyond the tiles");
            continue;
        }
        let products = (0..side).map(|c| {
            let x = inputs[product * next + (c / BLOCK * stride + tile) * BLOCK + c % BLOCK];
            (x, weights[(product * side + c) * side + block * BLOCK + lane])
        });
        assert_sum(*sum, 0.0, products, what);
    }
}
