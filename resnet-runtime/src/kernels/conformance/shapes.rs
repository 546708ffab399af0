//! Shapes of convolutions, made up.

use super::Random;
use crate::kernels::{ConvShape, Source};

/// Of any kind.
pub fn shape(random: &mut Random) -> ConvShape {
    let image = random.next().is_multiple_of(5);
    let size =
        if image { random.pick(&[1, 2, 3, 4, 5, 7]) } else { random.pick(&[1, 1, 2, 3, 3, 5]) };
    let stride = random.pick(&[1, 1, 2, 3]);
    let rate = if image { 1 } else { random.pick(&[1, 1, 2, 3, 4]) };
    // One pixel has tiles of its own.
    let sides = if random.next().is_multiple_of(8) {
        &[1][..]
    } else {
        &[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]
    };
    let [h, w] = [0; 2].map(|_| random.pick(sides));
    let cin = if image {
        random.pick(&[1, 2, 3, 4, 6])
    } else {
        random.pick(&[1, 3, 4, 8, 15, 16, 17, 33, 64, 130, 144])
    };
    let cout = random.pick(&[1, 5, 8, 9, 15, 16, 17, 31, 33, 48, 49, 64, 65, 80, 130]);
    let reach = rate * (size - 1);
    let halo = reach - reach / 2 + random.pick(&[0, 0, 1]);
    ConvShape {
        input: [h, w, cin],
        output: [h.div_ceil(stride), w.div_ceil(stride), cout],
        size,
        stride,
        rate,
        source: if image { Source::Image { halo } } else { Source::Map { halo } },
        halo: if image { 0 } else { random.pick(&[0, 0, 1, 2]) },
        group: cin,
    }
}

/// Channels of the input and of the output: every third time as few as have kernels of
/// their own.
pub fn channels(random: &mut Random, i: usize) -> [usize; 2] {
    match i % 3 {
        0 => [[16, 16], [16, 12], [32, 32], [32, 30]][random.pick(&[0, 1, 2, 3])],
        _ => [0; 2].map(|_| random.pick(&[16, 30, 64, 70, 144])),
    }
}

/// A 3x3 filter of stride 1, which Winograd's transforms are for, between maps with
/// these halos.
pub fn plain_shape(
    [h, w]: [usize; 2],
    [cin, cout]: [usize; 2],
    [from, to]: [usize; 2],
) -> ConvShape {
    ConvShape {
        input: [h, w, cin],
        output: [h, w, cout],
        size: 3,
        stride: 1,
        rate: 1,
        source: Source::Map { halo: from },
        halo: to,
        group: cin,
    }
}

/// A 3x3 filter on a small map of so many channels that its points are made of taps: K
/// blocks of all remainders, panels of all widths, tiles at both edges. Five of seven are
/// four tiles of F(4x4), which AVX-512 goes through.
pub fn taps_shape(random: &mut Random, i: usize) -> ConvShape {
    let size = [[7, 7], [7, 9], [8, 8], [7, 8], [9, 7], [6, 7], [8, 6]][i % 7];
    let channels = [[256, 528], [272, 300], [290, 256], [300, 336]][i % 4];
    let shape = plain_shape(size, channels, [1 + i % 2, random.pick(&[0, 1])]);
    assert!(shape.winograd().is_some_and(|winograd| winograd.from_taps), "{shape:?}");
    shape
}

/// A 7x7 filter of stride 2 that reads an image of three channels, as ResNets begin.
pub fn root_shape([h, w]: [usize; 2], depth: usize) -> ConvShape {
    ConvShape {
        input: [h, w, 3],
        output: [h.div_ceil(2), w.div_ceil(2), depth],
        size: 7,
        stride: 2,
        rate: 1,
        source: Source::Image { halo: 3 },
        halo: 0,
        group: 3,
    }
}

/// One block of groups of channels.
pub fn narrow_shape(random: &mut Random, stride: usize) -> ConvShape {
    let [h, w] = [0; 2].map(|_| random.pick(&[1, 2, 3, 4, 5, 7, 8, 9, 11, 14, 17]));
    ConvShape {
        input: [h, w, 16],
        output: [h.div_ceil(stride), w.div_ceil(stride), 16],
        size: 3,
        stride,
        rate: 1,
        source: Source::Map { halo: random.pick(&[1, 1, 2]) },
        halo: random.pick(&[0, 1, 2]),
        group: random.pick(&[1, 2, 4, 8]),
    }
}
