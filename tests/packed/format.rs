//! Packed files, read by the description in `src/packed.md` alone.

use std::collections::BTreeMap;

use resnet::{Layer, LayerKind, Network, Precision, Role, Tensor, resnet};
use safetensors::tensor::{Dtype, TensorView};

resnet! {
    /// A root, transforms of both sizes, direct filters, K blocks of 1x1.
    struct Slim {
        input: [61, 58, 3],
        block1: bottleneck[(40, 24, 1), (40, 24, 2)],
        block2: bottleneck[(144, 72, 1); 2] + [(144, 72, 2)],
        block3: bottleneck[(24, 200, 1)],
        classes: 10,
    }

    /// Gates, projections behind means.
    struct Torch {
        dialect: torch,
        input: [33, 30, 3],
        first: basic[(24, 1), (40, 2)],
        attention: se(4),
        shortcut: avg_pool,
        classes: 70,
    }

    /// Groups of 4, taps along channels.
    struct Narrow {
        dialect: torch,
        input: [33, 30, 3],
        first: bottleneck[(24, 32, 1), (40, 64, 2)],
        groups: 8,
        attention: eca,
        classes: 5,
    }

    /// Groups of 12, of which four are 48 channels, and of 5, which are no whole blocks.
    struct Wide {
        dialect: timm_v2,
        input: [33, 30, 3],
        first: bottleneck[(24, 96, 1), (40, 40, 2)],
        groups: 8,
        classes: 5,
    }

    /// Standardised filters, normalisations of groups.
    struct Bit {
        dialect: bit,
        input: [33, 30, 3],
        first: bottleneck[(64, 32, 1), (96, 32, 2)],
        classes: 5,
    }

    struct Own {
        input: [9, 9, 3],
        block: bottleneck[(24, 8, 1)],
        own: custom(own, weight: [5, 7], bias: [24]),
        classes: 5,
    }
}

fn own<const H: usize, const W: usize, const C: usize>(
    _: &Tensor<H, W, C>,
    _: &mut Tensor<H, W, C>,
    _: &[[f32; 7]; 5],
    _: &[f32; C],
) {
}

#[test]
fn files_are_as_described() {
    check::<Slim>(Rules { oihw: false, epsilon: 1e-5, standardise: false });
    check::<Torch>(Rules { oihw: true, epsilon: 1e-5, standardise: false });
    check::<Narrow>(Rules { oihw: true, epsilon: 1e-5, standardise: false });
    check::<Wide>(Rules { oihw: true, epsilon: 1e-5, standardise: false });
    check::<Bit>(Rules { oihw: true, epsilon: 1e-5, standardise: true });
    check::<Own>(Rules { oihw: false, epsilon: 1e-5, standardise: false });
}

/// What no table says.
#[derive(Clone, Copy)]
struct Rules {
    oihw: bool,
    epsilon: f64,
    standardise: bool,
}

fn check<N: Network>(rules: Rules) {
    let tensors = tensors::<N>();
    let net = N::from_safetensors(&file(&tensors)).expect("the file fits");
    let file = net.pack(Precision::F32).expect("a file");
    let number = |at: usize| u64::from_le_bytes(file[at..][..8].try_into().expect("8 bytes"));
    assert_eq!(&file[..16], b"\x89resnet\n\x01\0\0\0\0\0\0\0");
    assert_eq!(number(24), (file.len() as u64 - 64) / 4);
    assert!(file[32..60].iter().all(|byte| *byte == 0));
    let values = file[64..].as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
    let values: Vec<f32> = values.collect();

    let mut expected = Vec::new();
    for layer in N::LAYERS {
        Described { layer, tensors: &tensors, rules }.push_values(&mut expected);
    }
    assert_eq!(values.len(), expected.len(), "{}", N::NAME);
    for (i, (value, expected)) in values.iter().zip(&expected).enumerate() {
        let expected = *expected as f32;
        // Sums in another order differ in their last bits.
        let close = (value - expected).abs() <= 1e-6 * expected.abs().max(1e-2);
        assert!(close, "{}, value {i}: expected {expected}, found {value}", N::NAME);
    }
}

type Tensors = BTreeMap<String, (Vec<usize>, Vec<f32>)>;

/// Numbers that are all different.
fn tensors<N: Network>() -> Tensors {
    let mut seed = 1_u32;
    let mut value = |role: Role| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let u = (seed >> 8) as f32 / (1 << 23) as f32 - 1.0;
        if matches!(role, Role::Gamma | Role::Variance) { 1.0 + u / 4.0 } else { u }
    };
    let tensors = N::TENSORS.iter().map(|spec| {
        let values = (0..spec.len()).map(|_| value(spec.role)).collect();
        (spec.name.to_string(), (spec.shape().to_vec(), values))
    });
    tensors.collect()
}

