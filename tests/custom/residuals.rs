//! The residuals of the dialects' units, by plain loops.

use resnet::Tensor;

/// A convolution padded by half its filter, and what follows it.
struct Step<'a> {
    filters: &'a [f32],
    /// Whether they are `[height, width, in, out]`, not `[out, in, height, width]`.
    hwio: bool,
    size: usize,
    stride: usize,
    rate: usize,
    norm: Norm<'a>,
    relu: bool,
}

enum Norm<'a> {
    None,
    Bias(&'a [f32]),
    /// Scale, shift, mean, variance.
    Batch([&'a [f32]; 4]),
}

fn run<const H: usize, const W: usize, const C: usize>(
    x: &Tensor<H, W, C>,
    steps: &[Step<'_>],
    out: &mut [f32],
) {
    let (mut map, mut shape) = (x.values().to_vec(), [H, W, C]);
    for step in steps {
        (map, shape) = step.apply(&map, shape);
    }
    out.copy_from_slice(&map);
}

impl Step<'_> {
    fn apply(&self, x: &[f32], [h, w, c]: [usize; 3]) -> (Vec<f32>, [usize; 3]) {
        let Step { size, stride, rate, .. } = *self;
        let depth = self.filters.len() / (size * size * c);
        let shape = [h.div_ceil(stride), w.div_ceil(stride), depth];
        let filter = |o: usize, i: usize, ky: usize, kx: usize| match self.hwio {
            true => self.filters[((ky * size + kx) * c + i) * depth + o],
            false => self.filters[((o * c + i) * size + ky) * size + kx],
        };
        let padding = size / 2 * rate;
        let mut out = Vec::new();
        for at in 0..shape.iter().product() {
            let (y, x0, o) = (at / depth / shape[1], at / depth % shape[1], at % depth);
            let mut sum = 0.0;
            for (ky, kx) in (0..size * size).map(|tap| (tap / size, tap % size)) {
                let [row, column] = [y * stride + ky * rate, x0 * stride + kx * rate];
                if (padding..padding + h).contains(&row) && (padding..padding + w).contains(&column)
                {
                    let pixel = &x[((row - padding) * w + column - padding) * c..][..c];
                    for (i, value) in pixel.iter().enumerate() {
                        sum += f64::from(*value) * f64::from(filter(o, i, ky, kx));
                    }
                }
            }
            let value = match self.norm {
                Norm::None => sum,
                Norm::Bias(bias) => sum + f64::from(bias[o]),
                Norm::Batch(norm) => {
                    let [gamma, beta, mean, variance] = norm.map(|values| f64::from(values[o]));
                    (sum - mean) * gamma / (variance + 1e-5).sqrt() + beta
                }
            };
            out.push(if self.relu { value.max(0.0) } else { value } as f32);
        }
        (out, shape)
    }
}

/// Filters, `[[[[f32; D]; C]; B]; A]`.
type Filters<const A: usize, const B: usize, const C: usize, const D: usize> =
    [[[[f32; D]; C]; B]; A];

fn flat<const A: usize, const B: usize, const C: usize, const D: usize>(
    filters: &Filters<A, B, C, D>,
) -> &[f32] {
    filters.as_flattened().as_flattened().as_flattened()
}

fn step<'a>(
    filters: &'a [f32],
    [size, stride, rate]: [usize; 3],
    norm: Norm<'a>,
    relu: bool,
) -> Step<'a> {
    Step { filters, hwio: false, size, stride, rate, norm, relu }
}

