//! Names of other scopes and other programs: one mistake, not hundreds.

use super::header::{Header, printable};
use crate::dialect::Dialect;
use crate::ir::{Layer, Network};

/// How many tensors are sought under other scopes: one that is sought may be
/// missing.
const TRIED: usize = 8;

/// What to say if most of the network's tensors are not in the file under
/// their names, because all names are others.
pub(super) fn others(net: &Network, layers: &[Layer], header: &Header) -> Option<String> {
    let names = layers.iter().flat_map(|layer| layer.tensors(net.dialect.layout));
    let names: Vec<String> = names.map(|tensor| tensor.name).collect();
    let found = names.iter().filter(|name| header.contains_key(*name)).count();
    if 2 * found > names.len() {
        return None;
    }
    let first = names.first()?;
    if let Some(scope) = other_scope(net, &names, header) {
        return Some(scope_fault(net, first, &scope));
    }
    let expected = format!("expected names of {}, such as `{first}`", net.dialect.program);
    if let Some((dialect, name)) = other_dialect(net, header) {
        let (program, name) = (dialect.program, printable(name));
        let remedy = format!("write `dialect: {}`", dialect.name);
        return Some(format!("{expected}, found those of {program}, such as `{name}`; {remedy}"));
    }
    let but = header.keys().min().map(|name| format!(", but `{}`", printable(name)));
    let but = but.unwrap_or_default();
    (found == 0).then(|| format!("{expected}, found none of them{but}"))
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

/// Another program whose names the file has, and one of them.
fn other_dialect<'h>(net: &Network, header: &'h Header) -> Option<(&'static Dialect, &'h str)> {
    let named = |mark: &str| header.keys().filter(|name| name.contains(mark)).min();
    let others = Dialect::ALL.into_iter().filter(|other| other.mark != net.dialect.mark);
    others.into_iter().find_map(|other| Some((other, &**named(other.mark)?)))
}
