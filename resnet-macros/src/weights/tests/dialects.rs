//! Files of every dialect against networks of every dialect.

use super::*;
use crate::ast::UnitKind;
use crate::dialect::Dialect;

/// A network of a dialect, with the dialect's own root.
fn declaration(dialect: &Dialect, kind: UnitKind) -> String {
    let [first, second] = match kind {
        UnitKind::Basic => ["(64, 1)", "(128, 2)"],
        _ => ["(64, 32, 1)", "(128, 64, 2)"],
    };
    format!(
        "struct Net {{ dialect: {}, input: [32, 32, 3], layer1: {kind}[{first}; 2], \
         layer2: {kind}[{second}; 2], classes: 10, weights: \"net.safetensors\" }}",
        dialect.name
    )
}

fn each() -> impl Iterator<Item = (&'static Dialect, UnitKind, String)> {
    let kinds = |dialect: &'static Dialect| dialect.kinds.iter().map(move |kind| (dialect, *kind));
    let all = Dialect::ALL.into_iter().flat_map(kinds);
    all.map(|(dialect, kind)| (dialect, kind, declaration(dialect, kind)))
}

/// A tensor of the second block's first unit, its first 3x3 filters, and the head's.
fn names(dialect: &Dialect, kind: UnitKind) -> [&'static str; 4] {
    let number = if kind == UnitKind::Basic { 0 } else { 1 };
    match dialect.name {
        "slim_v2" => [
            "net/layer2/unit_1/bottleneck_v2/conv1/BatchNorm/gamma",
            "net/layer2/unit_1/bottleneck_v2/conv2/weights",
            "net/logits/weights",
            "net/logits/biases",
        ],
        "slim_v1" => [
            "net/layer2/unit_1/bottleneck_v1/conv1/BatchNorm/gamma",
            "net/layer2/unit_1/bottleneck_v1/conv2/weights",
            "net/logits/weights",
            "net/logits/biases",
        ],
        "timm_v2" | "bit" => [
            "stages.1.blocks.0.norm2.weight",
            ["stages.1.blocks.0.conv1.weight", "stages.1.blocks.0.conv2.weight"][number],
            "head.fc.weight",
            "head.fc.bias",
        ],
        name => [
            "layer2.0.bn2.weight",
            ["layer2.0.conv1.weight", "layer2.0.conv2.weight"][number],
            if name == "cifar_v1" { "linear.weight" } else { "fc.weight" },
            if name == "cifar_v1" { "linear.bias" } else { "fc.bias" },
        ],
    }
}

/// The one error.
#[track_caller]
fn one(errors: Vec<(String, String)>) -> (String, String) {
    let [error] = &errors[..] else { panic!("expected one error, found {errors:#?}") };
    error.clone()
}

#[test]
fn a_file_that_fits_is_taken() {
    for (dialect, _, declaration) in each() {
        assert_eq!(said(&declaration, |_| {}), [], "{}", dialect.name);
        let leftovers = |header: &mut Header| {
            for left in dialect.leftovers {
                header.insert(format!("left{}{left}", dialect.separator), row(&[]));
            }
        };
        assert_eq!(said(&declaration, leftovers), [], "{}", dialect.name);
    }
}

#[test]
fn another_class_count_is_told_at_the_classes() {
    for (dialect, kind, declaration) in each() {
        let [.., weights, biases] = names(dialect, kind);
        let (token, message) = one(said(&declaration, |header| {
            for name in [weights, biases] {
                let (shape, _) = header.get_mut(name).expect("a head");
                *shape.iter_mut().find(|n| **n == 10).expect("an axis of classes") = 7;
            }
        }));
        assert_eq!(token, "10", "{}", dialect.name);
        let first = "the weight file does not fit; write `classes: 7`:";
        assert_eq!(message.lines().next(), Some(first), "{}", dialect.name);
        let (token, message) = one(said(&declaration, |header| {
            header.retain(|name, _| ![weights, biases].contains(&&**name));
        }));
        assert_eq!(token, "10", "{}", dialect.name);
        let first = "the weight file does not fit; if it has no head, write `classes: none`:";
        assert_eq!(message.lines().next(), Some(first), "{}", dialect.name);
    }
}

