//! A network computed from its table of layers in f64, by plain loops. Shares
//! nothing with the library but the table: weights are made by the rule of
//! `golden/README.md`, normalisations stay what they are, and nothing is
//! packed, folded or fused.

use resnet_runtime::__private::Activation;
use resnet_runtime::{Layer, LayerKind, Role};

/// Added to a variance, in every dialect.
const EPSILON: f64 = 1e-5;

/// What the table does not say.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// Filters `[height, width, in, out]`, and TensorFlow's SAME for pools.
    pub slim: bool,
    /// Preactivation.
    pub pre: bool,
    /// Whether projections read the sum, rather than its preactivation.
    pub projects_sum: bool,
    /// Filters of mean 0 and variance 1, and zeros around pools.
    pub bit: bool,
    /// What follows a sum, or precedes a convolution.
    pub activation: Activation,
}

impl Rules {
    /// Those of a dialect.
    pub fn of(dialect: &str, activation: Activation) -> Self {
        let bit = dialect == "bit";
        let pre = bit || dialect.ends_with("v2");
        let slim = dialect.starts_with("slim");
        Rules { slim, pre, projects_sum: !pre || dialect == "cifar_v2", bit, activation }
    }
}

/// Channel-last values.
#[derive(Clone, Debug)]
pub struct Map {
    /// Height, width, channels.
    pub shape: [usize; 3],
    /// Of each row, of each of its pixels, of each channel.
    pub values: Vec<f64>,
    /// What may have been added up to a value, at most: more than the values where
    /// summands cancel each other, of which rounding errors stay.
    summands: f64,
}

/// A network.
#[derive(Clone, Copy)]
pub struct Interpreter<'a> {
    /// The table.
    pub layers: &'a [Layer],
    /// What the table does not say.
    pub rules: Rules,
    /// Whether one NaN makes one of each value that may be computed with it in
    /// one go: all channels of a pixel, and all pixels of a Winograd tile.
    pub smears: bool,
}

