//! Expansions as a person would have written them. One is shown whole; of the
//! others, what computes: `run`, the functions of units, and the regions.

mod fingerprints;
mod rules;

use proc_macro2::TokenStream;
use syn::{File, ImplItem, Item};

use super::expand;

fn parse(declaration: &str) -> File {
    let tokens: TokenStream = declaration.parse().expect("a declaration lexes");
    syn::parse2(expand(tokens)).expect("an expansion parses")
}

/// The expansion without what is the same for every network.
fn computation(declaration: &str) -> String {
    let mut file = parse(declaration);
    file.items = file.items.into_iter().flat_map(kept).collect();
    prettyplease::unparse(&file)
}

fn kept(item: Item) -> Vec<Item> {
    let Item::Const(body) = item else {
        return Vec::new();
    };
    let syn::Expr::Block(block) = *body.expr else {
        return Vec::new();
    };
    let items = block.block.stmts.into_iter().filter_map(|stmt| match stmt {
        syn::Stmt::Item(item) => Some(item),
        _ => None,
    });
    items.filter_map(computes).collect()
}

fn computes(item: Item) -> Option<Item> {
    match item {
        Item::Fn(_) => Some(item),
        Item::Const(ref constant) if constant.ident == "REGIONS" => Some(item),
        Item::Impl(mut implementation) => {
            let is_run = |item: &ImplItem| matches!(item, ImplItem::Fn(f) if f.sig.ident == "run");
            implementation.items.retain(is_run);
            (!implementation.items.is_empty()).then_some(Item::Impl(implementation))
        }
        _ => None,
    }
}

#[test]
fn whole() {
    let file = parse(
        "/// Two units.
         #[derive(Debug)]
         pub(crate) struct Small {
             input: [8, 8, 3],
             root: conv(3, 16, 1),
             block1: bottleneck[(32, 8, 1), (32, 8, 2)],
             classes: 10,
         }",
    );
    insta::assert_snapshot!(prettyplease::unparse(&file));
}

/// What no checkpoint fits is said where an editor shows the type.
#[test]
fn mixtures_are_noted_in_the_docs() {
    let docs = |activation: &str| {
        let file = parse(&format!(
            "struct Small {{ input: [8, 8, 3], root: none, a: bottleneck[(16, 4, 1)], classes: 3,
                activation: {activation} }}"
        ));
        prettyplease::unparse(&file)
    };
    let note = "No checkpoint that we know of has `activation: silu` in `slim_v2`: the weights \
                have to be of one's own training.";
    assert_eq!(docs("silu").matches(note).count(), 1);
    assert_eq!(docs("relu").matches("No checkpoint").count(), 0);
}

#[test]
fn default_root() {
    insta::assert_snapshot!(computation(
        "struct Small {
            input: [224, 224, 3],
            block1: bottleneck[(256, 64, 1); 3],
            classes: 1001,
        }"
    ));
}

#[test]
fn no_root() {
    insta::assert_snapshot!(computation(
        "struct Small { input: [8, 8, 16], root: none, a: bottleneck[(16, 4, 1)], classes: 3 }"
    ));
}

/// Whoever has f32 alone pays for no room.
#[test]
fn room_for_half_precision_is_left_out() {
    let expanded = |half: &str| {
        prettyplease::unparse(&parse(&format!(
            "struct Small {{ input: [8, 8, 16], root: none, a: bottleneck[(16, 4, 1)], classes: 3,
                budget: {{ ram: 1 MiB }} {half} }}"
        )))
    };
    let rooms = |half: &str| expanded(half).matches("room_len").count();
    assert!(rooms("") > 1, "in the type and in the budget");
    assert_eq!(rooms(", half: true"), rooms(""));
    assert_eq!(rooms(", half: false"), 0);
}

#[test]
fn stride_in_a_projection() {
    insta::assert_snapshot!(computation(
        "struct Small { input: [9, 9, 16], root: none, a: bottleneck[(24, 4, 3)], classes: 3 }"
    ));
}

#[test]
fn stride_in_an_identity() {
    insta::assert_snapshot!(computation(
        "struct Small { input: [9, 9, 16], root: none, a: bottleneck[(16, 4, 2)], classes: 3 }"
    ));
}

