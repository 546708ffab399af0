//! Where in a declaration the faults of a weight file are reported.

use proc_macro2::Span;

use super::group::{self, Fault};
use crate::errors::Errors;
use crate::ir::{Layer, Network, Part};

/// Most lines of one message. A file made for another network has fewer; one that was not
/// made for any may have millions of tensors.
const MAX_LINES: usize = 60;

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
pub(super) struct Places(Vec<Faulty>);

/// A place's faults, and what may cure them, each once.
struct Faulty {
    place: Place,
    span: Span,
    faults: Vec<Fault>,
    remedies: Vec<String>,
}

impl Places {
    pub fn add(&mut self, place: Place, span: Span, fault: Fault, remedy: Option<String>) {
        let at = self.0.iter().position(|faulty| faulty.place == place);
        let at = at.unwrap_or_else(|| {
            self.0.push(Faulty { place, span, faults: Vec::new(), remedies: Vec::new() });
            self.0.len() - 1
        });
        let faulty = &mut self.0[at];
        faulty.faults.push(fault);
        let new = remedy.filter(|remedy| !faulty.remedies.contains(remedy));
        faulty.remedies.extend(new);
    }

    pub fn report(self, errors: &mut Errors) {
        for Faulty { span, faults, remedies, .. } in self.0 {
            let remedies: String = remedies.iter().map(|remedy| format!("; {remedy}")).collect();
            let lines = group::lines(&faults);
            let shown: String =
                lines.iter().take(MAX_LINES).map(|(line, _)| format!("\n  {line}")).collect();
            let more = match lines.iter().skip(MAX_LINES).map(|(_, count)| count).sum() {
                0 => String::new(),
                more => format!("\n  and {more} more"),
            };
            errors.at(span, format_args!("the weight file does not fit{remedies}:{shown}{more}"));
        }
    }
}
