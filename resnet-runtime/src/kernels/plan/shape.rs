//! What a convolution computes, and what follows from that alone.

use super::{FEW_STEPS, K_BLOCKS, MAX_STEPS, Winograd};
use crate::layout::{BLOCK, blocks, padded};

/// Most floats of a map or of a layer's weights: offsets fit an i32, and no
/// sum or product of lengths can wrap.
const MAX_LEN: u128 = 1 << 30;

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
    /// Input channels that one of the output depends on: all, or 1, 2, 4 or 8
    /// of a block, those of its group.
    pub group: usize,
}

impl ConvShape {
    /// The same with groups of channels that do not see each other: the shape
    /// of one part, of which there are as many as the channels are parts'.
    /// Each is a convolution of its own, on channel blocks of its own: of
    /// groups that are no whole blocks, as many as make some, with zeros for
    /// the weights between them; or one block of narrow groups, without.
    pub const fn part(mut self, groups: usize) -> Self {
        let (cin, cout) = (self.input[2], self.output[2]);
        if groups > 1 && cin == cout && cin.is_multiple_of(groups) {
            let narrow = ConvShape {
                input: [self.input[0], self.input[1], BLOCK],
                output: [self.output[0], self.output[1], BLOCK],
                group: cin / groups,
                ..self
            };
            if cin.is_multiple_of(BLOCK) && narrow.is_narrow() {
                return narrow;
            }
            let mut part = cin / groups;
            while part < cin && !(part.is_multiple_of(BLOCK) && cin.is_multiple_of(part)) {
                part += cin / groups;
            }
            (self.input[2], self.output[2], self.group) = (part, part, part);
        }
        self
    }

    /// Whether there are kernels for the groups of one block: those of a 3x3
    /// filter of stride 1 or 2.
    pub(crate) const fn is_narrow(&self) -> bool {
        let is_map = matches!(self.source, Source::Map { .. });
        self.group < BLOCK
            && BLOCK.is_multiple_of(self.group)
            && self.input[2] == BLOCK
            && self.output[2] == BLOCK
            && self.size == 3
            && self.stride <= 2
            && self.rate == 1
            && is_map
    }

    /// Pixels of padding before the first row and column: TensorFlow's SAME
    /// at stride 1, and slim's `conv2d_same` at any other.
    pub const fn pad(&self) -> usize {
        self.rate * (self.size - 1) / 2
    }

    /// Packed weights and bias, in floats.
    pub const fn packed_len(&self) -> usize {
        let matrices = match self.packed_winograd() {
            Some(winograd) => winograd.points(),
            None => 1,
        };
        (matrices * self.rows() + 1) * padded(self.output[2])
    }

    /// The Winograd transform that is faster than a direct convolution here,
    /// if one is.
    pub(crate) const fn winograd(&self) -> Option<Winograd> {
        let plain = self.size == 3 && self.stride == 1 && self.rate == 1 && !self.is_narrow();
        match self.source {
            Source::Map { .. } if plain => Winograd::fastest(self),
            _ => None,
        }
    }

    /// The same, if weights are packed as its points.
    pub(crate) const fn packed_winograd(&self) -> Option<Winograd> {
        match self.winograd() {
            Some(winograd) if !winograd.from_taps => Some(winograd),
            _ => None,
        }
    }

    /// Floats of scratch memory.
    pub(crate) const fn scratch_len(&self) -> usize {
        match self.winograd() {
            Some(winograd) => winograd.scratch_len(self),
            None if self.has_terms() => self.terms_len(),
            None => 0,
        }
    }

    /// Rows of the packed matrices of all points, if one call multiplies with all.
    pub(crate) const fn shallow_rows(&self) -> usize {
        match self.winograd() {
            Some(winograd) if winograd.is_shallow => winograd.points() * self.rows(),
            _ => 0,
        }
    }

    /// The halo or border of the source.
    pub(crate) const fn source_halo(&self) -> usize {
        match self.source {
            Source::Map { halo } | Source::Image { halo } => halo,
        }
    }

    /// Input channels of one step. A map of less than one block is not padded.
    pub(crate) const fn step(&self) -> usize {
        match self.source {
            Source::Image { .. } => self.size * self.input[2],
            Source::Map { .. } if self.group < BLOCK => self.group,
            Source::Map { .. } => BLOCK,
        }
    }

    /// Taps of the filter that one packed matrix holds.
    const fn taps(&self) -> usize {
        match self.packed_winograd() {
            Some(_) => 1,
            None => self.size * self.size,
        }
    }

    /// Rows of a packed matrix, padding included.
    pub(crate) const fn rows(&self) -> usize {
        match self.source {
            Source::Image { .. } => self.taps() * self.input[2],
            Source::Map { .. } => self.taps() * blocks(self.input[2]) * self.step(),
        }
    }

    /// Steps of a whole K block, and how many channel blocks they cover.
    pub(crate) const fn k_block(&self) -> (usize, usize) {
        let (taps, blocks) = (self.taps(), blocks(self.input[2]));
        match self.source {
            Source::Image { .. } => (self.size, 1),
            Source::Map { .. } if taps > 1 => (taps, 1),
            Source::Map { .. } if blocks > K_BLOCKS => (K_BLOCKS, K_BLOCKS),
            Source::Map { .. } => (blocks, blocks),
        }
    }

    /// Whether a [`FewStepsPlan`](super::FewStepsPlan) has room for its steps.
    pub(crate) const fn has_few_steps(&self) -> bool {
        self.k_block().0 <= FEW_STEPS
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
        assert!(self.group == cin || self.is_narrow(), "a group is of all channels, or narrow");
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
}

/// Floats of an image of `[h, w, c]` with a border.
pub const fn image_len(h: usize, w: usize, c: usize, halo: usize) -> usize {
    // Rounded up, so that regions of the workspace stay on cache lines.
    padded((h + 2 * halo) * (w + 2 * halo) * c)
}

/// The packed rows of each K block, in order.
#[cfg(feature = "alloc")]
pub(crate) fn k_blocks(shape: &ConvShape) -> impl Iterator<Item = core::ops::Range<usize>> {
    let (rows, block) = (shape.rows(), shape.k_block().0 * shape.step());
    (0..rows).step_by(block).map(move |start| start..rows.min(start + block))
}

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