#[test]
fn outputs() {
    insta::assert_snapshot!(computation(
        "struct Small {
            input: [32, 32, 3],
            block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
            block2: bottleneck[(32, 8, 1); 2],
            block3: bottleneck[(64, 8, 1)],
            outputs: [conv1, block1_unit_2, block2_unit_1],
        }"
    ));
}

#[test]
fn custom() {
    insta::assert_snapshot!(computation(
        "struct Small {
            input: [32, 32, 3],
            block1: bottleneck[(16, 4, 1); 2],
            attend: custom(attention::attend, weight: [16, 16], bias: [16]),
            pool: custom(pool::<2>) -> [4, 4, 16],
            block2: bottleneck[(16, 8, 1)],
            classes: 10,
        }"
    ));
}

#[test]
fn custom_among_activated_sums() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: torch,
            input: [32, 32, 3],
            enter: custom(f),
            layer1: basic[(64, 1); 2],
            attend: custom(f),
            layer2: basic[(64, 1)],
            classes: 10,
        }"
    ));
}

/// One function for each signature, whatever the kind.
#[test]
fn kinds_of_ones_own() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: torch,
            input: [32, 32, 3],
            kinds: {
                ghost: custom(ghosts::ghost::<3>, stride, primary: [depth / 2, input], cheap: [9]),
            },
            layer1: basic[(64, 1)] + ghost[(64, 1); 2],
            layer2: ghost[(128, 2)] + [(128, 1)],
            classes: 10,
        }"
    ));
}

#[test]
fn kinds_among_preactivations() {
    insta::assert_snapshot!(computation(
        "struct Small {
            input: [32, 32, 3],
            block1: own[(64, 16, 1); 2] + bottleneck[(64, 16, 1)] + own[(64, 16, 2)],
            block2: own[(128, 32, 1)],
            classes: 10,
            kinds: { own: custom(f, bottleneck, rate), },
        }"
    ));
}

/// Gates are made of a residual as of any other; and where a projection takes the place
/// of the preactivation, the function has read that before.
#[test]
fn kinds_with_gates_and_projections_of_raw_sums() {
    let gated = computation(
        "struct Small {
            dialect: torch, input: [32, 32, 3], kinds: { own: custom(f) }, layer1: own[(32, 1)],
            attention: eca, shortcut: avg_pool, classes: none, global_pool: false,
        }",
    );
    let raw = computation(
        "struct Small {
            dialect: cifar_v2, input: [32, 32, 3], kinds: { own: custom(f) }, layer1: own[(32, 2)],
            classes: none, global_pool: false,
        }",
    );
    insta::assert_snapshot!(gated + "\n" + &raw);
}

#[test]
fn atrous() {
    insta::assert_snapshot!(computation(
        "struct Small {
            input: [65, 65, 3],
            block1: bottleneck[(16, 4, 2)],
            block2: bottleneck[(32, 8, 2), (32, 8, 1)],
            classes: 3,
            global_pool: false,
            output_stride: 8,
        }"
    ));
}

#[test]
fn features() {
    insta::assert_snapshot!(computation(
        "struct Small {
            input: [8, 8, 16],
            root: none,
            a: bottleneck[(16, 4, 1)],
            classes: none,
            global_pool: false,
        }"
    ));
}

#[test]
fn pooled_features() {
    insta::assert_snapshot!(computation(
        "struct Small { input: [8, 8, 16], root: none, a: bottleneck[(16, 4, 1)], classes: none }"
    ));
}

#[test]
fn squeeze_and_excitation() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: torch,
            input: [16, 16, 3],
            root: conv(3, 16, 1),
            a: bottleneck[(64, 16, 2), (64, 16, 1)],
            classes: 3,
            attention: se,
        }"
    ));
}

#[test]
fn channel_attention_and_blur() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: torch,
            input: [16, 16, 3],
            root: conv(3, 16, 1) + max_pool(3, 2),
            a: basic[(32, 2)],
            classes: 3,
            attention: eca,
            blur: true,
        }"
    ));
}

/// The raw sum is projected once the first convolution has read the
/// preactivation, in whose place the next sum is.
#[test]
fn projection_of_the_raw_sum() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: cifar_v2,
            input: [8, 8, 3],
            a: bottleneck[(16, 4, 1)] + [(32, 8, 2)],
            classes: 10,
        }"
    ));
}

/// Normalisations that have to have seen a whole map are statements.
#[test]
fn group_norm() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: bit,
            input: [8, 8, 3],
            a: bottleneck[(64, 32, 1)],
            classes: 10,
        }"
    ));
}

