//! 3x3 convolutions of groups of 1, 2, 4 or 8 channels, a block of channels at a
//! time: a register holds several groups, and what each lane multiplies is one
//! channel of its own group. A dense tile would multiply the zeros between them.

use super::Store;
use super::tile::ROW;
use crate::kernels::registers::zeros;
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Computes some pixels of one row.
///
/// # Safety
///
/// The obligations of [`narrow`], and the backend's instruction set.
pub(crate) type NarrowFn = unsafe fn(&Narrow, &Store);

/// What one call computes, `T` pixels of one block of channels, `S` apart in the
/// input. Strides count floats.
pub(crate) struct Narrow {
    /// The first tap of the first pixel.
    pub input: *const f32,
    /// From one row of the input to the next.
    pub row: usize,
    /// `[3 · 3][group][BLOCK]`: for each channel, what it takes of the first one
    /// of its group, of the second, …
    pub weights: *const f32,
    pub group: usize,
}

/// Channels of the widest groups.
const WIDEST: usize = BLOCK / 2;

/// For each width of groups, and each channel of one, which channel of a block that
/// is in the group of each lane. Those of width `g` start at `g - 1`: 1 + 2 + 4 + …
/// tables come before.
static CHANNELS: [[u32; BLOCK]; 2 * WIDEST - 1] = {
    let mut channels = [[0; BLOCK]; 2 * WIDEST - 1];
    let mut group = 1;
    while group <= WIDEST {
        let mut i = 0;
        while i < group * BLOCK {
            let (j, lane) = (i / BLOCK, i % BLOCK);
            channels[group - 1 + j][lane] = (lane / group * group + j) as u32;
            i += 1;
        }
        group *= 2;
    }
    channels
};

/// Each input is loaded and spread once for all outputs of its row that need it.
///
/// # Safety
///
/// * The CPU has the instruction set of `V`; `T` is at most [`PIXELS`](super::tile::PIXELS).
/// * `group` is 1, 2, 4 or 8.
/// * `input + y · row` is readable for `((T - 1) · S + 3) · BLOCK` values, for every
///   `y` below 3, and `weights` for `9 · group · BLOCK`.
/// * `store` can be applied to `T` pixels one after another, and what it writes
///   overlaps nothing else that is read here; its `bias` is readable for `BLOCK`
///   values.
#[inline(always)]
pub(crate) unsafe fn narrow<V: Vector, const T: usize, const S: usize>(a: &Narrow, store: &Store) {
    for n in (0..BLOCK).step_by(V::LANES) {
        // SAFETY: the caller's obligations are those of the loads below, and of
        // `Store::apply`; a table of channels has `BLOCK` of them, all below it.
        unsafe {
            let store = store.at(n, n, n);
            let mut sums = zeros::<[[V; 1]; T]>();
            unrolled!(t < T, { sums[t] = [V::load(store.bias)] });
            for y in 0..3 {
                for (j, channels) in CHANNELS[a.group - 1..][..a.group].iter().enumerate() {
                    let weight =
                        |x: usize| V::load(a.weights.add(((y * 3 + x) * a.group + j) * BLOCK + n));
                    let weights = [weight(0), weight(1), weight(2)];
                    let line = a.input.add(y * a.row);
                    let input = |x: usize| V::spread(line.add(x * BLOCK), n, channels);
                    let mut inputs = [input(0), input(1), input(2)];
                    unrolled!(t < T, {
                        if t > 0 {
                            inputs = match S {
                                1 => [inputs[1], inputs[2], input(t + 2)],
                                _ => [inputs[2], input(2 * t + 1), input(2 * t + 2)],
                            };
                        }
                        unrolled!(x < 3, {
                            sums[t] = [inputs[x].mul_add(weights[x], sums[t][0])];
                        });
                    });
                }
            }
            store.apply(sums, &ROW);
        }
    }
}
