//! How a convolution is computed: one rule, from its shape alone.
//!
//! Everything here is `const fn`: generated code evaluates a plan in a `const`
//! item, so that no plan is made at run time and rustc knows every length.

use crate::layout::{BLOCK, blocks, map_len, padded, plane};

/// Output channels that share one panel of weights. AVX-512 computes them in
/// one pass of four registers, narrower backends in passes of 16, so that one
/// packing serves every instruction set.
pub const PANEL: usize = 64;

/// Channel blocks of one K block of a 1x1 convolution: 8 blocks of 16 make a
/// panel of 128 x 64 weights, 32 KiB, which stays in the L1 cache while all
/// pixels pass. 4 to 16 blocks are within 3 % of each other.
const K_BLOCKS: usize = 8;

/// Most steps that one K block can have: 7 x 7 taps, rounded up.
pub const MAX_STEPS: usize = 72;

/// Input of one K block and one row block, in floats: half of a 512 KiB L2
/// cache, so that every panel after the first reads its input from there.
const ROW_BLOCK: usize = 64 * 1024;

/// Transformed input of one block of tile rows, in floats: what a 1 MiB L2
/// cache holds beside weights and sums.
const WINOGRAD_BLOCK: usize = 128 * 1024;

/// What the rule for Winograd knows of machines: multiply-adds per second of a
/// tile, weights per second from memory, seconds per transformed value. Only
/// their ratios matter; they predict the fastest algorithm for all 3x3 layers
/// of ResNet-50 (F(4x4) at 56 and 28, F(2x2) at 14, direct at 7).
const MACS_PER_SECOND: f64 = 80e9;
const WEIGHTS_PER_SECOND: f64 = 2.5e9;
const TRANSFORM: f64 = 0.2e-9;

/// Most floats of a map or of a layer's weights: offsets fit an i32, and no
/// sum or product of lengths below can wrap.
const MAX_LEN: u128 = 1 << 30;

/// Whether a product is within [`MAX_LEN`].
const fn fits(factors: &[usize]) -> bool {
    let (mut i, mut product) = (0, 1_u128);
    while i < factors.len() {
        product = product.saturating_mul(factors[i] as u128);
        i += 1;
    }
    product <= MAX_LEN
}

/// Whether a map with a halo is, its last block included.
const fn fits_map([h, w, c]: [usize; 3], halo: usize) -> bool {
    fits(&[halo, 2]) && fits(&[h]) && fits(&[w]) && fits(&[c]) && {
        fits(&[h + 2 * halo, w + 2 * halo, c + BLOCK])
    }
}

/// Where a convolution reads from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A feature map with a halo of zeros.
    Map {
        /// Width of the halo.
        halo: usize,
    },
    /// An image, channel last, with a border of zeros. The `size · channels`
    /// values under one row of a filter are contiguous, hence one step.
    Image {
        /// Width of the border.
        halo: usize,
    },
}

/// What a convolution computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConvShape {
    /// Height, width and channels of the input.
    pub input: [usize; 3],
    /// Height, width and channels of the output.
    pub output: [usize; 3],
    /// Height and width of the filter.
    pub size: usize,
    /// Pixels from one output to the next, in the input.
    pub stride: usize,
    /// Pixels from one tap of the filter to the next (atrous rate).
    pub rate: usize,
    /// Where the input lies.
    pub source: Source,
    /// Halo of the output.
    pub halo: usize,
}

/// How a [`ConvShape`] is computed. Made by [`ConvPlan::new`] alone, so that
/// its numbers can be trusted by the kernels.
#[derive(Debug)]
pub struct ConvPlan {
    pub(super) shape: ConvShape,
    /// Input channels of one step.
    pub(super) step: usize,
    /// Steps of a whole K block.
    pub(super) steps: usize,
    /// Steps of the last K block.
    pub(super) last_steps: usize,
    /// K blocks.
    pub(super) k_blocks: usize,
    /// Floats from the input of one K block to that of the next.
    pub(super) k_stride: usize,
    /// Where the first output pixel starts to read.
    pub(super) origin: usize,
    /// Input floats from one output pixel to the next.
    pub(super) pixel: usize,
    /// Input floats from one output row to the next.
    pub(super) row: usize,
    /// Whether all output pixels are one run, as if they were one row.
    pub(super) flat: bool,
    /// Output rows that are computed for all channels before the next ones.
    pub(super) row_block: usize,
    pub(super) input_len: usize,
    pub(super) output_len: usize,
    /// Where the input of each step lies, from that of the pixel or tile.
    pub(super) offsets: [i32; MAX_STEPS],
    pub(super) winograd: Option<Winograd>,
}

