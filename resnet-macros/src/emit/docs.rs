//! The rustdoc of a network's type: what an editor shows.

use std::fmt::Write;

use super::{results, unit};
use crate::ast::{Attention, Shortcut};
use crate::dialect;
use crate::ir::{Layer, Network};
use crate::shape::Shape;

/// The size of the network, and a table with one row per run of equal units.
pub(super) fn docs(net: &Network, layers: &[Layer]) -> String {
    let note = dialect::unpublished(net);
    let outputs: Vec<String> = results(layers).iter().map(Shape::to_string).collect();
    let mut text = format!(
        "\n\nA residual network in the manner of {}: {} in, {} out, \
         {} parameters, {} multiply-adds.\n\n{}\
         | layers | kind | output | parameters | multiply-adds |\n\
         |---|---|---|---:|---:|\n",
        net.dialect.program,
        net.input,
        outputs.join(", "),
        grouped(layers.iter().map(Layer::params).sum()),
        grouped(layers.iter().map(Layer::macs).sum()),
        note.map(|note| format!("{note}\n\n")).unwrap_or_default(),
    );
    for row in rows(net, layers) {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            row.layers,
            row.kind,
            row.output,
            grouped(row.params),
            grouped(row.macs),
        );
    }
    text
}

struct Row {
    layers: String,
    kind: String,
    output: Shape,
    params: u128,
    macs: u128,
}

fn rows(net: &Network, layers: &[Layer]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = layers;
    while let Some(first) = rest.first() {
        let run = match first.unit {
            None => 1,
            Some(i) => {
                let last = last_of_run(net, i);
                rest.iter().take_while(|layer| layer.unit.is_some_and(|u| u <= last)).count()
            }
        };
        let (these, after) = rest.split_at(run);
        rest = after;
        let (layers, kind) = match first.unit {
            None => (first.name.clone(), first.kind.to_string()),
            Some(i) => describe(net, i, last_of_run(net, i)),
        };
        rows.push(Row {
            layers,
            kind,
            output: these[these.len() - 1].output,
            params: these.iter().map(Layer::params).sum(),
            macs: these.iter().map(Layer::macs).sum(),
        });
    }
    rows
}

/// The last unit after `first`, in its block, that has its signature.
fn last_of_run(net: &Network, first: usize) -> usize {
    let unit = &net.units[first];
    let same =
        |other: &&crate::ir::Unit| other.block == unit.block && other.signature == unit.signature;
    first + net.units[first..].iter().take_while(same).count() - 1
}

fn describe(net: &Network, first: usize, last: usize) -> (String, String) {
    let unit = &net.units[first];
    let (block, s) = (&net.block_of(unit).name, unit.signature);
    let layers = match last - first {
        0 => format!("{block}, unit {}", unit.number),
        _ => format!("{block}, units {} to {}", unit.number, net.units[last].number),
    };
    let mut kind = unit::describe(net, s);
    if s.rates[0] > 1 {
        let _ = write!(kind, ", rate {}", s.rates[0]);
    }
    if s.groups > 1 {
        let _ = write!(kind, ", {} groups", s.groups);
    }
    match s.shortcut {
        Some(Shortcut::Conv) => kind.push_str(", projection"),
        Some(Shortcut::AvgPool) => kind.push_str(", mean and projection"),
        Some(Shortcut::Pad) => kind.push_str(", padded"),
        None => {}
    }
    if s.blur {
        kind.push_str(", blur");
    }
    match s.attention {
        Some(Attention::Se { .. }) => kind.push_str(", squeeze and excitation"),
        Some(Attention::Eca) => kind.push_str(", channel attention"),
        None => {}
    }
    (layers, kind)
}

/// `25,570,409`.
fn grouped(n: u128) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_grouped() {
        for (n, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (25_570_409, "25,570,409")] {
            assert_eq!(super::grouped(n), text);
        }
    }
}
