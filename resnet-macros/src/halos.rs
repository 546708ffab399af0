//! What each map is read as by what follows it: its halo, and whether a sum is
//! needed raw, or as its preactivation, or both.

use crate::ast::Shortcut;
use crate::dialect::{Dialect, Order};
use crate::ir::{Network, Signature, Unit, Value};

/// Says so of every unit and of the entry, for the units that there are.
pub(crate) fn settle(net: &mut Network) {
    let dialect = net.dialect;
    net.units.iter_mut().for_each(|unit| unit.signature.next_halo = 0);
    net.entry_halo = halos(&mut net.units, dialect);
    let last = net.units.len().saturating_sub(1);
    for i in 0..net.units.len() {
        let next = net.units.get(i + 1).map(|next| next.signature.shortcut);
        let is_read = next.is_some_and(|shortcut| {
            matches!(shortcut, None | Some(Shortcut::Pad)) || dialect.projection == Value::Sum
        });
        let is_result = net.outputs.iter().any(|output| output.unit == Some(i));
        let unit = &mut net.units[i];
        unit.keep = is_read || is_result;
        unit.signature.raw = dialect.order == Order::Pre && i == last && !net.head.norm;
    }
}

/// Halos of the maps between units; returns that of the first one. Where a
/// unit adds to its input in place, what it leaves has the halo of what it
/// reads.
fn halos(units: &mut [Unit], dialect: &Dialect) -> usize {
    let in_place =
        |s: &Signature| dialect.order == Order::Post && s.shortcut.is_none() && s.stride == 1;
    let mut first = 0;
    while first < units.len() {
        // One map passes through all units from `first` to `last`.
        let run = units[first..].iter().take_while(|unit| in_place(&unit.signature)).count();
        let end = units.len().min(first + run + 1);
        let halo = units[first..end].iter().map(|u| u.signature.border()).max().unwrap_or(0);
        for i in first..end {
            units[i].signature.halo = halo;
            if let Some(before) = i.checked_sub(1) {
                units[before].signature.next_halo = halo;
            }
        }
        if run > 0 && first + run == units.len() {
            units[first + run - 1].signature.next_halo = halo;
        }
        first = end;
    }
    units.first().map_or(0, |unit| unit.signature.halo)
}
