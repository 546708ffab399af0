//! Numbers, and rows of them such as `(256, 64, 1)`.

use proc_macro2::{Group, Literal, TokenTree as Tree};
use syn::Lit;

use super::report::{end, expected, group_text, missing, report, text};
use super::tokens::{is_digits, is_mark, is_path_separator, is_word, operand, trees};
use super::words::{is_false, is_foreign_none};
use crate::ast::Num;
use crate::errors::Errors;

/// A longer literal is no size, and syn is slow to read one of a megabyte.
const MAX_LITERAL: usize = 40;

/// What a number is for: the words of its messages, and its bound.
pub(super) struct What<'w> {
    /// Begins the message: "`block1`, unit 2: ", or nothing.
    pub place: &'w str,
    /// With an article: "a stride".
    pub name: &'w str,
    pub max: usize,
}

impl<'w> What<'w> {
    pub fn new(name: &'w str) -> What<'w> {
        What { place: "", name, max: Num::MAX }
    }
}

/// The one number that a value or a list item should be.
pub(super) fn number(value: &[Tree], what: &What<'_>, errors: &mut Errors) -> Option<Num> {
    let (written, rest) = operand(value);
    let Some(first) = written.first() else {
        expected(format_args!("{}{}", what.place, what.name), rest, "", errors);
        return None;
    };
    let number = match read(written, what.max) {
        Ok(value) => Some(Num { value, span: first.span() }),
        Err(fault) => {
            report(written, format!("{}expected {}{fault}", what.place, what.name), errors);
            None
        }
    };
    end(rest, errors).and(number)
}

/// The value, or what follows "expected a stride" in the message.
fn read(written: &[Tree], max: usize) -> Result<usize, String> {
    match written {
        [Tree::Literal(literal)] => read_literal(literal, max),
        [minus, Tree::Literal(literal)] if is_mark(minus, '-') => {
            Err(format!(" of 1 or more, found -{literal}"))
        }
        [word] if is_no_name(word) => Err(format!(", found `{}`", text(written))),
        [Tree::Ident(_), ..] => Err(format!(
            " as a number literal, found `{}`; a macro cannot see the value of a constant",
            text(written)
        )),
        [Tree::Group(group)] => {
            let remedy = same_digits(group).map(|digits| format!("; write `{digits}`"));
            Err(format!(", found `{}`{}", text(written), remedy.unwrap_or_default()))
        }
        [_] => Err(format!(", found `{}`", text(written))),
        [Tree::Literal(height), by, Tree::Literal(width)]
            if is_word(by, "x") && height.to_string() == width.to_string() =>
        {
            Err(format!(" as a single number, found `{}`; write `{height}`", text(written)))
        }
        [sign @ Tree::Punct(_), Tree::Literal(number)] if !is_mark(sign, '-') => {
            Err(format!(" as a number alone, found `{sign}{number}`; write `{number}`"))
        }
        _ => {
            let value = product_or_sum(written);
            let remedy = value.map_or("write its value".to_owned(), |n| format!("write `{n}`"));
            Err(format!(" as a single number, found `{}`; {remedy}", text(written)))
        }
    }
}

/// Words of a language: no constant has such a name.
fn is_no_name(tree: &Tree) -> bool {
    is_false(tree)
        || is_foreign_none(tree)
        || ["none", "true", "True", "_"].iter().any(|word| is_word(tree, word))
}

/// The number of `(2, 2)`, which gives it for each axis.
fn same_digits(group: &Group) -> Option<String> {
    let inside = trees(group.stream());
    let mut items = inside.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty());
    let first = text(items.next()?);
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && items.all(|item| text(item) == first)).then_some(first)
}

fn read_literal(literal: &Literal, max: usize) -> Result<usize, String> {
    let written = literal.to_string();
    if written.len() > MAX_LITERAL {
        let start: String = written.chars().take(MAX_LITERAL / 2).collect();
        return Err(format!(" of at most {max}, found `{start}…`"));
    }
    if written.starts_with('-') {
        return Err(format!(" of 1 or more, found {written}")); // from `macro_rules!`
    }
    match Lit::new(literal.clone()) {
        Lit::Int(int) if !int.suffix().is_empty() => {
            let digits = int.base10_digits();
            Err(format!(" without a suffix, found `{written}`; write `{digits}`"))
        }
        Lit::Int(int) => match int.base10_parse() {
            Ok(0) => Err(" of 1 or more, found 0".to_owned()),
            Ok(value) if value <= max => Ok(value),
            _ => Err(format!(" of at most {max}, found {}", int.base10_digits())),
        },
        Lit::Float(float) => {
            let whole = float.base10_parse().ok().filter(|n: &f64| n.fract() == 0.0 && *n >= 1.0);
            let remedy = whole.map_or(String::new(), |n| format!("; write `{n}`"));
            Err(format!(" as a whole number, found `{written}`{remedy}"))
        }
        Lit::Str(string) if string.value().trim().parse::<u64>().is_ok() => {
            let digits = string.value();
            Err(format!(", found `{written}`; write `{}` without the quotes", digits.trim()))
        }
        _ => Err(format!(", found `{written}`")),
    }
}

