//! Group normalisation (Wu & He 2018): the one layer that has to have seen a
//! whole map before it can compute the first pixel.

use crate::engine::Engine;
use crate::kernels::{Activation, chunks, chunks_of_work};
use crate::layout::{BLOCK, clear_halo, padded, plane};
use crate::map::{Map, Stream};
use crate::workspace::Region;

/// Each of `GROUPS` groups of channels is shifted and scaled to a mean of 0 and
/// a variance of 1 over the map, then each channel by its own weights; then
/// comes the activation.
pub struct GroupNorm<const GROUPS: usize>;

/// Added to a variance before the square root: the default of PyTorch's
/// `GroupNorm`, and that of BiT.
const EPSILON: f64 = 1e-5;

impl<const GROUPS: usize> GroupNorm<GROUPS> {
    /// From one map to another.
    pub fn activated<'r, const H: usize, const W: usize, const C: usize, const HALO: usize>(
        x: &Map<'_, H, W, C>,
        e: &mut Engine<'_>,
        out: Region<'r>,
        activation: Activation,
    ) -> Map<'r, H, W, C, HALO> {
        const { assert!(C.is_multiple_of(GROUPS), "channels are not a multiple of the groups") };
        let mut out = Map::new(out);
        normalise(e, x.values(), [H, W, C], GROUPS, activation, (out.values_mut(), HALO));
        out
    }

    /// The stream of a sum: the sum and its preactivation.
    pub fn preactivate<'s, const H: usize, const W: usize, const C: usize, const HALO: usize>(
        sum: Map<'s, H, W, C>,
        e: &mut Engine<'_>,
        preact: Region<'s>,
        activation: Activation,
    ) -> Stream<'s, H, W, C, HALO> {
        let preact = Self::activated(&sum, e, preact, activation);
        Stream { sum, preact }
    }
}

/// Floats of scratch memory for so many channels: moments, and what follows
/// from them.
pub(crate) const fn norm_scratch(channels: usize) -> usize {
    4 * padded(channels)
}

/// Two passes over the map, each thread some of its channel blocks, and a few
/// sums in between.
#[inline(never)]
fn normalise(
    e: &mut Engine<'_>,
    map: &[f32],
    [h, w, c]: [usize; 3],
    groups: usize,
    activation: Activation,
    (out, halo): (&mut [f32], usize),
) {
    let channels = padded(c);
    let backend = e.team.backend;
    let weights = e.take(2 * channels);
    let (weights, _) = weights.floats(backend, e.room.lend());
    let (gamma, beta) = weights.split_at(channels);
    let (moments, affine) = e.scratch[..norm_scratch(c)].split_at_mut(2 * channels);
    let from = plane(h, w, 0);
    chunks_of_work(e.team, map.len(), moments, 2 * BLOCK, |first, moments| {
        backend.moments(&map[first * from..], h * w, moments);
    });
    let (scale, shift) = affine.split_at_mut(channels);
    for group in 0..groups {
        let size = c / groups;
        combine(moments, group * size..(group + 1) * size, [gamma, beta], [scale, shift]);
    }
    // What is beyond the channels stays zero.
    scale[c..].fill(0.0);
    shift[c..].fill(0.0);
    let to = plane(h, w, halo);
    chunks(e.team, out, to, |first, out| {
        clear_halo(out, [h, w, out.len() / to * BLOCK], halo);
        let (map, channels) =
            (&map[first * from..], first * BLOCK..first * BLOCK + out.len() / to * BLOCK);
        let affine = [&scale[channels.clone()], &shift[channels]];
        backend.preactivate(map, affine, [h, w], halo, activation, out);
    });
}

