//! The root: as written, or that of the dialect.

use quote::quote;

use super::list;
use crate::ast::{self, Num};
use crate::dialect::{Dialect, PoolPadding};
use crate::errors::Errors;
use crate::ir::{Pool, Root, RootConv};
use crate::shape::Shape;

/// As written, or that of the dialect.
pub(super) fn root(
    net: &ast::Network,
    dialect: &Dialect,
    input: Shape,
    errors: &mut Errors,
) -> Option<Root> {
    let Some(written) = &net.fields.root else {
        // It stands nowhere; what may be wrong with it is the image.
        let span = net.fields.input.map_or(net.name.span(), |[height, ..]| height.span);
        let [size, depth, stride] = dialect.root.conv;
        let output = input.strided(stride, depth);
        let conv = RootConv { span, size, stride, input, output };
        let pool = dialect.root.pool.map(|[size, stride]| {
            let output = output.strided(stride, depth);
            Pool { span, size, stride, output }
        });
        return Some(Root { convs: vec![conv], pool, blur: false });
    };
    let mut map = input;
    let convs = written.convs.iter().map(|conv| {
        let input = map;
        map = input.strided(conv.stride.value, conv.depth.value);
        let (size, stride) = (conv.size.value, conv.stride.value);
        RootConv { span: conv.span, size, stride, input, output: map }
    });
    let convs: Vec<RootConv> = convs.collect();
    let pool = written.pool.as_ref().map(|pool| Pool {
        span: pool.span,
        size: pool.size.value,
        stride: pool.stride.value,
        output: map.strided(pool.stride.value, map.c),
    });
    check_root(dialect, written, errors).then_some(Root { convs, pool, blur: false })
}

/// Whether every stride of the root has something to step over.
pub(super) fn check_strides(net: &ast::Network, root: &Root, errors: &mut Errors) -> bool {
    let entry = |conv: &RootConv| (conv.span, conv.input, conv.stride, "convolution");
    let last = root.convs.last().map(|conv| conv.output);
    let pool =
        root.pool.as_ref().zip(last).map(|(pool, map)| (pool.span, map, pool.stride, "max pool"));
    let steps = root.convs.iter().map(entry).chain(pool);
    for (span, map, stride, what) in steps {
        if stride > 1 && map.h == 1 && map.w == 1 {
            let remedy = match &net.fields.root {
                None => "use a larger input, or write `root: none`",
                Some(_) => "use a larger input or fewer strides",
            };
            let wanted = "expected a map larger than 1 × 1 for a stride of";
            let message = format!("{wanted} {stride} of the root's {what}, found {map}; {remedy}");
            match (&net.fields.root, net.fields.input) {
                (None, Some([h, w, c])) => {
                    let [h, w, c] = [h, w, c].map(Num::literal);
                    errors.push(syn::Error::new_spanned(quote!(#h, #w, #c), message));
                }
                _ => errors.at(span, message),
            }
            // Every later stride would say the same.
            return false;
        }
    }
    true
}

/// Whether the dialect has such a root.
fn check_root(dialect: &Dialect, root: &ast::Root, errors: &mut Errors) -> bool {
    let before = errors.len();
    let found = root.convs.len();
    if let Some(first) = root.convs.first()
        && !dialect.roots.contains(&found)
    {
        errors.at(
            first.span,
            format_args!(
                "expected {} in the root, found {found}; `{}` has no other names for their weights",
                count(dialect.roots, "convolution"),
                dialect.name,
            ),
        );
    }
    if dialect.padding != PoolPadding::Same
        && let Some(pool) = &root.pool
        && pool.size.value % 2 == 0
    {
        errors.at(
            pool.size.span,
            format_args!(
                "expected an odd pool size, found {}; `{}` pads half of the window on each side",
                pool.size.value, dialect.name,
            ),
        );
    }
    errors.len() == before
}

/// `1 or 3 convolutions`.
fn count(numbers: &[usize], noun: &str) -> String {
    let plural = if numbers == [1] { "" } else { "s" };
    format!("{} {noun}{plural}", list(numbers))
}