impl Interpreter<'_> {
    /// What every layer computes.
    pub fn run(&self, image: Map) -> Vec<Map> {
        let mut outputs = Vec::new();
        let mut map = image;
        let mut rest = self.layers;
        while let Some(layer) = rest.first() {
            let units = rest.iter().position(|layer| layer.kind == LayerKind::Unit);
            match units.filter(|end| inside(layer, &rest[*end]).is_some()) {
                Some(end) => {
                    self.unit(&rest[..=end], &map, &mut outputs);
                    rest = &rest[end + 1..];
                }
                None => {
                    let output = self.layer(layer, &map);
                    // The last one of the root, and logits, are bare.
                    let normed = layer.leaves.iter().any(|leaf| leaf.1 == Role::Gamma);
                    outputs.push(if normed { self.activated(output) } else { output });
                    rest = &rest[1..];
                }
            }
            map = outputs[outputs.len() - 1].clone();
        }
        outputs
    }

    /// The layers of one unit, of which the last is the sum.
    fn unit(&self, layers: &[Layer], input: &Map, outputs: &mut Vec<Map>) {
        let part = |layer| inside(layer, &layers[layers.len() - 1]).unwrap_or("");
        let convs = layers.iter().filter(|layer| part(layer).starts_with("conv")).count();
        let (mut preact, mut shortcut) = (None, None);
        let (mut residual, mut gates, mut seen) = (input.clone(), None, 0);
        for layer in layers {
            let name = part(layer);
            let output = if name.starts_with("shortcut") || name.starts_with("downsample") {
                let projected = if self.rules.projects_sum { None } else { preact.as_ref() };
                let from = match layer.kind {
                    LayerKind::Subsample { .. } => input,
                    // A mean comes before a projection.
                    _ => shortcut.as_ref().or(projected).unwrap_or(input),
                };
                let output = self.layer(layer, from);
                shortcut = Some(output.clone());
                output
            } else if layer.kind == LayerKind::Preact || name == "norm1" {
                residual = self.activated(self.layer(layer, input));
                preact = Some(residual.clone());
                residual.clone()
            } else if let LayerKind::GroupNorm { .. } = layer.kind {
                residual = self.activated(self.layer(layer, &residual));
                residual.clone()
            } else if layer.kind == LayerKind::Unit {
                let shortcut = shortcut.as_ref().unwrap_or(input);
                assert_eq!(shortcut.shape, residual.shape, "{}", layer.name);
                let mut sum = residual.clone();
                sum.summands += shortcut.summands;
                sum.values.iter_mut().zip(&shortcut.values).for_each(|(sum, x)| *sum += x);
                if self.rules.pre { sum } else { self.activated(sum) }
            } else if let (LayerKind::Gate, Some(gates)) = (layer.kind, &gates) {
                residual = residual.gated(gates);
                residual.clone()
            } else if name.starts_with("se.") {
                let mut output = self.layer(layer, gates.as_ref().unwrap_or(&residual));
                if name == "se.fc1" {
                    output.values.iter_mut().for_each(|x| *x = activate(Activation::Relu, *x));
                }
                gates = Some(output.clone());
                output
            } else {
                seen += usize::from(name.starts_with("conv"));
                residual = self.layer(layer, &residual);
                if name.starts_with("conv") && seen < convs && !self.rules.bit {
                    residual = self.activated(residual);
                }
                residual.clone()
            };
            outputs.push(output);
        }
    }

    /// One layer alone, without activation.
    fn layer(&self, layer: &Layer, x: &Map) -> Map {
        assert_eq!(x.shape, layer.input, "{} reads another map", layer.name);
        let mut output = match layer.kind {
            LayerKind::Root { size, stride } => self.conv(layer, x, [size, stride, 1, 1]),
            LayerKind::Conv { size, stride, rate, groups } => {
                self.conv(layer, x, [size, stride, rate, groups])
            }
            LayerKind::Linear => self.conv(layer, x, [1; 4]),
            LayerKind::Preact => self.normed(layer, x.clone()),
            LayerKind::GroupNorm { groups } => self.group_normed(layer, x, groups),
            LayerKind::MaxPool { size, stride } => {
                let before = [0, 1].map(|i| match self.rules.slim {
                    true => ((layer.output[i] - 1) * stride + size).saturating_sub(x.shape[i]) / 2,
                    false => size / 2,
                });
                x.windows(layer.output, [size, stride], before, |window| {
                    let padded = self.rules.bit && window.len() < size * size;
                    let least = if padded { 0.0 } else { f64::NEG_INFINITY };
                    window.iter().copied().fold(least, most)
                })
            }
            LayerKind::AvgPool { size, stride } => {
                x.windows(layer.output, [size, stride], [0; 2], |window| {
                    let count = if stride == 1 { size * size } else { window.len() };
                    window.iter().sum::<f64>() / count as f64
                })
            }
            LayerKind::Blur { stride } => x.blurred(stride, layer.output),
            LayerKind::ChannelConv { size } => {
                let taps = tensor(layer, Role::Weight, size, size).expect("a layer has weights");
                x.along_channels(&taps)
            }
            LayerKind::Subsample { stride } => x.subsampled(stride, layer.output),
            LayerKind::GlobalPool => x.mean(),
            LayerKind::Block => x.clone(),
            LayerKind::Softmax => x.softmax(),
            other => panic!("{}: the interpreter has no {other:?}", layer.name),
        };
        output.summands = output.summands.max(x.summands);
        assert_eq!(output.shape, layer.output, "{} writes another map", layer.name);
        output
    }

    /// Convolution, bias, normalisation.
    fn conv(&self, layer: &Layer, x: &Map, [size, stride, rate, groups]: [usize; 4]) -> Map {
        let ([h, w, cin], [ho, wo, cout]) = (x.shape, layer.output);
        let (group_in, group_out) = (cin / groups, cout / groups);
        let fan_in = size * size * group_in;
        let mut file =
            tensor(layer, Role::Weight, fan_in * cout, fan_in).expect("a layer has weights");
        if self.rules.bit && layer.leaves.iter().all(|leaf| leaf.1 != Role::Bias) {
            for filter in file.chunks_exact_mut(fan_in) {
                standardise(filter, 1e-8);
            }
        }
        let weight = |tap: usize, ci: usize, co: usize| match self.rules.slim {
            true => file[(tap * group_in + ci) * cout + co],
            false => file[(co * group_in + ci) * size * size + tap],
        };
        // By tap and channel that is read.
        let weights: Vec<f64> = (0..fan_in * cout)
            .map(|i| weight(i / cout / group_in, i / cout % group_in, i % cout))
            .collect();
        let pad = rate * (size - 1) / 2;
        let mut out = Map::zero(layer.output);
        for (pixel, sums) in out.values.chunks_exact_mut(cout).enumerate() {
            for tap in 0..size * size {
                let y = (pixel / wo * stride + tap / size * rate).wrapping_sub(pad);
                let x0 = (pixel % wo * stride + tap % size * rate).wrapping_sub(pad);
                if y >= h || x0 >= w {
                    continue;
                }
                let from = &x.values[(y * w + x0) * cin..][..cin];
                for (group, sums) in sums.chunks_exact_mut(group_out).enumerate() {
                    for (ci, value) in from[group * group_in..][..group_in].iter().enumerate() {
                        let row = (tap * group_in + ci) * cout + group * group_out;
                        for (sum, weight) in sums.iter_mut().zip(&weights[row..]) {
                            *sum += value * weight;
                        }
                    }
                }
            }
        }
        assert_eq!(out.values.len(), ho * wo * cout);
        let absolute = |co| weights[co..].iter().step_by(cout).map(|w| w.abs()).sum();
        out.summands = x.most() * (0..cout).map(absolute).fold(0.0, f64::max);
        let out = self.normed(layer, out);
        if self.smears { out.smeared(if size == 3 { 4 } else { 1 }) } else { out }
    }

    /// `gamma · (x + bias - mean) / sqrt(variance + ε) + beta`, as far as the
    /// layer has them.
    fn normed(&self, layer: &Layer, mut x: Map) -> Map {
        let c = x.shape[2];
        let of = |role, default| tensor(layer, role, c, 0).unwrap_or(vec![default; c]);
        let [bias, mean, beta] = [Role::Bias, Role::Mean, Role::Beta].map(|role| of(role, 0.0));
        let [gamma, variance] =
            [(Role::Gamma, 1.0), (Role::Variance, 1.0 - EPSILON)].map(|(role, one)| of(role, one));
        let summands = |c: usize| {
            let centred = x.summands + bias[c].abs() + mean[c].abs();
            gamma[c].abs() * centred / (variance[c] + EPSILON).sqrt() + beta[c].abs()
        };
        x.summands = (0..c).map(summands).fold(0.0, f64::max);
        for (i, value) in x.values.iter_mut().enumerate() {
            let c = i % c;
            let centred = *value + bias[c] - mean[c];
            *value = gamma[c] * centred / (variance[c] + EPSILON).sqrt() + beta[c];
        }
        x
    }

    /// Each group of channels standardised over the map; `gamma · x + beta`.
    fn group_normed(&self, layer: &Layer, x: &Map, groups: usize) -> Map {
        let c = x.shape[2];
        let [gamma, beta] = [Role::Gamma, Role::Beta]
            .map(|role| tensor(layer, role, c, 0).expect("a normalisation has both"));
        let mut out = x.clone();
        let most = x.most();
        for group in 0..groups {
            let of = |i: &usize| i % c / (c / groups) == group;
            let places: Vec<usize> = (0..x.values.len()).filter(of).collect();
            let mut values: Vec<f64> = places.iter().map(|i| x.values[*i]).collect();
            let factor = standardise(&mut values, EPSILON);
            for (i, value) in places.into_iter().zip(values) {
                out.values[i] = gamma[i % c] * value + beta[i % c];
                // A mean is subtracted from summands that are as large as it.
                let summands = gamma[i % c] * factor * 2.0 * x.summands.max(most);
                out.summands = out.summands.max(summands + beta[i % c].abs());
            }
        }
        out
    }

    fn activated(&self, mut x: Map) -> Map {
        x.values.iter_mut().for_each(|value| *value = activate(self.rules.activation, *value));
        x
    }
}