/// The value of `4 * 64`, for the remedy.
fn product_or_sum(written: &[Tree]) -> Option<u64> {
    let [Tree::Literal(left), Tree::Punct(sign), Tree::Literal(right)] = written else {
        return None;
    };
    let value = |literal: &Literal| literal.to_string().parse::<u64>().ok();
    let (left, right) = (value(left)?, value(right)?);
    match sign.as_char() {
        '*' => left.checked_mul(right),
        '+' => left.checked_add(right),
        '-' => left.checked_sub(right),
        '/' if right > 0 && left % right == 0 => Some(left / right),
        _ => None,
    }
}

/// A row of numbers of fixed length.
pub(super) struct Row<const N: usize> {
    /// As it is shown: "(size, stride)".
    pub form: &'static str,
    /// What each number is, with an article.
    pub names: [&'static str; N],
    pub max: [usize; N],
    /// What to write if the row has not this length: empty, or begins with `; `.
    pub remedy: fn(&[Tree]) -> String,
}

impl<const N: usize> Row<N> {
    /// The numbers of one group. Its brackets are the caller's business.
    pub fn read(&self, group: &Group, place: &str, errors: &mut Errors) -> Option<[Num; N]> {
        let inside = trees(group.stream());
        let Items { mut items, sound } = Items::of(&inside, errors);
        let unnamed = self.take_names(&mut items, place, errors);
        if items.len() != N {
            if sound {
                self.report_length(group, &items, place, errors);
            }
            return None;
        }
        let mut numbers = [None; N];
        for (i, item) in items.into_iter().enumerate() {
            let what = What { place, name: self.names[i], max: self.max[i] };
            numbers[i] = number(item, &what, errors);
        }
        let all = numbers.into_iter().collect::<Option<Vec<_>>>()?;
        all.try_into().ok().filter(|_| sound && unnamed)
    }

    /// Strips `depth:` and `depth =`, and reports the first of them.
    fn take_names(&self, items: &mut [&[Tree]], place: &str, errors: &mut Errors) -> bool {
        let mut unnamed = true;
        for item in items {
            let Some(value) = behind_name(item) else {
                continue;
            };
            if unnamed {
                let (form, name) = (self.form, text(&item[..1]));
                let wanted = format!("{place}expected `{form}` as numbers alone");
                report(&item[..1], format!("{wanted}, found the name `{name}`"), errors);
            }
            *item = value;
            unnamed = false;
        }
        unnamed
    }

    fn report_length(&self, group: &Group, items: &[&[Tree]], place: &str, errors: &mut Errors) {
        let digit = |item: &&[Tree]| matches!(item, [tree] if is_digits(tree));
        let noun = if items.iter().all(digit) { "number" } else { "value" };
        let found = match items.len() {
            0 => format!("`{}`", group_text(group)),
            1 => format!("1 {noun}"),
            n => format!("{n} {noun}s"),
        };
        let remedy = (self.remedy)(&trees(group.stream()));
        let message = format!("{place}expected `{}`, found {found}{remedy}", self.form);
        errors.at(group.span(), message);
    }
}

/// The value behind `name:` or `name =`.
fn behind_name(item: &[Tree]) -> Option<&[Tree]> {
    match item {
        [Tree::Ident(_), sign, value @ ..]
            if (is_mark(sign, ':') && !is_path_separator(&item[1..])) || is_mark(sign, '=') =>
        {
            (!value.is_empty()).then_some(value)
        }
        _ => None,
    }
}

/// The items of a list. A separator that is wrong or missing is reported, and
/// then read as the comma it should have been.
struct Items<'t> {
    /// None of them is empty.
    items: Vec<&'t [Tree]>,
    /// Whether nothing had to be reported.
    sound: bool,
}

impl<'t> Items<'t> {
    fn of(mut trees: &'t [Tree], errors: &mut Errors) -> Items<'t> {
        let before = errors.len();
        let mut items = Vec::new();
        while !trees.is_empty() {
            let (item, rest) = operand(trees);
            if item.is_empty() {
                expected("a number", rest, "", errors);
            } else {
                items.push(item);
            }
            trees = match rest {
                [comma, rest @ ..] if is_mark(comma, ',') || item.is_empty() => rest,
                [semicolon, rest @ ..] if is_mark(semicolon, ';') => {
                    expected("`,`", &trees[item.len()..], "", errors);
                    rest
                }
                rest => {
                    missing(",", rest, errors);
                    rest
                }
            };
        }
        Items { items, sound: errors.len() == before }
    }
}