impl ConvShape {
    /// Pixels of padding before the first row and column: TensorFlow's SAME
    /// at stride 1, and slim's `conv2d_same` at any other.
    pub const fn pad(&self) -> usize {
        self.rate * (self.size - 1) / 2
    }

    /// Packed weights and bias, in floats.
    pub const fn packed_len(&self) -> usize {
        (self.matrices() * self.rows() + 1) * padded(self.output[2])
    }

    /// Matrices of weights: one per point of a Winograd convolution.
    pub(crate) const fn matrices(&self) -> usize {
        match self.winograd() {
            Some(winograd) => winograd.points(),
            None => 1,
        }
    }

    /// The Winograd transform that is faster than a direct convolution here,
    /// if one is: the least of `max(arithmetic, weights from memory)` plus the
    /// transforms.
    pub(crate) const fn winograd(&self) -> Option<Winograd> {
        let plain = self.size == 3 && self.stride == 1 && self.rate == 1;
        if !plain || matches!(self.source, Source::Image { .. }) {
            return None;
        }
        let [h, w, cout] = self.output;
        let cin = self.input[2];
        let weights = (padded(cin) * padded(cout)) as f64;
        let pixels = (h * w) as f64;
        let mut least = seconds(9.0 * weights * pixels, 9.0 * weights);
        let mut best = None;
        let mut tile = 2;
        while tile <= 4 {
            let winograd = Winograd::new(self, tile);
            let (points, tiles) =
                (winograd.points() as f64, (winograd.rows * winograd.columns) as f64);
            let values = points * tiles * (padded(cin) + padded(cout)) as f64;
            let time = seconds(points * tiles * weights, points * weights) + values * TRANSFORM;
            if time < least {
                (least, best) = (time, Some(winograd));
            }
            tile += 2;
        }
        best
    }

    /// Floats of scratch memory.
    pub(crate) const fn scratch_len(&self) -> usize {
        match self.winograd() {
            Some(winograd) => winograd.scratch_len(self),
            None => 0,
        }
    }

    /// The halo or border of the source.
    pub(crate) const fn source_halo(&self) -> usize {
        match self.source {
            Source::Map { halo } | Source::Image { halo } => halo,
        }
    }

    /// Checks the shape against itself.
    ///
    /// # Panics
    ///
    /// If the output is not the input over the stride, rounded up, or a halo
    /// is too narrow for the filter. In a `const` item that is a compile error.
    pub(crate) const fn check(&self) {
        let [h, w, cin] = self.input;
        let [ho, wo, cout] = self.output;
        let (size, halo) = (self.size, self.source_halo());
        assert!(h > 0 && w > 0 && cin > 0 && cout > 0, "a dimension is zero");
        assert!(size > 0 && self.stride > 0 && self.rate > 0);
        assert!(self.rate == 1 || matches!(self.source, Source::Map { .. }));
        // Before any product of two of them: a `const fn` wraps in silence
        // where overflow checks are off.
        assert!(fits(&[size, self.rate]) && fits(&[self.stride, w, BLOCK]), "too large a filter");
        assert!(fits_map(self.input, halo), "the input is too large");
        assert!(fits_map(self.output, self.halo), "the output is too large");
        assert!(fits(&[MAX_STEPS, cin + BLOCK]) && fits(&[size, size]), "too many channels");
        assert!(fits(&[size * size, cin + BLOCK, cout + BLOCK]), "the filter is too large");
        assert!(ho == h.div_ceil(self.stride), "output height is not input height / stride");
        assert!(wo == w.div_ceil(self.stride), "output width is not input width / stride");
        let reach = self.rate * (size - 1);
        assert!(halo >= reach - self.pad(), "the halo is narrower than the filter needs");
        assert!(self.k_block().0 <= MAX_STEPS, "the filter is too large");
    }