macro_rules! function {
    ($(#[$attr:meta])* $name:ident<$($dim:ident)+>($($arg:tt: $ty:ty),+ $(,)?) $body:block) => {
        $(#[$attr])*
        #[allow(clippy::too_many_arguments)]
        pub(super) fn $name<$(const $dim: usize),+>($($arg: $ty),+) $body
    };
}

function! {
    /// torchvision's `BasicBlock`, without its shortcut.
    basic<H W C HO WO D>(
        x: &Tensor<H, W, C>, out: &mut Tensor<HO, WO, D>, stride: usize,
        conv1: &Filters<D, C, 3, 3>, g1: &[f32; D], b1: &[f32; D], m1: &[f32; D], v1: &[f32; D],
        conv2: &Filters<D, D, 3, 3>, g2: &[f32; D], b2: &[f32; D], m2: &[f32; D], v2: &[f32; D],
    ) {
        assert!(out.values().iter().all(|value| *value == 0.0), "the output begins as zeros");
        let first = step(flat(conv1), [3, stride, 1], Norm::Batch([g1, b1, m1, v1]), true);
        let second = step(flat(conv2), [3, 1, 1], Norm::Batch([g2, b2, m2, v2]), false);
        run(x, &[first, second], out.values_mut());
    }
}

function! {
    /// torchvision's `Bottleneck`, likewise.
    bottleneck<H W C HO WO B D>(
        x: &Tensor<H, W, C>, out: &mut Tensor<HO, WO, D>, stride: usize, rate: usize,
        conv1: &Filters<B, C, 1, 1>, g1: &[f32; B], b1: &[f32; B], m1: &[f32; B], v1: &[f32; B],
        conv2: &Filters<B, B, 3, 3>, g2: &[f32; B], b2: &[f32; B], m2: &[f32; B], v2: &[f32; B],
        conv3: &Filters<D, B, 1, 1>, g3: &[f32; D], b3: &[f32; D], m3: &[f32; D], v3: &[f32; D],
    ) {
        let steps = [
            step(flat(conv1), [1, 1, 1], Norm::Batch([g1, b1, m1, v1]), true),
            step(flat(conv2), [3, stride, rate], Norm::Batch([g2, b2, m2, v2]), true),
            step(flat(conv3), [1, 1, 1], Norm::Batch([g3, b3, m3, v3]), false),
        ];
        run(x, &steps, out.values_mut());
    }
}

function! {
    /// slim's of version 1, in TensorFlow's layout.
    slim_1<H W C HO WO B D>(
        x: &Tensor<H, W, C>, out: &mut Tensor<HO, WO, D>, stride: usize,
        conv1: &Filters<1, 1, C, B>, g1: &[f32; B], b1: &[f32; B], m1: &[f32; B], v1: &[f32; B],
        conv2: &Filters<3, 3, B, B>, g2: &[f32; B], b2: &[f32; B], m2: &[f32; B], v2: &[f32; B],
        conv3: &Filters<1, 1, B, D>, g3: &[f32; D], b3: &[f32; D], m3: &[f32; D], v3: &[f32; D],
    ) {
        let steps = [
            step(flat(conv1), [1, 1, 1], Norm::Batch([g1, b1, m1, v1]), true),
            step(flat(conv2), [3, stride, 1], Norm::Batch([g2, b2, m2, v2]), true),
            step(flat(conv3), [1, 1, 1], Norm::Batch([g3, b3, m3, v3]), false),
        ];
        run(x, &steps.map(|step| Step { hwio: true, ..step }), out.values_mut());
    }
}

function! {
    /// And of version 2: what it reads is the preactivation.
    slim_2<H W C HO WO B D>(
        x: &Tensor<H, W, C>, out: &mut Tensor<HO, WO, D>, stride: usize, rate: usize,
        conv1: &Filters<1, 1, C, B>, g1: &[f32; B], b1: &[f32; B], m1: &[f32; B], v1: &[f32; B],
        conv2: &Filters<3, 3, B, B>, g2: &[f32; B], b2: &[f32; B], m2: &[f32; B], v2: &[f32; B],
        conv3: &Filters<1, 1, B, D>, bias: &[f32; D],
    ) {
        let steps = [
            step(flat(conv1), [1, 1, 1], Norm::Batch([g1, b1, m1, v1]), true),
            step(flat(conv2), [3, stride, rate], Norm::Batch([g2, b2, m2, v2]), true),
            step(flat(conv3), [1, 1, 1], Norm::Bias(bias), false),
        ];
        run(x, &steps.map(|step| Step { hwio: true, ..step }), out.values_mut());
    }
}

function! {
    /// timm's, which finds its stride in the shapes.
    timm<H W C HO WO B D>(
        x: &Tensor<H, W, C>, out: &mut Tensor<HO, WO, D>,
        conv1: &Filters<B, C, 1, 1>, g1: &[f32; B], b1: &[f32; B], m1: &[f32; B], v1: &[f32; B],
        conv2: &Filters<B, B, 3, 3>, g2: &[f32; B], b2: &[f32; B], m2: &[f32; B], v2: &[f32; B],
        conv3: &Filters<D, B, 1, 1>,
    ) {
        let stride = H.div_ceil(HO);
        let steps = [
            step(flat(conv1), [1, 1, 1], Norm::Batch([g1, b1, m1, v1]), true),
            step(flat(conv2), [3, stride, 1], Norm::Batch([g2, b2, m2, v2]), true),
            step(flat(conv3), [1, 1, 1], Norm::None, false),
        ];
        run(x, &steps, out.values_mut());
    }
}

function! {
    /// Arguments in another order.
    cifar<H W C HO WO D>(
        x: &Tensor<H, W, C>, out: &mut Tensor<HO, WO, D>, conv1: &Filters<D, C, 3, 3>,
        conv2: &Filters<D, D, 3, 3>, g: &[f32; D], b: &[f32; D], stride: usize, m: &[f32; D],
        v: &[f32; D],
    ) {
        let first = step(flat(conv1), [3, stride, 1], Norm::Batch([g, b, m, v]), true);
        let second = step(flat(conv2), [3, 1, 1], Norm::None, false);
        run(x, &[first, second], out.values_mut());
    }
}

function! {
    /// No residual at all.
    nothing<H W C HO WO D>(_: &Tensor<H, W, C>, _: &mut Tensor<HO, WO, D>) {}
}
