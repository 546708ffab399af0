//! From a network of known shapes to the list of its layers, in the order in
//! which they run: the one place that knows how residual networks are built.
//! What the layers are called is the dialect's business.

mod ends;
mod lend;

use proc_macro2::Span;

use self::ends::{head, root};
use self::lend::lend;
use crate::ast::{Attention, Shortcut, UnitKind};
use crate::dialect::{Label, Norm, Order};
use crate::ir::{Flow, Kind, Layer, Network, Param, Part, Slot, Stage, Then, Unit, Value};
use crate::shape::Shape;

/// Every layer of a network.
pub(crate) fn layers(net: &Network) -> Vec<Layer> {
    let units = (0..=net.units.len()).flat_map(|i| {
        let stages = net.stages_before(i).map(|(number, stage)| custom(net, number, stage));
        let unit = net.units.get(i).map(|unit| Stack::new(net, i, unit).unit());
        stages.chain(unit.into_iter().flatten())
    });
    let mut layers: Vec<Layer> = root(net).into_iter().chain(units).chain(head(net)).collect();
    number_results(net, &mut layers);
    lend(net, &mut layers);
    layers
}

/// The results: those named, or that of the last layer that computes one.
fn number_results(net: &Network, layers: &mut [Layer]) {
    for (i, output) in net.outputs.iter().enumerate() {
        let is_it = |layer: &&mut Layer| layer.end_point.as_ref() == Some(&output.constant);
        if let Some(layer) = layers.iter_mut().find(is_it) {
            layer.result = Some(i);
        }
    }
    if net.outputs.is_empty() {
        let last = layers.iter_mut().rev().find(|layer| layer.part != Part::Softmax);
        if let Some(last) = last {
            last.result = Some(0);
        }
    }
}

/// The names of tensors that a weight file may have, though the network stops
/// before them.
pub(crate) fn unread(net: &Network) -> Vec<String> {
    let logits = net.head.classes.is_none().then_some(Part::Logits);
    let logits = logits.into_iter().flat_map(|part| tensors(net, part));
    logits.chain(net.unread.iter().cloned()).collect()
}

/// The names of the tensors of a part outside of the units.
pub(crate) fn tensors(net: &Network, part: Part) -> impl Iterator<Item = String> {
    let Label { prefix, leaves, .. } = (net.dialect.label)(net, None, part);
    let leaves = leaves.map_or(&[][..], |leaves| leaves.tensors);
    leaves.iter().map(move |(leaf, _)| format!("{prefix}{leaf}"))
}

/// A layer whose name the dialect knows.
fn layer(
    net: &Network,
    (unit, span): (Option<usize>, Span),
    part: Part,
    kind: Kind,
    [input, output]: [Shape; 2],
    flow: Flow,
) -> Layer {
    let label = (net.dialect.label)(net, unit.map(|i| &net.units[i]), part);
    let Label { name, prefix, leaves, end_point } = label;
    Layer {
        name,
        prefix,
        kind,
        input,
        output,
        leaves,
        params: Vec::new(),
        end_point,
        result: None,
        span,
        unit,
        part,
        flow,
    }
}

/// The name of a parameter, its parts joined as the dialect joins those of a name.
fn joined(net: &Network, name: &str) -> String {
    name.replace('.', &net.dialect.separator.to_string())
}

/// A function of the user's, which every dialect names alike.
fn custom(net: &Network, number: usize, stage: &Stage) -> Layer {
    let separator = net.dialect.separator;
    let scope = match &*net.scope {
        "" => String::new(),
        scope => format!("{scope}{separator}"),
    };
    let name = format!("{scope}{}", stage.name);
    let params = stage.params.iter().map(|Param { name, shape }| Param {
        name: format!("{separator}{}", joined(net, name)),
        shape: shape.clone(),
    });
    Layer {
        prefix: name.clone(),
        name,
        kind: Kind::Custom,
        input: stage.input,
        output: stage.output,
        leaves: None,
        params: params.collect(),
        end_point: Some(stage.name.to_string().to_uppercase()),
        result: None,
        span: stage.name.span(),
        unit: None,
        part: Part::Custom(number),
        flow: flow(Value::Sum, Slot::Sum, stage.halo, Then::Nothing),
    }
}

/// The layers of one unit.
struct Stack<'n> {
    net: &'n Network,
    index: usize,
    unit: &'n Unit,
    layers: Vec<Layer>,
}

