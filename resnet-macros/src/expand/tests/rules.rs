//! What a whole declaration has to keep, and what the expansion has to.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use syn::visit::Visit;

use super::{expand, parse};
use crate::dialect::Dialect;
use crate::marked;

/// Rules across layers, each at its token.
#[test]
fn rules() {
    let in_network = |line: &str| match line.starts_with("«Net»") {
        true => format!("struct {line}"),
        false => format!("struct Net {{ {line} }}"),
    };
    marked::check(include_str!("rules.txt"), in_network, |text| {
        marked::in_expansion(expand(text.parse().expect("a declaration lexes")))
    });
}

/// Whoever takes the strides of one program for those of another is told so,
/// but whoever makes a network of their own is left alone.
#[test]
fn strides_at_the_other_end_are_noted() {
    let [first, last] = ["[(64, 16, 2), (64, 16, 1)]", "[(64, 16, 1); 2] + [(64, 16, 2)]"];
    for (dialect, a, b, is_noted) in [
        ("torch", last, last, true),
        ("bit", last, last, true),
        ("slim_v2", first, first, true),
        ("slim_v1", first, first, true),
        ("torch", first, first, false),
        ("slim_v2", last, last, false),
        ("torch", first, last, false),
        ("slim_v2", "[(64, 16, 2); 2]", first, false),
    ] {
        let text = format!(
            "#[allow(deprecated)] #[cfg(unix)] struct Net {{
                dialect: {dialect},
                input: [32, 32, 3],
                a: bottleneck{a},
                b: bottleneck{b},
                classes: 3,
            }}"
        );
        let text = text.replace("16,", "32,");
        let code = prettyplease::unparse(&parse(&text));
        let note = "#[cfg(unix)]\n#[allow(deprecated)]\nconst _: () = {\n    #[deprecated";
        assert_eq!(code.contains(note), is_noted, "{text}");
    }
}

/// A constant of the user's that has the name of a local of ours must not be
/// taken for a pattern: the runtime has a list of them, against it.
#[test]
fn locals_are_on_the_list() {
    #[derive(Default)]
    struct Locals(BTreeSet<String>);

    impl<'ast> Visit<'ast> for Locals {
        fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
            self.0.insert(pattern.ident.to_string());
        }

        fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
            self.visit_tokens(&item.mac.tokens);
        }

        fn visit_impl_item_macro(&mut self, item: &'ast syn::ImplItemMacro) {
            self.visit_tokens(&item.mac.tokens);
        }
    }

    impl Locals {
        /// What `with_alloc!` holds.
        fn visit_tokens(&mut self, items: &TokenStream) {
            let items = syn::parse_quote!(impl Net { #items });
            self.visit_item_impl(&items);
        }
    }

    let mut locals = Locals::default();
    for root in ["none", "conv(3, 16, 1)", "conv(7, 16, 2) + max_pool(3, 2)"] {
        for result in ["classes: none", "classes: 10", "outputs: [a_unit_1, a]"] {
            for dialect in Dialect::ALL {
                let torch = dialect.separator == '.';
                let result = if torch { result.replace("a_unit_1", "a_0") } else { result.into() };
                let attention = if dialect.attention { "attention: se," } else { "" };
                // Of its parameters.
                let export = if result == "classes: 10" { "export: \"C\"," } else { "" };
                locals.visit_file(&parse(&format!(
                    "struct Net {{
                        {attention}
                        {export}
                        dialect: {},
                        input: [8, 8, 16],
                        root: {root},
                        a: bottleneck[(16, 4, 2), (16, 4, 1), (32, 8, 1)] + own[(32, 1), (48, 2)],
                        b: custom(f, weight: [8]),
                        kinds: {{ own: custom(f, stride, weight: [input]) }},
                        {result},
                    }}",
                    dialect.name,
                )));
            }
        }
    }
    let runtime = include_str!("../../../../resnet-runtime/src/lib.rs");
    let (_, list) = runtime.split_once("$crate::locals! {").expect("the list of locals");
    let (list, _) = list.split_once('}').expect("its end");
    assert_eq!(locals.0, list.split_whitespace().map(str::to_owned).collect());
    assert!(list.split_whitespace().all(crate::emit::is_local));
}
