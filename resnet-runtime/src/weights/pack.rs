//! From the tensors of a file to the arena that the kernels read.
//!
//! A batch normalisation after a convolution becomes part of its weights and
//! bias; one before becomes a scale and a shift. Both are computed in f64 and
//! rounded once.

use alloc::vec;
use alloc::vec::Vec;

use super::source::Source;
use super::{Format, Weights};
use crate::kernels::{self, ConvShape, PANEL};
use crate::layer::{Layer, LayerKind, Role, TensorSpec, packed_len};
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
            let tensors = Tensors::of(layer, number, &source);
            number += layer.leaves.len();
            let (packed, rest) = core::mem::take(&mut arena).split_at_mut(layer.packed_len());
            arena = rest;
            match (layer.conv(), layer.kind) {
                (Some(shape), _) => pack_conv(&shape, &tensors, format, packed),
                (None, LayerKind::Preact) => {
                    let (scale, shift) = packed.split_at_mut(packed.len() / 2);
                    for (c, (a, b)) in tensors.affine(layer.output[2], format).enumerate() {
                        (scale[c], shift[c]) = (a as f32, b as f32);
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
    fn of(layer: &Layer, number: usize, source: impl Fn(usize, &TensorSpec) -> Source<'a>) -> Self {
        let tensor = |i| {
            let spec = layer.tensor(i);
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
    fn affine(&self, channels: usize, format: &Format) -> impl Iterator<Item = (f64, f64)> {
        let epsilon = format.epsilon;
        (0..channels).map(move |c| {
            let bias = self.at(Role::Bias, c, 0.0);
            let Some(variance) = self.get(Role::Variance) else {
                return (1.0, bias);
            };
            let deviation = libm::sqrt(f64::from(variance.at(c)) + epsilon);
            let scale = self.at(Role::Gamma, c, 1.0) / deviation;
            let shift = (bias - self.at(Role::Mean, c, 0.0)) * scale;
            (scale, self.at(Role::Beta, c, 0.0) + shift)
        })
    }
}

/// `[K block][panel][step][channel in][column]`, then the bias. What is left
/// out stays zero: padding.
fn pack_conv(shape: &ConvShape, tensors: &Tensors<'_>, format: &Format, packed: &mut [f32]) {
    let [_, _, cout] = shape.output;
    let channels = padded(cout);
    let (weights, bias) = packed.split_at_mut(packed.len() - channels);
    let mut scales = vec![0.0; channels];
    for (c, (scale, shift)) in tensors.affine(cout, format).enumerate() {
        (scales[c], bias[c]) = (scale, shift as f32);
    }
    let Some(source) = tensors.get(Role::Weight) else {
        return;
    };
    if let Some(winograd) = shape.winograd() {
        return pack_winograd(shape, &winograd, &source, &scales, weights);
    }
    let rows = Rows::of(shape);
    for block in kernels::k_blocks(shape) {
        for panel in (0..channels).step_by(PANEL) {
            let width = PANEL.min(channels - panel);
            let start = block.start * channels + block.len() * panel;
            for (i, row) in block.clone().enumerate() {
                let Some(from) = rows.index(row) else {
                    continue;
                };
                let to = &mut weights[start + i * width..][..width.min(cout - panel)];
                for (j, value) in to.iter_mut().enumerate() {
                    let column = panel + j;
                    *value = (f64::from(source.at(from * cout + column)) * scales[column]) as f32;
                }
            }
        }
    }
}

/// `[panel][point][channel in][column]`: each filter transformed in f64.
fn pack_winograd(
    shape: &ConvShape,
    winograd: &kernels::Winograd,
    source: &Source<'_>,
    scales: &[f64],
    weights: &mut [f32],
) {
    let ([_, _, cin], [_, _, cout]) = (shape.input, shape.output);
    let (points, rows) = (winograd.points(), shape.rows());
    let mut values = vec![0.0; points];
    for ci in 0..cin {
        for co in 0..cout {
            let tap = |tap: usize| f64::from(source.at((tap * cin + ci) * cout + co)) * scales[co];
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

/// Which row of the file's matrix `[size · size · channels in, channels out]`
/// a packed row is.
struct Rows {
    size: usize,
    cin: usize,
    /// Channels of one step; `None` if the rows are in the file's order.
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
    fn index(&self, row: usize) -> Option<usize> {
        let Some(step) = self.step else {
            return Some(row);
        };
        let taps = self.size * self.size;
        // Rows go by channel block, then tap, then channel.
        let (block, tap, channel) = (row / (taps * step), row / step % taps, row % step);
        let channel = block * BLOCK + channel;
        (channel < self.cin).then_some(tap * self.cin + channel)
    }
}
