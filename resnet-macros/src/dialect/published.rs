//! What no published network has, though a dialect has names for it. That is no fault, for
//! people train their own, but nobody should look for a checkpoint. Read from the lists of
//! weights of TF-slim, torchvision, timm (`resnet.py`, `resnetv2.py`) and the two programs
//! for CIFAR.

use crate::ast::{Activation, Attention, Shortcut, UnitKind};
use crate::ir::{Network, Signature};

/// A sentence about it for the rustdoc of the network, if there is any. Functions of the
/// user's say it already.
pub(crate) fn unpublished(net: &Network) -> Option<String> {
    let mixed = mixed(net);
    if mixed.is_empty() || !net.stages.is_empty() || !net.kinds.is_empty() {
        return None;
    }
    let (mixed, dialect) = (mixed.join(" or "), net.dialect.name);
    Some(format!(
        "No checkpoint that we know of has {mixed} in `{dialect}`: the weights have to be of \
         one's own training."
    ))
}

/// What is mixed, in the words of a declaration.
fn mixed(net: &Network) -> Vec<String> {
    let mut mixed = Vec::new();
    if net.activation != Activation::Relu {
        mixed.push(format!("`activation: {}`", net.activation.name()));
    }
    let has = |it: fn(&Signature) -> bool| net.units.iter().any(|unit| it(&unit.signature));
    let is_basic = has(|unit| unit.kind == UnitKind::Basic);
    let is_grouped = has(|unit| unit.groups > 1);
    let is_deep = net.root.convs.len() > 1;
    let is_averaged = has(|unit| unit.shortcut == Some(Shortcut::AvgPool));
    match net.dialect.name {
        "torch" => {
            if has(|unit| unit.shortcut == Some(Shortcut::Pad)) {
                mixed.push("`shortcut: pad`".to_owned());
            }
            mixed.extend(attention(net, is_basic, is_grouped));
            // `resnetblur50` alone has it.
            let is_attentive = has(|unit| unit.attention.is_some());
            let beside = [
                (is_basic, "basic units"),
                (is_grouped, "groups"),
                (is_attentive, "attention"),
                (is_averaged, "`shortcut: avg_pool`"),
                (is_deep, "a deep root"),
            ];
            let other = beside.into_iter().find(|(is_there, _)| *is_there);
            if let (true, Some((_, other))) = (net.root.blur || has(|unit| unit.blur), other) {
                mixed.push(format!("`blur: true` with {other}"));
            }
        }
        "timm_v2" => {
            if is_grouped {
                mixed.push("`groups`".to_owned());
            }
            // `resnetv2_18d` and `resnetv2_34d` have both.
            match (is_deep, is_averaged) {
                (true, true) if is_basic => {}
                (true, true) => {
                    mixed.push("a deep root with `shortcut: avg_pool` and bottlenecks".to_owned());
                }
                (true, false) => mixed.push("a deep root without `shortcut: avg_pool`".to_owned()),
                (false, true) => mixed.push("`shortcut: avg_pool` without a deep root".to_owned()),
                (false, false) => {}
            }
        }
        _ => {}
    }
    mixed
}

/// timm's networks with attention have bottlenecks, and Hu's own divisor.
fn attention(net: &Network, is_basic: bool, is_grouped: bool) -> Option<String> {
    let attention = net.units.iter().find_map(|unit| unit.signature.attention)?;
    let name = match attention {
        Attention::SE => "se".to_owned(),
        Attention::Se { divisor } => return Some(format!("`attention: se({divisor})`")),
        Attention::Eca => "eca".to_owned(),
    };
    let beside = match attention {
        _ if is_basic => "basic units",
        Attention::Eca if is_grouped => "groups",
        _ => return None,
    };
    Some(format!("`attention: {name}` with {beside}"))
}

#[cfg(test)]
mod tests;
