//! Pooling, means and activations.

use alloc::vec;
use alloc::vec::Vec;

use super::{Guarded, Random, Side, activated, assert_close, check_halo, indices};
use crate::kernels::{Activation, Backend, Pool, Rows};
use crate::layout::{BLOCK, clear_halo, from_nhwc, map_len, padded, plane, to_nhwc};

const ACTIVATIONS: [Activation; 4] =
    [Activation::None, Activation::Relu, Activation::Relu6, Activation::Silu];

/// From values whose exponential vanishes to those where it overflows.
#[test]
fn activations_equal_the_reference() {
    let values: Vec<f32> = (-1600..1600).map(|i| i as f32 / 16.0).collect();
    for backend in Backend::available() {
        for f in ACTIVATIONS.into_iter().chain([Activation::Sigmoid]) {
            for side in Side::ALL {
                check_activation(backend, f, &values, *side);
            }
        }
    }
}

fn check_activation(backend: &Backend, f: Activation, values: &[f32], side: Side) {
    let mut channels = [1.0, 0.0].map(|value| Guarded::of(&[value; BLOCK], side));
    let [scale, shift] = channels.each_mut().map(|values| &*values.get());
    let run = |values: &[f32], size: [usize; 2]| {
        let mut map = Guarded::of(values, side);
        let mut got = Guarded::new(values.len(), side);
        backend.preactivate(map.get(), [scale, shift], size, 0, f, got.get());
        got.check("activation");
        got.get().to_vec()
    };
    for (got, x) in run(values, [10, 20]).iter().zip(values) {
        let want = activated(f, f64::from(*x));
        let error = (f64::from(*got) - want).abs();
        let what = std::format!("{} {f:?} of {x}: {got}", backend.name());
        // Below -87 the exponential stays finite, and SiLU within 1e-36.
        assert!(error <= 4e-7 * want.abs() + 1e-36, "{what}, expected {want}");
    }
    let [min, max] = [f32::MIN, f32::MAX];
    let far = [min, max, f32::NEG_INFINITY, f32::INFINITY, f32::NAN, 0.0, -0.0, 1.0].repeat(2);
    let got = run(&far, [1, 1]);
    // Of plain loops LLVM makes a relaxed minimum, which may lose NaN.
    if cfg!(target_feature = "relaxed-simd") && backend.name() != "relaxed-simd" {
        return;
    }
    for (x, got) in far.iter().zip(got) {
        assert_eq!(x.is_nan(), got.is_nan(), "{} {f:?} of {x}: {got}", backend.name());
    }
}

#[test]
fn maps_equal_the_reference() {
    for backend in Backend::available() {
        let mut random = Random(5);
        for _ in 0..100 {
            let [h, w] = [0; 2].map(|_| random.pick(&[1, 2, 3, 5, 8, 9]));
            let c = random.pick(&[1, 7, 16, 40]);
            let seed = random.next();
            for side in Side::ALL {
                check_maps(backend, [h, w, c], *side, &mut Random(seed));
            }
        }
    }
}

/// All that is computed of a map.
fn check_maps(backend: &Backend, [h, w, c]: [usize; 3], side: Side, random: &mut Random) {
    let image = random.values(h * w * c);
    let halo = random.pick(&[0, 0, 1, 2]);
    let mut map = Guarded::new(map_len(h, w, c, halo), side);
    from_nhwc(&image, [h, w, c], halo, map.get());
    let map = (&*map.get(), halo);
    check_pool(backend, [h, w, c], &image, map, side, random);
    check_mean(backend, [h, w, c], &image, map, side);
    if h > 1 && w > 1 {
        check_blur(backend, [h, w, c], &image, map, side, random);
    }
    let mut map = Guarded::new(map_len(h, w, c, 0), side);
    from_nhwc(&image, [h, w, c], 0, map.get());
    let map = &*map.get();
    check_preactivate(backend, [h, w, c], &image, map, side, random);
    check_gate(backend, [h, w, c], &image, map, side, random);
    check_moments(backend, [h, w, c], &image, map, side);
}

