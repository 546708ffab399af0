//! The units and the stages between them, each with its shapes.

use std::ptr;

use proc_macro2::{Ident, Span};

use super::rates::Walk;
use super::tuples;
use crate::ast::{self, Dim, Num, OwnKind, Quantity, Shortcut, UnitKind};
use crate::dialect::{Change, Dialect};
use crate::errors::Errors;
use crate::ir::{Param, Signature, Stage, Unit};
use crate::shape::Shape;

/// Every unit and stage, the first of which reads `entry`.
pub(super) fn units(
    net: &ast::Network,
    dialect: &Dialect,
    wanted: Shortcut,
    entry: Shape,
    walk: &[Walk],
    errors: &mut Errors,
) -> Option<(Vec<Unit>, Vec<Stage>)> {
    let blur = net.fields.blur.is_some_and(|blur| blur.value);
    let before = errors.len();
    let mut map = entry;
    let mut walk = walk.iter();
    let mut units: Vec<Unit> = Vec::new();
    let mut stages = Vec::new();
    for (i, block) in net.fields.blocks.iter().enumerate() {
        map = stages_before(net, i, (map, units.len()), &mut stages);
        let mut faulty = None;
        let groups = groups(net, dialect, block, errors);
        for (unit, number) in tuples(block).zip(1..) {
            let Walk { stride, rates } = *walk.next()?;
            if stride > 1 && map.h == 1 && map.w == 1 {
                let name = &block.name;
                vanished(name, number, unit.stride.span, stride, map, errors);
                // Every later stride would say the same.
                return None;
            }
            let output = map.strided(stride, unit.depth.value);
            let change = Change {
                kind: unit.kind,
                first_of_block: number == 1,
                depth: unit.depth.value != map.c,
                size: stride > 1,
            };
            let is_own = unit.kind.is_custom();
            let signature = Signature {
                kind: unit.kind,
                input: map,
                output,
                width: unit.width.value,
                stride,
                rates,
                groups: if is_own { 1 } else { groups },
                shortcut: (dialect.projects)(change).then_some(wanted),
                // In the place of a stride that is dilated, there is one too.
                blur: blur && !is_own && (stride > 1 || rates[0] != rates[1]),
                attention: net.fields.attention.map(|attention| attention.value),
                halo: 0,
                next_halo: 0,
                raw: false,
            };
            if signature.shortcut == Some(Shortcut::Pad) && output.c < map.c {
                not_padded(&block.name, number, unit.depth.span, map, output, errors);
            }
            // Units that one tuple repeats would say the same.
            if let UnitKind::Custom(kind) = unit.kind
                && !faulty.is_some_and(|faulty| ptr::eq(faulty, unit))
            {
                let place = format!("`{}`, unit {number}", block.name);
                let faults = errors.len();
                check_kind(&net.fields.kinds[kind], unit, &signature, &place, errors);
                faulty = (errors.len() > faults).then_some(unit);
            }
            let (span, last_of_block) = (unit.span, false);
            units.push(Unit { block: i, number, last_of_block, span, signature, keep: false });
            map = output;
        }
        if let Some(last) = units.last_mut() {
            last.last_of_block = true;
        }
    }
    stages_before(net, net.fields.blocks.len(), (map, units.len()), &mut stages);
    (errors.len() == before).then_some((units, stages))
}

/// Whether a kind of the user's can make such a unit.
fn check_kind(
    kind: &OwnKind,
    unit: &ast::Unit,
    signature: &Signature,
    place: &str,
    errors: &mut Errors,
) {
    let rate = signature.rates[0];
    if rate > 1 && !kind.names(Quantity::Rate) {
        let name = &kind.name;
        errors.at(
            unit.stride.span,
            format_args!(
                "{place}: expected a kind that takes `rate`, found `{name}`; strides before it \
                 became a dilation of {rate}, which its function has to know"
            ),
        );
    }
    let dims = kind.params().flat_map(|param| &param.shape);
    for dim in dims {
        let Some((of, found)) = dim.of.map(|of| (of, signature.number(of))) else {
            continue;
        };
        let (Dim { times, over, .. }, name) = (*dim, of.name());
        let fault = if found % over != 0 {
            format!("a multiple of {over} for `{name} / {over}`, found {found}")
        } else if found.saturating_mul(times) > Num::MAX {
            format!("at most {} for `{times} * {name}`, found {found}", Num::MAX / times)
        } else {
            continue;
        };
        let span = match of {
            Quantity::Depth => unit.depth.span,
            Quantity::Bottleneck => unit.width.span,
            _ => unit.span,
        };
        // Later dimensions would say the same.
        return errors.at(span, format_args!("{place}: expected {fault}"));
    }
}

/// Adds the stages before a block, the first of which reads `map`; returns what
/// the last one leaves.
fn stages_before(
    net: &ast::Network,
    block: usize,
    (mut map, unit): (Shape, usize),
    stages: &mut Vec<Stage>,
) -> Shape {
    for stage in net.fields.stages.iter().filter(|stage| stage.before == block) {
        let shape = stage.output.map(|dims| dims.map(|dim| dim.value));
        let output = shape.map_or(map, |[h, w, c]| Shape { h, w, c });
        let params = stage.params.iter().map(|param| Param {
            name: param.name.clone(),
            shape: param.shape.iter().map(|dim| dim.times).collect(),
        });
        let (name, function) = (stage.name.clone(), stage.function.clone());
        let params = params.collect();
        stages.push(Stage { name, function, params, input: map, output, halo: 0, unit });
        map = output;
    }
    map
}

/// The groups of the 3x3 convolutions of a block.
fn groups(net: &ast::Network, dialect: &Dialect, block: &ast::Block, errors: &mut Errors) -> usize {
    let Some(groups) = net.fields.groups.filter(|_| dialect.groups) else {
        return 1;
    };
    if let Some(basic) = block.kinds.iter().find(|kind| kind.value == UnitKind::Basic) {
        let message = "expected `bottleneck`, found `basic`; its convolutions have no groups";
        errors.at(basic.span, message);
    }
    for (unit, number) in tuples(block).zip(1..).filter(|(unit, _)| !unit.kind.is_custom()) {
        if unit.width.value % groups.value != 0 {
            errors.at(
                unit.width.span,
                format_args!(
                    "`{}`, unit {number}: expected a multiple of the {} groups, found {}",
                    block.name, groups.value, unit.width.value,
                ),
            );
            break;
        }
    }
    groups.value
}

fn not_padded(
    block: &Ident,
    number: usize,
    span: Span,
    input: Shape,
    output: Shape,
    errors: &mut Errors,
) {
    errors.at(
        span,
        format_args!(
            "`{block}`, unit {number}: expected a depth of {} or more, found {}; \
         `shortcut: pad` adds channels and takes none away",
            input.c, output.c,
        ),
    );
}

fn vanished(
    block: &Ident,
    number: usize,
    span: Span,
    stride: usize,
    map: Shape,
    errors: &mut Errors,
) {
    // Other programs have the numbers of a unit in another order.
    let remedy = match stride {
        ..=8 => "use a larger input or fewer strides",
        _ => "the last number of a unit is its stride",
    };
    errors.at(
        span,
        format_args!(
            "`{block}`, unit {number}: expected a map larger than 1 × 1 for a stride of {stride}, \
         found {map}; {remedy}",
        ),
    );
}
