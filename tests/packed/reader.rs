//! What the values of a packed file must be, layer by layer, in the order of
//! `src/packed.md`.

use std::collections::BTreeMap;
use std::ops::Range;

use resnet::{Layer, LayerKind, Role};

const EPSILON: f64 = 1e-5;
const STANDARDISED: f64 = 1e-8;

/// What the file does not say of itself.
#[derive(Clone, Copy)]
pub struct Dialect {
    /// Filters are `[height, width, in, out]`.
    pub slim: bool,
    pub standardised: bool,
}

const fn pad(n: usize) -> usize {
    n.next_multiple_of(16)
}

/// The tensors of a layer, in the order of the file's table.
pub struct Tensors {
    pub all: Vec<(Role, Vec<f64>)>,
    pub dialect: Dialect,
}

impl Tensors {
    fn get(&self, role: Role) -> Option<&[f64]> {
        self.all.iter().find(|(r, _)| *r == role).map(|(_, values)| &values[..])
    }

    /// Scale and shift of a channel.
    fn affine(&self, c: usize) -> (f64, f64) {
        let at = |role, default| self.get(role).map_or(default, |values| values[c]);
        match self.get(Role::Variance) {
            Some(variance) => {
                let scale = at(Role::Gamma, 1.0) / (variance[c] + EPSILON).sqrt();
                let shift = (at(Role::Bias, 0.0) - at(Role::Mean, 0.0)) * scale;
                (scale, at(Role::Beta, 0.0) + shift)
            }
            None => (at(Role::Gamma, 1.0), at(Role::Beta, at(Role::Bias, 0.0))),
        }
    }

    /// w(y, x, i, o) of a filter of `size` from `depth` channels of a group, for all
    /// `y, x, i` in this order, output channel by output channel.
    fn filters(&self, [size, depth, channels]: [usize; 3]) -> Vec<Vec<f64>> {
        let values = self.get(Role::Weight).expect("a convolution has weights");
        let filter = |o: usize| {
            let mut filter = Vec::new();
            for y in 0..size {
                for x in 0..size {
                    for i in 0..depth {
                        filter.push(match self.dialect.slim {
                            true => values[((y * size + x) * depth + i) * channels + o],
                            false => values[((o * depth + i) * size + y) * size + x],
                        });
                    }
                }
            }
            let mut scale = self.affine(o).0;
            if self.dialect.standardised && self.get(Role::Bias).is_none() {
                let n = filter.len() as f64;
                let mean = filter.iter().sum::<f64>() / n;
                filter.iter_mut().for_each(|w| *w -= mean);
                scale /= (filter.iter().map(|w| w * w).sum::<f64>() / n + STANDARDISED).sqrt();
            }
            filter.iter_mut().for_each(|w| *w *= scale);
            filter
        };
        (0..channels).map(filter).collect()
    }
}

/// A convolution of one part: its shape, and w(y, x, i, o).
struct Part<'a> {
    map: [usize; 2],
    size: usize,
    input: usize,
    output: usize,
    weight: &'a dyn Fn(usize, usize, usize, usize) -> f64,
}

pub struct Reader {
    pub values: Vec<f64>,
    pub at: usize,
    pub tolerance: f64,
    pub what: String,
    /// How many convolutions and other layers there were of each kind.
    pub seen: BTreeMap<&'static str, usize>,
}

