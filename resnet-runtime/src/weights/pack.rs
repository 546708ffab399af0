//! From the tensors of a file to the arena that the kernels read.
//!
//! A batch normalisation after a convolution becomes part of its weights and
//! bias; one before becomes a scale and a shift; filters that are standardised
//! become so here. All of it is computed in f64 and rounded once.

use alloc::vec;
use alloc::vec::Vec;

use super::source::Source;
use super::{Format, Weights};
use crate::kernels::{self, ConvShape, PANEL};
use crate::layer::{Layer, LayerKind, Layout, Role, TensorSpec, packed_len};
use crate::layout::{BLOCK, padded};

/// Packs all layers. `source` gives the values of each tensor, which is
/// numbered as in the table of tensors.
pub(super) fn pack<'a>(
    layers: &[Layer],
    format: &Format,
    source: impl Fn(usize, &TensorSpec) -> Source<'a>,
) -> Weights {
    Weights::new(packed_len(layers), |mut arena| {
        let mut number = 0;
        for layer in layers {
            let tensors = Tensors::of(layer, number, format, &source);
            number += layer.leaves.len();
            let (packed, rest) = core::mem::take(&mut arena).split_at_mut(layer.packed_len());
            arena = rest;
            match (layer.conv(), layer.kind) {
                (Some(shape), _) => pack_parts(layer, &shape, &tensors, format, packed),
                (None, LayerKind::Preact | LayerKind::GroupNorm { .. }) => {
                    let (scale, shift) = packed.split_at_mut(packed.len() / 2);
                    for (c, (a, b)) in tensors.affine(layer.output[2], format).enumerate() {
                        (scale[c], shift[c]) = (a as f32, b as f32);
                    }
                }
                (None, LayerKind::ChannelConv { size }) => {
                    let taps = tensors.get(Role::Weight);
                    for (i, tap) in packed[..size].iter_mut().enumerate() {
                        *tap = taps.map_or(0.0, |taps| taps.at(i));
                    }
                }
                (None, LayerKind::Custom) => {
                    let mut rest = packed;
                    for (i, (_, values)) in tensors.0.iter().enumerate() {
                        let len = layer.tensor(i, format.layout).len();
                        let (param, after) = rest.split_at_mut(padded(len));
                        rest = after;
                        for (j, value) in param[..len].iter_mut().enumerate() {
                            *value = values.at(j);
                        }
                    }
                }
                _ => {}
            }
        }
    })
}

/// The tensors of one layer by role.
struct Tensors<'a>(Vec<(Role, Source<'a>)>);

impl<'a> Tensors<'a> {
    fn of(
        layer: &Layer,
        number: usize,
        format: &Format,
        source: impl Fn(usize, &TensorSpec) -> Source<'a>,
    ) -> Self {
        let tensor = |i| {
            let spec = layer.tensor(i, format.layout);
            (spec.role, source(number + i, &spec))
        };
        Tensors((0..layer.leaves.len()).map(tensor).collect())
    }

    fn get(&self, role: Role) -> Option<Source<'a>> {
        self.0.iter().find(|(r, _)| *r == role).map(|(_, source)| *source)
    }

    fn at(&self, role: Role, i: usize, default: f64) -> f64 {
        self.get(role).map_or(default, |source| f64::from(source.at(i)))
    }

    /// Scale and shift of each channel: the normalisation, if there is one,
    /// and the bias. `gamma · (x + bias - mean) / sqrt(variance + ε) + beta`.
    /// A normalisation by groups takes its mean and variance from the map.
    fn affine(&self, channels: usize, format: &Format) -> impl Iterator<Item = (f64, f64)> {
        let epsilon = format.epsilon;
        (0..channels).map(move |c| {
            let bias = self.at(Role::Bias, c, 0.0);
            let Some(variance) = self.get(Role::Variance) else {
                return (self.at(Role::Gamma, c, 1.0), self.at(Role::Beta, c, bias));
            };
            let deviation = libm::sqrt(f64::from(variance.at(c)) + epsilon);
            let scale = self.at(Role::Gamma, c, 1.0) / deviation;
            let shift = (bias - self.at(Role::Mean, c, 0.0)) * scale;
            (scale, self.at(Role::Beta, c, 0.0) + shift)
        })
    }
}

/// The parts of a convolution, one after another.
fn pack_parts(
    layer: &Layer,
    shape: &ConvShape,
    tensors: &Tensors<'_>,
    format: &Format,
    packed: &mut [f32],
) {
    let mut affine: Vec<_> = tensors.affine(layer.output[2], format).collect();
    let Some(source) = tensors.get(Role::Weight) else {
        return;
    };
    let mut filters = Filters::of(layer, format.layout, source);
    if let (Some(epsilon), None) = (format.standardise, tensors.get(Role::Bias)) {
        filters.standardise(epsilon, &mut affine);
    }
    let parts = packed.chunks_exact_mut(shape.packed_len());
    for (packed, affine) in parts.zip(affine.chunks(shape.output[2])) {
        pack_conv(shape, &filters, affine, packed);
        filters.first += shape.output[2];
    }
}

