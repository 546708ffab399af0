//! Token trees as slices. Every rule of the grammar is a match on one, so
//! that nothing a person writes can leave the parser half-way.

use std::fmt::Display;

use proc_macro2::{
    Delimiter, Group, Literal, Punct, Spacing, Span, TokenStream, TokenTree as Tree,
};
use quote::ToTokens;

use crate::errors::Errors;

/// Deeper nesting is refused at the door, so that no walk over the tokens,
/// ours or syn's, can exhaust the stack.
const MAX_DEPTH: usize = 64;

/// Longer texts are cut in messages.
const MAX_TEXT: usize = 60;

/// The first group that lies too deep, if any does.
pub(super) fn too_deep(tokens: &TokenStream) -> Option<Span> {
    fn deeper(tokens: TokenStream, depth: usize) -> Option<Span> {
        tokens.into_iter().find_map(|tree| match tree {
            Tree::Group(group) if depth == 0 => Some(group.span()),
            Tree::Group(group) => deeper(group.stream(), depth - 1),
            _ => None,
        })
    }
    deeper(tokens.clone(), MAX_DEPTH)
}

/// The trees of a stream. The invisible groups around what `macro_rules!`
/// inserts are opened: `$n` reads as if it were written out.
pub(super) fn trees(tokens: TokenStream) -> Vec<Tree> {
    let mut all = Vec::new();
    for tree in tokens {
        match tree {
            Tree::Group(group) if group.delimiter() == Delimiter::None => {
                all.extend(trees(group.stream()));
            }
            tree => all.push(tree),
        }
    }
    all
}

pub(super) fn is_mark(tree: &Tree, mark: char) -> bool {
    matches!(tree, Tree::Punct(punct) if punct.as_char() == mark)
}

pub(super) fn is_word(tree: &Tree, word: &str) -> bool {
    matches!(tree, Tree::Ident(ident) if ident == word)
}

/// Whether a tree is a literal number, with or without a suffix.
pub(super) fn is_digits(tree: &Tree) -> bool {
    let begins = |literal: &Literal| {
        literal
            .to_string()
            .starts_with(|c: char| c.is_ascii_digit())
    };
    matches!(tree, Tree::Literal(literal) if begins(literal))
}

/// Whether the slice begins with `::`.
pub(super) fn is_path_separator(trees: &[Tree]) -> bool {
    matches!(trees, [Tree::Punct(first), second, ..]
        if first.as_char() == ':' && is_joint(first) && is_mark(second, ':'))
}

fn is_joint(punct: &Punct) -> bool {
    punct.spacing() == Spacing::Joint
}

pub(super) fn open(group: &Group) -> &'static str {
    brackets(group).0
}

/// The brackets of a group as a person sees them.
fn brackets(group: &Group) -> (&'static str, &'static str) {
    match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("", ""),
    }
}

/// The trees as a person would write them, for remedies.
pub(super) fn text(trees: &[Tree]) -> String {
    let mut text = String::new();
    write(trees, &mut text);
    shortened(text)
}

fn write(trees: &[Tree], text: &mut String) {
    let mut previous = None;
    for tree in trees {
        if text.len() > MAX_TEXT {
            return; // it will be cut anyway
        }
        if previous.is_some_and(|previous| has_space(previous, tree, text)) {
            text.push(' ');
        }
        match tree {
            Tree::Group(group) => {
                let (open, close) = brackets(group);
                text.push_str(open);
                write(&self::trees(group.stream()), text);
                text.push_str(close);
            }
            tree => text.push_str(&tree.to_string()),
        }
        previous = Some(tree);
    }
}