impl Reader {
    pub fn layer(&mut self, layer: &Layer, tensors: &Tensors) {
        let [h, w, output] = layer.output;
        let input = layer.input[2];
        match layer.kind {
            LayerKind::Root { size, .. } => {
                self.saw("root");
                let filters = tensors.filters([size, input, output]);
                let weight = |y, x, i, o: usize| filters[o][(y * size + x) * input + i];
                let part = Part { map: [h, w], size, input, output, weight: &weight };
                self.unpadded(&part);
                self.shifts(tensors, 0..output);
            }
            LayerKind::Conv { size, stride, rate, groups } => {
                let plain = [size, stride, rate] == [3, 1, 1];
                let narrow = size == 3 && stride <= 2 && rate == 1;
                self.groups([h, w], [size, input, output, groups], plain, narrow, tensors);
            }
            LayerKind::Linear => {
                self.groups([h, w], [1, input, output, 1], false, false, tensors);
            }
            LayerKind::Preact | LayerKind::GroupNorm { .. } => {
                self.saw(if layer.kind == LayerKind::Preact { "norm" } else { "group norm" });
                for number in 0..2 {
                    for c in 0..pad(output) {
                        let (scale, shift) =
                            if c < output { tensors.affine(c) } else { (0.0, 0.0) };
                        self.expect([scale, shift][number]);
                    }
                }
            }
            LayerKind::ChannelConv { .. } => {
                self.saw("eca");
                self.padded(tensors.get(Role::Weight).expect("there are taps"));
            }
            LayerKind::Custom => {
                self.saw("custom");
                tensors.all.iter().for_each(|(_, values)| self.padded(values));
            }
            _ => assert!(tensors.all.is_empty(), "{}: tensors of {:?}", self.what, layer.kind),
        }
    }

    /// A convolution that reads a map, of one group or of several.
    fn groups(
        &mut self,
        map: [usize; 2],
        [size, input, output, groups]: [usize; 4],
        plain: bool,
        narrow: bool,
        tensors: &Tensors,
    ) {
        let depth = input / groups;
        let filters = tensors.filters([size, depth, output]);
        if groups > 1 {
            assert_eq!(input, output, "{}", self.what);
        }
        if groups > 1 && narrow && [1, 2, 4, 8].contains(&depth) && input.is_multiple_of(16) {
            for first in (0..output).step_by(16) {
                self.saw("narrow");
                for y in 0..3 {
                    for x in 0..3 {
                        for r in 0..depth {
                            for filter in &filters[first..first + 16] {
                                self.expect(filter[(y * 3 + x) * depth + r]);
                            }
                        }
                    }
                }
                self.shifts(tensors, first..first + 16);
            }
            return;
        }
        let mut channels = output;
        if groups > 1 {
            let sizes = (1..=groups).map(|n| n * depth);
            let whole = |n: &usize| n.is_multiple_of(16) && output.is_multiple_of(*n);
            channels = sizes.into_iter().find(whole).unwrap_or(output);
            self.saw("groups");
        }
        for first in (0..output).step_by(channels) {
            let weight = |y: usize, x: usize, i: usize, o: usize| {
                if groups == 1 {
                    return filters[o][(y * size + x) * depth + i];
                }
                let (i, o) = (first + i, first + o);
                let same = i / depth == o / depth;
                if same { filters[o][(y * size + x) * depth + i % depth] } else { 0.0 }
            };
            let input = if groups == 1 { input } else { channels };
            let part = Part { map, size, input, output: channels, weight: &weight };
            self.part(&part, plain);
            self.shifts(tensors, first..first + channels);
        }
    }

    fn part(&mut self, part: &Part<'_>, plain: bool) {
        match if plain { winograd(part) } else { None } {
            Some(tile) => self.winograd(part, tile),
            None => {
                self.saw("direct");
                if part.input < 16 {
                    return self.unpadded(part);
                }
                let mut rows = Vec::new();
                for block in (0..part.input).step_by(16) {
                    for y in 0..part.size {
                        for x in 0..part.size {
                            for i in block..block + 16 {
                                rows.push((i < part.input).then_some((y, x, i)));
                            }
                        }
                    }
                }
                let block = if part.size > 1 { 16 * part.size * part.size } else { 256 };
                rows.chunks(block).for_each(|rows| self.matrix(rows, part));
            }
        }
    }

    /// Rows by tap, then channel, in one block.
    fn unpadded(&mut self, part: &Part<'_>) {
        let mut rows = Vec::new();
        for y in 0..part.size {
            for x in 0..part.size {
                (0..part.input).for_each(|i| rows.push(Some((y, x, i))));
            }
        }
        self.matrix(&rows, part);
    }

    /// One block of rows: (panel, row, column).
    fn matrix(&mut self, rows: &[Option<(usize, usize, usize)>], part: &Part<'_>) {
        for panel in panels(part.output) {
            for row in rows {
                for o in panel.clone() {
                    self.expect(match row {
                        Some((y, x, i)) if o < part.output => (part.weight)(*y, *x, *i, o),
                        _ => 0.0,
                    });
                }
            }
        }
    }

