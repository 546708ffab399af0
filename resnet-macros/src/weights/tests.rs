//! Headers against a declaration, without files.

mod dialects;

use super::*;
use crate::{infer, marked, parse, stack};

const TINY: &str = "struct Tiny {
    input: [4, 4, 1],
    root: none,
    first: bottleneck[(4, 2, 1)],
    second: bottleneck[(8, 2, 1); 2],
    classes: 3,
    weights: \"tiny.safetensors\",
}";

/// The header of a file that fits.
fn fitting(net: &Network, layers: &[Layer]) -> Header {
    let tensors = layers.iter().flat_map(|layer| layer.tensors(net.dialect.layout));
    tensors.map(|tensor| (tensor.name, (tensor.shape, "F32".to_owned()))).collect()
}

/// The header of a file that fits a declaration.
fn header_of(declaration: &str) -> Header {
    let mut header = Header::new();
    said(declaration, |fitting| header = fitting.clone());
    header
}

/// What is said, and of which token, of a header that was changed.
fn said(declaration: &str, change: impl FnOnce(&mut Header)) -> Vec<(String, String)> {
    let mut errors = Errors::default();
    let tokens = declaration.parse().expect("a declaration lexes");
    let (declared, _) = parse::networks(tokens, &mut errors).remove(0);
    let net = infer::network(&declared, &mut errors).expect("a sound network");
    let layers = stack::layers(&net);
    let mut header = fitting(&net, &layers);
    change(&mut header);
    compare(&declared, &net, &layers, header, &mut errors);
    let errors = marked::by_place(errors);
    errors.into_iter().map(|(place, message)| (declaration[place].to_owned(), message)).collect()
}

fn renamed(header: &mut Header, rename: impl Fn(&str) -> String) {
    *header = header.iter().map(|(name, row)| (rename(name), row.clone())).collect();
}

fn row(shape: &[usize]) -> (Vec<usize>, String) {
    (shape.to_vec(), "F32".to_owned())
}

#[test]
fn what_fits_is_silent() {
    assert_eq!(said(TINY, |_| {}), []);
    let leftovers = |header: &mut Header| {
        header.insert("global_step".into(), row(&[]));
        header.insert("tiny/logits/biases/Momentum".into(), row(&[3]));
        header.values_mut().for_each(|(_, dtype)| *dtype = "BF16".into());
    };
    assert_eq!(said(TINY, leftovers), []);
}

#[test]
fn faults_are_told_at_their_block() {
    let errors = said(TINY, |header| {
        header.remove("tiny/first/unit_1/bottleneck_v2/conv1/weights");
        header.insert("tiny/second/unit_3/bottleneck_v2/preact/gamma".into(), row(&[8]));
        header.insert("tiny/postnorm/gamma".into(), row(&[4]));
        header.insert("other".into(), row(&[1, 2]));
        let biases = header.get_mut("tiny/logits/biases").expect("there are classes");
        biases.1 = "I64".into();
    });
    let wanted = [
        (
            "first",
            "the weight file does not fit:\n  `tiny/first/unit_1/bottleneck_v2/conv1/weights`: \
             expected [1, 1, 1, 2], found no such tensor",
        ),
        (
            "second",
            "the weight file does not fit:\n  `tiny/postnorm/gamma`: expected [8], found [4]\
             \n  `tiny/second/unit_3/bottleneck_v2/preact/gamma`: expected no such tensor, \
             found [8]",
        ),
        (
            "3",
            "the weight file does not fit:\n  `tiny/logits/biases`: expected F32, F16 or BF16, \
             found I64",
        ),
        (
            "\"tiny.safetensors\"",
            "the weight file does not fit:\n  `other`: expected no such tensor, found [1, 2]",
        ),
    ];
    assert_eq!(errors, wanted.map(|(token, message)| (token.to_owned(), message.to_owned())));
}