/// Functions for C, which alone are unsafe.
#[test]
fn exported() {
    let file = parse(
        "struct Tiny {
            input: [4, 4, 1],
            root: none,
            block1: bottleneck[(4, 2, 1)],
            classes: 3,
            weights: \"../tests/ui/weights/tiny.resnet\",
            export: \"C\" as small_net,
        }",
    );
    let text = prettyplease::unparse(&file);
    let start = text.find("#[unsafe(").expect("functions for C");
    insta::assert_snapshot!(&text[start..]);
}

#[test]
fn nothing_else_is_unsafe() {
    let text = prettyplease::unparse(&parse(
        "struct Small { input: [8, 8, 16], root: none, a: bottleneck[(16, 4, 1)], classes: 3 }",
    ));
    assert!(!text.contains("unsafe") && !text.contains("extern"));
}

#[test]
fn groups_and_dilation() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: torch,
            input: [32, 32, 3],
            layer1: bottleneck[(64, 32, 1)],
            layer2: bottleneck[(128, 64, 2), (128, 64, 1)],
            groups: 4,
            dilate: [layer2],
            classes: 10,
        }"
    ));
}

#[test]
fn deep_root_and_pooled_shortcuts() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: torch,
            input: [32, 32, 3],
            root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
            layer1: bottleneck[(64, 16, 1)],
            layer2: bottleneck[(128, 32, 2)],
            shortcut: avg_pool,
            classes: 10,
        }"
    ));
}

#[test]
fn padded_shortcuts() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: cifar_v1,
            input: [8, 8, 3],
            a: basic[(16, 1)],
            b: basic[(32, 2)],
            shortcut: pad,
            classes: 10,
        }"
    ));
}

#[test]
fn slim_v1() {
    insta::assert_snapshot!(computation(
        "struct Small {
            dialect: slim_v1,
            input: [32, 32, 3],
            block1: bottleneck[(16, 4, 1), (16, 4, 2)],
            classes: 10,
        }"
    ));
}

/// What a file and a limit add to the expansion.
#[test]
fn embedded_within_limits() {
    let expanded = |more: &str| {
        prettyplease::unparse(&parse(&format!(
            "struct Tiny {{ input: [4, 4, 1], root: none, block1: bottleneck[(4, 2, 1)], classes: 3,
                {more} }}"
        )))
    };
    let plain = expanded("");
    let more =
        expanded("budget: { macs: 2_000_000 }, weights: \"../tests/ui/weights/fits.safetensors\"");
    let new = |line: &&str| !plain.lines().any(|old| old == *line);
    let added = more.lines().filter(new).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(added.replace(env!("CARGO_MANIFEST_DIR"), "here"));
}

/// What a fault leaves: the type, poisoned by the error.
#[test]
fn stub() {
    let file = parse(
        "/// Two faults.
         #[derive(Debug)]
         #[cfg(unix)]
         pub struct Wrong { input: [8, 8], a: bottleneck[(16, 4, 0)], classes: 3 }",
    );
    insta::assert_snapshot!(prettyplease::unparse(&file));
}

/// 50 units of ResNet-152 are 11 functions.
#[test]
fn units_share_functions() {
    let text = computation(
        "pub struct ResNetV2_152 {
            input: [224, 224, 3],
            block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
            block2: bottleneck[(512, 128, 1); 7] + [(512, 128, 2)],
            block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
            block4: bottleneck[(2048, 512, 1); 3],
            classes: 1001,
        }",
    );
    assert_eq!(text.matches("fn block").count(), 11);
    assert_eq!(text.matches("let x: __resnet::Stream").count(), 1 + 50);
}

/// The networks of one call are independent, and can name another facade.
#[test]
fn several_networks() {
    let text = prettyplease::unparse(&parse(
        "struct A { input: [8, 8, 16], root: none, a: bottleneck[(16, 4, 1)], classes: 3 }
         pub struct B {
             input: [8, 8, 16],
             root: none,
             a: bottleneck[(16, 4, 1)],
             classes: 3,
             crate: my::resnet,
         }",
    ));
    assert_eq!(text.matches("use ::resnet::__private as __resnet;").count(), 1);
    assert_eq!(text.matches("use my::resnet::__private as __resnet;").count(), 1);
    assert_eq!(text.matches("for A {").count(), 2);
    assert_eq!(text.matches("for B {").count(), 2);
}
