use super::fingerprint;
use crate::errors::Errors;
use crate::{infer, parse, stack};

const NET: &str = "struct Net {
    input: [32, 32, 3],
    first: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
    second: bottleneck[(32, 8, 1)],
    classes: 10,
    dialect: slim_v2,
}";

fn of(declaration: &str) -> u64 {
    let mut errors = Errors::default();
    let tokens = declaration.parse().expect("a declaration lexes");
    let (declared, faults) = parse::networks(tokens, &mut errors).remove(0);
    let net = infer::network(&declared, &mut errors).expect("a sound network");
    assert!(faults.is_empty() && errors.is_empty(), "{declaration}");
    fingerprint(&net, &stack::layers(&net))
}

fn changed(from: &str, to: &str) -> u64 {
    assert!(NET.contains(from), "{from}");
    of(&NET.replace(from, to))
}

/// If this fails, packed files that exist no longer fit: was that meant?
#[test]
fn it_never_changes() {
    assert_eq!(of(NET), 0x6490_5d74_80b8_4a59);
}

#[test]
fn names_are_no_part_of_it() {
    for (from, to) in [
        ("struct Net", "pub struct Other"),
        ("first", "block1"),
        ("classes: 10", "classes: 10, scope: \"scope\""),
        ("[(16, 4, 1); 2] + [(16, 4, 2)]", "[(16, 4, 1), (16, 4, 1), (16, 4, 2)]"),
        ("classes: 10", "classes: 10, global_pool: true, activation: relu"),
        ("classes: 10", "classes: 10, half: false"),
    ] {
        assert_eq!(changed(from, to), of(NET), "{to}");
    }
}

#[test]
fn whatever_is_computed_is_part_of_it() {
    let mut seen = vec![of(NET)];
    for (from, to) in [
        ("[32, 32, 3]", "[32, 32, 1]"),
        ("[32, 32, 3]", "[32, 33, 3]"),
        ("[32, 32, 3]", "[33, 32, 3]"),
        ("input", "root: conv(7, 64, 2), input"),
        ("input", "root: conv(3, 64, 2) + max_pool(3, 2), input"),
        ("input", "root: conv(7, 64, 2) + max_pool(2, 2), input"),
        ("[(16, 4, 1); 2]", "[(16, 4, 1); 3]"),
        ("(16, 4, 2)", "(16, 4, 1)"),
        ("(32, 8, 1)", "(32, 4, 1)"),
        ("(32, 8, 1)", "(48, 8, 1)"),
        ("classes: 10", "classes: 11"),
        ("classes: 10", "classes: none"),
        ("classes: 10", "outputs: [first]"),
        ("classes: 10", "classes: 10, output_stride: 4"),
        ("classes: 10", "classes: 10, global_pool: false"),
        ("classes: 10", "classes: 10, activation: relu6"),
        ("classes: 10", "classes: 10, activation: silu"),
        ("classes: 10", "classes: 10, last: custom(f)"),
        ("classes: 10", "classes: 10, last: custom(g)"),
        ("classes: 10", "classes: 10, last: custom(f, p: [8])"),
        ("classes: 10", "classes: 10, last: custom(f, p: [4, 2])"),
        ("classes: 10", "classes: 10, last: custom(f, p: [4], q: [4])"),
        ("classes: 10", "classes: 10, last: custom(f) -> [8, 8, 48]"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(g) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f::<2>) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f::<3>) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(A::f) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(<B>::f) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f, depth) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f, input) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f, p: [depth]) }"),
        ("classes: 10", "classes: 10, last: own[(16, 1)], kinds: { own: custom(f, p: [input]) }"),
        ("classes: 10", "classes: 10, last: own[(16, 5)], kinds: { own: custom(f, stride) }"),
        ("classes: 10", "classes: 10, last: own[(16, 6)], kinds: { own: custom(f, stride) }"),
        ("slim_v2", "slim_v1"),
        ("slim_v2", "torch"),
        ("slim_v2", "timm_v2"),
        ("slim_v2", "torch, groups: 2"),
        ("slim_v2", "torch, groups: 4"),
        ("slim_v2", "torch, shortcut: avg_pool"),
        ("slim_v2", "torch, attention: se(1)"),
        ("slim_v2", "torch, attention: se"),
        ("slim_v2", "torch, attention: eca"),
        ("slim_v2", "torch, blur: true"),
    ] {
        let found = changed(from, to);
        assert!(!seen.contains(&found), "{to} changes nothing");
        seen.push(found);
    }
}

/// Where a function lies is no part of its name.
#[test]
fn modules_of_functions_are_no_part_of_it() {
    let of = |f: &str| changed("classes: 10", &format!("classes: 10, last: custom({f})"));
    for (one, other) in [("f", "crate::blocks::f"), ("A::<2>::f", "self::A::<2>::f")] {
        assert_eq!(of(one), of(other), "{one}, {other}");
    }
}

/// `'f'` is 102: a number is no letter of the name that follows.
#[test]
fn numbers_are_told_from_names() {
    let of = |own: &str| {
        of(&format!(
            "struct Net {{
                input: [32, 32, 3],
                kinds: {{ own: custom({own}) }},
                first: own[(102, 2)],
                classes: none,
            }}"
        ))
    };
    assert_ne!(of("g, depth"), of("fg"));
}

/// Of preactivation networks with the same layers `cifar_v2` alone projects the raw
/// sum.
#[test]
fn what_projections_read_is_part_of_it() {
    let of = |dialect: &str, first: &str| {
        of(&format!(
            "struct Net {{
                dialect: {dialect},
                input: [32, 32, 3],
                root: conv(3, 16, 1),
                kinds: {{ own: custom(f) }},
                first: {first},
                classes: none,
            }}"
        ))
    };
    for first in ["own[(32, 1)]", "own[(16, 2)]", "bottleneck[(32, 32, 1)]"] {
        assert_ne!(of("cifar_v2", first), of("timm_v2", first), "{first}");
    }
    // Without projections they are one network.
    for first in ["own[(16, 1); 2]", "basic[(16, 1)]", "bottleneck[(16, 16, 1)]"] {
        let is_projected = first.starts_with("bottleneck");
        assert_eq!(of("cifar_v2", first) != of("timm_v2", first), is_projected, "{first}");
    }
}
