//! Which convolutions go through Winograd's transform, and in what pieces.

use core::ops::Range;

use super::{ConvShape, PANEL};
use crate::kernels::matrix::LEAST_PIXELS;
use crate::layout::{BLOCK, blocks, padded};

/// Transformed input of a map that is not cut into blocks, in floats: 1 MiB, half
/// of a large L2 cache. Weights pass once per block, so that the 28 x 28 and
/// 14 x 14 maps of ResNet-50 are 10 % faster whole than in two blocks.
const WHOLE: usize = 256 * 1024;

/// Transformed input of one block of a larger map: this, or a quarter of the
/// weights, whichever is more. Its 56 x 56 maps are 5 % faster in blocks of two
/// tile rows than of five.
const BLOCK_LEN: usize = 32 * 1024;

/// What the rule knows of machines: multiply-adds per second of a
/// tile, weights per second from memory, seconds per transformed value. Only
/// their ratios matter; they predict the fastest algorithm for all 3x3 layers
/// of ResNet-50 (F(4x4) at 56 and 28, F(2x2) at 14, direct at 7).
const MACS_PER_SECOND: f64 = 80e9;
const WEIGHTS_PER_SECOND: f64 = 2.5e9;
const TRANSFORM: f64 = 0.2e-9;

/// Seconds to begin the product of one point and one panel. It keeps maps of a
/// few tiles direct, as in the network for 8 x 8 digits.
const PRODUCT: f64 = 50e-9;

/// Weights of a layer, in floats, that are still in a cache when the next image
/// comes, at least in a network of such layers: 1 MiB. They count as arithmetic
/// alone, which makes 8 x 8 maps of 64 channels F(2x2), and a ResNet-20 for CIFAR
/// a sixth faster.
const CACHED: f64 = 131_072.0;

/// A convolution in the domain of Winograd's transform.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Winograd {
    /// Outputs of a tile are `tile · tile`: 2 or 4.
    pub tile: usize,
    /// Tiles of the map, down and across.
    pub rows: usize,
    pub columns: usize,
    /// Rows of tiles that one thread transforms at once, and those that there is
    /// room for: more threads take as many each.
    pub row_block: usize,
    pub most_rows: usize,
    /// Whether one product is little more than a call: as many channels as outputs, one
    /// or two blocks.
    pub is_shallow: bool,
    /// Whether weights are packed as taps, and become points just before they are used.
    pub from_taps: bool,
}

/// Input channel blocks whose taps become points at once: those of a panel take 256 KiB,
/// which lie in an L2 cache beside the taps that come next. With 512 KiB 7 x 7 maps of 512
/// channels gain another 5 %, and workspaces another 2 MB.
const AT_ONCE: usize = 4;

/// What the points of one input and one output channel cost to be made, in multiply-adds:
/// 16 lines that another 16 leave the L1 cache for.
const FROM_TAPS: f64 = 70.0;

/// The share of a direct convolution's time that a transform must be within: a smaller
/// gain is less than the rule's error. The 7 x 7 maps of ResNeXt-50, parts of 32
/// channels, are three times faster directly.
const GAIN: f64 = 0.85;

impl Winograd {
    /// The least of `max(arithmetic, weights from memory)` plus the transforms
    /// and what products cost to begin, over F(2x2), F(4x4) and, `None`, a
    /// direct convolution.
    pub const fn fastest(shape: &ConvShape) -> Option<Winograd> {
        let [h, w, cout] = shape.output;
        let cin = shape.input[2];
        let weights = (padded(cin) * padded(cout)) as f64;
        let pixels = (h * w) as f64;
        let mut least = GAIN * seconds(9.0 * weights * pixels, 9.0 * weights);
        let mut best = None;
        let mut tile = 2;
        while tile <= 4 {
            let winograd = Winograd::new(shape, tile);
            let (points, tiles) =
                (winograd.points() as f64, (winograd.rows * winograd.columns) as f64);
            let values = points * tiles * (padded(cin) + padded(cout)) as f64;
            let products = points * cout.div_ceil(PANEL) as f64;
            let time = seconds(points * tiles * weights, points * weights)
                + values * TRANSFORM
                + products * PRODUCT;
            if time < least {
                (least, best) = (time, Some(winograd));
            }
            tile += 2;
        }
        // Larger maps are left to matrix units, which multiply directly.
        if best.is_none() && h * w < LEAST_PIXELS && 16.0 * weights > CACHED {
            return Winograd::from_taps(shape, least);
        }
        best
    }

    const fn new(shape: &ConvShape, tile: usize) -> Self {
        let [h, w, _] = shape.output;
        let (rows, columns) = (h.div_ceil(tile), w.div_ceil(tile));
        let (cin, cout) = (shape.input[2], shape.output[2]);
        let is_shallow = cin.is_multiple_of(BLOCK) && cin == padded(cout) && cin <= 2 * BLOCK;
        let mut winograd = Winograd {
            tile,
            rows,
            columns,
            row_block: rows,
            most_rows: rows,
            is_shallow,
            from_taps: false,
        };
        let per_row = winograd.points() * padded(cin) * columns;
        let weights = winograd.points() * padded(cin) * padded(cout);
        if per_row * rows > WHOLE {
            let len = if weights / 4 > BLOCK_LEN { weights / 4 } else { BLOCK_LEN };
            winograd.row_block = rows.div_ceil((per_row * rows).div_ceil(len));
            let most = WHOLE / per_row;
            winograd.most_rows = if most > winograd.row_block { most } else { winograd.row_block };
        }
        winograd
    }

