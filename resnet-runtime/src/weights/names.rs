//! Names of tensors that are none of the network's.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Format;
use super::safetensors::Views;
use crate::error::Fault;
use crate::layer::TensorSpec;

/// By what part of its names a file of another program is known, and the
/// dialect that has them.
const MARKS: [(&str, &str); 4] = [
    ("/bottleneck_v2/", "slim_v2"),
    ("/bottleneck_v1/", "slim_v1"),
    ("layer1.0.", "torch"),
    ("stages.0.blocks.0.", "timm_v2"),
];

/// How many tensors are sought under other scopes: one that is sought may be
/// missing.
const TRIED: usize = 8;

/// Whether a tensor is one that training leaves behind, or one that the
/// network has no use for.
pub(super) fn is_ignored(name: &str, format: &Format) -> bool {
    let last = name.rsplit(['/', '.']).next().unwrap_or(name);
    let is_unread = |unread: &&str| {
        let rest = name.strip_prefix(*unread);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    format.leftovers.contains(&last) || format.unread.iter().any(is_unread)
}

/// The one fault of a file that has most of the network's tensors under other
/// names.
pub(super) fn others(
    specs: impl Iterator<Item = TensorSpec>,
    format: &Format,
    views: &Views<'_>,
) -> Option<Fault> {
    let names: Vec<String> = specs.map(|spec| spec.name.to_string()).collect();
    let found = names.iter().filter(|name| views.has(name)).count();
    if 2 * found > names.len() {
        return None;
    }
    if let Some(scope) = other_scope(&names, format, views) {
        return Some(Fault::Scope { expected: format.scope.to_owned(), found: scope.to_owned() });
    }
    let has = |mark: &str| views.names().find(|name| name.contains(mark));
    let is_own = |mark: &str| names.iter().any(|name| name.contains(mark));
    MARKS.into_iter().filter(|(mark, _)| !is_own(mark)).find_map(|(mark, dialect)| {
        Some(Fault::Dialect {
            expected: names.first()?.clone(),
            found: has(mark)?.to_owned(),
            dialect,
        })
    })
}

/// What stands before the names of most tensors in the file, if it is not the
/// network's scope.
fn other_scope<'f>(names: &[String], format: &Format, views: &Views<'f>) -> Option<&'f str> {
    let bare: Vec<&str> = names.iter().filter_map(|name| name.strip_prefix(format.scope)).collect();
    let most = |scope: &&str| {
        let is_there = |bare: &&&str| views.has(&format!("{scope}{bare}"));
        let is_scope = scope.is_empty() || scope.ends_with(['/', '.']);
        is_scope && 2 * bare.iter().filter(is_there).count() > bare.len()
    };
    // Of the names that end as one of ours, the shortest is ours, if the file
    // has it.
    let shortest = |bare: &&str| {
        let scopes = views.names().filter_map(|name| name.strip_suffix(bare));
        scopes.min_by_key(|scope| scope.len())
    };
    bare.iter().take(TRIED).filter_map(shortest).find(most)
}
