//! Calls of other programs where a block should stand, and the block that they make:
//! `self._make_layer(Bottleneck, 64, 3, stride=2)`, `BasicBlock(64, 128, 2)`,
//! `resnet_v2_block("block1", base_depth=64, num_units=3, stride=2)`.

use std::fmt::Display;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree as Tree};

use super::block::{holds_units, kind_of_units, meant_kind};
use super::report::{brackets, report, text};
use super::tokens::{is_mark, is_path_separator, trees};
use super::units::corrected;
use super::value::string_value;
use super::words::is_block_call;
use crate::ast::UnitKind;
use crate::errors::Errors;

/// Of wider blocks, or longer ones, no remedy is made.
const MAX_NUMBER: usize = 1 << 16;

/// `path::to::name(…)`.
pub(super) struct Call<'t> {
    path: &'t [Tree],
    name: &'t Ident,
    args: &'t Group,
}

impl<'t> Call<'t> {
    /// The call that a value begins with, unless it is a kind of unit and its list.
    pub fn of(value: &'t [Tree]) -> Option<Call<'t>> {
        let end = value.iter().position(|tree| matches!(tree, Tree::Group(_)))?;
        let (path, Tree::Group(args)) = (&value[..end], &value[end]) else {
            return None;
        };
        let (name, is_long) = last_word(path)?;
        let call = Call { path, name, args };
        (is_long || call.makes_block()).then_some(call)
    }

    /// Whether its name alone says that it makes a block or a unit.
    pub fn makes_block(&self) -> bool {
        let name = self.name.to_string();
        let is_class = name.contains(char::is_uppercase) && meant_kind(&name).is_some();
        let is_list = self.args.delimiter() != Delimiter::Parenthesis || holds_units(self.args);
        is_block_call(&name) || is_class && !is_list
    }

    /// Reports the call where `wanted` should stand. The block has the name that
    /// was written, or that of the call's own argument.
    pub fn report(&self, wanted: impl Display, name: Option<&Ident>, errors: &mut Errors) {
        let (open, close) = brackets(self.args);
        let args = Args::of(self.args);
        let own = args.0.first().and_then(|(_, value)| match value[..] {
            [Tree::Literal(ref name)] => string_value(name),
            _ => None,
        });
        let own = own.filter(|own| syn::parse_str::<Ident>(own).is_ok());
        let name = name.map(Ident::to_string).or(own).unwrap_or("block1".to_owned());
        let kind = named_kind(self.path).or_else(|| named_kind(&trees(self.args.stream())));
        let example = || example(kind.unwrap_or(UnitKind::Bottleneck)).to_owned();
        let block = self.block(&args).unwrap_or_else(example);
        let found = format!("{}{open}…{close}", text(self.path));
        let message = format!("expected {wanted}, found `{found}`; write `{name}: {block}`");
        report(self.path, message, errors);
    }

    /// Reports a call that makes nothing of a network's.
    pub fn report_alone(&self, wanted: impl Display, errors: &mut Errors) {
        let (open, close) = brackets(self.args);
        let found = format!("{}{open}…{close}", text(self.path));
        report(self.path, format!("expected {wanted}, found `{found}`"), errors);
    }

    /// The block that is made there, if the arguments tell all of it.
    fn block(&self, args: &Args) -> Option<String> {
        match &*self.name.to_string() {
            "make_layer" | "_make_layer" => {
                let kind = named_kind(args.get(0, "block")?)?;
                let [planes, units] = [args.number(1, "planes")?, args.number(2, "blocks")?];
                let stride = args.optional(3, "stride")?;
                let [strided, plain] = [stride, 1].map(|stride| unit(kind, planes, stride));
                Some(match (stride, units) {
                    (1, _) => format!("{kind}{}", list(&plain, units)?),
                    (_, 1) => format!("{kind}{}", list(&strided, 1)?),
                    _ => format!("{kind}{} + {}", list(&strided, 1)?, list(&plain, units - 1)?),
                })
            }
            "resnet_v1_block" | "resnet_v2_block" => {
                let [depth, units] = [args.number(1, "base_depth")?, args.number(2, "num_units")?];
                let stride = args.optional(3, "stride")?;
                let kind = UnitKind::Bottleneck;
                let [strided, plain] = [stride, 1].map(|stride| unit(kind, depth, stride));
                Some(match (stride, units) {
                    (1, _) => format!("{kind}{}", list(&plain, units)?),
                    (_, 1) => format!("{kind}{}", list(&strided, 1)?),
                    _ => format!("{kind}{} + {}", list(&plain, units - 1)?, list(&strided, 1)?),
                })
            }
            "Block" => {
                let kind = named_kind(args.get(1, "unit_fn")?)?;
                Some(format!("{kind}{}", corrected(args.get(2, "args")?)?))
            }
            "vec" => {
                let kind = kind_of_units(self.args);
                Some(format!("{kind}{}", corrected(&[Tree::Group(self.args.clone())])?))
            }
            _ => None,
        }
    }
}

/// The last word of a path, and whether there are others. A macro's `!` is none.
fn last_word(path: &[Tree]) -> Option<(&Ident, bool)> {
    let mut rest = match path {
        [path @ .., bang] if is_mark(bang, '!') => path,
        path => path,
    };
    let mut is_long = false;
    loop {
        rest = match rest {
            [Tree::Ident(name)] => return Some((name, is_long)),
            [Tree::Ident(_), dot, rest @ ..] if is_mark(dot, '.') => rest,
            [Tree::Ident(_), separator @ ..] if is_path_separator(separator) => &separator[2..],
            _ => return None,
        };
        is_long = true;
    }
}

/// The first kind of unit that is named, in whatever spelling.
pub(super) fn named_kind(trees: &[Tree]) -> Option<UnitKind> {
    trees.iter().find_map(|tree| match tree {
        Tree::Ident(word) => UnitKind::of(meant_kind(&word.to_string())?),
        _ => None,
    })
}

/// A block of a kind, for remedies.
pub(super) fn example(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Basic => "basic[(64, 1); 2]",
        _ => "bottleneck[(256, 64, 1); 2]",
    }
}