    fn winograd(&mut self, part: &Part<'_>, tile: usize) {
        self.saw(if tile == 2 { "F(2x2)" } else { "F(4x4)" });
        if part.input < 16 {
            self.saw("less than a block");
        }
        let g: Vec<[f64; 3]> = match tile {
            2 => vec![[-1.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0.0, 0.0, 1.0]],
            _ => vec![
                [1.0, 0.0, 0.0],
                [1.0 / 3.0; 3],
                [-1.0 / 3.0, 1.0 / 3.0, -1.0 / 3.0],
                [-16.0 / 15.0, -8.0 / 15.0, -4.0 / 15.0],
                [1.0 / 15.0, -2.0 / 15.0, 4.0 / 15.0],
                [0.0, 0.0, 1.0],
            ],
        };
        let rows = if part.input < 16 { part.input } else { pad(part.input) };
        for panel in panels(part.output) {
            for row in &g {
                for column in &g {
                    for i in 0..rows {
                        for o in panel.clone() {
                            let (mut point, mut size) = (0.0, 0.0);
                            if i < part.input && o < part.output {
                                for (y, a) in row.iter().enumerate() {
                                    for (x, b) in column.iter().enumerate() {
                                        let term = a * (part.weight)(y, x, i, o) * b;
                                        point += term;
                                        size += term.abs();
                                    }
                                }
                            }
                            // Of terms that cancel each other errors stay.
                            self.expect_within(point, 1e-15 * size);
                        }
                    }
                }
            }
        }
    }

    /// What follows the weights of some output channels.
    fn shifts(&mut self, tensors: &Tensors, channels: Range<usize>) {
        let shifts: Vec<f64> = channels.map(|c| tensors.affine(c).1).collect();
        self.padded(&shifts);
    }

    fn padded(&mut self, values: &[f64]) {
        for i in 0..pad(values.len()) {
            self.expect(values.get(i).copied().unwrap_or(0.0));
        }
    }

    fn expect(&mut self, value: f64) {
        self.expect_within(value, 0.0);
    }

    /// The next value is this one, rounded.
    fn expect_within(&mut self, value: f64, error: f64) {
        let Some(found) = self.values.get(self.at) else {
            panic!("{}: expected {value}, found the end", self.what);
        };
        // Below the least normal half there are steps of 2^-24.
        let least = if self.tolerance == 4.9e-4 { 3e-8 } else { 0.0 };
        let most = self.tolerance * value.abs() + error + least;
        let off = (found - value).abs();
        assert!(off <= most, "{}, value {}: expected {value}, found {found}", self.what, self.at);
        assert!(value != 0.0 || *found == 0.0, "{}: expected padding", self.what);
        self.at += 1;
    }

    fn saw(&mut self, what: &'static str) {
        *self.seen.entry(what).or_insert(0) += 1;
    }
}

/// Columns in panels of 64.
fn panels(output: usize) -> impl Iterator<Item = Range<usize>> {
    let all = pad(output);
    (0..all).step_by(64).map(move |first| first..all.min(first + 64))
}

/// M of the transform that a 3 x 3 filter of stride and rate 1 goes through.
fn winograd(part: &Part<'_>) -> Option<usize> {
    let [h, w] = part.map;
    let (input, output) = (pad(part.input) as f64, pad(part.output) as f64);
    let p = input * output;
    let time = |m: f64, n: f64| match n <= 131_072.0 {
        true => m / 80e9,
        false => (m / 80e9).max(n / 2.5e9),
    };
    let direct = 0.85 * time(9.0 * p * (h * w) as f64, 9.0 * p);
    let transformed = |m: usize| {
        let points = ((m + 2) * (m + 2)) as f64;
        let tiles = (h.div_ceil(m) * w.div_ceil(m)) as f64;
        time(points * tiles * p, points * p)
            + 0.2e-9 * points * tiles * (input + output)
            + 50e-9 * points * part.output.div_ceil(64) as f64
    };
    let [two, four] = [transformed(2), transformed(4)];
    if four < direct && four < two {
        Some(4)
    } else if two < direct {
        Some(2)
    } else {
        None
    }
}