/// The maximum and the mean of windows that are cut where they leave the map.
fn check_pool(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    (map, border): (&[f32], usize),
    side: Side,
    random: &mut Random,
) {
    let (size, stride) = (random.pick(&[1, 2, 3, 4]), random.pick(&[1, 2, 3]));
    let (ho, wo) = (h.div_ceil(stride), w.div_ceil(stride));
    // TensorFlow's SAME: half of what the last window lacks, rounded down.
    let same = |n: usize, out: usize| ((out - 1) * stride + size).saturating_sub(n) / 2;
    let before = [[0, 0], [size / 2; 2], [same(h, ho), same(w, wo)]][random.pick(&[0, 1, 2])];
    let counts_padding = random.next().is_multiple_of(2);
    let mut max = vec![f64::NEG_INFINITY; ho * wo * c];
    let (mut sum, mut count) = (vec![0.0; ho * wo * c], vec![0; ho * wo * c]);
    for (i, (oy, ox, c0)) in indices([ho, wo, c]).enumerate() {
        for (ky, kx, _) in indices([size, size, 1]) {
            let y = (oy * stride + ky).wrapping_sub(before[0]);
            let x = (ox * stride + kx).wrapping_sub(before[1]);
            if y < h && x < w {
                let value = f64::from(image[(y * w + x) * c + c0]);
                max[i] = max[i].max(value);
                sum[i] += value;
                count[i] += 1;
            } else if counts_padding {
                max[i] = max[i].max(0.0);
            }
        }
    }
    let halo = random.pick(&[0, 1]);
    let (input, output) = ([h, w], [ho, wo]);
    let pool = Pool { input, border, output, halo, size, stride, before, counts_padding };
    let what = std::format!("{} pool {size} / {stride} of {h} x {w} x {c}", backend.name());
    let cut = random.next() as usize % (ho + 2 * halo + 1);
    let run = |average: bool| {
        let mut pooled = Guarded::new(map_len(ho, wo, c, halo), side);
        each_plane(&pool, cut, map, pooled.get(), |first, map, pooled| match average {
            true => backend.avg_pool(&pool, first, map, pooled),
            false => backend.max_pool(&pool, first, map, pooled),
        });
        pooled.check(&what);
        check_halo(pooled.get(), [ho, wo, c], halo, &what);
        let mut got = vec![0.0; ho * wo * c];
        to_nhwc(pooled.get(), [ho, wo, c], halo, &mut got);
        got
    };
    let got: Vec<f64> = run(false).iter().map(|v| f64::from(*v)).collect();
    assert_eq!(got, max, "{what}");
    for ((got, sum), count) in run(true).iter().zip(&sum).zip(&count) {
        let count = if counts_padding { size * size } else { *count };
        assert!((f64::from(*got) - sum / count as f64).abs() <= 5e-7, "{what}: mean {got}");
    }
}

/// Calls `job` with each plane of a map, twice: with the rows up to `cut` of what is
/// written, and with the others.
fn each_plane(
    pool: &Pool,
    cut: usize,
    map: &[f32],
    pooled: &mut [f32],
    job: impl Fn(Rows, &[f32], &mut [f32]),
) {
    let ([h, w], [ho, wo]) = (pool.input, pool.output);
    let pooled = pooled.chunks_exact_mut(plane(ho, wo, pool.halo));
    for (map, pooled) in map.chunks_exact(plane(h, w, pool.border)).zip(pooled) {
        let (above, below) = pooled.split_at_mut(cut * (wo + 2 * pool.halo) * BLOCK);
        job(Rows { map: 0, pooled: 0 }, map, above);
        job(Rows { map: 0, pooled: cut }, map, below);
    }
}

fn check_mean(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    (map, halo): (&[f32], usize),
    side: Side,
) {
    let mut want = vec![0.0; c];
    for (i, value) in image.iter().enumerate() {
        want[i % c] += f64::from(*value) / (h * w) as f64;
    }
    let mut means = Guarded::new(padded(c), side);
    backend.mean(map, (h + 2 * halo) * (w + 2 * halo), h * w, means.get());
    means.check("mean");
    // Against the size of the values: a mean of both signs may be next to 0.
    for (got, want) in means.get().iter().zip(&want) {
        assert!((f64::from(*got) - want).abs() <= 5e-7, "mean {got}, expected {want}");
    }
}

/// The binomial filter of a map that is reflected beyond its border.
fn check_blur(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    (map, border): (&[f32], usize),
    side: Side,
    random: &mut Random,
) {
    let (stride, halo) = (random.pick(&[1, 2]), random.pick(&[0, 1]));
    let (ho, wo) = (h.div_ceil(stride), w.div_ceil(stride));
    let reflected = |at: usize, tap: usize, len: usize| match (at * stride + tap).checked_sub(1) {
        None => 1,
        Some(at) if at == len => len - 2,
        Some(at) => at,
    };
    let mut want = vec![0.0; ho * wo * c];
    for (i, (oy, ox, c0)) in indices([ho, wo, c]).enumerate() {
        for (ky, kx, _) in indices([3, 3, 1]) {
            let (y, x) = (reflected(oy, ky, h), reflected(ox, kx, w));
            let weight = [1.0, 2.0, 1.0][ky] * [1.0, 2.0, 1.0][kx] / 16.0;
            want[i] += weight * f64::from(image[(y * w + x) * c + c0]);
        }
    }
    let (input, output, before) = ([h, w], [ho, wo], [0; 2]);
    let pool = Pool { input, border, output, halo, size: 3, stride, before, counts_padding: false };
    let what = std::format!("{} blur / {stride} of {h} x {w} x {c}", backend.name());
    let mut blurred = Guarded::new(map_len(ho, wo, c, halo), side);
    let cut = random.next() as usize % (ho + 2 * halo + 1);
    each_plane(&pool, cut, map, blurred.get(), |first, map, blurred| {
        backend.blur(&pool, first, map, blurred);
    });
    blurred.check(&what);
    check_halo(blurred.get(), [ho, wo, c], halo, &what);
    let mut got = vec![0.0; want.len()];
    to_nhwc(blurred.get(), [ho, wo, c], halo, &mut got);
    assert_close(&got, &want, 1.0, 1, &what);
}

