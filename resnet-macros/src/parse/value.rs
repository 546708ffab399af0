//! The values of the keys that are numbers and words.

use std::slice;

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenTree as Tree};
use syn::parse::Parser;
use syn::{Lit, Path};

use super::number::{Row, What, number};
use super::report::{end, expected, open, report, text};
use super::tokens::{is_mark, is_word, operand, trees};
use super::words::{
    ACTIVATIONS, ATTENTIONS, DIALECTS, SHORTCUTS, Translations, is_false, is_foreign_none,
    translation,
};
use crate::ast::{Activation, Attention, Num, Shortcut, Spanned};
use crate::dialect::Dialect;
use crate::errors::Errors;
use crate::suggest::nearest;

/// More channels than this are no picture, so a first number up to it with
/// two larger ones behind is `[channels, height, width]`.
const PICTURE_CHANNELS: usize = 4;

const INPUT: Row<3> = Row {
    form: "[height, width, channels]",
    names: ["a height", "a width", "a channel count"],
    max: [Num::MAX; 3],
    remedy: whole_input,
};

/// `[224, 224, 3]`.
pub(super) fn input(value: &[Tree], errors: &mut Errors) -> Option<[Num; 3]> {
    let no_list = |errors: &mut Errors| {
        let (found, remedy) = (text(value), whole_input(value));
        report(value, format!("expected `{}`, found `{found}`{remedy}", INPUT.form), errors);
    };
    let [Tree::Group(group), rest @ ..] = value else {
        no_list(errors);
        return None;
    };
    let is_list = group.delimiter() == Delimiter::Bracket;
    if !is_list {
        let message = format!("expected `[`, found `{}`; write `[224, 224, 3]`", open(group));
        errors.at(group.span_open(), message);
    }
    // `[[[f32; 3]; 224]; 224]`, as Rust has arrays.
    if let [Tree::Group(inner), ..] = &trees(group.stream())[..]
        && inner.delimiter() == Delimiter::Bracket
    {
        no_list(errors);
        return None;
    }
    let input = INPUT.read(group, "", errors);
    end(rest, errors)?;
    let input = input.filter(|_| is_list)?;
    let [c, h, w] = input.map(|number| number.value);
    // Pictures are not much longer than wide; signals and other maps are.
    let is_picture = h.max(w) <= 3 * h.min(w) && h.min(w) > PICTURE_CHANNELS;
    if c <= PICTURE_CHANNELS && is_picture {
        let wanted = "expected `[height, width, channels]`, found what looks like channels first";
        errors.at(group.span(), format!("{wanted}; write `[{h}, {w}, {c}]`"));
        return None;
    }
    Some(input)
}

/// What to write, made of whatever whole numbers are found.
fn whole_input(found: &[Tree]) -> String {
    let found = text(found).replace("f32", "");
    let numbers: Vec<usize> = found
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .filter(|&number| number > 0)
        .collect();
    let ([h, w, c], why) = match numbers[..] {
        [size] => ([size, size, 3], ""),
        [h, w] => ([h, w, 3], ", with the channels"),
        [a, b, c] => (channels_last([a, b, c]), ""),
        [h, w, c, 1] if h > 1 => ([h, w, c], ", without the batch"),
        [_, a, b, c] => (channels_last([a, b, c]), ", without the batch"),
        _ => ([224, 224, 3], ""),
    };
    format!("; write `[{h}, {w}, {c}]`{why}")
}

fn channels_last([a, b, c]: [usize; 3]) -> [usize; 3] {
    if a <= PICTURE_CHANNELS && b > a && c > a { [b, c, a] } else { [a, b, c] }
}

/// A number or `none`.
pub(super) fn classes(value: &[Tree], errors: &mut Errors) -> Option<Spanned<Option<usize>>> {
    const WANTED: &str = "a class count or `none`";
    match value {
        [none, rest @ ..] if is_word(none, "none") => {
            end(rest, errors).map(|()| Spanned { value: None, span: none.span() })
        }
        [word, ..] if is_foreign_none(word) || is_false(word) => {
            expected(WANTED, value, "; write `none`", errors);
            None
        }
        [some, Tree::Group(group)] if is_word(some, "Some") => {
            let count = text(&trees(group.stream()));
            expected(WANTED, value, format!("; write `{count}`"), errors);
            None
        }
        [Tree::Group(labels)] if strings(labels) > 0 => {
            let count = strings(labels);
            let remedy = format!("; write `{count}`, the labels are no part of a network");
            expected(WANTED, value, remedy, errors);
            None
        }
        [zero] if zero.to_string() == "0" => {
            let remedy = "write `none` for features without logits";
            report(value, format!("expected {WANTED}, found `0`; {remedy}"), errors);
            None
        }
        _ => {
            let Num { value, span } = number(value, &What::new("a class count"), errors)?;
            Some(Spanned { value: Some(value), span })
        }
    }
}

