//! `export: "C"`, or `export: "C" as digits`.

use proc_macro2::{Ident, TokenTree as Tree};

use super::report::{end, expected, report, text};
use super::tokens::{is_mark, is_word, trees};
use super::value::string_value;
use crate::ast::Export;
use crate::errors::Errors;
use crate::export::prefix_fault;

/// The ABI, and perhaps a prefix.
pub(super) fn export(value: &[Tree], errors: &mut Errors) -> Option<Export> {
    let (first, rest) = value.split_first()?;
    abi(first, errors)?;
    if let [comma, r#as, prefix @ ..] = rest
        && is_mark(comma, ',')
        && is_word(r#as, "as")
    {
        let prefix = match prefix {
            [Tree::Ident(prefix)] => prefix.to_string(),
            _ => "digits".to_owned(),
        };
        let remedy = format!("; write `export: \"C\" as {prefix}`");
        expected("`as` without a comma before it", &rest[..1], remedy, errors);
        return None;
    }
    let [r#as, rest @ ..] = rest else {
        return Some(Export { prefix: None, span: first.span() });
    };
    if !is_word(r#as, "as") {
        let rest = &value[1..];
        let is_name = matches!(rest, [Tree::Ident(_)] | [Tree::Literal(_)]);
        if is_name {
            expected("`as` before a prefix", rest, "; write `export: \"C\" as digits`", errors);
            return None;
        }
        end(rest, errors)?;
        return None;
    }
    let prefix = prefix(r#as, rest, errors)?;
    Some(Export { span: prefix.span(), prefix: Some(prefix) })
}

fn abi(written: &Tree, errors: &mut Errors) -> Option<()> {
    let found = match written {
        Tree::Literal(literal) => string_value(literal),
        _ => None,
    };
    if found.as_deref() == Some("C") {
        return Some(());
    }
    let remedy = match found {
        Some(_) => "; there is no other ABI",
        None => "; write `export: \"C\"`",
    };
    expected("`\"C\"`", std::slice::from_ref(written), remedy, errors);
    None
}

/// What stands behind `as`.
fn prefix(r#as: &Tree, rest: &[Tree], errors: &mut Errors) -> Option<Ident> {
    const EXAMPLE: &str = "write `export: \"C\" as digits`";
    let (first, rest) = match rest {
        [Tree::Group(group)] if trees(group.stream()).is_empty() => (None, &[][..]),
        [first, rest @ ..] => (Some(first), rest),
        [] => (None, rest),
    };
    let Some(first) = first else {
        errors.at(r#as.span(), format_args!("expected a prefix after `as`; {EXAMPLE}"));
        return None;
    };
    let Tree::Ident(prefix) = first else {
        let written = std::slice::from_ref(first);
        let unquoted = match first {
            Tree::Literal(literal) => string_value(literal),
            _ => None,
        };
        let remedy = match unquoted {
            Some(name) if prefix_fault(&name).is_none() => {
                format!("write `{name}` without the quotes")
            }
            _ => EXAMPLE.to_owned(),
        };
        report(written, format!("expected a prefix, found `{}`; {remedy}", text(written)), errors);
        return None;
    };
    end(rest, errors)?;
    if let Some(fault) = prefix_fault(&prefix.to_string()) {
        errors.at(prefix.span(), format_args!("expected a prefix, found {fault}"));
        return None;
    }
    Some(prefix.clone())
}