/// `f(gate · x + sum)`, where channels that fill a block stay zero.
fn check_gate(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    map: &[f32],
    side: Side,
    random: &mut Random,
) {
    let mut gates = random.values(c);
    let shortcut = random.values(h * w * c);
    let f = ACTIVATIONS[random.pick(&[0, 1, 2, 3])];
    let gated = |(i, x): (usize, &f32)| {
        activated(f, f64::from(*x) * f64::from(gates[i % c]) + f64::from(shortcut[i]))
    };
    let want: Vec<f64> = image.iter().enumerate().map(gated).collect();
    gates.resize(padded(c), 0.0);
    let mut gates = Guarded::of(&gates, side);
    let halo = random.pick(&[0, 1, 3]);
    let mut sum = Guarded::new(map_len(h, w, c, halo), side);
    from_nhwc(&shortcut, [h, w, c], halo, sum.get());
    backend.gate(map, gates.get(), [h, w], halo, f, sum.get());
    let what = std::format!("{} gate {f:?} of {h} x {w} x {c}", backend.name());
    sum.check(&what);
    check_halo(sum.get(), [h, w, c], halo, &what);
    let mut got = vec![0.0; want.len()];
    to_nhwc(sum.get(), [h, w, c], halo, &mut got);
    assert_close(&got, &want, 1.0, 1, &what);
}

/// Of values that are far from 0, too: squares of them would cancel.
fn check_moments(backend: &Backend, [h, w, c]: [usize; 3], image: &[f32], map: &[f32], side: Side) {
    let pixels = h * w;
    for far in [0.0, 1000.0] {
        let values: Vec<f32> = map.iter().map(|value| value + far).collect();
        let mut map = Guarded::of(&values, side);
        let mut moments = Guarded::new(2 * padded(c), side);
        backend.moments(map.get(), pixels, moments.get());
        moments.check("moments");
        for channel in 0..c {
            let values = || image.iter().skip(channel).step_by(c).map(|v| f64::from(*v + far));
            let mean = values().sum::<f64>() / pixels as f64;
            let variance = values().map(|v| (v - mean) * (v - mean)).sum::<f64>() / pixels as f64;
            let block = &moments.get()[channel / BLOCK * 2 * BLOCK..];
            let got = [block[channel % BLOCK], block[BLOCK + channel % BLOCK]].map(f64::from);
            let scale = f64::from(far).max(1.0);
            assert!((got[0] - mean).abs() <= 5e-7 * scale, "mean {got:?}, expected {mean}");
            // What a rounded mean adds is its error squared.
            let most = 1e-6 + (5e-7 * scale).powi(2);
            assert!((got[1] - variance).abs() <= most, "variance {got:?}, expected {variance}");
        }
    }
}

fn check_preactivate(
    backend: &Backend,
    [h, w, c]: [usize; 3],
    image: &[f32],
    map: &[f32],
    side: Side,
    random: &mut Random,
) {
    let (mut scale, mut shift) = (random.values(c), random.values(c));
    let f = ACTIVATIONS[random.pick(&[0, 1, 2, 3])];
    let affine = |(i, x): (usize, &f32)| {
        activated(f, f64::from(*x) * f64::from(scale[i % c]) + f64::from(shift[i % c]))
    };
    let want: Vec<f64> = image.iter().enumerate().map(affine).collect();
    scale.resize(padded(c), 0.0);
    shift.resize(padded(c), 0.0);
    let [mut scale, mut shift] = [scale, shift].map(|values| Guarded::of(&values, side));
    let halo = random.pick(&[0, 1, 3]);
    let mut preact = Guarded::new(map_len(h, w, c, halo), side);
    clear_halo(preact.get(), [h, w, c], halo);
    backend.preactivate(map, [scale.get(), shift.get()], [h, w], halo, f, preact.get());
    preact.check("preactivation");
    check_halo(preact.get(), [h, w, c], halo, "preactivation");
    let mut got = vec![0.0; want.len()];
    to_nhwc(preact.get(), [h, w, c], halo, &mut got);
    assert_close(&got, &want, 1.0, 1, "preactivation");
}
