//! Mixtures, and networks that are published.

use super::{mixed as mixed_in, unpublished};
use crate::errors::Errors;
use crate::ir::Network;
use crate::{infer, parse};

#[track_caller]
fn network(fields: &str) -> Network {
    let text = format!("struct Net {{ input: [64, 64, 3], classes: 10, {fields} }}");
    let mut errors = Errors::default();
    let tokens = text.parse().expect("a declaration lexes");
    let (declared, faults) = parse::networks(tokens, &mut errors).remove(0);
    assert!(faults.is_empty(), "{text}");
    let net = infer::network(&declared, &mut errors);
    net.unwrap_or_else(|| panic!("a sound network: {text}"))
}

/// Of a network with these fields, what nobody has published.
#[track_caller]
fn mixed(fields: &str) -> Vec<String> {
    mixed_in(&network(fields))
}

const BASIC: &str = "a: basic[(64, 1)], b: basic[(128, 2)]";
const BOTTLENECK: &str = "a: bottleneck[(128, 32, 1)], b: bottleneck[(256, 64, 2)]";
const DEEP: &str = "root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2)";

#[test]
fn what_is_published_has_no_note() {
    for dialect in ["slim_v2", "slim_v1", "torch", "timm_v2", "bit", "cifar_v2"] {
        let fields = format!("dialect: {dialect}, {BOTTLENECK}");
        assert!(mixed(&fields).is_empty(), "{fields}");
    }
    for dialect in ["torch", "timm_v2", "cifar_v1", "cifar_v2"] {
        let fields = format!("dialect: {dialect}, {BASIC}");
        assert!(mixed(&fields).is_empty(), "{fields}");
    }
    for options in [
        // resnext50, seresnet50, seresnext50, resnetblur50.
        format!("{BOTTLENECK}, groups: 32"),
        format!("{BOTTLENECK}, attention: se"),
        format!("{BOTTLENECK}, attention: se(16), groups: 32"),
        format!("{BOTTLENECK}, blur: true"),
        // resnet50c, resnet50d, resnet18d, ecaresnet50d, ecaresnetlight, seresnext26d.
        format!("{BOTTLENECK}, {DEEP}"),
        format!("{BOTTLENECK}, {DEEP}, shortcut: avg_pool"),
        format!("{BASIC}, {DEEP}, shortcut: avg_pool"),
        format!("{BOTTLENECK}, {DEEP}, shortcut: avg_pool, attention: eca"),
        format!("{BOTTLENECK}, shortcut: avg_pool, attention: eca"),
        format!("{BOTTLENECK}, {DEEP}, shortcut: avg_pool, attention: se, groups: 32"),
    ] {
        assert!(mixed(&format!("dialect: torch, {options}")).is_empty(), "{options}");
    }
    // resnetv2_18d.
    let fields = format!("dialect: timm_v2, {BASIC}, {DEEP}, shortcut: avg_pool");
    assert!(mixed(&fields).is_empty());
    assert!(mixed(&format!("dialect: cifar_v1, {BASIC}, shortcut: conv")).is_empty());
}

#[test]
fn mixtures_are_named() {
    for dialect in ["slim_v2", "slim_v1", "torch", "timm_v2", "bit", "cifar_v2"] {
        for activation in ["silu", "relu6"] {
            let fields = format!("dialect: {dialect}, {BOTTLENECK}, activation: {activation}");
            assert_eq!(mixed(&fields), [format!("`activation: {activation}`")], "{fields}");
        }
    }
    for (fields, wanted) in [
        (format!("dialect: torch, {BASIC}, shortcut: pad"), "`shortcut: pad`"),
        (format!("dialect: torch, {BASIC}, attention: se"), "`attention: se` with basic units"),
        (format!("dialect: torch, {BOTTLENECK}, attention: se(4)"), "`attention: se(4)`"),
        (
            format!("dialect: torch, {BOTTLENECK}, attention: eca, groups: 32"),
            "`attention: eca` with groups",
        ),
        (format!("dialect: torch, {BASIC}, blur: true"), "`blur: true` with basic units"),
        (
            format!("dialect: torch, {BOTTLENECK}, blur: true, attention: se"),
            "`blur: true` with attention",
        ),
        (
            format!("dialect: torch, {BOTTLENECK}, {DEEP}, blur: true"),
            "`blur: true` with a deep root",
        ),
        (format!("dialect: timm_v2, {BOTTLENECK}, groups: 32"), "`groups`"),
        (
            format!("dialect: timm_v2, {BOTTLENECK}, {DEEP}"),
            "a deep root without `shortcut: avg_pool`",
        ),
        (
            format!("dialect: timm_v2, {BOTTLENECK}, {DEEP}, shortcut: avg_pool"),
            "a deep root with `shortcut: avg_pool` and bottlenecks",
        ),
        (
            format!("dialect: timm_v2, {BASIC}, shortcut: avg_pool"),
            "`shortcut: avg_pool` without a deep root",
        ),
    ] {
        assert_eq!(mixed(&fields), [wanted], "{fields}");
    }
    let both = format!("dialect: torch, {BASIC}, shortcut: pad, activation: silu");
    assert_eq!(mixed(&both), ["`activation: silu`", "`shortcut: pad`"]);
}

/// Of a function of the user's nobody asks for a checkpoint.
#[test]
fn functions_of_ones_own_have_no_note() {
    for own in ["attend: custom(attend)", "kinds: { own: custom(own) }, c: own[(256, 1)]"] {
        let fields = format!("{BOTTLENECK}, activation: silu, {own}");
        assert_eq!(unpublished(&network(&fields)), None, "{fields}");
    }
}