#[test]
fn one_tensor_is_told_at_its_block() {
    for (dialect, kind, declaration) in each() {
        let [norm, conv, ..] = names(dialect, kind);
        let shape = header_of(&declaration)[norm].0.clone();
        let missing = said(&declaration, |header| _ = header.remove(norm).expect("a tensor"));
        let wanted = format!(
            "the weight file does not fit:\n  `{norm}`: expected {shape:?}, found no such tensor"
        );
        assert_eq!(one(missing), ("layer2".to_owned(), wanted));

        // Of a third unit.
        let third = norm.replace("unit_1", "unit_3").replace("blocks.0", "blocks.2");
        let third = third.replace("layer2.0", "layer2.2");
        let surplus = said(&declaration, |header| _ = header.insert(third.clone(), row(&[64])));
        let wanted = format!(
            "the weight file does not fit:\n  `{third}`: expected no such tensor, found [64]"
        );
        assert_eq!(one(surplus), ("layer2".to_owned(), wanted));

        let (token, message) = one(said(&declaration, |header| {
            let (shape, _) = header.get_mut(conv).expect("a tensor");
            let [a, b, c, d] = shape[..] else { panic!("filters have four axes") };
            *shape = match dialect.layout {
                Layout::Hwio => vec![d, c, a, b],
                Layout::Oihw => vec![c, d, b, a],
            };
        }));
        assert_eq!(token, "layer2");
        let axes = match dialect.layout {
            Layout::Hwio => "PyTorch's axes `[out, in, height, width]`, transpose them",
            Layout::Oihw => "TensorFlow's axes `[height, width, in, out]`, transpose them",
        };
        assert!(message.contains(axes) && message.contains(conv), "{message}");
    }
}

#[test]
fn a_transposed_head_is_told() {
    for (dialect, kind, declaration) in each().filter(|(dialect, ..)| dialect.linear) {
        let [.., weights, _] = names(dialect, kind);
        let (token, message) = one(said(&declaration, |header| {
            header.get_mut(weights).expect("a head").0.reverse();
        }));
        assert_eq!(token, "10");
        let wanted = "; the fully connected layer has axes `[in, out]`, transpose it:\n";
        assert!(message.contains(wanted), "{message}");
    }
}

/// One error, though most names may be the same.
#[test]
fn a_file_of_another_dialect_is_told_at_the_dialect() {
    for (own, kind, declared) in each() {
        for (other, other_kind, file) in each().filter(|(other, ..)| other.name != own.name) {
            // Those that can be alike are.
            let is_alike = kind == other_kind;
            if !is_alike && own.kinds.contains(&other_kind) {
                continue;
            }
            let (token, message) = one(said(&declared, |header| *header = header_of(&file)));
            assert_eq!(token, own.name, "{message}");
            let remedy = format!("; write `dialect: {}`", other.name);
            let expected = format!("expected names of {}, such as `", own.program);
            assert!(message.starts_with(&expected) && message.ends_with(&remedy), "{message}");
        }
    }
}

/// A function of the user's may have names of another program.
#[test]
fn own_names_are_of_no_dialect() {
    let torch = declaration(Dialect::ALL[2], UnitKind::Basic);
    let own = torch.replace("classes", "linear: custom(f, weight: [8]), classes");
    assert_eq!(said(&own, |_| {}), []);
    let (token, message) = one(said(&own, |header| _ = header.remove("fc.bias")));
    assert!(token == "10" && message.contains("`fc.bias`: expected [10]"), "{message}");
}

#[test]
fn the_root_is_told_where_it_can_be_changed() {
    let slim = declaration(Dialect::ALL[0], UnitKind::Bottleneck);
    let torch = declaration(Dialect::ALL[2], UnitKind::Basic);
    let gray = |name: &'static str, shape: [usize; 4]| {
        move |header: &mut Header| header.get_mut(name).expect("a root").0 = shape.to_vec()
    };
    let [s, t] = ["net/conv1/weights", "conv1.weight"];
    for (declaration, change, remedy) in [
        (&slim, gray(s, [7, 7, 1, 64]), "write `input: [32, 32, 1]`"),
        (&torch, gray(t, [64, 1, 7, 7]), "write `input: [32, 32, 1]`"),
        (&slim, gray(s, [3, 3, 3, 64]), "write a `root` with `conv(3, 64, stride)`"),
        (&torch, gray(t, [64, 3, 3, 3]), "write a `root` with `conv(3, 64, stride)`"),
    ] {
        let (token, message) = one(said(declaration, change));
        assert_eq!(token, "\"net.safetensors\"", "the dialect's own root stands nowhere");
        let wanted = format!("the weight file does not fit; {remedy}:");
        assert_eq!(message.lines().next(), Some(&*wanted));
        let written = declaration.replace("layer1", "root: conv(7, 64, 2), layer1");
        assert_eq!(one(said(&written, change)).0, "conv");
    }
}

/// Of the last block, or of the function behind it.
#[test]
fn the_last_normalisation_is_told_at_what_it_reads() {
    for (dialect, name) in [
        ("slim_v2", "net/postnorm/gamma"),
        ("timm_v2", "norm.weight"),
        ("bit", "norm.weight"),
        ("cifar_v2", "bn.weight"),
    ] {
        let dialect = Dialect::ALL.into_iter().find(|other| other.name == dialect);
        let text = declaration(dialect.expect("a dialect"), UnitKind::Bottleneck);
        let narrow = |header: &mut Header| header.get_mut(name).expect("it").0 = vec![64];
        let (token, message) = one(said(&text, narrow));
        assert!(token == "layer2" && message.contains("expected [128], found [64]"), "{message}");
        let own = text.replace("classes", "attend: custom(f), classes");
        assert_eq!(one(said(&own, narrow)).0, "attend");
    }
}
