//! Cuts the body of a struct into `name: value`, whatever separates them.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenTree as Tree};
use syn::ext::IdentExt;
use syn::parse::Parser;

use super::block::is_kind;
use super::call::Call;
use super::order::{is_kind_first, is_kind_last, misordered};
use super::report::{expected, group_text, missing, open, report, text};
use super::tokens::{is_digits, is_mark, is_path_separator, is_word};
use super::value::string_value;
use super::words::{BLOCK, Key, foreign};
use crate::errors::Errors;

/// What stands where a name should.
const WANTED: &str = "a key or a block name";

/// One field. Its value is not looked at yet, and may be empty.
pub(super) struct Field<'t> {
    /// `None` says that there is none, and that this was reported.
    pub name: Option<Ident>,
    pub value: &'t [Tree],
    /// `name { … }`: whether brackets stand where the colon should, of which
    /// nothing was said yet.
    pub is_enclosed: bool,
}

/// Takes the next field off a body. Every fault between the values is reported.
pub(super) fn next_field<'t>(body: &mut &'t [Tree], errors: &mut Errors) -> Option<Field<'t>> {
    while !body.is_empty() {
        let bare = without_self(undecorated(body, errors));
        let (piece, rest) = bare.split_at(length(bare));
        *body = rest;
        let piece = without_comma(piece, rest, errors);
        let field = field(piece, errors);
        if field.is_some() {
            return field;
        }
    }
    None
}

/// Strips attributes, doc comments and `pub`, which Rust's own structs have,
/// statements and other languages' comments. One report serves for all in front of a field.
fn undecorated<'t>(mut body: &'t [Tree], errors: &mut Errors) -> &'t [Tree] {
    let mut is_first = true;
    while let Some((len, found, remedy)) = decoration(body) {
        if is_first {
            let message = format!("expected {WANTED}, found {found}; {remedy}");
            report(&body[..len], message, errors);
        }
        is_first = false;
        body = &body[len..];
    }
    body
}

/// Strips the `self.` of `self.layer1 = …`, whose `=` is reported, or the call behind it.
fn without_self(body: &[Tree]) -> &[Tree] {
    match body {
        [this, dot, Tree::Ident(_), equals, ..]
            if is_word(this, "self") && is_mark(dot, '.') && is_mark(equals, '=') =>
        {
            &body[2..]
        }
        _ => body,
    }
}

/// The length of the decoration that the body begins with, what to call it,
/// and what to do about it.
fn decoration(body: &[Tree]) -> Option<(usize, &'static str, &'static str)> {
    if let Some(len) = statement(body) {
        return Some((len, "a statement", "a network has fields alone"));
    }
    if let [dot, next, ..] = body
        && is_mark(dot, '.')
        && is_mark(next, '.')
    {
        return Some((length(body), "`..`", "a network takes no fields of another"));
    }
    let (len, group) = match body {
        [vis, Tree::Group(group), ..] if is_word(vis, "pub") && open(group) == "(" => (2, None),
        [vis, Tree::Ident(_), ..] if is_word(vis, "pub") => (1, None),
        [hash, Tree::Group(group), ..] if is_mark(hash, '#') => (2, Some(group)),
        [hash, not, Tree::Group(group), ..] if is_mark(hash, '#') && is_mark(not, '!') => {
            (3, Some(group))
        }
        [hash, ..] if is_mark(hash, '#') => {
            return Some((comment(body), "`#`", "comments begin with `//`"));
        }
        _ => return None,
    };
    let is_doc = |group: &Group| group_text(group).starts_with("[doc =");
    Some(match group {
        None => (len, "`pub`", "fields have no visibility of their own"),
        Some(group) if is_doc(group) => (len, "a doc comment", "write an ordinary comment, `// …`"),
        Some(_) => (len, "an attribute", "attributes stand before the struct"),
    })
}

/// The length of a comment as Python and YAML have it: the rest of the line.
/// Outside of the compiler, in tests, lines are not known.
fn comment(body: &[Tree]) -> usize {
    let line = |tree: &Tree| proc_macro::is_available().then(|| tree.span().unwrap().line());
    match line(&body[0]) {
        None => length(body),
        first => body.iter().take_while(|tree| line(tree) == first).count(),
    }
}

