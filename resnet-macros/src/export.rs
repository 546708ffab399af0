//! The prefixes of functions for C: one for each network of a program.

use proc_macro2::Span;
use syn::ext::IdentExt;

use crate::ast::Network;
use crate::cfg::Cfg;
use crate::dialect::snake_case;
use crate::errors::Errors;

/// Longer names are cut by some compilers of C.
const MAX: usize = 40;

/// What the functions of a network begin with, and where that was written.
pub(crate) fn prefix(declared: &Network) -> Option<(String, Span)> {
    let export = declared.fields.export.as_ref()?;
    let prefix = match &export.prefix {
        Some(prefix) => prefix.to_string(),
        None => snake_case(&declared.name.unraw().to_string()),
    };
    Some((prefix, export.span))
}

/// Why no name in C can begin so.
pub(crate) fn prefix_fault(prefix: &str) -> Option<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if let Some(bare) = prefix.strip_prefix("r#") {
        return Some(format!("the raw `{prefix}`; write `{bare}`"));
    }
    if !prefix.starts_with(|c: char| c.is_ascii_alphabetic()) || !prefix.chars().all(is_word) {
        return Some(format!(
            "`{prefix}`; it begins with a letter, and has only ASCII letters, digits and `_`"
        ));
    }
    if prefix.ends_with('_') || prefix.contains("__") {
        return Some(format!("`{prefix}`; names with `__` are reserved in C++"));
    }
    (prefix.len() > MAX).then(|| format!("one of {} letters; the most are {MAX}", prefix.len()))
}

/// Every network has a prefix that C can have, and no other network has. Upper
/// case makes no difference, since constants are in capitals.
pub(crate) fn check(networks: &mut [(Network, Errors)]) {
    let mut seen: Vec<(String, String)> = Vec::new();
    for (net, errors) in networks {
        let Some((prefix, span)) = prefix(net) else {
            continue;
        };
        let constant = prefix.to_ascii_uppercase();
        // One that was written was checked where it was read.
        let is_written = net.fields.export.as_ref().is_some_and(|export| export.prefix.is_some());
        if let (false, Some(fault)) = (is_written, prefix_fault(&prefix)) {
            let remedy = "write `export: \"C\" as prefix`";
            let place = format_args!(
                "expected a name that can prefix functions of C, found {fault}; {remedy}"
            );
            errors.at(span, place);
            continue;
        }
        if let Some((_, other)) = seen.iter().find(|(other, _)| *other == constant) {
            errors.at(
                span,
                format_args!(
                    "expected a prefix of its own, found `{prefix}`, which `{other}` has; \
                     write `export: \"C\" as prefix`"
                ),
            );
            continue;
        }
        // Under `cfg` there may be several, of which one remains.
        if Cfg::of(&net.attrs).is_always() {
            seen.push((constant, net.name.to_string()));
        }
    }
}