/// How many strings a list has, if it has nothing else.
pub(super) fn strings(list: &Group) -> usize {
    let list = trees(list.stream());
    let items = list.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty());
    let strings = items.map(|item| unquoted(item).map(|_| 1));
    strings.sum::<Option<usize>>().unwrap_or(0)
}

pub(super) fn output_stride(value: &[Tree], errors: &mut Errors) -> Option<Num> {
    number(value, &What::new("an output stride"), errors)
}

/// `true` or `false`.
pub(super) fn switch(value: &[Tree], errors: &mut Errors) -> Option<Spanned<bool>> {
    let (first, rest) = value.split_first()?;
    let written = first.to_string();
    if ["true", "false"].contains(&&*written) {
        let value = Spanned { value: written == "true", span: first.span() };
        return end(rest, errors).map(|()| value);
    }
    let remedy = match &*written.trim_matches('"').to_lowercase() {
        "true" | "1" | "yes" | "on" | "avg" | "mean" => "; write `true`",
        "false" | "0" | "no" | "off" | "none" | "" => "; write `false`",
        _ => "",
    };
    expected("`true` or `false`", value, remedy, errors);
    None
}

/// The path of the facade.
pub(super) fn path(value: &[Tree], errors: &mut Errors) -> Option<Path> {
    let (written, rest) = operand(value);
    if let Ok(path) = Path::parse_mod_style.parse2(written.iter().cloned().collect()) {
        return end(rest, errors).map(|()| path);
    }
    let remedy = match unquoted(written) {
        Some(path) => format!("write `{path}` without the quotes"),
        None => "write it as in `my_crate::resnet`".to_owned(),
    };
    report(written, format!("expected a path, found `{}`; {remedy}", text(written)), errors);
    end(rest, errors)?;
    None
}

/// Only a dialect that exists.
pub(super) fn dialect(value: &[Tree], errors: &mut Errors) -> Option<Ident> {
    let known = Dialect::ALL.map(|dialect| dialect.name);
    word(value, "a dialect", known, DIALECTS, errors)
}

/// What a shortcut does where the shape changes.
pub(super) fn shortcut(value: &[Tree], errors: &mut Errors) -> Option<Spanned<Shortcut>> {
    let word = word(value, "a shortcut", Shortcut::ALL.map(Shortcut::name), SHORTCUTS, errors)?;
    let value = Shortcut::ALL.into_iter().find(|shortcut| word == shortcut.name())?;
    Some(Spanned { value, span: word.span() })
}

/// What follows normalisations.
pub(super) fn activation(value: &[Tree], errors: &mut Errors) -> Option<Activation> {
    let known = Activation::ALL.map(Activation::name);
    let word = word(value, "an activation", known, ACTIVATIONS, errors)?;
    Activation::ALL.into_iter().find(|activation| word == activation.name())
}

const DIVISOR: Row<1> =
    Row { form: "se(divisor)", names: ["a divisor"], max: [Num::MAX], remedy: whole_divisor };

fn whole_divisor(_: &[Tree]) -> String {
    "; write `se(16)`, or `se` alone for that".to_owned()
}

/// 16 for `0.0625` and for `1 / 16`: of the ratios that timm takes, the divisor.
fn inverse(ratio: &[Tree]) -> Option<usize> {
    let divisor = match ratio {
        [Tree::Literal(ratio)] => match Lit::new(ratio.clone()) {
            Lit::Float(ratio) => 1.0 / ratio.base10_parse::<f64>().ok()?,
            _ => return None,
        },
        [one, by, Tree::Literal(divisor)] if one.to_string() == "1" && is_mark(by, '/') => {
            divisor.to_string().parse().ok()?
        }
        _ => return None,
    };
    let whole = divisor.round();
    // Of `0.33` nobody knows what is meant.
    let is_whole = whole > 1.0 && whole < 1e6 && (divisor - whole).abs() < 1e-6 * whole;
    is_whole.then_some(whole as usize)
}

