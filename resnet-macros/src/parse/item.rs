//! `#[…] pub struct Name { … }`, of which one macro call may have several.

use std::slice;

use proc_macro2::{Delimiter, Group, Ident, TokenTree as Tree};
use syn::parse::Parser;
use syn::{Attribute, Visibility};

use super::body::body;
use super::fields::is_named;
use super::report::{expected, open, report, text};
use super::tokens::{is_mark, is_word, trees};
use crate::ast::Network;
use crate::cfg::Cfg;
use crate::errors::Errors;

/// The longest `#[name = value]`. syn reads a value by recursion, and a chain
/// of operators needs no brackets to exhaust the stack.
const MAX_ATTRIBUTE: usize = 500;

/// Cuts the input into structs, whatever is wrong with each.
pub(super) fn items(mut input: &[Tree]) -> Vec<&[Tree]> {
    let stray = |tree: &Tree| is_mark(tree, ';') || is_mark(tree, ',');
    let mut items = Vec::new();
    while let Some(start) = input.iter().position(|tree| !stray(tree)) {
        let (item, rest) = input[start..].split_at(length(&input[start..]));
        items.push(item);
        input = rest;
    }
    items
}

/// A struct ends with its braces or a `;`, or where the next one begins.
fn length(input: &[Tree]) -> usize {
    let mut has_struct = false;
    for (at, tree) in input.iter().enumerate() {
        let begins = ["struct", "pub"].iter().any(|word| is_word(tree, word));
        if has_struct && (begins || is_mark(tree, '#')) {
            return at;
        }
        has_struct |= is_word(tree, "struct");
        if is_braces(tree) || is_mark(tree, ';') {
            return at + 1;
        }
    }
    input.len()
}

fn is_braces(tree: &Tree) -> bool {
    matches!(tree, Tree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// One network, or, if not even its name can be read, when its faults matter.
pub(super) fn network(item: &[Tree], errors: &mut Errors) -> Result<Network, Cfg> {
    let (attrs, rest) = attributes(item, errors);
    let (vis, rest) = visibility(rest, errors);
    if let (Some(last), []) = (item.last(), rest) {
        errors.at(last.span(), "expected `struct Name { … }` behind this");
    }
    let Some(Head { name, braces }) = head(rest, errors) else {
        return Err(Cfg::of(&attrs));
    };
    let fields = braces.map(|braces| body(name.as_ref(), braces, errors)).unwrap_or_default();
    match name {
        Some(name) => Ok(Network { attrs, vis, name, fields }),
        None => Err(Cfg::of(&attrs)),
    }
}

fn attributes<'t>(mut item: &'t [Tree], errors: &mut Errors) -> (Vec<Attribute>, &'t [Tree]) {
    let mut attrs = Vec::new();
    loop {
        let len = match item {
            [hash, Tree::Group(_), ..] if is_mark(hash, '#') => 2,
            [hash, not, Tree::Group(_), ..] if is_mark(hash, '#') && is_mark(not, '!') => 3,
            _ => return (attrs, item),
        };
        let (written, rest) = item.split_at(len);
        match attribute(written) {
            Some(attr) => {
                attr.iter().for_each(|attr| check_derive(attr, errors));
                attrs.extend(attr);
            }
            None => {
                let found = text(written);
                let wanted = "expected an attribute such as `#[doc(hidden)]`";
                let remedy = match written {
                    [_, _, group] => {
                        format!("; write `#{}` at one network", text(slice::from_ref(group)))
                    }
                    _ => String::new(),
                };
                report(written, format!("{wanted}, found `{found}`{remedy}"), errors);
            }
        }
        item = rest;
    }
}

/// What the weights of a network are not: rustc would speak of a type that
/// nobody has written.
fn check_derive(attr: &Attribute, errors: &mut Errors) {
    const OTHERS: [&str; 7] = ["Copy", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];
    let Ok(list) = attr.meta.require_list() else {
        return;
    };
    for tree in trees(list.tokens.clone()) {
        if attr.path().is_ident("derive") && OTHERS.iter().any(|name| is_word(&tree, name)) {
            let wanted = "expected `Clone` or `Debug`, which are what a network can derive";
            errors.at(tree.span(), format!("{wanted}, found `{tree}`"));
        }
    }
}

fn attribute(written: &[Tree]) -> Option<Vec<Attribute>> {
    let is_safe = written.iter().map(count).sum::<usize>() <= MAX_ATTRIBUTE || !has_value(written);
    let tokens = written.iter().cloned().collect();
    is_safe.then(|| Attribute::parse_outer.parse2(tokens).ok())?
}

/// Whether syn will read an expression: `#[name = value]`.
fn has_value(written: &[Tree]) -> bool {
    let Some(Tree::Group(group)) = written.last() else {
        return false;
    };
    trees(group.stream()).iter().any(|tree| is_mark(tree, '='))
}

/// How many tokens there are in a tree.
fn count(tree: &Tree) -> usize {
    match tree {
        Tree::Group(group) => {
            1 + group.stream().into_iter().map(|tree| count(&tree)).sum::<usize>()
        }
        _ => 1,
    }
}

fn visibility<'t>(item: &'t [Tree], errors: &mut Errors) -> (Visibility, &'t [Tree]) {
    let len = match item {
        [word, Tree::Group(group), ..] if is_word(word, "pub") && open(group) == "(" => 2,
        [word, ..] if is_word(word, "pub") => 1,
        _ => return (Visibility::Inherited, item),
    };
    let (written, rest) = item.split_at(len);
    let vis = syn::parse2(written.iter().cloned().collect()).unwrap_or_else(|_| {
        let found = text(written);
        let wanted = "expected `pub`, `pub(crate)`, `pub(super)` or `pub(in path)`";
        report(written, format!("{wanted}, found `{found}`"), errors);
        Visibility::Inherited
    });
    (vis, rest)
}

