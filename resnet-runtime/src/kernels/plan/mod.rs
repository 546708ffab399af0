//! How a convolution is computed: one rule, from its shape alone.
//!
//! Everything here is `const fn`: generated code evaluates a plan in a `const`
//! item, so that no plan is made at run time and rustc knows every length.

mod shape;
#[cfg(all(test, feature = "std"))]
mod tests;
mod winograd;

#[cfg(feature = "alloc")]
pub(crate) use shape::k_blocks;
pub use shape::{ConvShape, Source, image_len};
pub(crate) use winograd::Winograd;

use super::arch::{FEW, MATRIX, PRODUCTS, between};
use super::backend::ProductsFns;
use super::generic::TileFn;
use super::matrix::Matrix;
use super::winograd::{FROM_TAPS, FromTaps};
use crate::layout::{BLOCK, blocks, map_len, padded, plane};

/// Output channels that share one panel of weights. AVX-512 computes them in
/// one pass of four registers, narrower backends in passes of 16, so that one
/// packing serves every instruction set.
pub const PANEL: usize = 64;

/// Channel blocks of one K block of a 1x1 convolution and of Winograd's products: 16 blocks
/// of 16 make a panel of 256 x 64 weights, 64 KiB, which stays in the L2 cache while all
/// pixels pass. With 8, in the L1 cache, sums are twice as often stored and added to: 1 to 2 %
/// of a network. With 32 AVX-512 gains another 0.3 % and AVX2 loses as much.
const K_BLOCKS: usize = 16;

/// Most steps that one K block can have: 7 x 7 taps, rounded up.
const MAX_STEPS: usize = 72;

/// Those of all but large filters on maps: [`K_BLOCKS`], or 3 x 3 taps.
const FEW_STEPS: usize = 16;

/// Input of one K block and one row block, in floats: half of a 512 KiB L2
/// cache, so that every panel after the first reads its input from there.
const ROW_BLOCK: usize = 64 * 1024;

