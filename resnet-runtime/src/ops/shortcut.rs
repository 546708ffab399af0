//! Identity shortcuts that lose resolution.

use crate::layout::{BLOCK, plane};
use crate::map::Map;
use crate::workspace::Region;

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

impl<const STRIDE: usize> Subsample<STRIDE> {
    /// The same, to another region. Channels that the output has more are
    /// zero, half of them before those of the input: option A of He et al.
    /// 2016, `F.pad(x[:, :, ::STRIDE, ::STRIDE], …)`.
    pub fn copy<
        'r,
        const H: usize,
        const W: usize,
        const C: usize,
        const HALO: usize,
        const HO: usize,
        const WO: usize,
        const CO: usize,
        const HALO_O: usize,
    >(
        x: &Map<'_, H, W, C, HALO>,
        out: Region<'r>,
    ) -> Map<'r, HO, WO, CO, HALO_O> {
        const {
            assert!(CO >= C, "the output has fewer channels");
            assert!(HO == H.div_ceil(STRIDE), "output height is not input height / stride");
            assert!(WO == W.div_ceil(STRIDE), "output width is not input width / stride");
        }
        let mut out = Map::new(out);
        copy(STRIDE, x.values(), ([H, W, C], HALO), out.values_mut(), ([HO, WO, CO], HALO_O));
        out
    }
}

/// Copies every `stride`-th pixel, as many channels at once as stay together in a block.
#[inline(never)]
fn copy(
    stride: usize,
    from: &[f32],
    ([h, w, c], halo): ([usize; 3], usize),
    to: &mut [f32],
    ([ho, wo, co], halo_o): ([usize; 3], usize),
) {
    let first = (co - c) / 2;
    to.fill(0.0);
    let mut channel = 0;
    while channel < c {
        let (i, o) = (channel, channel + first);
        let run = (c - channel).min(BLOCK - i % BLOCK).min(BLOCK - o % BLOCK);
        let from = &from[i / BLOCK * plane(h, w, halo)..];
        let to = &mut to[o / BLOCK * plane(ho, wo, halo_o)..];
        for y in 0..ho {
            let pixel = (y * stride + halo) * (w + 2 * halo) + halo;
            let out = (y + halo_o) * (wo + 2 * halo_o) + halo_o;
            let from = from[pixel * BLOCK..].chunks(stride * BLOCK);
            let to = to[out * BLOCK..].chunks_mut(BLOCK).take(wo);
            for (to, from) in to.zip(from) {
                to[o % BLOCK..][..run].copy_from_slice(&from[i % BLOCK..][..run]);
            }
        }
        channel += run;
    }
}

/// The pixels that stay move to the front; none passes one not yet read.
#[inline(never)]
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

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::subsample;
    use crate::layout::{from_nhwc, map_len, to_nhwc};

    #[test]
    fn every_nth_pixel_stays() {
        for stride in [1, 2, 3] {
            let (h, w, c) = (5, 7, 20);
            let (ho, wo) = (5_usize.div_ceil(stride), 7_usize.div_ceil(stride));
            let image: Vec<f32> = (0..h * w * c).map(|i| i as f32).collect();
            let mut map = vec![0.0; map_len(h, w, c, 0)];
            from_nhwc(&image, [h, w, c], 0, &mut map);
            subsample(stride, [h, w], [ho, wo], &mut map);
            let mut got = vec![0.0; ho * wo * c];
            to_nhwc(&map, [ho, wo, c], 0, &mut got);
            let pixel = |i: usize| (i / wo * stride * w + i % wo * stride) * c;
            let want: Vec<f32> =
                (0..ho * wo).flat_map(|i| image[pixel(i)..][..c].to_vec()).collect();
            assert_eq!(got, want, "stride {stride}");
        }
    }
}
