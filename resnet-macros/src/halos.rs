//! What each map is read as by what follows it: its halo, and whether a sum is
//! needed raw, or as its preactivation, or both.

use crate::ast::Shortcut;
use crate::dialect::{Dialect, Order};
use crate::ir::{Network, Signature, Unit, Value};

/// Says so of every unit and stage and of the entry, for those that there are.
pub(crate) fn settle(net: &mut Network) {
    let dialect = net.dialect;
    net.units.iter_mut().for_each(|unit| unit.signature.next_halo = 0);
    net.stages.iter_mut().for_each(|stage| stage.halo = 0);
    // Nothing passes through a stage in place.
    let mut starts = vec![0];
    starts.extend(net.stages.iter().map(|stage| stage.unit));
    starts.dedup();
    for (i, &start) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(net.units.len());
        let halo = halos(&mut net.units[start..end], dialect);
        match net.stages.iter_mut().rfind(|stage| stage.unit == start) {
            // A sum that is normalised before it is read has no halo.
            Some(stage) if dialect.order == Order::Post => stage.halo = halo,
            Some(_) => {}
            None => net.entry_halo = halo,
        }
    }
    if net.stages_before(0).next().is_some() {
        net.entry_halo = 0;
    }
    for i in 0..net.units.len() {
        let next = net.units.get(i + 1).map(|next| next.signature.shortcut);
        let is_read = next.is_some_and(|shortcut| {
            matches!(shortcut, None | Some(Shortcut::Pad)) || dialect.projection == Value::Sum
        });
        let is_result = net.outputs.iter().any(|output| output.unit == Some(i));
        let raw = dialect.order == Order::Pre && net.is_read_raw(i + 1);
        let unit = &mut net.units[i];
        unit.keep = is_read || is_result;
        unit.signature.raw = raw;
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
