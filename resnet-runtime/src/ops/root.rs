//! The way into a network: from an image to its first map.

use core::ops::ControlFlow;

use super::conv::plain;
use crate::engine::Engine;
use crate::kernels::{ConvPlan, ConvShape, Source};
use crate::layout::{from_nhwc, padded};
use crate::map::{Image, Map, Stream};
use crate::tensor::Tensor;
use crate::workspace::Region;

/// The root convolution, from an image of `CIN` channels to `COUT`, padded as
/// slim's `conv2d_same`. Its output is an end point.
pub struct Root<const CIN: usize, const COUT: usize, const SIZE: usize, const STRIDE: usize>;

impl<const CIN: usize, const COUT: usize, const SIZE: usize, const STRIDE: usize>
    Root<CIN, COUT, SIZE, STRIDE>
{
    const fn plan<
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
    >() -> ConvPlan {
        ConvPlan::new(ConvShape {
            input: [H, W, CIN],
            output: [HO, WO, COUT],
            size: SIZE,
            stride: STRIDE,
            rate: 1,
            source: Source::Image { halo: HALO },
            halo: 0,
        })
    }

    /// Copies the image into a border of zeros.
    pub fn pad<'r, const H: usize, const W: usize, const HALO: usize>(
        image: &Tensor<H, W, CIN>,
        region: Region<'r>,
    ) -> Image<'r, H, W, CIN, HALO> {
        let padded = Image::new(region);
        pad(image.values(), W * CIN, HALO * CIN, HALO, padded.values);
        padded
    }

    /// Convolution and bias.
    pub fn linear<
        'r,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
    >(
        image: &Image<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> ControlFlow<(), Map<'r, HO, WO, COUT>> {
        let mut out = Map::new(out);
        let plan = const { &Self::plan::<H, W, HALO, HO, WO>() };
        plain(plan, e, image.values, out.values_mut(), false);
        e.see(out.view())?;
        ControlFlow::Continue(out)
    }
}

/// Rows of `row` values into a border of `side` values left and right, and
/// of `rows` rows above and below.
fn pad(image: &[f32], row: usize, side: usize, rows: usize, padded: &mut [f32]) {
    let width = row + 2 * side;
    padded.fill(0.0);
    for (from, to) in image.chunks_exact(row).zip(padded.chunks_exact_mut(width).skip(rows)) {
        to[side..][..row].copy_from_slice(from);
    }
}

/// The image itself as the first map, for networks without a root.
pub fn enter<'r, const H: usize, const W: usize, const C: usize>(
    image: &Tensor<H, W, C>,
    sum: Region<'r>,
) -> Map<'r, H, W, C> {
    let mut map = Map::new(sum);
    from_nhwc(image.values(), C, map.values_mut());
    map
}

/// The stream that starts from a map: the map and its preactivation.
pub fn preactivate<'s, const H: usize, const W: usize, const C: usize>(
    sum: Map<'s, H, W, C>,
    e: &mut Engine<'_>,
    preact: Region<'s>,
) -> Stream<'s, H, W, C> {
    let mut preact = Map::new(preact);
    let (scale, shift) = (e.take(padded(C)), e.take(padded(C)));
    e.backend.preactivate(sum.values(), [scale, shift], H * W, preact.values_mut());
    Stream { sum, preact }
}
