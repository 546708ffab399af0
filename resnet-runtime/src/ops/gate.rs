//! Attention to channels: a map whose channels are weighted by what the network
//! makes of their means.

use crate::engine::Engine;
use crate::kernels::{Activation, chunks};
use crate::layout::{BLOCK, padded, plane};
use crate::map::Map;
use crate::workspace::Region;

/// A convolution along the channels of a pooled map, with `SIZE` taps, zeros
/// beyond the ends and no bias: `Conv1d(1, 1, SIZE, padding=SIZE / 2)`, the one
/// of ECA (Wang et al. 2020, "ECA-Net").
pub struct ChannelConv<const SIZE: usize>;

impl<const SIZE: usize> ChannelConv<SIZE> {
    /// The convolution alone.
    pub fn linear<'r, const C: usize>(
        x: &Map<'_, 1, 1, C>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> Map<'r, 1, 1, C> {
        const { assert!(SIZE % 2 == 1, "an even filter has no middle") };
        let mut out = Map::new(out);
        let taps = e.take(padded(SIZE));
        let (taps, _) = taps.floats(e.team.backend, e.room.lend());
        convolve(&x.values()[..C], &taps[..SIZE], out.values_mut());
        out
    }
}

/// Each output is a few products, and there are as many as channels: nothing
/// that a kernel of its own would make faster.
fn convolve(x: &[f32], taps: &[f32], out: &mut [f32]) {
    let before = taps.len() / 2;
    out.fill(0.0);
    for (c, out) in out[..x.len()].iter_mut().enumerate() {
        let first = before.saturating_sub(c);
        let values = &x[c.saturating_sub(before)..];
        *out = taps[first..].iter().zip(values).map(|(tap, x)| tap * x).sum();
    }
}

/// A map times the sigmoid of a value per channel, added to the shortcut in
/// place; then activation: the last step of squeeze-and-excitation (Hu et al.
/// 2018) and of ECA.
pub fn gated<'s, const H: usize, const W: usize, const C: usize, const HALO: usize>(
    x: &Map<'_, H, W, C>,
    mut gates: Map<'_, 1, 1, C>,
    e: &mut Engine<'_>,
    mut sum: Map<'s, H, W, C, HALO>,
    activation: Activation,
) -> Map<'s, H, W, C, HALO> {
    e.team.backend.activate(Activation::Sigmoid, gates.values_mut());
    gate(e, x.values(), gates.values(), ([H, W], HALO), sum.values_mut(), activation);
    sum
}

/// Each thread some of the channel blocks.
fn gate(
    e: &mut Engine<'_>,
    map: &[f32],
    gates: &[f32],
    (size, halo): ([usize; 2], usize),
    sum: &mut [f32],
    activation: Activation,
) {
    let [h, w] = size;
    let plane_of_sum = plane(h, w, halo);
    chunks(e.team, sum, plane_of_sum, |first, sum| {
        let gates = &gates[first * BLOCK..][..sum.len() / plane_of_sum * BLOCK];
        let map = &map[first * plane(h, w, 0)..];
        e.team.backend.gate(map, gates, size, halo, activation, sum);
    });
}

#[cfg(test)]
mod tests {
    use super::convolve;

    #[test]
    fn channels_beyond_the_ends_are_zero() {
        let (mut out, x) = ([f32::NAN; 16], [1.0, 10.0, 100.0, 1000.0]);
        convolve(&x, &[1.0, 2.0, 4.0], &mut out);
        assert_eq!(out[..4], [42.0, 421.0, 4210.0, 2100.0]);
        assert_eq!(out[4..], [0.0; 12]);
        convolve(&x[..1], &[1.0, 2.0, 4.0, 8.0, 16.0], &mut out);
        assert_eq!(out[0], 4.0);
    }
}
