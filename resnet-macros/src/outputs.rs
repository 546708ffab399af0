//! `outputs: […]`: finds the end points that are the result, and cuts off what
//! comes after the last of them.

use proc_macro2::Ident;

use crate::ast;
use crate::errors::Errors;
use crate::halos;
use crate::infer::quoted;
use crate::ir::{Layer, Network, Output, Part};
use crate::stack;
use crate::suggest::nearest;

/// Most results of a network: the trait of tuples is implemented up to here.
const MAX: usize = 12;

/// Makes the network one of the end points that were asked for. With faults it
/// stays as it is, so that its other faults are found too.
pub(crate) fn choose(declared: &ast::Network, net: &mut Network, errors: &mut Errors) {
    let fields = &declared.fields;
    let Some(names) = &fields.outputs else {
        return;
    };
    let before = errors.len();
    if let Some(classes) = fields.classes.filter(|classes| classes.value.is_some()) {
        let message = "expected `classes` or `outputs`, found both; leave one of them out";
        errors.at(classes.span, message);
    }
    if let Some(pool) = fields.global_pool {
        let message = "expected no `global_pool` beside `outputs`, which names what is pooled \
                       if anything is; leave it out";
        errors.at(pool.span, message);
    }
    if let [.., last] = &names[..]
        && names.len() > MAX
    {
        let found = names.len();
        errors.at(last.span(), format_args!("expected at most {MAX} outputs, found {found}"));
    }
    net.head.classes = None;
    net.head.global_pool = true;
    let layers = stack::layers(net);
    let found: Vec<Option<usize>> =
        names.iter().map(|name| find(name, net, &layers, errors)).collect();
    for (i, name) in names.iter().enumerate() {
        if names[..i].contains(name) {
            errors.at(name.span(), format_args!("duplicate output `{name}`"));
        }
    }
    let found: Option<Vec<usize>> = found.into_iter().collect();
    let (Some(found), true) = (found, errors.len() == before) else {
        return;
    };
    net.outputs = found.iter().filter_map(|i| output(&layers[*i])).collect();
    if let Some(last) = found.into_iter().max() {
        net.unread = rest(net, &layers, last);
        cut(net, &layers[last]);
    }
    halos::settle(net);
}

fn output(layer: &Layer) -> Option<Output> {
    Some(Output { constant: layer.end_point.clone()?, unit: layer.unit })
}

/// Whether the output of a layer passes from unit to unit, or is the image's or
/// the head's, so that it is at hand between two statements.
fn is_on_the_way(part: Part) -> bool {
    match part {
        Part::Root { .. } | Part::RootPool | Part::RootBlur | Part::Unit | Part::Block => true,
        Part::Custom(_) | Part::Postnorm | Part::GlobalPool => true,
        Part::Preact
        | Part::ShortcutPool
        | Part::Shortcut
        | Part::Conv { .. }
        | Part::Blur
        | Part::Squeeze
        | Part::Excite { .. }
        | Part::Gate
        | Part::Residual
        | Part::Norm { .. }
        | Part::Logits
        | Part::Softmax => false,
    }
}

/// The layer of an end point, which is called as its constant is, in lower case.
fn find(name: &Ident, net: &Network, layers: &[Layer], errors: &mut Errors) -> Option<usize> {
    let written = name.to_string();
    let named = |layer: &Layer| {
        let end_point = layer.end_point.as_ref().map(|constant| constant.to_lowercase());
        end_point.is_some_and(|end_point| end_point == written)
    };
    let known = |layer: &&Layer| is_on_the_way(layer.part) && layer.end_point.is_some();
    match layers.iter().position(named) {
        Some(i) if is_on_the_way(layers[i].part) => return Some(i),
        Some(_) => {
            let constant = written.to_uppercase();
            errors.at(
                name.span(),
                format_args!(
                    "expected the output of a root, a unit or a block, found `{name}`, which lies \
                     within a unit; `{}::{constant}` asks for it at run time",
                    net.name,
                ),
            );
            return None;
        }
        None => {}
    }
    let lower = |layer: &Layer| layer.end_point.as_ref().map(|constant| constant.to_lowercase());
    let legal: Vec<String> = layers.iter().filter(known).filter_map(lower).collect();
    let remedy = match nearest(&written, legal.iter().map(String::as_str)) {
        Some(meant) => format!(", did you mean `{meant}`?"),
        None => {
            let outer = layers.iter().filter(known).filter(|layer| layer.part != Part::Unit);
            let outer: Vec<String> = outer.filter_map(lower).collect();
            let unit = layers.iter().find(|layer| layer.part == Part::Unit).and_then(lower);
            let units = unit.map_or(String::new(), |unit| format!(", and units such as `{unit}`"));
            format!("; there are {}{units}", quoted(&outer).join(", "))
        }
    };
    errors.at(name.span(), format_args!("unknown end point `{name}`{remedy}"));
    None
}

/// What a weight file may have for what comes after a layer: whole blocks, units
/// of the one that is cut, and tensors of the head.
fn rest(net: &Network, layers: &[Layer], last: usize) -> Vec<String> {
    let after = &layers[last + 1..];
    let unit_of_last = layers[last].unit;
    let block_of = |unit: usize| net.units[unit].block;
    let cut = unit_of_last.map(block_of);
    let names = after.iter().filter_map(|layer| match (layer.part, layer.unit) {
        (Part::Block, Some(unit)) => (Some(block_of(unit)) != cut).then(|| layer.name.clone()),
        (Part::Custom(_), _) => Some(layer.name.clone()),
        (Part::Unit, unit) if unit == unit_of_last => None,
        (Part::Unit, Some(unit)) => (Some(block_of(unit)) == cut).then(|| layer.name.clone()),
        _ => None,
    });
    let head = after.iter().filter(|layer| layer.part == Part::Postnorm);
    let head = head.flat_map(|layer| stack::tensors(net, layer.part));
    names.chain(head).collect()
}

/// Takes away what comes after a layer.
fn cut(net: &mut Network, last: &Layer) {
    let units = match (last.unit, last.part) {
        (Some(unit), _) => unit + 1,
        (None, Part::Postnorm | Part::GlobalPool) => {
            net.head.global_pool = last.part == Part::GlobalPool;
            return;
        }
        (None, Part::Custom(number)) => {
            net.stages.truncate(number + 1);
            net.stages[number].unit
        }
        (None, part) => {
            net.stages.clear();
            if let Part::Root { number, .. } = part {
                net.root.convs.truncate(number);
                net.root.pool = None;
                net.root.blur = false;
                net.entry = last.output;
            }
            0
        }
    };
    net.units.truncate(units);
    // Those after the last unit, unless it is they that end the network.
    if last.unit.is_some() {
        net.stages.retain(|stage| stage.unit < units);
    }
    net.head.norm = false;
    net.head.global_pool = false;
}
