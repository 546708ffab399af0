//! Networks of one fingerprint compute the same: their code is the same, but for who
//! looks on.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::{Block, ImplItem, Item, Stmt};

use super::{kept, parse};
use crate::dialect::Dialect;
use crate::errors::Errors;
use crate::fingerprint::fingerprint;
use crate::{check, infer, outputs, parse as read, stack};

const ROOTS: [&str; 5] = [
    "none",
    "conv(3, 32, 1)",
    "conv(3, 32, 2) + max_pool(3, 2)",
    "conv(3, 16, 2) + conv(3, 16, 1) + conv(3, 32, 1)",
    "conv(1, 32, 1) + conv(1, 32, 1) + conv(1, 32, 1) + max_pool(3, 2)",
];

/// Projections that look like first convolutions, units without any, kinds of one's
/// own, stages between.
const BLOCKS: [&str; 13] = [
    "a: bottleneck[(64, 32, 1); 2],",
    "a: bottleneck[(64, 32, 1), (64, 32, 2)],",
    "a: bottleneck[(64, 64, 1), (32, 32, 1)],",
    "a: bottleneck[(32, 32, 1)],",
    "a: basic[(32, 1), (64, 2)],",
    "a: basic[(32, 2), (32, 1)],",
    "a: own[(32, 1)],",
    "a: own[(64, 1), (64, 2)],",
    "a: own[(64, 2)] + bottleneck[(64, 64, 1)],",
    "a: told[(64, 1)],",
    "a: bottleneck[(64, 32, 2)], s: custom(f), b: own[(96, 1)],",
    "a: bottleneck[(64, 32, 2)], b: bottleneck[(96, 96, 2), (96, 32, 1)],",
    "s: custom(f) -> [9, 9, 32], a: bottleneck[(32, 32, 1)], t: custom(f, p: [4]),",
];

const OPTIONS: [&str; 15] = [
    "",
    "shortcut: avg_pool,",
    "shortcut: conv,",
    "shortcut: pad,",
    "groups: 2,",
    "groups: 32,",
    "blur: true,",
    "attention: se,",
    "attention: se(1),",
    "attention: eca,",
    "activation: silu,",
    "activation: relu6,",
    "dilate: [a],",
    "shortcut: avg_pool, dilate: [a],",
    "blur: true, dilate: [a],",
];

const HEADS: [&str; 5] = [
    "classes: 10,",
    "classes: none,",
    "classes: 10, global_pool: false,",
    "classes: none, global_pool: false,",
    "outputs: [a],",
];

/// That of a declaration, if it has no faults.
fn of(declaration: &str) -> Option<u64> {
    let mut errors = Errors::default();
    let tokens = declaration.parse().expect("a declaration lexes");
    let (declared, faults) = read::networks(tokens, &mut errors).remove(0);
    let mut net = infer::network(&declared, &mut errors)?;
    outputs::choose(&declared, &mut net, &mut errors);
    let layers = stack::layers(&net);
    check::network(&declared, &net, &layers, &mut errors);
    (faults.is_empty() && errors.is_empty()).then(|| fingerprint(&net, &layers))
}

/// What a network computes: the functions of its units, and `run`, without the
/// statements that show an end point.
fn code(declaration: &str) -> String {
    let items = parse(declaration).items.into_iter().flat_map(kept);
    let mut bodies: Vec<(String, Block)> = Vec::new();
    for item in items {
        match item {
            Item::Fn(unit) => bodies.push((unit.sig.ident.to_string(), *unit.block)),
            Item::Impl(network) => bodies.extend(network.items.into_iter().filter_map(|item| {
                let ImplItem::Fn(run) = item else { return None };
                Some((run.sig.ident.to_string(), run.block))
            })),
            _ => {}
        }
    }
    let computes = |stmt: &Stmt| {
        let text = stmt.to_token_stream().to_string();
        !["e . see (", ":: show ::", "__resnet :: predictions (", "__resnet :: see_logits ("]
            .iter()
            .any(|shows| text.contains(shows))
    };
    let text = |(name, block): (String, Block)| {
        let stmts = block.stmts.into_iter().filter(computes).map(|stmt| match stmt {
            // It is lent to who looks, too.
            Stmt::Local(local) => local.to_token_stream().to_string().replace("let mut", "let"),
            stmt => stmt.to_token_stream().to_string(),
        });
        format!("{name}: {}", stmts.collect::<Vec<String>>().join("\n"))
    };
    bodies.into_iter().map(text).collect::<Vec<String>>().join("\n")
}

/// Every dialect with every option and with every root and head, all with every block.
fn declarations() -> Vec<String> {
    let mut declarations = Vec::new();
    for dialect in Dialect::ALL.map(|dialect| dialect.name) {
        for blocks in BLOCKS {
            let mut declare = |root: &str, rest: &str| {
                declarations.push(format!(
                    "struct Net {{
                        dialect: {dialect}, input: [18, 18, 32], root: {root},
                        kinds: {{ own: custom(f), told: custom(f, depth) }},
                        {blocks} {rest}
                    }}"
                ));
            };
            for option in OPTIONS {
                declare("conv(3, 32, 2) + max_pool(3, 2)", &format!("{option} classes: none"));
            }
            for (root, head) in ROOTS.iter().flat_map(|root| HEADS.map(|head| (root, head))) {
                declare(root, head);
            }
        }
    }
    declarations
}

#[test]
fn networks_of_one_fingerprint_have_the_same_code() {
    let mut seen: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    for declaration in declarations() {
        if let Some(found) = of(&declaration) {
            seen.entry(found).or_default().push(declaration);
        }
    }
    let mut shared = 0;
    for declarations in seen.values() {
        let codes = declarations[1..].iter().map(|declaration| (declaration, code(declaration)));
        let first = (declarations.len() > 1).then(|| code(&declarations[0]));
        for (other, code) in codes {
            assert_eq!(first.as_ref(), Some(&code), "{}\n{other}", declarations[0]);
            shared += 1;
        }
    }
    // Those that the lists make legal, and those that differ in nothing.
    assert!(seen.len() > 1000, "{} fingerprints", seen.len());
    assert!(shared > 200, "{shared} declarations share one");
}
