//! Lists of names in brackets: `[block3, block4]`.

use proc_macro2::{Delimiter, Ident, TokenTree as Tree};

use super::report::{end, expected, missing, open, report, text};
use super::tokens::{is_digits, is_mark, is_path_separator, is_word, trees};
use super::value::string_value;
use super::words::Key;
use crate::errors::Errors;

/// Blocks.
pub(super) fn dilate(value: &[Tree], errors: &mut Errors) -> Vec<Ident> {
    let list =
        Names { wanted: "a list of blocks", item: "the name of a block", example: Key::Dilate };
    let [Tree::Group(group)] = value else {
        return list.read(value, errors).unwrap_or_default();
    };
    let inside = trees(group.stream());
    let remedy = "name the blocks that are dilated";
    if inside.is_empty() {
        let message =
            format!("expected {}, found none; {remedy}, or leave the key out", list.wanted);
        errors.at(group.span(), message);
        return Vec::new();
    }
    // As in torchvision's `replace_stride_with_dilation`; all of them are one mistake.
    let is_bool =
        |tree: &&Tree| ["true", "false", "True", "False"].iter().any(|b| is_word(tree, b));
    if let Some(bool) = inside.iter().find(is_bool) {
        let remedy = format!("; {remedy}, as in `[block3, block4]`");
        expected(list.item, std::slice::from_ref(bool), remedy, errors);
        return Vec::new();
    }
    list.read(value, errors).unwrap_or_default()
}

/// End points, at least one.
pub(super) fn outputs(value: &[Tree], errors: &mut Errors) -> Option<Vec<Ident>> {
    let item = "the name of an end point";
    let list = Names { wanted: "a list of end points", item, example: Key::Outputs };
    let before = errors.len();
    let names = list.read(value, errors)?;
    if errors.len() > before {
        return None;
    }
    if names.is_empty() {
        let example = Key::Outputs.example();
        report(
            value,
            format!("expected an end point or more, found `[]`; write `{example}`"),
            errors,
        );
        return None;
    }
    Some(names)
}

/// A list of names in brackets: what it is, and what it is of.
struct Names {
    wanted: &'static str,
    item: &'static str,
    example: Key,
}

impl Names {
    fn read(&self, value: &[Tree], errors: &mut Errors) -> Option<Vec<Ident>> {
        let example = self.example.example();
        let [Tree::Group(group), rest @ ..] = value else {
            let remedy = match value {
                [Tree::Ident(name)] => format!("; write `[{name}]`"),
                _ => format!("; write it as in `{example}`"),
            };
            expected(self.wanted, value, remedy, errors);
            return None;
        };
        if group.delimiter() != Delimiter::Bracket {
            let list = example.split_once(": ").map_or("", |(_, list)| list);
            let message = format!("expected `[`, found `{}`; write `{list}`", open(group));
            errors.at(group.span_open(), message);
        }
        let inside = trees(group.stream());
        let mut names = Vec::new();
        for item in inside.split(|tree| is_mark(tree, ',')) {
            match item {
                [Tree::Ident(name)] => names.push(name.clone()),
                [] => {}
                [Tree::Literal(literal)] if string_value(literal).is_some() => {
                    let name = string_value(literal).unwrap_or_default();
                    let remedy = format!("; write `{}` without the quotes", constant(&name));
                    expected(self.item, item, remedy, errors);
                }
                // `layer1.0` and `block1/unit_2`, as other programs have them.
                [Tree::Ident(_), Tree::Punct(mark), ..] if "./".contains(mark.as_char()) => {
                    let (wanted, found) = (self.item, text(item));
                    let written = constant(&found);
                    let message = format!("expected {wanted}, found `{found}`; write `{written}`");
                    report(item, message, errors);
                }
                // `Net::BLOCK1`, as the constant is called.
                [Tree::Ident(_), path @ .., Tree::Ident(name)] if is_path_separator(path) => {
                    let (wanted, found) = (self.item, text(item));
                    let written = name.to_string().to_lowercase();
                    let message = format!("expected {wanted}, found `{found}`; write `{written}`");
                    report(item, message, errors);
                }
                [Tree::Ident(_), next, ..] if !matches!(next, Tree::Punct(_)) => {
                    missing(",", &item[1..], errors);
                }
                // The indices of other programs, which are one mistake.
                [number] if is_digits(number) => {
                    let remedy = format!("; name them, as in `{example}`");
                    expected(self.item, item, remedy, errors);
                    return None;
                }
                _ => expected(self.item, item, "", errors),
            }
        }
        end(rest, errors);
        Some(names)
    }
}

/// What we write instead of `layer1.0` and `resnet_v2_50/block1/unit_2/bottleneck_v2`.
fn constant(name: &str) -> String {
    let name = name.replace(' ', "");
    let mut parts: Vec<&str> = name.split('/').collect();
    let unit = parts.iter().position(|part| part.starts_with("unit_"));
    let block = parts.iter().position(|part| part.starts_with("block"));
    let scope = unit.map(|unit| unit.saturating_sub(1)).or(block).unwrap_or(0);
    parts.drain(..scope);
    parts.retain(|part| !part.starts_with("bottleneck_v"));
    parts.join("_").replace('.', "_")
}
