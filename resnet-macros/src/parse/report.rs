//! Messages at tokens, and tokens in messages.

use std::fmt::Display;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree as Tree};
use quote::ToTokens;

use super::tokens::{is_digits, is_joint, is_mark, trees};
use crate::errors::Errors;

/// Longer texts are cut in messages.
const MAX_TEXT: usize = 60;

/// Reports all of `trees` as one wrong place.
pub(super) fn report(trees: &[Tree], message: impl Display, errors: &mut Errors) {
    let tokens: TokenStream = trees.iter().map(Tree::to_token_stream).collect();
    errors.push(syn::Error::new_spanned(tokens, message));
}

/// Reports the first token of `found`, where `wanted` should stand. `remedy`
/// is empty, or begins with `; `.
pub(super) fn expected(
    wanted: impl Display,
    found: &[Tree],
    remedy: impl Display,
    errors: &mut Errors,
) {
    let (first, text) = first(found);
    report(first, format!("expected {wanted}, found `{text}`{remedy}"), errors);
}

/// Reports that `separator` is missing before the first of `trees`.
pub(super) fn missing(separator: &str, trees: &[Tree], errors: &mut Errors) {
    match trees {
        [Tree::Group(group), ..] => missing_before_group(separator, group, errors),
        [tree, ..] => {
            let found = text(&trees[..1]);
            errors.at(tree.span(), format!("expected `{separator}` before `{found}`"));
        }
        [] => {}
    }
}

pub(super) fn missing_before_group(separator: &str, group: &Group, errors: &mut Errors) {
    let open = open(group);
    errors.at(group.span_open(), format!("expected `{separator}` before `{open}`"));
}

/// Reports what is left behind a finished value.
pub(super) fn end(rest: &[Tree], errors: &mut Errors) -> Option<()> {
    match rest {
        [] => return Some(()),
        [comma, extra @ ..] if is_mark(comma, ',') && !extra.is_empty() => {
            let is_thousands = is_digits(&extra[0]) && extra[0].to_string().len() == 3;
            let remedy = if is_thousands { "; numbers are written without `,`" } else { "" };
            expected("a key or a block name", extra, remedy, errors);
        }
        _ => expected("`,`", rest, "", errors),
    }
    None
}

/// The first token as the eye takes it: `=>` is one, a group is `[…]`.
fn first(trees: &[Tree]) -> (&[Tree], String) {
    if let [Tree::Group(group), ..] = trees {
        let (open, close) = brackets(group);
        let inside = if group.stream().is_empty() { "" } else { "…" };
        return (&trees[..1], format!("{open}{inside}{close}"));
    }
    let is_mark = |tree: &&Tree| matches!(tree, Tree::Punct(_));
    let is_joint = |tree: &&Tree| matches!(tree, Tree::Punct(punct) if is_joint(punct));
    let joined = trees.iter().take_while(is_joint).count();
    let marks = trees.iter().take(joined + 1).take_while(is_mark).count();
    let first = &trees[..marks.max(1).min(trees.len())];
    (first, text(first))
}

/// The trees as a person would write them.
pub(super) fn text(trees: &[Tree]) -> String {
    let mut text = String::new();
    write(trees, &mut text);
    shortened(text)
}

/// A group as a person would write it.
pub(super) fn group_text(group: &Group) -> String {
    let mut text = String::new();
    write_group(group, &mut text);
    shortened(text)
}

pub(super) fn open(group: &Group) -> &'static str {
    brackets(group).0
}

pub(super) fn brackets(group: &Group) -> (&'static str, &'static str) {
    match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("", ""),
    }
}

fn write(trees: &[Tree], text: &mut String) {
    let mut previous = None;
    for tree in trees {
        if text.len() > MAX_TEXT * 4 {
            return; // it will be cut anyway
        }
        if previous.is_some_and(|previous| has_space(previous, tree, text)) {
            text.push(' ');
        }
        match tree {
            Tree::Group(group) => write_group(group, text),
            tree => text.push_str(&tree.to_string()),
        }
        previous = Some(tree);
    }
}

fn write_group(group: &Group, text: &mut String) {
    let (open, close) = brackets(group);
    text.push_str(open);
    write(&trees(group.stream()), text);
    text.push_str(close);
}

/// Whether people put a space between two neighbours. `text` ends with the first.
fn has_space(previous: &Tree, next: &Tree, text: &str) -> bool {
    match (previous, next) {
        (Tree::Punct(previous), Tree::Punct(_)) if is_joint(previous) => false,
        (_, Tree::Punct(next)) if ",;:.!".contains(next.as_char()) => false,
        (Tree::Punct(previous), _) => !"#!.".contains(previous.as_char()) && !text.ends_with("::"),
        (Tree::Ident(_), Tree::Group(_)) => false,
        _ => true,
    }
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
        text.truncate(end);
        text.push('…');
    }
    text
}
