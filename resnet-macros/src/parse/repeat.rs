//! How often a unit stands in its block, and what people write for it.

use proc_macro2::{Group, Span, TokenTree as Tree};

use super::report::{group_text, report, text};
use super::tokens::{Chain, is_digits, is_mark, is_word, trees};
use crate::ast::Block;
use crate::errors::Errors;

/// A repeat inside the brackets, where it belongs.
pub(super) enum Repeat<'t> {
    /// `; 2` at the end of the list. `count` is empty in `[(…);]`.
    Right {
        semicolon: Span,
        count: &'t [Tree],
    },
    Misplaced(Misplaced<'t>),
}

impl<'t> Repeat<'t> {
    /// The repeat that `gap` begins with, and the rest.
    pub fn of(gap: &'t [Tree], is_last: bool) -> (Option<Repeat<'t>>, &'t [Tree]) {
        match gap {
            [semicolon, count @ ..] if is_last && is_mark(semicolon, ';') => {
                (Some(Repeat::Right { semicolon: semicolon.span(), count }), &[])
            }
            _ => match Misplaced::of(gap) {
                Some(repeat) => (Some(Repeat::Misplaced(repeat)), repeat.rest),
                None => (None, gap),
            },
        }
    }

    pub fn times(&self) -> usize {
        times(&self.count())
    }

    pub fn count(&self) -> String {
        match self {
            Repeat::Right { count, .. } => text(count),
            Repeat::Misplaced(repeat) => repeat.count(),
        }
    }

    pub fn span(&self) -> Span {
        match self {
            Repeat::Right { semicolon, .. } => *semicolon,
            Repeat::Misplaced(repeat) => repeat.written[0].span(),
        }
    }
}

/// A repeat as other languages write it: `* 2`, `x 2`, `x2`, `, 2`, or behind
/// the brackets that it belongs into.
#[derive(Clone, Copy)]
pub(super) struct Misplaced<'t> {
    written: &'t [Tree],
    /// What follows it.
    pub rest: &'t [Tree],
}

impl<'t> Misplaced<'t> {
    /// The repeat that `gap` begins with.
    pub fn of(gap: &'t [Tree]) -> Option<Misplaced<'t>> {
        let sign = |tree: &Tree| {
            ['*', ';', ',', ':'].iter().any(|&mark| is_mark(tree, mark))
                || is_word(tree, "x")
                || is_word(tree, "X")
        };
        let len = match gap {
            [first, count, ..] if sign(first) && is_digits(count) => 2,
            [count, ..] if is_digits(count) || is_x_count(count) => 1,
            _ => return None,
        };
        let (written, rest) = gap.split_at(len);
        Some(Misplaced { written, rest })
    }

    pub fn count(&self) -> String {
        let written = self.written.last().map_or(String::new(), Tree::to_string);
        written.trim_start_matches(['x', 'X']).to_owned()
    }

    pub fn times(&self) -> usize {
        times(&self.count())
    }

    /// Reports a repeat inside the brackets, behind the one unit that they hold.
    pub fn report_inside(&self, unit: &Group, errors: &mut Errors) {
        let (found, count, unit) = (text(self.written), self.count(), group_text(unit));
        let wanted = format!("expected `; {count}`, found `{found}`");
        let message = format!("{wanted}; write `[{unit}; {count}]`");
        report(self.written, message, errors);
    }

    /// Reports a repeat behind the brackets.
    pub fn report_behind(&self, list: &Group, errors: &mut Errors) {
        let (found, count) = (text(self.written), self.count());
        let inside = trees(list.stream());
        let chain = Chain::of(&inside);
        let message = match (&chain.links[..], chain.tail) {
            ([one], []) => {
                let unit = group_text(one.group);
                let wanted = format!("expected `; {count}` inside the brackets");
                format!("{wanted}, found `{found}` behind them; write `[{unit}; {count}]`")
            }
            ([], [number, ..]) if is_digits(number) => {
                // The parentheses around its one unit are missing as well.
                let unit = text(&inside);
                let wanted = format!("expected `; {count}` inside the brackets");
                format!("{wanted}, found `{found}` behind them; write `[({unit}); {count}]`")
            }
            _ => {
                let remedy = "only a single unit can be repeated, as in `[(256, 64, 1); 2]`";
                format!("expected `+`, found `{found}`; {remedy}")
            }
        };
        report(self.written, message, errors);
    }
}

/// What begins `for _ in range(2)` and `.repeat(2)`.
pub(super) fn is_loop(tree: &Tree) -> bool {
    is_word(tree, "for") || is_mark(tree, '.')
}

/// The number of `x2`, `n = 2` and `repeat: 2`.
pub(super) fn bare(count: &[Tree]) -> Option<String> {
    match count {
        [word] if is_x_count(word) => Some(word.to_string()[1..].to_owned()),
        [Tree::Ident(_), count] if is_digits(count) => Some(count.to_string()),
        [Tree::Ident(_), sign, count]
            if is_digits(count) && (is_mark(sign, '=') || is_mark(sign, ':')) =>
        {
            Some(count.to_string())
        }
        _ => None,
    }
}

/// `x2` in one word.
fn is_x_count(tree: &Tree) -> bool {
    let Tree::Ident(word) = tree else {
        return false;
    };
    let word = word.to_string();
    let count = word.strip_prefix(['x', 'X']).unwrap_or_default();
    !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit())
}

/// A written count, for the numbering of units: nonsense counts as one.
fn times(count: &str) -> usize {
    count.parse().ok().filter(|count| (1..=Block::MAX_UNITS).contains(count)).unwrap_or(1)
}
