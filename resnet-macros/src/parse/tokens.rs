//! Token trees as slices. Every rule of the grammar is a match on one, so
//! that nothing a person writes can leave the parser half-way.

use proc_macro2::{
    Delimiter, Group, Literal, Punct, Spacing, Span, TokenStream, TokenTree as Tree,
};

/// Deeper nesting is refused at the door, so that no walk over the tokens,
/// ours or syn's, can exhaust the stack.
const MAX_DEPTH: usize = 64;

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
    let begins = |literal: &Literal| literal.to_string().starts_with(|c: char| c.is_ascii_digit());
    matches!(tree, Tree::Literal(literal) if begins(literal))
}

/// Whether the slice begins with `::`.
pub(super) fn is_path_separator(trees: &[Tree]) -> bool {
    matches!(trees, [Tree::Punct(first), second, ..]
        if first.as_char() == ':' && is_joint(first) && is_mark(second, ':'))
}

pub(super) fn is_joint(punct: &Punct) -> bool {
    punct.spacing() == Spacing::Joint
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
    let at = trees.iter().position(|tree| matches!(tree, Tree::Group(_)))?;
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