/// The length of the statement or item that the body begins with. It ends with
/// its `;`, braces or `,`; a comma may follow.
fn statement(body: &[Tree]) -> Option<usize> {
    const WORDS: [&str; 14] = [
        "let", "const", "static", "fn", "for", "if", "while", "loop", "match", "use", "type",
        "mod", "impl", "def",
    ];
    let (first, rest) = body.split_first()?;
    let is_word = WORDS.iter().any(|word| is_word(first, word));
    let is_name = rest.is_empty() || [':', '=', ','].iter().any(|&mark| is_mark(&rest[0], mark));
    if !is_word || is_name {
        return None;
    }
    let is_end = |tree: &Tree| match tree {
        Tree::Group(group) => group.delimiter() == Delimiter::Brace,
        tree => is_mark(tree, ';') || is_mark(tree, ','),
    };
    let end = body.iter().position(is_end).map_or(body.len(), |end| end + 1);
    let is_comma = body.get(end).is_some_and(|tree| is_mark(tree, ','));
    Some(end + usize::from(is_comma && !is_mark(&body[end - 1], ',')))
}

/// How many trees belong to the first field, with the separator behind it.
fn length(body: &[Tree]) -> usize {
    let first = 1 + usize::from(is_kind_first(body));
    (first..body.len()).find(|&at| begins_field(body, at)).unwrap_or(body.len())
}

/// Whether a new field begins at `at`, which is not 0. A comma alone does not
/// end a field: in `input: 224, 224, 3` the brackets are forgotten, and in
/// `bottleneck[…], […]` the `+`.
fn begins_field(body: &[Tree], at: usize) -> bool {
    if is_named(&body[at..]) {
        let in_path = at > 1 && is_path_separator(&body[at - 2..]);
        let is_value = at == 2 && (is_value_word(&body[at]) || is_type(body));
        let is_name = !is_digits(&body[at]) || is_mark(&body[at - 1], ',');
        return !in_path && !is_value && is_name && !is_dashed(&body[..at]);
    }
    let in_root = is_word(&body[0], "root") && is_call(&body[at..]);
    let in_export = is_word(&body[0], "export") && is_word(&body[at], "as");
    let begins = matches!(body[at], Tree::Ident(_))
        || is_kind_last(&body[at..])
        || ['#', '.'].iter().any(|&mark| is_mark(&body[at], mark));
    is_mark(&body[at - 1], ',') && begins && !in_root && !in_export
}

/// The second word of `block1: bottleneck: […]`, which is no name.
fn is_value_word(tree: &Tree) -> bool {
    is_word(tree, "conv") || is_word(tree, "custom") || is_kind(&tree.to_string())
}

/// `classes: usize = 10`, as fields with defaults are written.
fn is_type(body: &[Tree]) -> bool {
    matches!(body, [_, colon, Tree::Ident(ty), equals, ..]
        if is_mark(colon, ':') && is_mark(equals, '=') && Key::of(&ty.to_string()).is_none())
}

/// `name:` or `name =`. Names in quotes are no names, but meant as such.
pub(super) fn is_named(trees: &[Tree]) -> bool {
    match trees {
        [Tree::Ident(_), sign, ..] if is_mark(sign, '=') => true,
        [Tree::Ident(_) | Tree::Literal(_), sign, ..] => {
            is_mark(sign, ':') && !is_path_separator(&trees[1..])
        }
        _ => false,
    }
}

/// `output-`, of `output-stride`.
fn is_dashed(trees: &[Tree]) -> bool {
    trees.chunks(2).all(|pair| matches!(pair, [Tree::Ident(_), dash] if is_mark(dash, '-')))
}

/// `max_pool(…)`, but not `classes(10)`.
fn is_call(trees: &[Tree]) -> bool {
    matches!(trees, [Tree::Ident(name), Tree::Group(group), ..]
        if group.delimiter() == Delimiter::Parenthesis && Key::of(&name.to_string()).is_none())
}

