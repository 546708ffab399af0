//! Identity shortcuts that lose resolution.

use crate::layout::BLOCK;
use crate::map::Map;

/// Every `STRIDE`-th pixel: slim's `subsample`, a 1x1 max pool.
pub struct Subsample<const STRIDE: usize>;

impl<const STRIDE: usize> Subsample<STRIDE> {
    /// Pixels 0, STRIDE, 2 · STRIDE, … of rows and columns alike, in place.
    pub fn keep<
        'r,
        const H: usize,
        const W: usize,
        const C: usize,
        const HO: usize,
        const WO: usize,
    >(
        mut x: Map<'r, H, W, C>,
    ) -> Map<'r, HO, WO, C> {
        const {
            assert!(HO == H.div_ceil(STRIDE), "output height is not input height / stride");
            assert!(WO == W.div_ceil(STRIDE), "output width is not input width / stride");
        }
        subsample(STRIDE, [H, W], [HO, WO], x.values_mut());
        Map::new(x.region())
    }
}

/// The pixels that stay move to the front; none passes one not yet read.
fn subsample(stride: usize, [h, w]: [usize; 2], [ho, wo]: [usize; 2], map: &mut [f32]) {
    let pixels: &mut [[f32; BLOCK]] = map.as_chunks_mut().0;
    for plane in 0..pixels.len() / (h * w) {
        for y in 0..ho {
            for x in 0..wo {
                pixels[(plane * ho + y) * wo + x] =
                    pixels[(plane * h + y * stride) * w + x * stride];
            }
        }
    }
}