    /// F(2x2) with weights that are packed as for a direct convolution, if it takes less
    /// than so many seconds.
    const fn from_taps(shape: &ConvShape, least: f64) -> Option<Winograd> {
        let mut winograd = Winograd::new(shape, 2);
        winograd.from_taps = true;
        let [cin, cout] = [padded(shape.input[2]), padded(shape.output[2])];
        let weights = (cin * cout) as f64;
        let (points, tiles) = (winograd.points() as f64, (winograd.rows * winograd.columns) as f64);
        let time = seconds((points * tiles + FROM_TAPS) * weights, 9.0 * weights)
            + points * tiles * (cin + cout) as f64 * TRANSFORM;
        // Otherwise points would be made for each block of tile rows.
        let is_whole = winograd.row_block == winograd.rows;
        if is_whole && time < least { Some(winograd) } else { None }
    }

    /// F(4x4) instead of F(2x2) with points made of taps, for backends that make them in
    /// registers: of maps that are four tiles of it, unless F(2x2) multiplies no more. It needs
    /// less memory.
    pub fn four_tiles(&self) -> Option<Winograd> {
        let four = Winograd { tile: 4, rows: 2, columns: 2, row_block: 2, most_rows: 2, ..*self };
        let tiles = self.rows * self.columns;
        let is_four = self.rows.div_ceil(2) == 2 && self.columns.div_ceil(2) == 2;
        let is_less = 4 * four.points() < tiles * self.points();
        (self.from_taps && is_four && is_less).then_some(four)
    }

    /// Input channel blocks of one K block, if points are made of taps.
    pub const fn at_once(&self, blocks: usize) -> Option<usize> {
        match self.from_taps {
            true if blocks > AT_ONCE => Some(AT_ONCE),
            true => Some(blocks),
            false => None,
        }
    }

    /// Floats of the points of one panel in one K block, or none if points are packed, or are
    /// made in registers.
    const fn made_len(&self, shape: &ConvShape) -> usize {
        match self.at_once(blocks(shape.input[2])) {
            Some(blocks) if self.tile == 2 => self.points() * (blocks * BLOCK * PANEL + BLOCK),
            _ => 0,
        }
    }

    /// Points of the transform: matrix products.
    pub const fn points(&self) -> usize {
        (self.tile + 2) * (self.tile + 2)
    }

    /// Which of a backend's transforms are used.
    pub const fn index(&self) -> usize {
        self.tile / 2 - 1
    }

    /// Tiles that so many threads transform at once.
    pub fn block(&self, threads: usize) -> usize {
        self.most_rows.min(self.row_block * threads) * self.columns
    }

    /// Tiles from one channel block to the next: an odd number, since a tile's
    /// points would share few sets of the L1 cache if they lay a power of two
    /// apart.
    pub const fn stride(&self) -> usize {
        (self.most_rows * self.columns) | 1
    }

    /// Tiles that each of so many threads transforms at once, if it goes through
    /// tiles of its own. None if there is no room, or a map would be cut that need
    /// not be.
    pub fn apart(&self, threads: usize) -> Option<usize> {
        let is_whole = self.row_block == self.rows;
        let all = self.rows * self.columns;
        let size = if is_whole { all.div_ceil(threads) } else { self.block(threads) / threads };
        (size > 0 && size * threads <= self.stride()).then_some(size)
    }

    /// Floats of the transformed input of a block of tile rows.
    pub const fn tiles_len(&self, shape: &ConvShape) -> usize {
        self.points() * padded(shape.input[2]) * self.stride()
    }

    /// Floats of the sums of one panel. There is room for those of all
    /// panels, which threads compute at once.
    pub const fn sums_len(&self, shape: &ConvShape) -> usize {
        let channels = padded(shape.output[2]);
        let width = if channels < PANEL { channels } else { PANEL };
        self.points() * width * self.stride()
    }

    /// Where they lie behind transformed input, of as many panels as there are: after the
    /// sums of all.
    pub fn made(&self, shape: &ConvShape, number: usize) -> Range<usize> {
        let (sums, len) =
            (shape.output[2].div_ceil(PANEL) * self.sums_len(shape), self.made_len(shape));
        sums + number * len..sums + (number + 1) * len
    }

    /// Floats of transformed input, of sums, and of points that are made.
    pub const fn scratch_len(&self, shape: &ConvShape) -> usize {
        let panels = shape.output[2].div_ceil(PANEL);
        self.tiles_len(shape) + panels * (self.sums_len(shape) + self.made_len(shape))
    }
}

/// Seconds that some multiply-adds and some weights take, whichever is more.
const fn seconds(macs: f64, weights: f64) -> f64 {
    let (arithmetic, memory) = (macs / MACS_PER_SECOND, weights / WEIGHTS_PER_SECOND);
    if weights <= CACHED || arithmetic > memory { arithmetic } else { memory }
}