/// Strips the comma between `piece` and `rest`, or reports what stands there.
fn without_comma<'t>(piece: &'t [Tree], rest: &[Tree], errors: &mut Errors) -> &'t [Tree] {
    let is_comma = |tree: &Tree| is_mark(tree, ',');
    let end = piece.iter().rposition(|tree| !is_comma(tree)).map_or(0, |last| last + 1);
    let (field, commas) = piece.split_at(end);
    match commas {
        [] if rest.is_empty() => field,
        [] => without_wrong_separator(field, rest, errors),
        [_] if !field.is_empty() => field,
        [_, extra @ ..] => {
            let extra = if field.is_empty() { commas } else { extra };
            expected(WANTED, extra, "", errors);
            field
        }
    }
}

fn without_wrong_separator<'t>(
    field: &'t [Tree],
    rest: &[Tree],
    errors: &mut Errors,
) -> &'t [Tree] {
    let is_punct = |tree: &Tree| matches!(tree, Tree::Punct(_));
    let end = field.iter().rposition(|tree| !is_punct(tree)).map_or(0, |last| last + 1);
    match field.split_at(end) {
        ([_], _) => {} // a value is missing, which is said elsewhere
        (_, []) => missing(",", rest, errors),
        (field, wrong) => {
            expected("`,`", wrong, "", errors);
            return field;
        }
    }
    field
}

/// Splits the name from the value.
fn field<'t>(piece: &'t [Tree], errors: &mut Errors) -> Option<Field<'t>> {
    if let Some(value) = misordered(piece, errors) {
        return Some(Field { name: None, value, is_enclosed: false });
    }
    match piece {
        [] => None,
        [Tree::Ident(_), ..] => {
            let (name, rest) = match indexed_name(piece, errors) {
                Some(Indexed::Name(name, rest)) => (name, rest),
                Some(Indexed::Unit(value)) => {
                    return Some(Field { name: None, value, is_enclosed: false });
                }
                None => dashed_name(piece, errors)?,
            };
            if is_nameless(piece, rest, errors) {
                return Some(Field { name: None, value: piece, is_enclosed: false });
            }
            let is_enclosed = matches!(rest, [Tree::Group(_)]);
            let value = if is_enclosed { rest } else { behind_name(&name, rest, errors) };
            Some(Field { name: Some(name), value, is_enclosed })
        }
        [Tree::Literal(name), colon, value @ ..] if is_mark(colon, ':') => {
            let name = unquoted_name(name, piece, errors);
            Some(Field { name, value, is_enclosed: false })
        }
        _ => {
            expected(WANTED, piece, "", errors);
            Some(Field { name: None, value: piece, is_enclosed: false })
        }
    }
}

/// Whether the first word is no name, but the kind of a block without a name.
fn is_nameless(piece: &[Tree], rest: &[Tree], errors: &mut Errors) -> bool {
    if let Some(call) = Call::of(piece) {
        match call.makes_block() {
            true => call.report(WANTED, None, errors),
            false => call.report_alone(WANTED, errors),
        }
        return true;
    }
    let [Tree::Ident(word), ..] = piece else {
        return false;
    };
    if matches!(rest, [Tree::Group(_), ..]) && is_kind(&word.to_string()) {
        let message = format!("expected a block name before `{word}`; write `{BLOCK}`");
        errors.at(word.span(), message);
        return true;
    }
    false
}

