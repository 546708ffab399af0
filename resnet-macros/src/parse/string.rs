//! The values that are strings.

use proc_macro2::TokenTree as Tree;
use syn::{Lit, LitStr};

use super::report::{end, report, text};
use super::tokens::{is_mark, operand, trees};
use super::value::strings;
use super::words::{Key, SCOPE_LEFT_OUT};
use crate::errors::Errors;
use crate::weights::EXTENSION;

/// What TensorFlow takes as the name of a variable scope.
pub(super) fn scope(value: &[Tree], errors: &mut Errors) -> Option<LitStr> {
    let bare = |found: &str| format!("; write `\"{found}\"`");
    let scope = string(value, "a scope in quotes", bare, errors)?;
    let fault = scope_fault(&scope.value());
    check(scope, fault, errors)
}

fn scope_fault(scope: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || r"_.\/>-".contains(c);
    if scope.is_empty() {
        return Some(format!("expected a scope, found `\"\"`{SCOPE_LEFT_OUT}"));
    }
    if let Some(wrong) = scope.chars().find(|&c| !allowed(c)) {
        let wanted = "expected a scope of letters, digits and any of `_.\\/>-`";
        return Some(format!("{wanted}, found `{wrong:?}`"));
    }
    if scope.starts_with('/') || scope.ends_with('/') {
        let bare = scope.trim_matches('/');
        let remedy = if bare.is_empty() { String::new() } else { format!("; write `\"{bare}\"`") };
        return Some(format!("expected a scope without `/` at its ends, found `{scope}`{remedy}"));
    }
    None
}

/// A file whose header the macro can read.
pub(super) fn weights(value: &[Tree], errors: &mut Errors) -> Option<LitStr> {
    let bare = |found: &str| match has_extension(found) {
        true => format!("; write `\"{found}\"`"),
        false => format!("; write it as in `{}`", Key::Weights.example()),
    };
    let weights = string(value, "the name of a weight file in quotes", bare, errors)?;
    let fault = weights_fault(&weights.value());
    check(weights, fault, errors)
}

fn has_extension(file: &str) -> bool {
    file.ends_with(".safetensors") || file.ends_with(EXTENSION)
}

fn weights_fault(file: &str) -> Option<String> {
    if file.contains("://") {
        return Some(format!("expected the path of a file, found `{file}`; download it first"));
    }
    if has_extension(file) {
        return None;
    }
    let found = if file.is_empty() { "\"\"" } else { file };
    let remedy = match file.rsplit_once('.') {
        Some((_, "ckpt" | "index" | "pth" | "pt" | "th" | "bin" | "tar" | "npz")) => {
            "convert it with `tools/convert` of resnet's repository"
        }
        None if !file.is_empty() => "nothing is downloaded, save the weights in such a file first",
        _ => "no other format is read",
    };
    Some(format!("expected a `.safetensors` or `{EXTENSION}` file, found `{found}`; {remedy}"))
}

/// Passes a string on, or reports what is wrong with it.
fn check(string: LitStr, fault: Option<String>, errors: &mut Errors) -> Option<LitStr> {
    match fault {
        None => Some(string),
        Some(fault) => {
            errors.at(string.span(), fault);
            None
        }
    }
}

/// `bare` is the remedy for what has no quotes.
fn string(
    value: &[Tree],
    wanted: &str,
    bare: impl Fn(&str) -> String,
    errors: &mut Errors,
) -> Option<LitStr> {
    let (written, rest) = operand(value);
    if let [Tree::Literal(literal)] = written
        && let Lit::Str(string) = Lit::new(literal.clone())
        && string.suffix().is_empty()
    {
        return end(rest, errors).map(|()| string);
    }
    let found = text(written);
    let is_bare = written.iter().all(|tree| matches!(tree, Tree::Ident(_) | Tree::Punct(_)));
    let remedy = match written.last() {
        _ if is_bare => bare(&found),
        // `include_bytes!("…")`
        Some(Tree::Group(group)) if strings(group) == 1 => {
            format!("; write `{}`", text(&trees(group.stream())))
        }
        // `concat!(…)`: a macro sees no result of another.
        Some(Tree::Group(_)) if written.iter().any(|tree| is_mark(tree, '!')) => {
            "; write the text itself".to_owned()
        }
        _ => String::new(),
    };
    report(written, format!("expected {wanted}, found `{found}`{remedy}"), errors);
    end(rest, errors)?;
    None
}