/// The tuple of a unit, whose output is four times as wide if it is a bottleneck.
fn unit(kind: UnitKind, width: usize, stride: usize) -> String {
    match kind {
        UnitKind::Basic => format!("({width}, {stride})"),
        _ => format!("({}, {width}, {stride})", 4 * width),
    }
}

fn list(unit: &str, times: usize) -> Option<String> {
    Some(match times {
        0 => return None,
        1 => format!("[{unit}]"),
        _ => format!("[{unit}; {times}]"),
    })
}

/// Arguments, with the names that they were given.
struct Args(Vec<(Option<String>, Vec<Tree>)>);

impl Args {
    fn of(group: &Group) -> Args {
        let inside = trees(group.stream());
        let args = inside.split(|tree| is_mark(tree, ',')).filter(|arg| !arg.is_empty());
        let arg = |arg: &[Tree]| match arg {
            [Tree::Ident(name), equals, value @ ..] if is_mark(equals, '=') => {
                (Some(name.to_string()), value.to_vec())
            }
            _ => (None, arg.to_vec()),
        };
        Args(args.map(arg).collect())
    }

    /// By its name, or else by its place.
    fn get(&self, place: usize, name: &str) -> Option<&[Tree]> {
        let named = self.0.iter().find(|(given, _)| given.as_deref() == Some(name));
        let placed = || self.0.get(place).filter(|(given, _)| given.is_none());
        named.or_else(placed).map(|(_, value)| &**value)
    }

    fn number(&self, place: usize, name: &str) -> Option<usize> {
        let written = text(self.get(place, name)?);
        written.parse().ok().filter(|number| (1..=MAX_NUMBER).contains(number))
    }

    /// A stride, which is 1 if it is left out.
    fn optional(&self, place: usize, name: &str) -> Option<usize> {
        if self.get(place, name).is_none() { Some(1) } else { self.number(place, name) }
    }
}

/// `[bottleneck(256, 64, 1); 3]`: the first kind that stands in front of a unit
/// instead of the list, and the block without.
pub(super) fn kind_inside(value: &[Tree]) -> Option<(Ident, String)> {
    let [Tree::Group(list), rest @ ..] = value else {
        return None;
    };
    let inside = trees(list.stream());
    let [Tree::Ident(first), Tree::Group(unit), ..] = &inside[..] else {
        return None;
    };
    let is_list = list.delimiter() == Delimiter::Bracket;
    if !is_list || unit.delimiter() != Delimiter::Parenthesis || holds_units(unit) {
        return None;
    }
    let kind = meant_kind(&first.to_string())?;
    let is_kind = |at: usize| {
        matches!(inside[at], Tree::Ident(_)) && matches!(inside.get(at + 1), Some(Tree::Group(_)))
    };
    let units = (0..inside.len()).filter(|&at| !is_kind(at)).map(|at| inside[at].clone());
    let list = Tree::Group(Group::new(list.delimiter(), units.collect::<TokenStream>()));
    let block: Vec<Tree> = [list].into_iter().chain(rest.iter().cloned()).collect();
    let lists = corrected(&block).unwrap_or_else(|| text(&block));
    Some((first.clone(), format!("{kind}{lists}")))
}