/// Whether people put a space between two neighbours. `text` ends with the first.
fn has_space(previous: &Tree, next: &Tree, text: &str) -> bool {
    match (previous, next) {
        (Tree::Punct(previous), Tree::Punct(_)) if is_joint(previous) => false,
        (_, Tree::Punct(next)) if ",;:.!".contains(next.as_char()) => false,
        (Tree::Punct(previous), _) => {
            !".!".contains(previous.as_char()) && !text.ends_with("::")
        }
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

/// The first token as the eye takes it: `=>` is one, a group is `[…]`.
fn first(trees: &[Tree]) -> (&[Tree], String) {
    let joint = |tree: &&Tree| matches!(tree, Tree::Punct(punct) if is_joint(punct));
    match trees {
        [Tree::Group(group), ..] => {
            let (open, close) = brackets(group);
            let inside = if group.stream().is_empty() { "" } else { "…" };
            (&trees[..1], format!("{open}{inside}{close}"))
        }
        _ => {
            let joined = trees.iter().take_while(joint).count();
            let marks = |tree: &&Tree| matches!(tree, Tree::Punct(_));
            let len = trees.iter().take(joined + 1).take_while(marks).count();
            let first = &trees[..len.max(1).min(trees.len())];
            (first, text(first))
        }
    }
}

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
    report(
        first,
        format!("expected {wanted}, found `{text}`{remedy}"),
        errors,
    );
}

/// Reports that `separator` is missing before the first of `trees`.
pub(super) fn missing(separator: &str, trees: &[Tree], errors: &mut Errors) {
    let Some(tree) = trees.first() else { return };
    let (span, text) = match tree {
        Tree::Group(group) => (group.span_open(), open(group).to_owned()),
        tree => (tree.span(), text(&trees[..1])),
    };
    errors.at(span, format!("expected `{separator}` before `{text}`"));
}

/// Reports what is left behind a finished value.
pub(super) fn end(rest: &[Tree], errors: &mut Errors) -> Option<()> {
    match rest {
        [] => return Some(()),
        [comma, extra @ ..] if is_mark(comma, ',') && !extra.is_empty() => {
            expected("a key or a block name", extra, "", errors);
        }
        _ => expected("`,`", rest, "", errors),
    }
    None
}

/// Groups, and what stands between them: `conv (7, 64, 2) + max_pool (3, 2)`
/// has two links with the gaps `conv` and `+ max_pool`, and an empty tail.
pub(super) struct Chain<'t> {
    pub links: Vec<Link<'t>>,
    pub tail: &'t [Tree],
}

/// A group and the tokens before it.
pub(super) struct Link<'t> {
    pub gap: &'t [Tree],
    pub group: &'t Group,
}

impl<'t> Chain<'t> {
    pub fn of(mut trees: &'t [Tree]) -> Chain<'t> {
        let mut links = Vec::new();
        while let Some((gap, group, rest)) = first_group(trees) {
            links.push(Link { gap, group });
            trees = rest;
        }
        Chain { links, tail: trees }
    }
}

fn first_group(trees: &[Tree]) -> Option<(&[Tree], &Group, &[Tree])> {
    let at = trees
        .iter()
        .position(|tree| matches!(tree, Tree::Group(_)))?;
    let Tree::Group(group) = &trees[at] else {
        return None;
    };
    Some((&trees[..at], group, &trees[at + 1..]))
}

/// Cuts off the first operand or expression. It ends at a separator, or where
/// two operands meet with no operator between them.
pub(super) fn operand(trees: &[Tree]) -> (&[Tree], &[Tree]) {
    let separates = |tree| is_mark(tree, ',') || is_mark(tree, ';');
    let ends = |&at: &usize| separates(&trees[at]) || at > 0 && meet(&trees[at - 1], &trees[at]);
    let end = (0..trees.len()).find(ends).unwrap_or(trees.len());
    trees.split_at(end)
}

fn meet(left: &Tree, right: &Tree) -> bool {
    let operator = |tree: &Tree| {
        matches!(tree, Tree::Punct(_)) || ["x", "X", "as"].iter().any(|word| is_word(tree, word))
    };
    let call = matches!((left, right), (Tree::Ident(_), Tree::Group(_)));
    !operator(left) && !operator(right) && !call
}
