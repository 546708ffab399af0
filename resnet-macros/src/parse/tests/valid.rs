//! What is right.

use super::parse;
use crate::ast::{Num, UnitKind};

const WHOLE: &str = r#"
    /// The largest.
    #[derive(Debug)]
    pub(crate) struct ResNetV2_152 {
        input: [224, 224, 3],
        root: conv(7, 64, 2) + max_pool(3, 2),
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        anyname: bottleneck[(512, 128, 1), (512, 128, 2)],
        classes: 1_001,
        global_pool: true,
        output_stride: 0x10,
        scope: "resnet_v2/152",
        weights: "file.safetensors",
        crate: ::some::path,
        dialect: slim_v2,
        export: "C" as slim_152,
    }"#;

fn values<const N: usize>(numbers: [Num; N]) -> [usize; N] {
    numbers.map(|number| number.value)
}

#[test]
fn every_field_is_read() {
    let (networks, errors) = parse(WHOLE);
    assert_eq!(errors, []);
    let [network] = &networks[..] else { panic!("one network") };
    assert_eq!(network.attrs.len(), 2);
    assert!(matches!(network.vis, syn::Visibility::Restricted(_)));
    assert_eq!(network.name, "ResNetV2_152");
    let fields = &network.fields;
    assert_eq!(values(fields.input.unwrap()), [224, 224, 3]);
    assert_eq!(fields.classes.unwrap().value, Some(1001));
    assert!(fields.global_pool.unwrap().value);
    assert_eq!(fields.output_stride.unwrap().value, 16);
    assert_eq!(fields.scope.as_ref().unwrap().value(), "resnet_v2/152");
    assert_eq!(fields.weights.as_ref().unwrap().value(), "file.safetensors");
    assert_eq!(fields.krate.as_ref().unwrap().segments.len(), 2);
    assert_eq!(fields.dialect.as_ref().unwrap(), "slim_v2");
    assert_eq!(fields.export.as_ref().unwrap().prefix.as_ref().unwrap(), "slim_152");
    let root = fields.root.as_ref().unwrap();
    let [conv] = &root.convs[..] else { panic!("one convolution") };
    assert_eq!(values([conv.size, conv.depth, conv.stride]), [7, 64, 2]);
    let pool = root.pool.as_ref().unwrap();
    assert_eq!(values([pool.size, pool.stride]), [3, 2]);
}

#[test]
fn blocks_keep_their_order() {
    let (networks, _) = parse(WHOLE);
    let blocks = &networks[0].fields.blocks;
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[0].name, "block1");
    assert!(blocks[0].kinds[0].value == UnitKind::Bottleneck);
    let [two, last] = &blocks[0].groups[..] else { panic!("two groups") };
    assert_eq!(two.repeat.unwrap().value, 2);
    assert!(last.repeat.is_none());
    let unit = &last.units[0];
    assert_eq!(values([unit.depth, unit.width, unit.stride]), [256, 64, 2]);
    assert_eq!(unit.span.source_text().unwrap(), "(256, 64, 2)");
    assert_eq!(blocks[1].name, "anyname");
    assert_eq!(blocks[1].groups[0].units.len(), 2);
}

#[test]
fn what_is_optional_may_be_left_out() {
    for text in [
        "struct Net { classes: none, b: bottleneck[(1, 1, 1)], input: [1, 1, 1] }",
        "struct Net { root: none, classes: 5, b: bottleneck[(4, 4, 1),], input: [7, 7, 3,], }",
        "struct Net { root: conv(3, 8, 1,), classes: 5, b: bottleneck[(4, 4, 1); 1000], \
         input: [4, 224, 3], }",
        "struct Net { crate: crate, global_pool: false, classes: 5, input: [1048576, 5, 5], \
         Block_1: bottleneck[(4, 4, 3)] + [(4, 4, 1); 2] + [(4, 4, 1)] }",
    ] {
        let (networks, errors) = parse(text);
        assert_eq!(errors, [], "{text}");
        assert_eq!(networks.len(), 1, "{text}");
    }
}

#[test]
fn several_networks_stand_in_one_call() {
    const FIELDS: &str = "{ input: [8, 8, 3], classes: 2, b: bottleneck[(4, 4, 1)] }";
    for between in ["", ";", ",", " #[doc(hidden)] pub ", "; pub(crate)"] {
        let text = format!("struct A {FIELDS} {between} struct B {FIELDS}");
        let (networks, errors) = parse(&text);
        assert_eq!(errors, [], "{text}");
        let names: Vec<_> = networks.iter().map(|network| network.name.to_string()).collect();
        assert_eq!(names, ["A", "B"], "{text}");
    }
}

#[test]
fn what_macro_rules_inserts_reads_as_written() {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;

    let hidden = |tokens: TokenStream| TokenTree::from(Group::new(Delimiter::None, tokens));
    let classes = hidden(quote!(10));
    let block = hidden(quote!(bottleneck[(4, 4, 1)]));
    let tokens = quote!(struct Net { input: [8, 8, 3], classes: #classes, b: #block });
    let mut errors = crate::errors::Errors::default();
    let networks = crate::parse::networks(tokens, &mut errors);
    assert!(errors.is_empty() && networks[0].1.is_empty());
    assert_eq!(networks[0].0.fields.blocks.len(), 1);
}

#[test]
fn a_network_with_a_name_is_returned_for_its_stub() {
    for (text, returned) in [
        ("struct A {}", &["A"][..]),
        ("struct A;", &["A"]),
        ("struct A", &["A"]),
        ("pub struct A(u32); pub struct B { input: [0] }", &["A", "B"]),
        ("struct A<T> { banana: 1 }", &["A"]),
        ("pub A { input: 5 }", &["A"]),
        ("enum A { B }", &["A"]),
        ("struct { input: 5 }", &[]),
        ("struct match {}", &[]),
        ("junk struct A {} junk", &["A"]),
    ] {
        let (networks, errors) = parse(text);
        assert_ne!(errors, [], "{text}");
        let names: Vec<_> = networks.iter().map(|network| network.name.to_string()).collect();
        assert_eq!(names, returned, "{text}");
    }
}
