//! The products of all points of Winograd's transform in one call, where each is
//! little work: as many blocks of input channels as of output channels, one or two.

use crate::kernels::registers::zeros;
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Computes some products.
///
/// # Safety
///
/// The obligations of [`products`], and the backend's instruction set.
pub(crate) type ProductsFn = unsafe fn(&Products);

/// `outputs[i] = inputs[i] · weights[i]`, of `count` tiles each. Strides count floats.
pub(crate) struct Products {
    pub products: usize,
    pub count: usize,
    pub inputs: *const f32,
    /// `[products][rows][columns]`.
    pub weights: *const f32,
    pub outputs: *mut f32,
    /// From one product to the next, in the input and in the output.
    pub next: [usize; 2],
    /// From one block of channels to the next, in both.
    pub plane: usize,
}

/// Takes `T` tiles by `N` registers at once, of `B · BLOCK` rows and columns.
///
/// # Safety
///
/// * The CPU has the instruction set of `V`; `count` is at least `T`.
/// * `inputs` is readable, and `outputs` writable, for `count · BLOCK` floats, and so
///   they are every `plane` from there, `B` times in all, and all that every `next`
///   floats, `products` times. The two do not overlap.
/// * `weights` is readable for `products · (B · BLOCK)²` floats.
#[inline(always)]
pub(crate) unsafe fn products<V: Vector, const T: usize, const N: usize, const B: usize>(
    a: &Products,
) {
    const { assert!((B * BLOCK).is_multiple_of(N * V::LANES)) }
    let square = B * BLOCK * B * BLOCK;
    for i in 0..a.products {
        for column in (0..B * BLOCK).step_by(N * V::LANES) {
            // SAFETY: the caller's obligations are those of the loads and stores, for
            // these columns: the last tiles begin `T` before the end.
            unsafe {
                let weights = a.weights.add(i * square + column);
                let input = a.inputs.add(i * a.next[0]);
                let output = a.outputs.add(i * a.next[1]);
                let mut tile = 0;
                while tile < a.count {
                    let first = tile.min(a.count - T) * BLOCK;
                    let mut sums = zeros::<[[V; N]; T]>();
                    for block in 0..B {
                        let input = input.add(block * a.plane + first);
                        for c in 0..BLOCK {
                            let from = weights.add((block * BLOCK + c) * B * BLOCK);
                            let mut row = zeros::<[V; N]>();
                            unrolled!(n < N, { row[n] = V::load(from.add(n * V::LANES)) });
                            unrolled!(t < T, {
                                let x = V::splat(*input.add(t * BLOCK + c));
                                unrolled!(n < N, { sums[t][n] = x.mul_add(row[n], sums[t][n]) });
                            });
                        }
                    }
                    unrolled!(n < N, {
                        let at = column + n * V::LANES;
                        let plane = at / BLOCK * a.plane + at % BLOCK;
                        let output = output.add(plane + first);
                        unrolled!(t < T, { sums[t][n].store(output.add(t * BLOCK)) });
                    });
                    tile += T;
                }
            }
        }
    }
}
