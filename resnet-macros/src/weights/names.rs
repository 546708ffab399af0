//! Names of other scopes and other programs: one mistake, not hundreds.

use std::collections::HashSet;

use super::header::{Header, printable};
use crate::dialect::Dialect;
use crate::ir::{Layer, Network};

/// How many tensors are sought under other scopes: one that is sought may be
/// missing.
const TRIED: usize = 8;

/// Names that are all others, and what to say of them.
pub(super) enum Others {
    Scope(String),
    Dialect(String),
    /// Of no program that we know.
    Unknown(String),
}

/// What to say if the file is one of another scope or program.
pub(super) fn others(net: &Network, layers: &[Layer], header: &Header) -> Option<Others> {
    let names = layers.iter().flat_map(|layer| layer.tensors(net.dialect.layout));
    let names: Vec<String> = names.map(|tensor| tensor.name).collect();
    let found = names.iter().filter(|name| header.contains_key(*name)).count();
    let first = names.first()?;
    // A scope is known by its names; programs share many of theirs.
    let is_other = 2 * found <= names.len();
    if let Some(scope) = other_scope(net, &names, header).filter(|_| is_other) {
        return Some(Others::Scope(scope_fault(net, first, &scope)));
    }
    if let Some(dialect) = other_dialect(net, &names, header) {
        return Some(Others::Dialect(dialect_fault(net, dialect, &names, header)));
    }
    let but = header.keys().min().map(|name| format!(", but `{}`", printable(name)));
    let (program, but) = (net.dialect.program, but.unwrap_or_default());
    (found == 0).then(|| {
        let expected = format!("expected names of {program}, such as `{first}`");
        Others::Unknown(format!("{expected}, found none of them{but}"))
    })
}

/// What stands before the names of most tensors in the file, if it is not the
/// network's scope.
fn other_scope(net: &Network, names: &[String], header: &Header) -> Option<String> {
    let own = match &*net.scope {
        "" => String::new(),
        scope => format!("{scope}{}", net.dialect.separator),
    };
    let bare: Vec<&str> = names.iter().filter_map(|name| name.strip_prefix(&own)).collect();
    let most = |scope: &&str| {
        let is_there = |bare: &&&str| header.contains_key(&format!("{scope}{bare}"));
        let is_scope = scope.is_empty() || scope.ends_with(net.dialect.separator);
        is_scope && 2 * bare.iter().filter(is_there).count() > bare.len()
    };
    // Of the names that end as one of ours, the shortest is ours, if the file
    // has it.
    let shortest = |bare: &&str| {
        let scopes = header.keys().filter_map(|name| name.strip_suffix(bare));
        scopes.min_by_key(|scope| scope.len())
    };
    bare.iter().take(TRIED).filter_map(shortest).find(most).map(str::to_owned)
}

fn scope_fault(net: &Network, first: &str, found: &str) -> String {
    let found = printable(found.trim_end_matches(net.dialect.separator));
    match (&*net.scope, &*found) {
        ("", _) => format!(
            "expected names such as `{first}`, found them under `{found}`; \
             write `scope: \"{found}\"`"
        ),
        (scope, "") if (net.dialect.scope)(&net.name.to_string()).is_empty() => {
            format!("expected names under `{scope}`, found them without; leave `scope` out")
        }
        (scope, "") => format!(
            "expected names under `{scope}`, found them without; \
             give the tensors a scope, which every network of {} has",
            net.dialect.program
        ),
        (scope, _) => format!(
            "expected names under `{scope}`, found them under `{found}`; \
             write `scope: \"{found}\"`"
        ),
    }
}

/// The other program whose names the file has, if it is not that of the network.
fn other_dialect(net: &Network, names: &[String], header: &Header) -> Option<&'static Dialect> {
    let own = net.dialect;
    let surplus = surplus(net, names, header);
    let has = |mark: &str| header.keys().any(|name| name.contains(mark));
    let is_own = own.marks.iter().all(|mark| has(mark));
    let is_known = |dialect: &Dialect| {
        // What the network itself asks for, by a function of the user's, tells nothing.
        let has_other = |mark: &str| surplus.iter().any(|name| name.contains(mark));
        let has = |mark: &&str| match is_own && !own.marks.contains(mark) {
            true => has_other(mark),
            false => has(mark),
        };
        dialect.marks.iter().all(has)
    };
    let most = Dialect::ALL.iter().map(|d| if is_known(d) { d.marks.len() } else { 0 }).max()?;
    let mut known = Dialect::ALL.into_iter().filter(|dialect| is_known(dialect));
    let other = known.find(|dialect| dialect.marks.len() == most)?;
    let is_missing = |name: &&String| !header.contains_key(*name);
    let missing = names.iter().filter(is_missing).count();
    let has_own_marks = other.marks.iter().all(|mark| own.marks.contains(mark));
    let is_told = match has_own_marks {
        // Its file is one of the network's that lacks something, or has other names for it.
        true => missing > 0 && !surplus.is_empty(),
        false => missing > 0 || 4 * surplus.len() > names.len(),
    };
    (other.name != own.name && is_told).then_some(other)
}

/// The tensors that the network does not ask for.
fn surplus<'h>(net: &Network, names: &[String], header: &'h Header) -> Vec<&'h str> {
    let names: HashSet<&str> = names.iter().map(String::as_str).collect();
    let is_left = |name: &&str| {
        let last = name.rsplit(['/', '.']).next().unwrap_or(name);
        names.contains(name) || net.dialect.leftovers.contains(&last)
    };
    header.keys().map(String::as_str).filter(|name| !is_left(name)).collect()
}

fn dialect_fault(net: &Network, other: &Dialect, names: &[String], header: &Header) -> String {
    let (own, program) = (net.dialect.program, other.program);
    let remedy = format!("write `dialect: {}`", other.name);
    let mut missing = names.iter().filter(|name| !header.contains_key(*name));
    let expected = missing.next().or(names.first()).map_or("", String::as_str);
    let mark = other.marks.iter().rev().find(|mark| !net.dialect.marks.contains(mark));
    let surplus = surplus(net, names, header);
    let marked = surplus.iter().filter(|name| mark.is_none_or(|mark| name.contains(mark)));
    let found = match marked.min() {
        Some(name) => format!("found those of {program}, such as `{}`", printable(name)),
        None => format!("found those of {program}, which has no such tensor"),
    };
    format!("expected names of {own}, such as `{expected}`, {found}; {remedy}")
}