#[test]
fn a_cause_of_many_faults_is_told_once() {
    let errors = said(TINY, |header| {
        for (shape, _) in header.values_mut() {
            if let [h, w, i, o] = shape[..] {
                *shape = vec![o, i, h, w];
            }
        }
    });
    assert_eq!(errors.len(), 3, "two blocks and the head: {errors:?}");
    for (_, message) in &errors {
        assert_eq!(message.matches("transpose them").count(), 1, "{message}");
    }
    // Seven faults in five lines.
    let both = "\n  `tiny/second/unit_{1, 2}/bottleneck_v2/conv2/weights`: \
                expected [3, 3, 2, 2], found [2, 2, 3, 3]\n";
    assert!(errors[1].1.contains(both) && errors[1].1.lines().count() == 6, "{}", errors[1].1);

    // None is left out, however many they are.
    let deep = TINY.replace("(8, 2, 1); 2", "(8, 2, 1); 40");
    let errors = said(&deep, |header| header.retain(|name, _| !name.contains("second")));
    let [(_, message)] = &errors[..] else { panic!("expected one error, found {errors:?}") };
    assert!(message.lines().count() <= 12 && !message.contains(" more"), "{message}");
    assert!(message.contains("/unit_{2-40}/bottleneck_v2/conv1/weights`"), "{message}");

    let errors = said(TINY, |header| header.retain(|name, _| !name.contains("logits")));
    let [(token, message)] = &errors[..] else { panic!("expected one error, found {errors:?}") };
    assert_eq!(token, "3");
    let first = "the weight file does not fit; if it has no head, write `classes: none`:";
    assert_eq!(message.lines().next(), Some(first));

    let torch = TINY.replace("struct Tiny {", "struct Tiny { dialect: torch,");
    let errors = said(&torch, |header| {
        for (shape, _) in header.values_mut() {
            if let [o, i, h, w] = shape[..] {
                *shape = vec![h, w, i, o];
            }
        }
    });
    // That of the head has two axes.
    assert_eq!(errors.len(), 2, "two blocks: {errors:?}");
    for (_, message) in &errors {
        let remedy = "TensorFlow's axes `[height, width, in, out]`, transpose them to \
                      `[out, in, height, width]`:";
        assert_eq!(message.matches(remedy).count(), 1, "{message}");
    }

    let errors = said(TINY, |header| {
        header.insert("tiny/logits/weights".into(), row(&[1, 1, 8, 5]));
        header.insert("tiny/logits/biases".into(), row(&[5]));
    });
    let [(token, message)] = &errors[..] else { panic!("{errors:?}") };
    assert_eq!(token, "3");
    assert!(message.starts_with("the weight file does not fit; write `classes: 5`:"), "{message}");
}

const TORCH: &str = "struct Tiny {
    dialect: torch,
    input: [4, 4, 1],
    root: conv(3, 4, 1),
    layer1: basic[(4, 1)],
    layer2: bottleneck[(8, 2, 1)],
    classes: 3,
    weights: \"tiny.safetensors\",
}";

#[test]
fn torch_has_its_own_names() {
    assert_eq!(said(TORCH, |_| {}), []);
    let counted = |header: &mut Header| {
        header.insert("bn1.num_batches_tracked".into(), row(&[]));
    };
    assert_eq!(said(TORCH, counted), []);
    let errors = said(TORCH, |header| {
        header.insert("fc.weight".into(), row(&[5, 8]));
        header.insert("fc.bias".into(), row(&[5]));
        header.insert("layer2.1.conv1.weight".into(), row(&[2, 8, 1, 1]));
    });
    let wanted = [
        (
            "layer2",
            "the weight file does not fit:\n  `layer2.1.conv1.weight`: expected no such tensor, \
             found [2, 8, 1, 1]",
        ),
        (
            "3",
            "the weight file does not fit; write `classes: 5`:\n  `fc.weight`: expected [3, 8], \
             found [5, 8]\n  `fc.bias`: expected [3], found [5]",
        ),
    ];
    let mut errors = errors;
    errors.sort_by_key(|(token, _)| token == "3");
    assert_eq!(errors, wanted.map(|(token, message)| (token.to_owned(), message.to_owned())));
}