/// `[K block][panel][step][channel in][column]`, then the bias. What is left
/// out stays zero: padding.
fn pack_conv(shape: &ConvShape, filters: &Filters<'_>, affine: &[(f64, f64)], packed: &mut [f32]) {
    let [_, _, cout] = shape.output;
    let channels = padded(cout);
    let (weights, bias) = packed.split_at_mut(packed.len() - channels);
    let mut scales = vec![0.0; channels];
    for (c, (scale, shift)) in affine.iter().enumerate() {
        (scales[c], bias[c]) = (*scale, *shift as f32);
    }
    if let Some(winograd) = shape.packed_winograd() {
        return pack_winograd(shape, &winograd, filters, &scales, weights);
    }
    let rows = Rows::of(shape);
    for block in kernels::k_blocks(shape) {
        for panel in (0..channels).step_by(PANEL) {
            let width = PANEL.min(channels - panel);
            let start = block.start * channels + block.len() * panel;
            for (i, row) in block.clone().enumerate() {
                let Some((tap, ci)) = rows.tap(row) else {
                    continue;
                };
                let to = &mut weights[start + i * width..][..width.min(cout - panel)];
                for (j, value) in to.iter_mut().enumerate() {
                    let column = panel + j;
                    // Rows of a narrow group go by its own channels.
                    let ci = if shape.is_narrow() {
                        column / shape.group * shape.group + ci
                    } else {
                        ci
                    };
                    *value = (filters.at(tap, ci, column) * scales[column]) as f32;
                }
            }
        }
    }
}

/// `[panel][point][channel in][column]`: each filter transformed in f64.
fn pack_winograd(
    shape: &ConvShape,
    winograd: &kernels::Winograd,
    filters: &Filters<'_>,
    scales: &[f64],
    weights: &mut [f32],
) {
    let ([_, _, cin], [_, _, cout]) = (shape.input, shape.output);
    let (points, rows) = (winograd.points(), shape.rows());
    let mut values = vec![0.0; points];
    for ci in 0..cin {
        for co in 0..cout {
            let tap = |tap: usize| filters.at(tap, ci, co) * scales[co];
            let filter = [0, 3, 6].map(|row| [0, 1, 2].map(|column| tap(row + column)));
            kernels::transform_weights(winograd, &filter, &mut values);
            let panel = co / PANEL * PANEL;
            let width = PANEL.min(scales.len() - panel);
            for (point, value) in values.iter().enumerate() {
                let row = points * rows * panel + (point * rows + ci) * width;
                weights[row + co - panel] = *value as f32;
            }
        }
    }
}

/// The values of a convolution's filters, wherever the file has them.
struct Filters<'a> {
    source: Source<'a>,
    taps: usize,
    /// From one tap to the next, and so on, in the file.
    tap: usize,
    input: usize,
    output: usize,
    /// Channels of one group. Between groups there is nothing but zeros.
    group_in: usize,
    group_out: usize,
    /// The first output channel of the part, and of input channels too, if
    /// there are several parts.
    first: usize,
    /// What is subtracted from the filter of each output channel, if anything.
    means: Vec<f64>,
}

impl<'a> Filters<'a> {
    fn of(layer: &Layer, layout: Layout, source: Source<'a>) -> Self {
        let (cin, cout) = (layer.input[2] / layer.groups(), layer.output[2]);
        let taps = layer.size() * layer.size();
        let [tap, input, output] = match layout {
            Layout::Hwio => [cin * cout, cout, 1],
            Layout::Oihw => [1, taps, cin * taps],
        };
        let group_out = cout / layer.groups();
        Filters {
            source,
            taps,
            tap,
            input,
            output,
            group_in: cin,
            group_out,
            first: 0,
            means: Vec::new(),
        }
    }

    /// Of a tap and the channels of a part.
    fn at(&self, tap: usize, ci: usize, co: usize) -> f64 {
        let (ci, co) = (self.first + ci, self.first + co);
        // Without the quotients in the first group, which is the only one as a rule:
        // they are most of the time that packing takes.
        let ci = match ci < self.group_in && co < self.group_out {
            true => ci,
            false if ci / self.group_in == co / self.group_out => ci % self.group_in,
            false => return 0.0,
        };
        self.value(tap, ci, co) - self.means.get(co).copied().unwrap_or(0.0)
    }

    /// Of a tap, a channel of the group and an output channel.
    fn value(&self, tap: usize, ci: usize, co: usize) -> f64 {
        f64::from(self.source.at(tap * self.tap + ci * self.input + co * self.output))
    }

    /// Gives each filter a mean of 0 and a variance of 1 (Qiao et al. 2019); what
    /// it is divided by goes into the scale of its channel.
    fn standardise(&mut self, epsilon: f64, affine: &mut [(f64, f64)]) {
        let (taps, channels) = (self.taps, self.group_in);
        let mean = |co: usize, of: &dyn Fn(f64) -> f64| {
            let values = (0..taps).flat_map(|tap| (0..channels).map(move |ci| (tap, ci)));
            values.map(|(tap, ci)| of(self.value(tap, ci, co))).sum::<f64>()
                / (taps * channels) as f64
        };
        let means = affine.iter_mut().enumerate().map(|(co, (scale, _))| {
            let centre = mean(co, &|x| x);
            let variance = mean(co, &|x| (x - centre) * (x - centre));
            *scale /= libm::sqrt(variance + epsilon);
            centre
        });
        self.means = means.collect();
    }
}

/// Which tap and channel in a packed row is of.
struct Rows {
    size: usize,
    cin: usize,
    /// Channels of one step; `None` if the rows go by tap, then channel.
    step: Option<usize>,
}

impl Rows {
    fn of(shape: &ConvShape) -> Self {
        let step = match shape.source {
            kernels::Source::Image { .. } => None,
            kernels::Source::Map { .. } => Some(shape.step()),
        };
        Rows { size: shape.size, cin: shape.input[2], step }
    }

    /// `None` for a row of padding.
    fn tap(&self, row: usize) -> Option<(usize, usize)> {
        let Some(step) = self.step else {
            return Some((row / self.cin, row % self.cin));
        };
        let taps = self.size * self.size;
        // Rows go by channel block, then tap, then channel.
        let (block, tap, channel) = (row / (taps * step), row / step % taps, row % step);
        let channel = block * BLOCK + channel;
        (channel < self.cin).then_some((tap, channel))
    }
}