    /// Rows of a packed matrix, padding included.
    pub(crate) const fn rows(&self) -> usize {
        let taps = match self.winograd() {
            Some(_) => 1,
            None => self.size * self.size,
        };
        match self.source {
            Source::Image { .. } => taps * self.input[2],
            Source::Map { .. } => taps * blocks(self.input[2]) * self.step(),
        }
    }

    /// Input channels of one step. A map of less than one block is not padded.
    pub(crate) const fn step(&self) -> usize {
        match self.source {
            Source::Image { .. } => self.size * self.input[2],
            Source::Map { .. } if self.input[2] < BLOCK => self.input[2],
            Source::Map { .. } => BLOCK,
        }
    }

    /// Steps of a whole K block, and how many channel blocks they cover.
    pub(crate) const fn k_block(&self) -> (usize, usize) {
        let taps = self.rows() / (blocks(self.input[2]) * self.step());
        match self.source {
            Source::Image { .. } => (self.size, 1),
            Source::Map { .. } if taps > 1 => (taps, 1),
            Source::Map { .. } if blocks(self.input[2]) > K_BLOCKS => (K_BLOCKS, K_BLOCKS),
            Source::Map { .. } => (blocks(self.input[2]), blocks(self.input[2])),
        }
    }
}

/// Seconds that some multiply-adds and some weights take, whichever is more.
const fn seconds(macs: f64, weights: f64) -> f64 {
    let (arithmetic, memory) = (macs / MACS_PER_SECOND, weights / WEIGHTS_PER_SECOND);
    if arithmetic > memory { arithmetic } else { memory }
}

/// A convolution in the domain of Winograd's transform.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Winograd {
    /// Outputs of a tile are `tile · tile`: 2 or 4.
    pub tile: usize,
    /// Tiles of the map, down and across.
    pub rows: usize,
    pub columns: usize,
    /// Rows of tiles that are transformed at once.
    pub row_block: usize,
}

impl Winograd {
    const fn new(shape: &ConvShape, tile: usize) -> Self {
        let [h, w, _] = shape.output;
        let (rows, columns) = (h.div_ceil(tile), w.div_ceil(tile));
        let mut winograd = Winograd { tile, rows, columns, row_block: 1 };
        let per_row = winograd.tiles_len(shape);
        winograd.row_block =
            if per_row * rows <= WINOGRAD_BLOCK { rows } else { WINOGRAD_BLOCK.div_ceil(per_row) };
        winograd
    }

    /// Points of the transform: matrix products.
    pub const fn points(&self) -> usize {
        (self.tile + 2) * (self.tile + 2)
    }

    /// Which of a backend's transforms are used.
    pub const fn index(&self) -> usize {
        self.tile / 2 - 1
    }

    /// Tiles from one channel block to the next.
    pub const fn stride(&self) -> usize {
        self.row_block * self.columns
    }

    /// Floats of the transformed input of a block of tile rows.
    pub const fn tiles_len(&self, shape: &ConvShape) -> usize {
        self.points() * padded(shape.input[2]) * self.stride()
    }

    /// Floats of transformed input and sums.
    pub const fn scratch_len(&self, shape: &ConvShape) -> usize {
        self.tiles_len(shape) + self.points() * PANEL * self.stride()
    }
}

impl ConvPlan {
    /// The shape that is planned.
    pub(crate) const fn shape(&self) -> &ConvShape {
        &self.shape
    }

    /// The plan of a shape.
    ///
    /// # Panics
    ///
    /// If the shape contradicts itself. In a `const` item that is a compile
    /// error.
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
        let (steps, covered) = shape.k_block();
        let step = shape.step();
        let k_blocks = shape.rows().div_ceil(steps * step);
        let row = shape.stride * width * line;
        let per_row = row * covered;
        ConvPlan {
            step,
            steps,
            last_steps: shape.rows() / step - (k_blocks - 1) * steps,
            k_blocks,
            k_stride: covered * block,
            origin: (halo - shape.pad()) * (width + 1) * line,
            pixel: shape.stride * line,
            row,
            flat: shape.size == 1 && shape.stride == 1 && halo == 0 && shape.halo == 0,
            row_block: if per_row * ho <= ROW_BLOCK { ho } else { ROW_BLOCK.div_ceil(per_row) },
            input_len,
            output_len: map_len(ho, wo, cout, shape.halo),
            offsets: offsets(&shape, steps, width, block, winograd.is_some()),
            winograd,
            shape,
        }
    }

    /// Floats of scratch memory.
    pub(crate) const fn scratch_len(&self) -> usize {
        self.shape.scratch_len()
    }
}

