//! Whatever is done to a declaration, the macro neither panics nor hangs, what
//! it passes without a word is whole, and it expands to Rust.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree as Tree};
use proptest::prelude::*;

use crate::ast::{Attention, Block, Network, Num, Shortcut, UnitKind};
use crate::dialect::Dialect;
use crate::errors::Errors;
use crate::expand::expand;
use crate::marked;
use crate::parse::networks;
use crate::parse::tokens::{is_mark, trees};
use crate::parse::words::Key;

const VALID: [&str; 14] = [
    r#"#[derive(Debug)] pub struct ResNet { input: [224, 224, 3],
        root: conv(7, 64, 2) + max_pool(3, 2), block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        other: bottleneck[(512, 128, 1), (512, 128, 2)], classes: 1001, global_pool: true,
        output_stride: 16, scope: "resnet", weights: "file.safetensors", crate: some::path,
        dialect: slim_v2, export: "C" as net, }"#,
    "struct A { classes: none, root: none, b: bottleneck[(4, 4, 1)], input: [8, 8, 1] };
        pub(crate) struct B { input: [8, 8, 3], b: bottleneck[(4, 4, 1); 3], classes: 2 }",
    "struct A { input: [65, 33, 3], root: conv(3, 8, 2), b: bottleneck[(16, 4, 2), (16, 4, 1)],
        c: bottleneck[(16, 4, 2)] + [(8, 4, 1)], classes: 5, global_pool: false, output_stride: 8 }",
    r#"struct Tiny { input: [4, 4, 1], root: none, block1: bottleneck[(4, 2, 1)], classes: 3,
        weights: "../tests/ui/weights/fits.safetensors" }"#,
    "#[allow(deprecated)] struct A { dialect: slim_v1, input: [33, 32, 3],
        block1: bottleneck[(64, 16, 1)] + [(64, 16, 2)], classes: 3, activation: relu6,
        budget: { ram: 64 MiB, flash: 64 MiB, macs: 2_000_000_000 } }",
    "struct A { dialect: torch, input: [32, 32, 3], root: conv(3, 8, 2) + conv(3, 8, 1)
        + conv(3, 16, 1) + max_pool(3, 2), layer1: bottleneck[(32, 16, 1); 2], layer2:
        bottleneck[(64, 32, 2), (64, 32, 1)], groups: 4, dilate: [layer2], shortcut: avg_pool,
        activation: silu, attention: se(4), blur: true, classes: 10, scope: \"encoder\" }",
    "struct A { dialect: torch, input: [32, 32, 3], layer1: basic[(64, 1); 2], layer2:
        basic[(128, 2), (128, 1)], attention: eca, blur: false, shortcut: pad, classes: none }",
    "struct A { dialect: timm_v2, input: [32, 32, 3], stage1: bottleneck[(32, 8, 1); 2],
        stage2: basic[(64, 2)] + [(64, 1); 2], shortcut: avg_pool, classes: 5 }",
    "struct A { dialect: bit, input: [32, 32, 3], a: bottleneck[(64, 32, 1), (96, 32, 1)],
        classes: 5, global_pool: false, half: true }",
    "struct A { dialect: cifar_v1, input: [32, 32, 3], layer1: basic[(16, 1); 3],
        layer2: basic[(32, 2)] + [(32, 1); 2], shortcut: pad, classes: 10 }",
    "struct A { dialect: cifar_v2, input: [32, 32, 3], layer1: bottleneck[(16, 4, 1); 3],
        layer2: basic[(32, 2), (32, 1)], shortcut: conv, classes: 100 }",
    "struct A { input: [32, 32, 3], b: bottleneck[(4, 4, 1); 2], attend: custom(f::<2>, w: [4, 4])
        -> [4, 4, 8], c: bottleneck[(8, 4, 1)], outputs: [conv1, b_unit_1, attend, c] }",
    "struct A { dialect: torch, input: [32, 32, 3], layer1: ghost[(64, 32, 1); 2], layer2:
        basic[(64, 1)] + plain[(128, 2)] + [(128, 1)] + basic[(128, 1)], dilate: [layer2], classes: 5,
        attention: se, kinds: { ghost: custom(f, stride, bottleneck, conv.0.weight: [bottleneck, input / 2,
        3, 3], b: [2 * depth, depth * 3]), plain: custom(crate::g::<4>, rate) } }",
    "struct A { input: [8, 8, 3] b: bottleneck[(4, 4) * 2] | [(4, 4, 0)]; clases = 2 }",
];