/// `se`, `se(16)` or `eca`.
pub(super) fn attention(value: &[Tree], errors: &mut Errors) -> Option<Spanned<Attention>> {
    if let [se, Tree::Group(group), rest @ ..] = value
        && is_word(se, "se")
    {
        if group.delimiter() != Delimiter::Parenthesis {
            let inside = text(&trees(group.stream()));
            let wanted = format!("expected `(` after `se`, found `{}`", open(group));
            let message = format!("{wanted}; write `se({inside})`");
            errors.at(group.span_open(), message);
            return None;
        }
        let inside = trees(group.stream());
        if let Some(divisor) = inverse(&inside) {
            let message = format!("expected a divisor, found the ratio `{}`", text(&inside));
            report(&inside, format!("{message}; write `se({divisor})`"), errors);
            return None;
        }
        let divisor = DIVISOR.read(group, "", errors);
        end(rest, errors)?;
        let [divisor] = divisor?;
        return Some(Spanned { value: Attention::Se { divisor: divisor.value }, span: se.span() });
    }
    if let [eca, size @ Tree::Group(_)] = value
        && is_word(eca, "eca")
    {
        let remedy = "; how many channels there are decides its size";
        expected("`eca` alone", slice::from_ref(size), remedy, errors);
        return None;
    }
    let word = word(value, "an attention", Attention::NAMES, ATTENTIONS, errors)?;
    let value = if word == "se" { Attention::SE } else { Attention::Eca };
    Some(Spanned { value, span: word.span() })
}

/// One of a few words.
fn word<const N: usize>(
    value: &[Tree],
    wanted: &str,
    known: [&str; N],
    foreign: Translations,
    errors: &mut Errors,
) -> Option<Ident> {
    let (written, rest) = operand(value);
    if let [Tree::Ident(word)] = written
        && known.iter().any(|known| word == known)
    {
        return end(rest, errors).map(|()| word.clone());
    }
    // `timm-v2`
    let found = text(written).replace(" - ", "-");
    let whole = found.replace('-', "_");
    let noun = wanted.trim_start_matches("an ").trim_start_matches("a ");
    let message = match unquoted(written) {
        Some(name) if known.contains(&&*name) => {
            format!("expected {wanted}, found `{found}`; write `{name}` without the quotes")
        }
        name => {
            // Of `nn.ReLU(inplace=True)` and `tf::nn::relu`, the last word.
            let path = match written {
                [path @ .., Tree::Group(_)] => path,
                path => path,
            };
            let name = name.unwrap_or_else(|| path.last().map_or(String::new(), Tree::to_string));
            let near = |word: &str| nearest(word, known).map(Some);
            let meant = translation(foreign, &whole).or_else(|| near(&whole));
            let meant = meant.or_else(|| translation(foreign, &name)).or_else(|| near(&name));
            match meant.flatten() {
                Some(meant) => format!("unknown {noun} `{found}`, did you mean `{meant}`?"),
                None => {
                    let known = known.map(|word| format!("`{word}`")).join(", ");
                    format!("unknown {noun} `{found}`; there are {known}")
                }
            }
        }
    };
    report(written, message, errors);
    end(rest, errors)?;
    None
}

pub(super) fn groups(value: &[Tree], errors: &mut Errors) -> Option<Num> {
    number(value, &What::new("a number of groups"), errors)
}

/// What stands in the quotes of a lone string.
fn unquoted(written: &[Tree]) -> Option<String> {
    let [Tree::Literal(literal)] = written else {
        return None;
    };
    string_value(literal)
}

pub(super) fn string_value(literal: &Literal) -> Option<String> {
    match Lit::new(literal.clone()) {
        Lit::Str(string) => Some(string.value()),
        _ => None,
    }
}

/// `none` for a key that can simply be left out.
pub(super) fn is_left_out(value: &[Tree]) -> bool {
    matches!(value, [none] if is_word(none, "none") || is_foreign_none(none))
}