/// The value, behind a `:` or what stands for it.
fn behind_name<'t>(name: &Ident, rest: &'t [Tree], errors: &mut Errors) -> &'t [Tree] {
    let marks = rest.iter().take_while(|tree| matches!(tree, Tree::Punct(_))).count();
    match rest {
        [] => rest,
        [colon, second, value @ ..]
            if is_mark(colon, ':') && is_mark(second, '=') || is_path_separator(rest) =>
        {
            expected(format_args!("`:` after `{name}`"), rest, "", errors);
            value
        }
        [colon, ty, equals, value @ ..]
            if is_mark(colon, ':')
                && is_mark(equals, '=')
                && !is_value_word(ty)
                && !value.is_empty() =>
        {
            let value_text = text(value);
            let remedy = format!("; write `{name}: {value_text}`");
            expected(format_args!("a value for `{name}`"), &rest[1..2], remedy, errors);
            value
        }
        [colon, value @ ..] if is_mark(colon, ':') => value,
        // Of the call it is said what to write, with a colon.
        [equals, value @ ..]
            if is_mark(equals, '=')
                && Call::of(value).is_some()
                && Key::of(&name.to_string()).is_none() =>
        {
            value
        }
        [Tree::Punct(_), ..] => {
            expected(format_args!("`:` after `{name}`"), rest, "", errors);
            &rest[marks..]
        }
        _ => {
            missing(":", rest, errors);
            rest
        }
    }
}

/// A name with a number apart from it.
enum Indexed<'t> {
    /// `layer[1]` or `layer 1`, read as `layer1`.
    Name(Ident, &'t [Tree]),
    /// `layer1.0`: a unit, which has no field of its own, and its value.
    Unit(&'t [Tree]),
}

/// The name at the head of a piece, if a number stands apart from it; that is reported.
fn indexed_name<'t>(piece: &'t [Tree], errors: &mut Errors) -> Option<Indexed<'t>> {
    let begins_value =
        |rest: &[Tree]| matches!(rest, [mark, ..] if is_mark(mark, ':') || is_mark(mark, '='));
    let (name, index) = match piece {
        [Tree::Ident(_), dot, number, rest @ ..]
            if is_mark(dot, '.') && is_digits(number) && !rest.is_empty() =>
        {
            let found = text(&piece[..3]);
            let wanted = format!("expected a block name, found `{found}`");
            let remedy = format!("a block is one field with all its units, as in `{BLOCK}`");
            report(&piece[..3], format!("{wanted}; {remedy}"), errors);
            return Some(Indexed::Unit(&rest[1..]));
        }
        [Tree::Ident(name), number, rest @ ..] if is_digits(number) && begins_value(rest) => {
            (name, number.to_string())
        }
        [Tree::Ident(name), Tree::Group(index), rest @ ..] if begins_value(rest) => {
            (name, index.stream().to_string())
        }
        _ => return None,
    };
    let (written, rest) = piece.split_at(2);
    let right = identifier(&format!("{name}{index}"), name.span())?;
    let message =
        format!("expected a name in one word, found `{}`; write `{right}`", text(written));
    report(written, message, errors);
    Some(Indexed::Name(right, rest))
}

/// The name at the head of a piece. `output-stride` is read as `output_stride`.
fn dashed_name<'t>(piece: &'t [Tree], errors: &mut Errors) -> Option<(Ident, &'t [Tree])> {
    let Some((Tree::Ident(first), mut rest)) = piece.split_first() else {
        return None;
    };
    let mut name = first.to_string();
    while let [dash, next @ (Tree::Ident(_) | Tree::Literal(_)), behind @ ..] = rest
        && is_mark(dash, '-')
    {
        name = format!("{name}_{next}");
        rest = behind;
    }
    let written = &piece[..piece.len() - rest.len()];
    if let [_] = written {
        return Some((first.clone(), rest));
    }
    if foreign(&name).is_none() {
        let found = name.replace('_', "-");
        let message = format!("expected `{name}`, found `{found}`; names have no `-`");
        report(written, message, errors);
    }
    Some((identifier(&name, first.span())?, rest))
}

/// The name that was written in quotes, as in JSON.
fn unquoted_name(name: &Literal, piece: &[Tree], errors: &mut Errors) -> Option<Ident> {
    let bare = string_value(name).and_then(|bare| identifier(&bare, name.span()));
    let remedy = match &bare {
        Some(bare) => format!("; write `{bare}` without the quotes"),
        None => "; a name begins with a letter".to_owned(),
    };
    expected(WANTED, piece, remedy, errors);
    bare
}

/// The text as a name, if it can be one.
fn identifier(text: &str, span: Span) -> Option<Ident> {
    let mut name = Ident::parse_any.parse_str(text).ok()?;
    name.set_span(span);
    Some(name)
}