/// What people type, and what nobody would.
const PIECES: &str = "struct enum pub fn where crate none None true False input root classes block1 \
    bottleneck basic conv max_pool avg_pool dialect torch bit cifar_v2 timm_v2 groups dilate shortcut \
    pad activation silu attention se eca blur half budget ram flash macs KiB MiB kinds ghost plain input depth stride rate let fn custom outputs -> custom(f) [b,c] x x2 _ r#type self N 0 1 2 3 1000 1001 999999999999999999999 \
    0x40 1.5 1e9 7usize \"\" \"a/b\" \"x.safetensors\" 'a' b\"x\" 'life , ; : :: = => + - * | & # ! \
    $ < > . .. ... ? ~ @ () [] {} (1) [(4,4,1)] [(8,1);2] (256,64,1) (8,1) se(16) [block1] {ram:4,flash:64,macs:2} [1,2,3] {a:1} #[a=b] \
    #[derive(Copy)] Block(1) for .repeat(2) self.a nn.Linear(1) make_layer(basic,4,2) new(4) vec![(8,1)] \
    [basic(8,1)] {basic[(8,1)]}";

/// What is done to the tree at some place.
#[derive(Clone, Debug)]
enum Change {
    Delete,
    Duplicate,
    SwapWithNext,
    Replace(TokenStream),
    Insert(TokenStream),
    Wrap(Delimiter),
    Unwrap,
}

fn piece() -> impl Strategy<Value = TokenStream> {
    let pieces: Vec<&str> = PIECES.split_whitespace().collect();
    let piece = prop::sample::select(pieces);
    let piece = piece.prop_map(|piece| TokenStream::from_str(piece).unwrap_or_default());
    piece.prop_recursive(5, 40, 8, |inside| {
        (prop::collection::vec(inside, 0..8), delimiter()).prop_map(|(pieces, delimiter)| {
            Tree::Group(Group::new(delimiter, pieces.into_iter().collect())).into()
        })
    })
}

fn delimiter() -> impl Strategy<Value = Delimiter> {
    use Delimiter::*;
    prop::sample::select(vec![Parenthesis, Bracket, Brace, None])
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Delete),
        Just(Change::Duplicate),
        Just(Change::SwapWithNext),
        piece().prop_map(Change::Replace),
        piece().prop_map(Change::Insert),
        delimiter().prop_map(Change::Wrap),
        Just(Change::Unwrap),
    ]
}

/// Applies a change where the path leads: into a group as long as there is
/// one, then to one of its trees.
fn changed(tokens: TokenStream, path: &[usize], change: &Change) -> TokenStream {
    let mut trees: Vec<Tree> = tokens.into_iter().collect();
    let Some((&step, path)) = path.split_first() else {
        return trees.into_iter().collect();
    };
    if trees.is_empty() {
        return match change {
            Change::Insert(piece) | Change::Replace(piece) => piece.clone(),
            _ => TokenStream::new(),
        };
    }
    let at = step % trees.len();
    let next = (at + 1) % trees.len();
    let tree = trees[at].clone();
    let one = TokenStream::from(tree.clone());
    let new = match (&tree, change) {
        (Tree::Group(group), _) if !path.is_empty() => {
            let inside = changed(group.stream(), path, change);
            let mut new = Group::new(group.delimiter(), inside);
            new.set_span(group.span());
            Tree::Group(new).into()
        }
        (_, Change::Delete) => TokenStream::new(),
        (_, Change::Duplicate) => [one.clone(), one].into_iter().collect(),
        (_, Change::SwapWithNext) => std::mem::replace(&mut trees[next], tree).into(),
        (_, Change::Replace(piece)) => piece.clone(),
        (_, Change::Insert(piece)) => [piece.clone(), one].into_iter().collect(),
        (_, Change::Wrap(delimiter)) => Tree::Group(Group::new(*delimiter, one)).into(),
        (Tree::Group(group), Change::Unwrap) => group.stream(),
        (_, Change::Unwrap) => one,
    };
    let behind = trees.split_off(at);
    trees.into_iter().chain(new).chain(behind.into_iter().skip(1)).collect()
}