/// What a layer is called within a unit, if it is one of its layers.
fn inside<'n>(layer: &Layer, unit: &Layer) -> Option<&'n str> {
    layer.name.strip_prefix(unit.name)?.strip_prefix(['/', '.'])
}

/// The tensor of a role, if the layer has one.
fn tensor(layer: &Layer, role: Role, len: usize, fan_in: usize) -> Option<Vec<f64>> {
    let leaf = layer.leaves.iter().find(|leaf| leaf.1 == role)?;
    let (centre, spread) = match role {
        Role::Weight => (0.0, 0.6 * (6.0 / fan_in as f64).sqrt()),
        Role::Gamma | Role::Variance => (1.0, 0.25),
        _ => (0.0, 0.1),
    };
    let name = layer.prefix.bytes().chain(leaf.0.bytes());
    let key = name.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let value = |i: u64| {
        let mut z = key.wrapping_add((i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        let u = (z >> 40) as f64 / f64::from(1 << 23) - 1.0;
        f64::from((centre + spread * u) as f32)
    };
    Some((0..len as u64).map(value).collect())
}

/// Shifts and scales to a mean of 0 and a variance of 1, and says by what.
fn standardise(values: &mut [f64], epsilon: f64) -> f64 {
    let len = values.len() as f64;
    let mean = values.iter().sum::<f64>() / len;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / len;
    let factor = 1.0 / (variance + epsilon).sqrt();
    values.iter_mut().for_each(|x| *x = (*x - mean) * factor);
    factor
}

/// `f(x)`; a NaN stays one.
fn activate(f: Activation, x: f64) -> f64 {
    match f {
        Activation::None => x,
        Activation::Relu => most(x, 0.0),
        Activation::Relu6 if x > 6.0 => 6.0,
        Activation::Relu6 => most(x, 0.0),
        Activation::Silu => x / (1.0 + (-x).exp()),
        Activation::Sigmoid => 1.0 / (1.0 + (-x).exp()),
    }
}

/// The larger one; a NaN if one is.
fn most(a: f64, b: f64) -> f64 {
    if a.is_nan() || a > b { a } else { b }
}

impl Map {
    /// A map of these values.
    pub fn new(shape: [usize; 3], values: &[f32]) -> Self {
        let mut map = Map::zero(shape);
        map.values.iter_mut().zip(values).for_each(|(to, from)| *to = f64::from(*from));
        map.summands = map.most();
        map
    }

    /// The largest difference, relative to the largest value, or to a fiftieth of
    /// what cancelled if that is more: for all summands but a few it is less. Infinite
    /// if anything is NaN.
    pub fn error(&self, got: &[f32]) -> f64 {
        assert_eq!(got.len(), self.values.len());
        // Whoever takes numbers below normal ones for zero is right, too.
        let scale = self.most().max(self.summands / 50.0).max(1e-30);
        got.iter().zip(&self.values).fold(0.0, |worst: f64, (a, b)| {
            let error = (f64::from(*a) - b).abs() / scale;
            if error.is_nan() { f64::INFINITY } else { worst.max(error) }
        })
    }

    fn most(&self) -> f64 {
        self.values.iter().fold(0.0, |most, value| most.max(value.abs()))
    }

    /// The values as f32.
    pub fn rounded(&self) -> Vec<f32> {
        self.values.iter().map(|value| *value as f32).collect()
    }

    fn zero(shape: [usize; 3]) -> Self {
        Map { shape, values: vec![0.0; shape.iter().product()], summands: 0.0 }
    }

    /// `f` of what of each window lies in the map.
    fn windows(
        &self,
        output: [usize; 3],
        [size, stride]: [usize; 2],
        before: [usize; 2],
        f: impl Fn(&[f64]) -> f64,
    ) -> Map {
        let ([h, w, c], [_, wo, _]) = (self.shape, output);
        let mut out = Map::zero(output);
        for (i, value) in out.values.iter_mut().enumerate() {
            let (oy, ox) = (i / c / wo * stride, i / c % wo * stride);
            let taps = (0..size * size).map(|tap| {
                [
                    (oy + tap / size).wrapping_sub(before[0]),
                    (ox + tap % size).wrapping_sub(before[1]),
                ]
            });
            let inside = taps.filter(|[y, x]| *y < h && *x < w);
            let window: Vec<f64> =
                inside.map(|[y, x]| self.values[(y * w + x) * c + i % c]).collect();
            *value = f(&window);
        }
        out
    }

    /// The binomial filter of 3x3 on a map that is reflected at its border.
    fn blurred(&self, stride: usize, output: [usize; 3]) -> Map {
        let ([h, w, c], [_, wo, _]) = (self.shape, output);
        let reflected = |at: usize, len: usize| if at < len { at } else { 2 * len - 2 - at };
        let mut out = Map::zero(output);
        for (i, value) in out.values.iter_mut().enumerate() {
            for (tap, weight) in [1.0, 2.0, 1.0, 2.0, 4.0, 2.0, 1.0, 2.0, 1.0].iter().enumerate() {
                let y = reflected((i / c / wo * stride + tap / 3).abs_diff(1), h);
                let x = reflected((i / c % wo * stride + tap % 3).abs_diff(1), w);
                *value += weight / 16.0 * self.values[(y * w + x) * c + i % c];
            }
        }
        out
    }

    fn along_channels(&self, taps: &[f64]) -> Map {
        let mut out = Map::zero(self.shape);
        for (c, value) in out.values.iter_mut().enumerate() {
            let reads = |tap: usize| self.values.get((c + tap).wrapping_sub(taps.len() / 2));
            *value = taps.iter().enumerate().filter_map(|(i, tap)| Some(tap * reads(i)?)).sum();
        }
        out
    }

    /// Times the sigmoid of a value per channel.
    fn gated(&self, gates: &Map) -> Map {
        let mut out = self.clone();
        for (i, value) in out.values.iter_mut().enumerate() {
            *value *= activate(Activation::Sigmoid, gates.values[i % self.shape[2]]);
        }
        out
    }

    /// Every `stride`-th pixel, between channels of zeros.
    fn subsampled(&self, stride: usize, output: [usize; 3]) -> Map {
        let ([_, w, c], [_, wo, co]) = (self.shape, output);
        let mut out = Map::zero(output);
        for (i, pixel) in out.values.chunks_exact_mut(co).enumerate() {
            let from = (i / wo * stride * w + i % wo * stride) * c;
            pixel[(co - c) / 2..][..c].copy_from_slice(&self.values[from..][..c]);
        }
        out
    }

    fn mean(&self) -> Map {
        let [h, w, c] = self.shape;
        let mut out = Map::zero([1, 1, c]);
        for (i, value) in self.values.iter().enumerate() {
            out.values[i % c] += value / (h * w) as f64;
        }
        out
    }

    fn softmax(&self) -> Map {
        let mut out = self.clone();
        for pixel in out.values.chunks_exact_mut(self.shape[2]) {
            pixel.iter_mut().for_each(|value| *value = value.exp());
            let sum: f64 = pixel.iter().sum();
            pixel.iter_mut().for_each(|value| *value /= sum);
        }
        out
    }

    /// NaN wherever there is one in the same tile of `size` by `size` pixels.
    fn smeared(mut self, size: usize) -> Map {
        let [h, w, c] = self.shape;
        let wide = w.div_ceil(size);
        let tile = |i: usize| i / c / w / size * wide + i / c % w / size;
        let mut tiles = vec![false; h.div_ceil(size) * wide];
        for (i, value) in self.values.iter().enumerate() {
            tiles[tile(i)] |= value.is_nan();
        }
        for (i, value) in self.values.iter_mut().enumerate() {
            if tiles[tile(i)] {
                *value = f64::NAN;
            }
        }
        self
    }
}