impl<'n> Stack<'n> {
    fn new(net: &'n Network, index: usize, unit: &'n Unit) -> Self {
        Stack { net, index, unit, layers: Vec::new() }
    }

    fn unit(mut self) -> Vec<Layer> {
        let s = self.unit.signature;
        if self.is_pre() {
            let flow = flow(Value::Sum, Slot::Spare, s.halo, Then::Activate);
            self.push(Part::Preact, norm(self.net), [s.input, s.input], flow);
        }
        self.shortcut();
        self.residual();
        if self.is_pre() && self.reads_raw() && !s.kind.is_custom() {
            // The projection takes the place of the preactivation, which the
            // first convolution has to read before.
            self.layers.swap(1, 2);
        }
        let marker = flow(Value::Sum, Slot::Nowhere, 0, Then::Nothing);
        self.push(Part::Unit, Kind::Unit, [s.output, s.output], marker);
        if self.unit.last_of_block {
            self.push(Part::Block, Kind::Block, [s.output, s.output], marker);
        }
        self.layers
    }

    /// What the residual is added to: in the region of the sum, unless that is
    /// what a projection or the residual still has to read.
    fn shortcut(&mut self) {
        let s = self.unit.signature;
        let reads = self.net.dialect.projection;
        let writes = match self.is_pre() && !self.reads_raw() {
            true => Slot::Sum,
            false => Slot::Spare,
        };
        let halo = if self.is_pre() { 0 } else { s.next_halo };
        let conv = |stride| Kind::Conv { size: 1, stride, rate: 1, groups: 1 };
        match s.shortcut {
            Some(Shortcut::Conv) => {
                let flow = flow(reads, writes, halo, Then::Nothing);
                self.push(Part::Shortcut, conv(s.stride), [s.input, s.output], flow);
            }
            Some(Shortcut::AvgPool) => {
                let pooled = s.output.with_depth(s.input.c);
                let averages = s.stride > 1 || s.rates[1] > 1;
                if averages {
                    let kind = Kind::AvgPool { size: 2, stride: s.stride };
                    let flow = flow(reads, Slot::A, 0, Then::Nothing);
                    self.push(Part::ShortcutPool, kind, [s.input, pooled], flow);
                }
                let reads = if averages { Value::Last } else { reads };
                let flow = flow(reads, writes, halo, Then::Nothing);
                self.push(Part::Shortcut, conv(1), [pooled, s.output], flow);
            }
            None if s.stride == 1 => {}
            // Pixels of the raw sum, whatever the order.
            Some(Shortcut::Pad) | None => {
                let kind = Kind::Subsample { stride: s.stride };
                let flow = flow(Value::Sum, writes, halo, Then::Nothing);
                self.push(Part::ShortcutPool, kind, [s.input, s.output], flow);
            }
        }
    }

    fn residual(&mut self) {
        let s = self.unit.signature;
        let first = if self.is_pre() { Value::Preact } else { Value::Sum };
        let inner = s.input.with_depth(s.width);
        let strided = s.output.with_depth(s.width);
        let conv = |size, stride, rate, groups| Kind::Conv { size, stride, rate, groups };
        let [rate, next_rate] = s.rates;
        let relu = |reads, writes, halo| flow(reads, writes, halo, Then::Activate);
        match s.kind {
            UnitKind::Basic => {
                let part = |number| Part::Conv { number, of: 2 };
                let flow = |halo| relu(first, Slot::B, halo);
                self.strided(part(1), conv(3, 1, rate, 1), [s.input, strided], flow, next_rate);
                self.last(part(2), conv(3, 1, next_rate, 1), strided);
            }
            UnitKind::Bottleneck => {
                let part = |number| Part::Conv { number, of: 3 };
                let flow = relu(first, Slot::A, rate);
                self.inner(part(1), conv(1, 1, 1, 1), [s.input, inner], flow);
                let flow = |halo| relu(Value::Last, Slot::B, halo);
                self.strided(part(2), conv(3, 1, rate, s.groups), [inner, strided], flow, 0);
                self.last(part(3), conv(1, 1, 1, 1), strided);
            }
            UnitKind::Custom(kind) => {
                let residual = self.layers.len();
                self.last(Part::Residual, Kind::Custom, s.input);
                let params = self.net.kinds[kind].params();
                let params = params.map(|param| Param {
                    name: joined(self.net, &param.name),
                    shape: s.shape(param),
                });
                let params = params.collect();
                let layer = &mut self.layers[residual];
                (layer.flow.reads, layer.params) = (first, params);
            }
        }
    }