/// The packed rows of each K block, in order.
#[cfg(feature = "alloc")]
pub(crate) fn k_blocks(shape: &ConvShape) -> impl Iterator<Item = core::ops::Range<usize>> {
    let (rows, block) = (shape.rows(), shape.k_block().0 * shape.step());
    (0..rows).step_by(block).map(move |start| start..rows.min(start + block))
}

/// Floats of an image of `[h, w, c]` with a border.
pub const fn image_len(h: usize, w: usize, c: usize, halo: usize) -> usize {
    // Rounded up, so that regions of the workspace stay on cache lines.
    padded((h + 2 * halo) * (w + 2 * halo) * c)
}

const fn offsets(
    shape: &ConvShape,
    steps: usize,
    width: usize,
    block: usize,
    winograd: bool,
) -> [i32; MAX_STEPS] {
    let mut offsets = [0; MAX_STEPS];
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

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;

    /// The last value that a plan makes a kernel read, found the slow way.
    fn last_read(plan: &ConvPlan) -> usize {
        let [ho, wo, _] = plan.shape.output;
        let start = plan.origin + (ho - 1) * plan.row + (wo - 1) * plan.pixel;
        let last = (0..plan.k_blocks).map(|k| {
            let steps = if k + 1 == plan.k_blocks { plan.last_steps } else { plan.steps };
            k * plan.k_stride + *plan.offsets[..steps].iter().max().unwrap() as usize
        });
        start + last.max().unwrap() + plan.step - 1
    }

    #[test]
    fn no_plan_reads_past_its_input() {
        for size in [1, 2, 3, 5, 7] {
            for stride in [1, 2, 3] {
                for rate in [1, 2, 4] {
                    for (h, w, cin) in
                        [(1, 1, 3usize), (7usize, 9usize, 40), (8, 5, 160), (2, 3, 16)]
                    {
                        let halo = rate * (size - 1) - rate * (size - 1) / 2;
                        for source in [Source::Map { halo }, Source::Image { halo }] {
                            if matches!(source, Source::Image { .. }) && rate > 1 {
                                continue;
                            }
                            let output = [h.div_ceil(stride), w.div_ceil(stride), 8];
                            let input = [h, w, cin];
                            let plan = ConvPlan::new(ConvShape {
                                input,
                                output,
                                size,
                                stride,
                                rate,
                                source,
                                halo: 0,
                            });
                            if plan.winograd.is_some() {
                                continue;
                            }
                            let last = last_read(&plan);
                            assert!(last < plan.input_len, "{:?} reads {last}", plan.shape);
                        }
                    }
                }
            }
        }
    }

    /// Sizes whose products wrap to harmless ones are refused all the same,
    /// where overflow is not checked too.
    #[test]
    fn absurd_shapes_are_refused() {
        let shape = ConvShape {
            input: [8, 8, 16],
            output: [8, 8, 16],
            size: 3,
            stride: 1,
            rate: 1,
            source: Source::Map { halo: 1 },
            halo: 0,
        };
        ConvPlan::new(shape);
        let third = usize::MAX / 3 + 1;
        for absurd in [
            ConvShape { source: Source::Map { halo: 1 << (usize::BITS - 4) }, ..shape },
            ConvShape { rate: third, ..shape },
            ConvShape { halo: 1 << (usize::BITS - 2), ..shape },
            ConvShape { input: [8, 8, usize::MAX], ..shape },
            ConvShape { stride: usize::MAX, output: [1, 1, 16], ..shape },
            ConvShape { input: [1 << 20, 1 << 20, 16], output: [1 << 20, 1 << 20, 16], ..shape },
        ] {
            let refused = std::panic::catch_unwind(|| ConvPlan::new(absurd)).is_err();
            assert!(refused, "{absurd:?}");
        }
    }

    #[test]
    fn packed_length_counts_padding() {
        let shape = ConvShape {
            input: [7, 7, 20],
            output: [7, 7, 10],
            size: 3,
            stride: 1,
            rate: 1,
            source: Source::Map { halo: 1 },
            halo: 0,
        };
        assert_eq!(shape.packed_len(), (9 * 32 + 1) * 16);
    }
}
