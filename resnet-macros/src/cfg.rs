//! Whether a declaration is compiled at all: what `cfg` leaves out may be faulty,
//! as with all of Rust.

use proc_macro2::{TokenStream, TokenTree as Tree};
use quote::{ToTokens, quote};
use syn::Attribute;

/// Predicates that must all hold.
#[derive(Clone, Default)]
pub(crate) struct Cfg(Vec<TokenStream>);

impl Cfg {
    pub fn of(attrs: &[Attribute]) -> Cfg {
        let trees = |attr: &Attribute| attr.meta.to_token_stream().into_iter().collect::<Vec<_>>();
        Cfg(attrs.iter().filter_map(|attr| predicate(&trees(attr))).collect())
    }

    /// Whether any does.
    pub fn any<'c>(choices: impl Iterator<Item = &'c Cfg>) -> Cfg {
        let choices = choices.map(|Cfg(all)| quote!(all(#(#all),*)));
        Cfg(vec![quote!(any(#(#choices),*))])
    }

    pub fn and(&self, other: &Cfg) -> Cfg {
        Cfg(self.0.iter().chain(&other.0).cloned().collect())
    }

    pub fn not(&self) -> Cfg {
        let Cfg(all) = self;
        Cfg(vec![quote!(not(all(#(#all),*)))])
    }

    pub fn is_always(&self) -> bool {
        self.0.is_empty()
    }
}

/// As attributes.
impl ToTokens for Cfg {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Cfg(all) = self;
        tokens.extend(quote!(#(#[cfg(#all)])*));
    }
}

/// `cfg(p)` asks for `p`, and `cfg_attr(p, cfg(q))` for `any(not(p), q)`. rustc
/// says at the type itself what is wrong with either.
fn predicate(attr: &[Tree]) -> Option<TokenStream> {
    let [Tree::Ident(name), Tree::Group(list)] = attr else {
        return None;
    };
    let list: Vec<Tree> = list.stream().into_iter().collect();
    let is_comma = |tree: &Tree| matches!(tree, Tree::Punct(mark) if mark.as_char() == ',');
    let mut items = list.split(is_comma).filter(|item| !item.is_empty());
    let first: TokenStream = items.next()?.iter().cloned().collect();
    if name == "cfg" {
        return Some(first);
    }
    let all: Vec<TokenStream> = items.filter_map(predicate).collect();
    (name == "cfg_attr" && !all.is_empty()).then(|| quote!(any(not(#first), all(#(#all),*))))
}