fn assert_whole(Network { name, fields, .. }: &Network) {
    let has_result = fields.classes.is_some() || fields.outputs.is_some();
    assert!(fields.input.is_some() && has_result, "{name}");
    assert!(!fields.blocks.is_empty(), "{name}");
    for block in &fields.blocks {
        let in_group = |group: &crate::ast::Group| match group.repeat {
            Some(repeat) => repeat.value * group.units.len(),
            None => group.units.len(),
        };
        let units: Vec<usize> = block.groups.iter().map(in_group).collect();
        assert!(!units.is_empty() && units.iter().all(|&units| units > 0), "{}", block.name);
        assert!(units.iter().sum::<usize>() <= Block::MAX_UNITS, "{}", block.name);
        let all = || block.groups.iter().flat_map(|group| &group.units);
        let is_declared = |kind| !matches!(kind, UnitKind::Custom(i) if i >= fields.kinds.len());
        assert!(all().all(|unit| is_declared(unit.kind)), "{}", block.name);
        let numbers = all().flat_map(|unit| [unit.depth, unit.width, unit.stride]);
        assert!(numbers.into_iter().all(|n| (1..=Num::MAX).contains(&n.value)), "{}", block.name);
    }
}

/// How many fields the bodies have.
fn written(tokens: TokenStream) -> usize {
    let fields = |tree: &Tree| match tree {
        Tree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let body = trees(group.stream());
            body.split(|tree| is_mark(tree, ',')).filter(|field| !field.is_empty()).count()
        }
        _ => 0,
    };
    trees(tokens).iter().map(fields).sum()
}

/// How many fields have been read.
fn read(Network { fields, .. }: &Network) -> usize {
    let keys = [
        fields.input.is_some(),
        fields.root.is_some(),
        fields.classes.is_some(),
        fields.outputs.is_some(),
        fields.global_pool.is_some(),
        fields.output_stride.is_some(),
        fields.scope.is_some(),
        fields.weights.is_some(),
        fields.krate.is_some(),
        fields.dialect.is_some(),
        !fields.dilate.is_empty(),
        fields.groups.is_some(),
        fields.shortcut.is_some(),
        fields.activation.is_some(),
        fields.attention.is_some(),
        fields.blur.is_some(),
        fields.half.is_some(),
        fields.budget.is_some(),
        fields.export.is_some(),
        !fields.kinds.is_empty(),
    ];
    keys.into_iter().filter(|&is_read| is_read).count() + fields.blocks.len() + fields.stages.len()
}