/// What stands behind the visibility.
struct Head<'t> {
    /// `None` if there is none, which was reported.
    name: Option<Ident>,
    /// `None` if there are none, or if they hold no fields: reported as well.
    braces: Option<&'t Group>,
}

fn head<'t>(rest: &'t [Tree], errors: &mut Errors) -> Option<Head<'t>> {
    match rest {
        [] => None, // reported
        [word, Tree::Ident(name), rest @ ..] if is_word(word, "struct") => {
            let braces = fields_of(name, rest, errors);
            let name = type_name(name, errors);
            Some(Head { name, braces })
        }
        [word, rest @ ..] if is_word(word, "struct") => {
            match rest {
                [junk, ..] if !is_braces(junk) => {
                    expected("a name after `struct`", rest, "", errors)
                }
                _ => errors.at(word.span(), "expected a name after `struct`"),
            }
            let braces = rest.iter().find_map(as_braces);
            Some(Head { name: None, braces })
        }
        _ if is_named(rest) => {
            expected("`pub struct Name { … }` around the fields", rest, "", errors);
            None
        }
        [Tree::Ident(name), Tree::Group(group)] if is_braces(&rest[1]) => {
            errors.at(name.span(), format!("expected `struct` before `{name}`"));
            let name = type_name(name, errors);
            Some(Head { name, braces: Some(group) })
        }
        _ => no_struct(rest, errors),
    }
}

/// What begins items of Rust that can stand beside the macro, but not in it.
const ITEMS: [&str; 9] =
    ["use", "const", "static", "impl", "fn", "mod", "trait", "unsafe", "extern"];

/// `enum Name { … }` and worse.
fn no_struct<'t>(rest: &'t [Tree], errors: &mut Errors) -> Option<Head<'t>> {
    if let Some(start) = rest.iter().position(|tree| is_word(tree, "struct")) {
        expected("`pub` or `struct`", rest, "", errors);
        return head(&rest[start..], errors);
    }
    if ITEMS.iter().any(|word| is_word(&rest[0], word)) {
        expected("networks alone", &rest[..1], "; move it out of the macro", errors);
        return None;
    }
    let [Tree::Ident(_), Tree::Ident(name), ..] = rest else {
        expected("`struct Name { … }`", rest, "", errors);
        return None;
    };
    expected("`struct`", rest, "", errors);
    let name = is_type_name(name).then(|| name.clone());
    let braces = rest.iter().find_map(as_braces).filter(|braces| holds_fields(braces));
    Some(Head { name, braces })
}

/// The name, if Rust lets a type have it.
fn type_name(name: &Ident, errors: &mut Errors) -> Option<Ident> {
    if is_type_name(name) {
        return Some(name.clone());
    }
    errors.at(name.span(), format!("expected a name after `struct`, found the keyword `{name}`"));
    None
}

fn is_type_name(name: &Ident) -> bool {
    syn::parse_str::<Ident>(&name.to_string()).is_ok()
}

/// The braces behind the name.
fn fields_of<'t>(name: &Ident, rest: &'t [Tree], errors: &mut Errors) -> Option<&'t Group> {
    const WANTED: &str = "`{ … }` with the fields of the network";
    match rest {
        [] => {
            errors.at(name.span(), format!("expected {WANTED} after `{name}`"));
            None
        }
        [Tree::Group(group), ..] if !is_braces(&rest[0]) && holds_fields(group) => {
            let message = format!("expected `{{` after `{name}`, found `{}`", open(group));
            errors.at(group.span_open(), message);
            Some(group)
        }
        [.., Tree::Group(group)] if is_braces(&rest[rest.len() - 1]) => {
            let remedy = match &rest[0] {
                mark if is_mark(mark, '<') => "; a network has no parameters",
                mark if is_mark(mark, '-') => "; names have no `-`",
                _ => "",
            };
            if rest.len() > 1 {
                expected(format_args!("`{{` after `{name}`"), rest, remedy, errors);
            }
            Some(group)
        }
        _ => {
            expected(WANTED, rest, "", errors);
            None
        }
    }
}

fn as_braces(tree: &Tree) -> Option<&Group> {
    match tree {
        Tree::Group(group) if is_braces(tree) => Some(group),
        _ => None,
    }
}

/// Whether a group holds `name: value`, rather than Rust's variants or types.
fn holds_fields(group: &Group) -> bool {
    is_named(&trees(group.stream()))
}