fn file(tensors: &Tensors) -> Vec<u8> {
    let bytes = |values: &[f32]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
    let tensors: Vec<_> = tensors
        .iter()
        .map(|(name, (shape, values))| (name, shape.clone(), bytes(values)))
        .collect();
    let views = tensors.iter().map(|(name, shape, bytes)| {
        (name, TensorView::new(Dtype::F32, shape.clone(), bytes).expect("a tensor"))
    });
    safetensors::serialize(views, None).expect("a file")
}

const fn padded(n: usize) -> usize {
    n.next_multiple_of(16)
}

/// Rows for the channels that one tap reads.
const fn rows_of(channels: usize) -> usize {
    if channels < 16 { channels } else { padded(channels) }
}

fn push_padded(out: &mut Vec<f64>, run: impl IntoIterator<Item = f64>) {
    out.extend(run);
    out.resize(padded(out.len()), 0.0);
}

/// The values of one layer.
#[derive(Clone, Copy)]
struct Described<'a> {
    layer: &'a Layer,
    tensors: &'a Tensors,
    rules: Rules,
}

impl Described<'_> {
    fn push_values(self, out: &mut Vec<f64>) {
        let channels = self.layer.output[2];
        let [scales, shifts] = self.affine();
        match self.layer.kind {
            LayerKind::Preact | LayerKind::GroupNorm { .. } => {
                push_padded(out, scales);
                push_padded(out, shifts);
            }
            LayerKind::ChannelConv { .. } => {
                push_padded(out, self.tensor(Role::Weight).expect("taps"));
            }
            LayerKind::Custom => {
                for leaf in self.layer.leaves {
                    push_padded(out, self.named(leaf.0));
                }
            }
            LayerKind::Root { size, stride } => self.push_part(out, 0, channels, [size, stride, 1]),
            LayerKind::Linear => self.push_part(out, 0, channels, [1, 1, 1]),
            LayerKind::Conv { size, stride, rate, groups } => {
                let (cin, group) = (self.layer.input[2], self.layer.input[2] / groups);
                let part = match groups {
                    1 => channels,
                    _ if cin != channels => channels,
                    _ if self.narrow().is_some() => 16,
                    _ => (1..=groups)
                        .map(|n| n * group)
                        .find(|part| part.is_multiple_of(16) && cin.is_multiple_of(*part))
                        .unwrap_or(cin),
                };
                for first in (0..channels).step_by(part) {
                    self.push_part(out, first, part, [size, stride, rate]);
                }
            }
            _ => assert!(self.layer.leaves.is_empty(), "{} has weights", self.layer.name),
        }
    }

    fn named(&self, leaf: &str) -> Vec<f64> {
        let (_, values) = &self.tensors[&format!("{}{leaf}", self.layer.prefix)];
        values.iter().map(|value| f64::from(*value)).collect()
    }

    fn tensor(&self, role: Role) -> Option<Vec<f64>> {
        let leaf = self.layer.leaves.iter().find(|leaf| leaf.1 == role)?;
        Some(self.named(leaf.0))
    }

    fn affine(&self) -> [Vec<f64>; 2] {
        let channels = self.layer.output[2];
        let of = |role, default| self.tensor(role).unwrap_or(vec![default; channels]);
        let (gamma, bias) = (of(Role::Gamma, 1.0), of(Role::Bias, 0.0));
        let (beta, mean) = (of(Role::Beta, 0.0), of(Role::Mean, 0.0));
        let Some(variance) = self.tensor(Role::Variance) else {
            return [gamma, beta.iter().zip(bias).map(|(beta, bias)| beta + bias).collect()];
        };
        let scales: Vec<f64> =
            (0..channels).map(|c| gamma[c] / (variance[c] + self.rules.epsilon).sqrt()).collect();
        let shifts = (0..channels).map(|c| beta[c] + (bias[c] - mean[c]) * scales[c]).collect();
        [scales, shifts]
    }

    /// The channels of groups that have kernels of their own.
    fn narrow(&self) -> Option<usize> {
        let LayerKind::Conv { size: 3, stride: 1 | 2, rate: 1, groups } = self.layer.kind else {
            return None;
        };
        let (cin, cout) = (self.layer.input[2], self.layer.output[2]);
        let is_narrow = groups > 1 && cin == cout && cin.is_multiple_of(16);
        Some(cin / groups).filter(|group| is_narrow && [1, 2, 4, 8].contains(group))
    }

    /// The filter's values, scaled: by tap, channel in of all, channel out of all.
    fn filter(&self) -> impl Fn(usize, usize, usize) -> f64 {
        let (cin, cout) = (self.layer.input[2], self.layer.output[2]);
        let (size, groups) = match self.layer.kind {
            LayerKind::Root { size, .. } => (size, 1),
            LayerKind::Conv { size, groups, .. } => (size, groups),
            _ => (1, 1),
        };
        let (taps, group_in, group_out) = (size * size, cin / groups, cout / groups);
        let values = self.tensor(Role::Weight).expect("filters");
        let oihw = self.rules.oihw;
        let at = move |tap: usize, ci: usize, co: usize| match oihw {
            true => values[(co * group_in + ci) * taps + tap],
            false => values[(tap * group_in + ci) * cout + co],
        };
        let [scales, _] = self.affine();
        let standardise = self.rules.standardise && self.tensor(Role::Bias).is_none();
        let moments: Vec<[f64; 2]> = (0..cout)
            .map(|co| {
                let all = || (0..taps).flat_map(|tap| (0..group_in).map(move |ci| (tap, ci)));
                let count = (taps * group_in) as f64;
                let mean = all().map(|(tap, ci)| at(tap, ci, co)).sum::<f64>() / count;
                let squares = all().map(|(tap, ci)| (at(tap, ci, co) - mean).powi(2));
                let deviation = (squares.sum::<f64>() / count + 1e-8).sqrt();
                if standardise { [mean, deviation] } else { [0.0, 1.0] }
            })
            .collect();
        move |tap, ci, co| {
            if ci >= cin || ci / group_in != co / group_out {
                return 0.0;
            }
            let [mean, deviation] = moments[co];
            (at(tap, ci % group_in, co) - mean) / deviation * scales[co]
        }
    }

    /// Channels from `first` on, in and out, or all of the input.
    fn push_part(
        &self,
        out: &mut Vec<f64>,
        first: usize,
        channels: usize,
        [size, stride, rate]: [usize; 3],
    ) {
        let cin = if channels == self.layer.output[2] { self.layer.input[2] } else { channels };
        let filter = self.filter();
        let at = |tap, ci: usize, co| match ci < cin {
            true => filter(tap, first + ci, first + co),
            false => 0.0,
        };
        let is_root = matches!(self.layer.kind, LayerKind::Root { .. });
        let transform = match (is_root, [size, stride, rate], self.narrow()) {
            (false, [3, 1, 1], None) => self.transform(cin, channels),
            _ => None,
        };
        let panels = (0..channels).step_by(64).map(|panel| panel..channels.min(panel + 64));
        if let Some(g) = transform {
            for panel in panels {
                for (i, j) in (0..g.len()).flat_map(|i| (0..g.len()).map(move |j| (i, j))) {
                    for ci in 0..rows_of(cin) {
                        let point = |co| {
                            let taps = (0..9).map(|t| g[i][t / 3] * g[j][t % 3] * at(t, ci, co));
                            taps.sum::<f64>()
                        };
                        push_padded(out, panel.clone().map(point));
                    }
                }
            }
        } else {
            let taps = size * size;
            // Rows: a tap and a channel in, or the channel of a narrow group.
            let (rows, k_block): (Vec<(usize, usize)>, usize) = match self.narrow() {
                _ if is_root => (product(0..taps, 0..cin), size * cin),
                Some(group) => (product(0..taps, 0..group), 9 * group),
                None if size == 1 => (product(0..1, 0..rows_of(cin)), 128),
                None => {
                    let blocks = (0..padded(cin)).step_by(16);
                    let width = cin.min(16);
                    (blocks.flat_map(|c| product(0..taps, c..c + width)).collect(), width * taps)
                }
            };
            for rows in rows.chunks(k_block) {
                for panel in panels.clone() {
                    for &(tap, ci) in rows {
                        let column = |co| match self.narrow() {
                            Some(group) => at(tap, co / group * group + ci, co),
                            None => at(tap, ci, co),
                        };
                        push_padded(out, panel.clone().map(column));
                    }
                }
            }
        }
        push_padded(out, self.affine()[1][first..][..channels].iter().copied());
    }

    fn transform(&self, cin: usize, channels: usize) -> Option<Vec<[f64; 3]>> {
        let [h, w, _] = self.layer.output;
        let weights = padded(cin) * padded(channels);
        let seconds = |macs: usize, weights: usize| {
            let (arithmetic, memory) = (macs as f64 / 80e9, weights as f64 / 2.5e9);
            if weights <= 131_072 { arithmetic } else { arithmetic.max(memory) }
        };
        let mut best = (0.85 * seconds(9 * weights * h * w, 9 * weights), None);
        for m in [2, 4] {
            let points = (m + 2) * (m + 2);
            let tiles = h.div_ceil(m) * w.div_ceil(m);
            let values = points * tiles * (padded(cin) + padded(channels));
            let time = seconds(points * tiles * weights, points * weights)
                + values as f64 * 0.2e-9
                + (points * channels.div_ceil(64)) as f64 * 50e-9;
            if time < best.0 {
                best = (time, Some(m));
            }
        }
        best.1.map(|m| match m {
            2 => vec![[-1.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0.0, 0.0, 1.0]],
            _ => [
                [15.0, 0.0, 0.0],
                [5.0, 5.0, 5.0],
                [-5.0, 5.0, -5.0],
                [-16.0, -8.0, -4.0],
                [1.0, -2.0, 4.0],
                [0.0, 0.0, 15.0],
            ]
            .map(|row| row.map(|value| value / 15.0))
            .to_vec(),
        })
    }
}

fn product(taps: std::ops::Range<usize>, channels: std::ops::Range<usize>) -> Vec<(usize, usize)> {
    taps.flat_map(|tap| channels.clone().map(move |ci| (tap, ci))).collect()
}