    /// A convolution that is not the last one, with its normalisation, which
    /// may be a layer of its own.
    fn inner(&mut self, part: Part, kind: Kind, shapes: [Shape; 2], flow: Flow) {
        let (Norm::Group(_), Part::Conv { number, .. }) = (self.net.dialect.norm, part) else {
            return self.push(part, kind, shapes, flow);
        };
        let linear = Flow { writes: Slot::B, halo: 0, then: Then::Nothing, ..flow };
        self.push(part, kind, shapes, linear);
        let [_, output] = shapes;
        let norm = norm(self.net);
        let flow = Flow { reads: Value::Last, writes: Slot::A, ..flow };
        self.push(Part::Norm { number: number + 1 }, norm, [output, output], flow);
    }

    /// Whether the shortcut is a projection of the sum itself.
    fn reads_raw(&self) -> bool {
        let projects = self.unit.signature.shortcut.is_some();
        projects && self.net.dialect.projection == Value::Sum
    }

    /// The convolution that has the stride of the unit, into `b`; or one of
    /// every pixel, of which a blur into `a` takes the stride.
    fn strided(
        &mut self,
        part: Part,
        kind: Kind,
        [input, output]: [Shape; 2],
        flow: impl Fn(usize) -> Flow,
        halo: usize,
    ) {
        let stride = self.unit.signature.stride;
        match kind {
            Kind::Conv { size, rate, groups, .. } if !self.unit.signature.blur => {
                let kind = Kind::Conv { size, stride, rate, groups };
                self.inner(part, kind, [input, output], flow(halo));
            }
            _ => {
                let every = input.with_depth(output.c);
                self.push(part, kind, [input, every], flow(0));
                let flow = self::flow(Value::Last, Slot::A, halo, Then::Nothing);
                self.push(Part::Blur, Kind::Blur { stride }, [every, output], flow);
            }
        }
    }

    /// The last convolution, which adds to the shortcut, unless gates have to
    /// be made of its channels first.
    fn last(&mut self, part: Part, kind: Kind, input: Shape) {
        let s = self.unit.signature;
        let halo = if self.is_pre() { 0 } else { s.next_halo };
        let sum = flow(Value::Last, Slot::Sum, halo, Then::Add);
        let Some(attention) = s.attention else {
            return self.push(part, kind, [input, s.output], sum);
        };
        let [map, free] = if s.blur { [Slot::B, Slot::A] } else { [Slot::A, Slot::B] };
        let flow = |writes, then| flow(Value::Last, writes, 0, then);
        self.push(part, kind, [input, s.output], flow(map, Then::Nothing));
        let means = Shape { h: 1, w: 1, c: s.output.c };
        self.push(Part::Squeeze, Kind::GlobalPool, [s.output, means], flow(free, Then::Nothing));
        match attention {
            Attention::Se { divisor } => {
                let fewer = means.with_depth(Attention::reduced(means.c, divisor));
                let conv = Kind::Conv { size: 1, stride: 1, rate: 1, groups: 1 };
                let part = |number| Part::Excite { number, of: 2 };
                self.push(part(1), conv, [means, fewer], flow(Slot::Spare, Then::Relu));
                self.push(part(2), conv, [fewer, means], flow(free, Then::Nothing));
            }
            Attention::Eca => {
                let conv = Kind::ChannelConv { size: Attention::taps(means.c) };
                let part = Part::Excite { number: 1, of: 1 };
                self.push(part, conv, [means, means], flow(Slot::Spare, Then::Nothing));
            }
        }
        self.push(Part::Gate, Kind::Gate, [means, s.output], sum);
    }

    fn is_pre(&self) -> bool {
        self.net.dialect.order == Order::Pre
    }

    fn push(&mut self, part: Part, kind: Kind, shapes: [Shape; 2], flow: Flow) {
        let place = (Some(self.index), self.unit.span);
        self.layers.push(layer(self.net, place, part, kind, shapes, flow));
    }
}

/// A normalisation that is a layer of its own.
fn norm(net: &Network) -> Kind {
    match net.dialect.norm {
        Norm::Batch => Kind::Preact,
        Norm::Group(groups) => Kind::GroupNorm { groups },
    }
}

fn flow(reads: Value, writes: Slot, halo: usize, then: Then) -> Flow {
    Flow { reads, writes, scratch: Slot::Nowhere, halo, then }
}