/// The scale and the shift of the channels of a group. Its variance is the mean
/// of those of its channels, and of what their means differ by (Chan et al.
/// 1979); all have as many pixels. In f64, rounded once.
fn combine(
    moments: &[f32],
    group: core::ops::Range<usize>,
    [gamma, beta]: [&[f32]; 2],
    [scale, shift]: [&mut [f32]; 2],
) {
    let of = |c: usize| {
        let block = &moments[c / BLOCK * 2 * BLOCK..][..2 * BLOCK];
        (f64::from(block[c % BLOCK]), f64::from(block[BLOCK + c % BLOCK]))
    };
    let size = group.len() as f64;
    let mean = group.clone().map(|c| of(c).0).sum::<f64>() / size;
    let variance = group.clone().map(|c| {
        let (own, variance) = of(c);
        variance + (own - mean) * (own - mean)
    });
    let deviation = libm::sqrt(variance.sum::<f64>() / size + EPSILON);
    for c in group {
        let factor = f64::from(gamma[c]) / deviation;
        scale[c] = factor as f32;
        shift[c] = (f64::from(beta[c]) - mean * factor) as f32;
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::{EPSILON, norm_scratch, normalise};
    use crate::Pool;
    use crate::engine::Engine;
    use crate::kernels::{Activation, Backend, Room};
    use crate::layout::{from_nhwc, map_len, padded, to_nhwc};
    use crate::team::Team;
    use crate::workspace::Region;

    /// Groups within a block of channels, across two, and as wide as several; a
    /// last block that is not full; maps that threads share.
    #[test]
    fn groups_have_mean_0_and_variance_1() {
        let pools = [None, Some(Pool::new(3))];
        for backend in Backend::available() {
            for (shape, groups) in [
                ([5, 7, 64], 32),
                ([3, 2, 24], 3),
                ([4, 4, 96], 2),
                ([1, 1, 32], 32),
                ([2, 3, 40], 40),
                ([40, 30, 64], 32),
            ] {
                for (pool, halo) in pools.iter().zip([0, 1]) {
                    let pool = pool.as_ref();
                    check(Team { backend, pool }, shape, groups, halo);
                }
            }
        }
    }

    fn check(team: Team<'_>, [h, w, c]: [usize; 3], groups: usize, halo: usize) {
        let value = |i: usize| (i * 2_654_435_761 % 1009) as f32 / 250.0 - 1.0;
        let image: Vec<f32> = (0..h * w * c).map(value).collect();
        let mut map = vec![0.0; map_len(h, w, c, 0)];
        from_nhwc(&image, [h, w, c], 0, &mut map);
        // What is packed for channels that there are none of is zero.
        let weights: Vec<f32> = (0..2 * padded(c))
            .map(|i| if i % padded(c) < c { value(i + 7) } else { 0.0 })
            .collect();
        let mut scratch = vec![f32::NAN; norm_scratch(c)];
        let mut out = vec![f32::NAN; map_len(h, w, c, halo)];
        let mut e = Engine::new(team, weights[..].into(), Region(&mut scratch), Room::none(), None);
        normalise(&mut e, &map, [h, w, c], groups, Activation::Relu, (&mut out, halo));
        e.finish();
        assert!(out.iter().all(|v| !v.is_nan()), "all of the map is written");
        let mut got = vec![0.0; image.len()];
        to_nhwc(&out, [h, w, c], halo, &mut got);
        let sum = |values: &[f32]| values.iter().map(|v| f64::from(*v)).sum::<f64>();
        assert!((sum(&got) - sum(&out)).abs() < 1e-9 * sum(&out).max(1.0), "padding is zero");
        let size = c / groups;
        for group in 0..groups {
            let members = || (0..image.len()).filter(|i| i % c / size == group);
            let mean = |of: &dyn Fn(f64) -> f64| {
                let sum: f64 = members().map(|i| of(f64::from(image[i]))).sum();
                sum / (h * w * size) as f64
            };
            let centre = mean(&|x| x);
            let deviation = (mean(&|x| (x - centre) * (x - centre)) + EPSILON).sqrt();
            for i in members() {
                let [gamma, beta] = [weights[i % c], weights[padded(c) + i % c]].map(f64::from);
                let want = (f64::from(image[i]) - centre) / deviation * gamma + beta;
                let error = (f64::from(got[i]) - want.max(0.0)).abs();
                // What it is shifted by is rounded: relative to that.
                let most = 1e-6 * (1.0 + want.abs() + (centre / deviation * gamma).abs());
                assert!(error <= most, "{h} x {w} x {c} in {groups}: {} for {want}", got[i]);
            }
        }
    }
}