fn assert_sane(tokens: TokenStream) {
    let mut errors = Errors::default();
    let (networks, faults): (Vec<_>, Vec<_>) =
        networks(tokens.clone(), &mut errors).into_iter().unzip();
    if errors.is_empty() && faults.iter().all(Errors::is_empty) {
        assert!(!networks.is_empty());
        networks.iter().for_each(assert_whole);
        let read: usize = networks.iter().map(read).sum();
        assert_eq!(read, written(tokens.clone()), "fields were dropped without a word");
    }
    let code = expand(tokens);
    let errors = marked::in_expansion(code.clone());
    let file: syn::File = syn::parse2(code).expect("an expansion is Rust");
    let is_type = |item: &syn::Item| matches!(item, syn::Item::Struct(_) | syn::Item::Type(_));
    assert!(!errors.is_empty() || file.items.iter().any(is_type), "neither a network nor a word");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn changed_declarations_do_no_harm(
        declaration in prop::sample::select(VALID.to_vec()),
        changes in prop::collection::vec((prop::collection::vec(0..40_usize, 1..5), change()), 1..8),
    ) {
        let mut tokens = TokenStream::from_str(declaration).unwrap();
        for (path, change) in &changes {
            tokens = changed(tokens, path, change);
        }
        assert_sane(tokens);
    }

    #[test]
    fn random_tokens_do_no_harm(pieces in prop::collection::vec(piece(), 0..30)) {
        assert_sane(pieces.into_iter().collect());
    }

    #[test]
    fn random_fields_do_no_harm(pieces in prop::collection::vec(piece(), 0..30)) {
        let inside: TokenStream = pieces.into_iter().collect();
        assert_sane(quote::quote!(struct Net { #inside }));
    }
}

#[test]
fn deep_nesting_is_refused() {
    for open in ["(", "[", "{", "a: [", "struct A {", "#["] {
        let close = match open.chars().last() {
            Some('(') => ")",
            Some('[') => "]",
            _ => "}",
        };
        for depth in [60, 64, 65, 100] {
            let text = open.repeat(depth) + &close.repeat(depth);
            assert_sane(TokenStream::from_str(&text).unwrap());
        }
    }
}

#[test]
fn long_input_does_not_hang() {
    let field = "block1: bottleneck[(4, 4, 1)] + ";
    for text in ["-", "- ", "a ", "a,", "a:", "a: b ", "[] ", "1 ", "#", "pub ", "struct ", field] {
        let body = text.repeat(1_000);
        assert_sane(TokenStream::from_str(&format!("struct A {{ {body} }}")).unwrap());
        assert_sane(TokenStream::from_str(&body).unwrap());
        let list =
            format!("struct A {{ b: bottleneck[{body}], input: [{body}], classes: {body} }}");
        assert_sane(TokenStream::from_str(&list).unwrap());
    }
    for value in ["- ", "!", "a = ", "a + ", "|| "] {
        for times in [490, 100_000] {
            let attribute = value.repeat(times);
            let text = format!("#[a = {attribute} 1] struct A {{}}");
            assert_sane(TokenStream::from_str(&text).unwrap());
        }
    }
    let number = "9".repeat(1_000_000);
    assert_sane(TokenStream::from_str(&format!("struct A {{ classes: {number} }}")).unwrap());
}

/// So that a new key or dialect is changed as well.
#[test]
fn all_of_the_grammar_is_changed() {
    let keys = Key::ALL.map(|key| format!("{}: ", key.name()));
    let dialects = Dialect::ALL.map(|dialect| format!("dialect: {}", dialect.name));
    let kinds = UnitKind::ALL.map(|kind| format!("{kind}["));
    let shortcuts = Shortcut::ALL.map(|shortcut| format!("shortcut: {}", shortcut.name()));
    let attentions = Attention::NAMES.map(|attention| format!("attention: {attention}"));
    let words = keys.into_iter().chain(dialects).chain(kinds).chain(shortcuts).chain(attentions);
    let valid = VALID.concat();
    for word in words {
        assert!(valid.contains(&word), "`{word}`");
    }
}

/// But for the last one: so that changes of it reach the end of the macro.
#[test]
fn what_is_changed_is_right() {
    let [whole, right @ .., wrong] = VALID;
    let errors = |text: &str| marked::in_expansion(expand(TokenStream::from_str(text).unwrap()));
    for text in right {
        assert_eq!(errors(text), []);
    }
    assert_eq!(errors(whole).len(), 1, "there is no such weight file");
    assert!(!errors(wrong).is_empty());
}