/// How a [`ConvShape`] is computed. Made by [`ConvPlan::new`] alone, so that
/// its numbers can be trusted by the kernels. Lengths count floats.
///
/// The table of offsets comes last, as a slice: most have few, and plans are what a
/// network adds to a program's data. See [`plan_of`].
pub struct ConvPlan<Offsets: ?Sized = [i32]> {
    pub(super) shape: ConvShape,
    /// Input channels of one step.
    pub(super) step: usize,
    /// Steps of a whole K block, and of the last one.
    steps: usize,
    last_steps: usize,
    /// K blocks.
    pub(super) k_blocks: usize,
    /// From the input of one K block to that of the next.
    pub(super) k_stride: usize,
    /// Where the first output pixel starts to read.
    pub(super) origin: usize,
    /// In the input, from one output pixel to the next.
    pub(super) pixel: usize,
    /// In the input, from one output row to the next.
    pub(super) row: usize,
    /// Output rows that are computed for all channels before the next ones.
    pub(super) row_block: usize,
    pub(crate) input_len: usize,
    pub(crate) output_len: usize,
    /// Rows of a packed matrix.
    pub(super) rows: usize,
    /// Packed weights and bias.
    pub(crate) packed_len: usize,
    /// Memory that the convolution needs while it runs.
    pub(crate) scratch_len: usize,
    /// What computes it where there is a matrix unit.
    #[cfg_attr(not(all(feature = "amx", target_arch = "x86_64")), allow(dead_code))]
    pub(super) matrix: Option<&'static Matrix>,
    /// For a last panel of two or three blocks.
    pub(super) between: &'static [TileFn],
    /// Every backend's tiles of half a block, if that is all. Named by the plan, which rustc
    /// evaluates: a program without such layers is linked without.
    pub(super) few: Option<&'static &'static [&'static [TileFn]]>,
    pub(super) winograd: Option<Winograd>,
    /// Every backend's kernels for all points at once, if it is a shallow one. Likewise.
    pub(super) products: Option<&'static &'static [&'static ProductsFns]>,
    /// What makes Winograd's points of taps, if that is done. Likewise.
    pub(super) from_taps: Option<&'static FromTaps>,
    /// Where the input of each step lies, from that of the pixel or tile.
    offsets: Offsets,
}

/// A plan of any shape, and one for most.
pub(crate) type AnyPlan = ConvPlan<[i32; MAX_STEPS]>;
pub(crate) type FewStepsPlan = ConvPlan<[i32; FEW_STEPS]>;

/// The plan of a shape, evaluated by rustc: a `&'static ConvPlan`.
macro_rules! plan_of {
    ($shape:expr) => {
        const {
            use crate::kernels::{AnyPlan, ConvPlan, FewStepsPlan};
            let shape = $shape;
            if shape.has_few_steps() {
                &FewStepsPlan::new(shape) as &ConvPlan
            } else {
                &AnyPlan::new(shape) as &ConvPlan
            }
        }
    };
}
pub(crate) use plan_of;

impl<const STEPS: usize> ConvPlan<[i32; STEPS]> {
    /// The plan of a shape.
    ///
    /// # Panics
    ///
    /// If the shape contradicts itself, or has more steps. In a `const` item that is a
    /// compile error.
    pub const fn new(shape: ConvShape) -> Self {
        shape.check();
        let [h, w, cin] = shape.input;
        let [ho, wo, cout] = shape.output;
        let winograd = shape.winograd();
        let halo = shape.source_halo();
        let width = w + 2 * halo;
        let (line, input_len) = match shape.source {
            Source::Map { .. } => (BLOCK, map_len(h, w, cin, halo)),
            Source::Image { .. } => (cin, image_len(h, w, cin, halo)),
        };
        // From one channel block to the next in what the steps read.
        let block = match winograd {
            Some(winograd) => winograd.stride() * BLOCK,
            None => plane(h, w, halo),
        };
        let step = shape.step();
        let made = match winograd {
            Some(winograd) => winograd.at_once(blocks(cin)),
            None => None,
        };
        let ((steps, covered), rows) = match made {
            Some(at_once) => ((at_once, at_once), blocks(cin) * step),
            None => (shape.k_block(), shape.rows()),
        };
        let k_blocks = rows.div_ceil(steps * step);
        let row = shape.stride * width * line;
        let per_row = row * covered;
        ConvPlan {
            step,
            steps,
            last_steps: rows / step - (k_blocks - 1) * steps,
            k_blocks,
            k_stride: covered * block,
            origin: (halo - shape.pad()) * (width + 1) * line,
            pixel: shape.stride * line,
            row,
            row_block: if per_row * ho <= ROW_BLOCK { ho } else { ROW_BLOCK.div_ceil(per_row) },
            input_len,
            output_len: map_len(ho, wo, cout, shape.halo),
            rows,
            packed_len: shape.packed_len(),
            scratch_len: shape.scratch_len(),
            matrix: if shape.has_terms() { MATRIX } else { None },
            between: between(padded(cout) % PANEL / BLOCK, ho * wo),
            few: if cout <= BLOCK / 2 && winograd.is_none() { Some(&FEW) } else { None },
            offsets: offsets(&shape, steps, width, block, winograd.is_some()),
            products: if shape.shallow_rows() > 0 { Some(&PRODUCTS) } else { None },
            from_taps: if made.is_some() { Some(&FROM_TAPS) } else { None },
            winograd,
            shape,
        }
    }
}

impl ConvPlan {
    /// Channels of the output.
    pub(crate) const fn channels(&self) -> usize {
        self.shape.output[2]
    }

    /// Rows that are pooled as soon as they are computed: of half an L2 cache.
    pub(super) fn pooled_rows(&self) -> usize {
        let [_, w, c] = self.shape.output;
        (ROW_BLOCK / (w * padded(c))).clamp(1, self.row_block)
    }

    /// Steps of a whole K block.
    pub(super) const fn steps(&self) -> usize {
        self.steps
    }

    /// The offsets of the steps of a K block.
    pub(super) fn offsets_of(&self, k: usize) -> &[i32] {
        let last = k + 1 == self.k_blocks;
        &self.offsets[..if last { self.last_steps } else { self.steps }]
    }

    /// The first packed row of a K block.
    pub(super) const fn first_row(&self, k: usize) -> usize {
        k * self.steps * self.step
    }
}

const fn offsets<const STEPS: usize>(
    shape: &ConvShape,
    steps: usize,
    width: usize,
    block: usize,
    winograd: bool,
) -> [i32; STEPS] {
    let mut offsets = [0; STEPS];
    let mut i = 0;
    while i < steps {
        let at = match shape.source {
            Source::Image { .. } => i * width * shape.input[2],
            Source::Map { .. } if shape.size == 1 || winograd => i * block,
            Source::Map { .. } => {
                let (ky, kx) = (i / shape.size, i % shape.size);
                (ky * width + kx) * shape.rate * BLOCK
            }
        };
        offsets[i] = at as i32;
        i += 1;
    }
    offsets
}
