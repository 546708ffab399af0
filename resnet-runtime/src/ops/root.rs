//! The way into a network: from an image to its first map.

use super::conv::{plain, plain_pooled};
use super::pool::Pooling;
use crate::engine::Engine;
use crate::kernels::{Activation, ConvShape, Source, plan_of};
use crate::layout::{clear_halo, from_nhwc, padded};
use crate::map::{Image, Map, Stream};
use crate::tensor::Tensor;
use crate::workspace::Region;

/// The root convolution, from an image of `CIN` channels to `COUT`, padded as
/// slim's `conv2d_same`.
pub struct Root<const CIN: usize, const COUT: usize, const SIZE: usize, const STRIDE: usize>;

impl<const CIN: usize, const COUT: usize, const SIZE: usize, const STRIDE: usize>
    Root<CIN, COUT, SIZE, STRIDE>
{
    const fn shape<
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >() -> ConvShape {
        ConvShape {
            input: [H, W, CIN],
            output: [HO, WO, COUT],
            size: SIZE,
            stride: STRIDE,
            rate: 1,
            source: Source::Image { halo: HALO },
            halo: HALO_O,
            group: CIN,
        }
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
        const HALO_O: usize,
    >(
        image: &Image<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> Map<'r, HO, WO, COUT, HALO_O> {
        let mut out = Map::new(out);
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, HALO_O>());
        plain(plan, e, image.values, out.values_mut(), &mut Region::none(), Activation::None);
        out
    }

    /// Convolution, bias and activation.
    pub fn activated<
        'r,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HALO_O: usize,
    >(
        image: &Image<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        out: Region<'r>,
        activation: Activation,
    ) -> Map<'r, HO, WO, COUT, HALO_O> {
        let mut out = Map::new(out);
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, HALO_O>());
        plain(plan, e, image.values, out.values_mut(), &mut Region::none(), activation);
        out
    }

    /// Convolution, bias and activation, and a max pool of that while it is in the cache:
    /// both maps.
    pub fn pooled<
        'r,
        'p,
        const H: usize,
        const W: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const HP: usize,
        const WP: usize,
        const HALO_P: usize,
    >(
        image: &Image<'_, H, W, CIN, HALO>,
        e: &mut Engine<'_>,
        (out, pooled): (Region<'r>, Region<'p>),
        activation: Activation,
        pooling: Pooling<HO, WO, HP, WP, HALO_P>,
    ) -> (Map<'r, HO, WO, COUT>, Map<'p, HP, WP, COUT, HALO_P>) {
        let (mut out, mut pooled) = (Map::new(out), Map::new(pooled));
        let plan = plan_of!(Self::shape::<H, W, HALO, HO, WO, 0>());
        let maps = [out.values_mut(), pooled.values_mut()];
        plain_pooled(plan, e, image.values, maps, &mut Region::none(), (activation, &pooling.0));
        (out, pooled)
    }
}

/// Rows of `row` values into a border of `side` values left and right, and
/// of `rows` rows above and below.
#[inline(never)]
fn pad(image: &[f32], row: usize, side: usize, rows: usize, padded: &mut [f32]) {
    let width = row + 2 * side;
    let (above, rest) = padded.split_at_mut(rows * width);
    let (within, below) = rest.split_at_mut(image.len() / row * width);
    above.fill(0.0);
    below.fill(0.0);
    for (from, to) in image.chunks_exact(row).zip(within.chunks_exact_mut(width)) {
        let (left, to) = to.split_at_mut(side);
        let (to, right) = to.split_at_mut(row);
        left.fill(0.0);
        to.copy_from_slice(from);
        right.fill(0.0);
    }
}

/// The image itself as the first map, for networks without a root.
pub fn enter<'r, const H: usize, const W: usize, const C: usize, const HALO: usize>(
    image: &Tensor<H, W, C>,
    region: Region<'r>,
) -> Map<'r, H, W, C, HALO> {
    let mut map = Map::new(region);
    from_nhwc(image.values(), [H, W, C], HALO, map.values_mut());
    map
}

/// The stream that starts from a map: the map and its preactivation.
pub fn preactivate<'s, const H: usize, const W: usize, const C: usize, const HALO: usize>(
    sum: Map<'s, H, W, C>,
    e: &mut Engine<'_>,
    preact: Region<'s>,
    activation: Activation,
) -> Stream<'s, H, W, C, HALO> {
    let mut preact = Map::new(preact);
    clear_halo(preact.values_mut(), [H, W, C], HALO);
    affine(e, sum.values(), [H, W], HALO, padded(C), activation, preact.values_mut());
    Stream { sum, preact }
}

/// `map = f(scale · sum + shift)` with the next weights.
fn affine(
    e: &mut Engine<'_>,
    sum: &[f32],
    size: [usize; 2],
    halo: usize,
    channels: usize,
    activation: Activation,
    map: &mut [f32],
) {
    let weights = e.take(2 * channels);
    let (affine, _) = weights.floats(e.team.backend, e.room.lend());
    let (scale, shift) = affine.split_at(channels);
    e.team.backend.preactivate(sum, [scale, shift], size, halo, activation, map);
}