#[test]
fn features_do_not_read_the_head() {
    for declaration in [TINY, TORCH] {
        let features = declaration.replace("classes: 3", "classes: none");
        assert_eq!(said(&features, |_| {}), []);
        let with_head = |header: &mut Header| {
            header.insert("tiny/logits/weights".into(), row(&[1, 1, 8, 3]));
            header.insert("tiny/logits/biases/Momentum".into(), row(&[3]));
            header.insert("fc.weight".into(), row(&[3, 8]));
        };
        let errors = said(&features, with_head);
        let other = if declaration == TINY { "`fc.weight`" } else { "`tiny/logits/weights`" };
        assert!(errors.len() == 1 && errors[0].1.contains(other), "{errors:?}");
        assert!(!errors[0].1.contains(if declaration == TINY { "logits" } else { "fc." }));
        assert!(!said(declaration, with_head).is_empty());
    }
}

#[test]
fn a_prefix_of_all_names_is_one_fault() {
    let under = |scope: &'static str| {
        move |header: &mut Header| renamed(header, |name| format!("{scope}{name}"))
    };
    for (prefix, scope) in [("module.", "module"), ("model.backbone.", "model.backbone")] {
        let wanted = format!(
            "expected names such as `conv1.weight`, found them under `{scope}`; \
             write `scope: \"{scope}\"`"
        );
        assert_eq!(said(TORCH, under(prefix)), [("\"tiny.safetensors\"".to_owned(), wanted)]);
    }
    // The first tensor is not there, and a unit's has the same last part.
    let errors = said(TORCH, |header| {
        header.remove("conv1.weight");
        under("module.")(header);
    });
    assert!(errors.len() == 1 && errors[0].1.contains("under `module`"), "{errors:?}");
    let scoped = TORCH.replace("weights:", "scope: \"model\", weights:");
    assert_eq!(said(&scoped, |_| {}), []);
    let bare = |header: &mut Header| renamed(header, |name| name.replacen("model.", "", 1));
    let wanted = "expected names under `model`, found them without; leave `scope` out";
    assert_eq!(said(&scoped, bare), [("\"model\"".to_owned(), wanted.to_owned())]);
    let bare = |header: &mut Header| renamed(header, |name| name.replacen("tiny/", "", 1));
    let errors = said(TINY, bare);
    assert!(errors.len() == 1 && errors[0].1.contains("found them without; give"), "{errors:?}");
}

#[test]
fn another_scope_is_one_fault() {
    let other = |header: &mut Header| renamed(header, |name| name.replacen("tiny", "resnet", 1));
    let wanted = "expected names under `tiny`, found them under `resnet`; \
                  write `scope: \"resnet\"`";
    assert_eq!(said(TINY, other), [("\"tiny.safetensors\"".to_owned(), wanted.to_owned())]);
    let written = TINY.replace("weights:", "scope: \"tiny\", weights:");
    assert_eq!(said(&written, other), [("\"tiny\"".to_owned(), wanted.to_owned())]);
    for (first, wanted) in [
        (
            "layer1.0.conv1.weight",
            "found those of torchvision's resnet, such as `layer1.0.conv1.weight`; \
             write `dialect: torch`",
        ),
        ("stages.0.blocks.0.norm1.running_mean", "write `dialect: timm_v2`"),
        ("tiny/first/unit_1/bottleneck_v1/conv1/weights", "write `dialect: slim_v1`"),
        ("conv1_conv/kernel", "found none of them, but `conv1_conv/kernel`"),
        ("\u{1b}[2J", r"found none of them, but `\u{1b}[2J`"),
    ] {
        let errors = said(TINY, |header| *header = [(first.to_owned(), row(&[1]))].into());
        assert!(errors.len() == 1 && errors[0].1.contains(wanted), "{errors:?}");
    }
    let errors = said(TINY, Header::clear);
    assert!(errors.len() == 1 && errors[0].1.ends_with("found none of them"), "{errors:?}");
}
