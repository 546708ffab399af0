//! Where in a declaration the faults of a weight file are reported.

use proc_macro2::Span;

use crate::errors::Errors;
use crate::ir::{Layer, Network, Part};

/// Most lines of one message.
pub(super) const MAX_LINES: usize = 6;

/// The part of a declaration at which faults are reported together.
#[derive(PartialEq)]
pub(super) enum Place {
    Root,
    Block(usize),
    Stage(usize),
    Head,
    File,
}

pub(super) fn of(net: &Network, layer: &Layer) -> (Place, Span) {
    match (layer.unit, layer.part) {
        (Some(i), _) => {
            let block = net.units[i].block;
            (Place::Block(block), net.blocks[block].name.span())
        }
        (None, Part::Root { .. }) => (Place::Root, layer.span),
        (None, Part::Custom(number)) => (Place::Stage(number), layer.span),
        // It has as many channels as what is the last before it.
        (None, Part::Postnorm) => {
            let (last, stages) = (net.blocks.len() - 1, net.stages.len());
            match net.stages.last().filter(|stage| stage.unit == net.units.len()) {
                Some(stage) => (Place::Stage(stages - 1), stage.name.span()),
                None => (Place::Block(last), net.blocks[last].name.span()),
            }
        }
        _ => (Place::Head, layer.span),
    }
}

/// Faults by place, in the order of the network.
#[derive(Default)]
pub(super) struct Places(Vec<Faults>);

/// The faults of one place, and what may cure them, each once.
struct Faults {
    place: Place,
    span: Span,
    lines: Vec<String>,
    remedies: Vec<String>,
}

impl Places {
    pub fn add(&mut self, place: Place, span: Span, line: String, remedy: Option<String>) {
        let at = self.0.iter().position(|faults| faults.place == place);
        let at = at.unwrap_or_else(|| {
            self.0.push(Faults { place, span, lines: Vec::new(), remedies: Vec::new() });
            self.0.len() - 1
        });
        let faults = &mut self.0[at];
        faults.lines.push(line);
        let new = remedy.filter(|remedy| !faults.remedies.contains(remedy));
        faults.remedies.extend(new);
    }

    pub fn report(self, errors: &mut Errors) {
        for Faults { span, lines, remedies, .. } in self.0 {
            let remedies: String = remedies.iter().map(|remedy| format!("; {remedy}")).collect();
            let shown: String =
                lines.iter().take(MAX_LINES).map(|line| format!("\n  {line}")).collect();
            let more = match lines.len().saturating_sub(MAX_LINES) {
                0 => String::new(),
                more => format!("\n  and {more} more"),
            };
            errors.at(span, format_args!("the weight file does not fit{remedies}:{shown}{more}"));
        }
    }
}
