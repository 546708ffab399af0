//! `weights: "…"`: finds the file, and compares its header with the declaration. Of
//! safetensors the values are not read: this runs in the editor too. Those of a packed
//! file are, as it is used without another look.

mod group;
mod header;
mod names;
mod packed;
mod places;

use std::fs::File;
use std::path::{Path, PathBuf};

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Expr, ExprGroup, ExprLit, Lit, LitStr};

pub(crate) use self::packed::EXTENSION;

use self::group::Fault;
use self::header::{Header, axes, printable};
use self::names::Others;
use self::packed::Packed;
use self::places::{Place, Places};
use crate::ast;
use crate::errors::Errors;
use crate::fingerprint::fingerprint;
use crate::ir::{Layer, Layout, Network, Part, Tensor};
use crate::shape::Shape;
use crate::stack;
use crate::suggest::nearest;

/// Most files of a folder that are looked at for one of nearly the right name.
const MAX_FILES: usize = 1000;

/// What a declaration says of its weights.
pub(crate) enum Embedded {
    /// Nothing.
    None,
    /// A safetensors file which fits: its absolute path, for `include_bytes!`.
    File(String),
    /// A packed file, likewise.
    Packed { path: String, half: bool, span: Span },
    /// A file which does not, as has been reported.
    Faulty,
}

/// A weight file that was read.
pub(crate) struct WeightFile {
    path: String,
    content: Content,
}

enum Content {
    Safetensors(Header),
    Packed(Packed),
}

/// Finds the file and reads it, whatever the declaration says besides.
pub(crate) fn open(declared: &ast::Network, errors: &mut Errors) -> Option<WeightFile> {
    let literal = declared.fields.weights.as_ref()?;
    let path = find(declared, literal, errors)?;
    let is_packed = literal.value().ends_with(EXTENSION);
    let content = read(&path, is_packed).map_err(|fault| {
        let found = literal.value();
        let (kind, remedy) = match is_packed {
            true => ("packed", format!("; {}", command(declared, literal))),
            false => ("safetensors", String::new()),
        };
        errors.at(
            literal.span(),
            format_args!("expected a {kind} file, found `{found}`: {fault}{remedy}"),
        );
    });
    let Some(path) = path.to_str().map(str::to_owned) else {
        errors.at(literal.span(), "expected a path in UTF-8; rename the folder");
        return None;
    };
    Some(WeightFile { path, content: content.ok()? })
}

/// What is wrong with the file of an `include_packed!`, if its path is a literal. Whether
/// there is one, `include_bytes!` says, to which the same path is given.
pub(crate) fn included(path: TokenStream) -> Option<syn::Error> {
    let mut path: Expr = syn::parse2(path).ok()?;
    // What a macro by example has matched.
    while let Expr::Group(ExprGroup { expr, .. }) = path {
        path = *expr;
    }
    let Expr::Lit(ExprLit { lit: Lit::Str(literal), .. }) = path else {
        return None;
    };
    let beside = source_of(&literal)?.parent()?.join(literal.value());
    if !beside.is_file() {
        return None;
    }
    let fault = read(&beside, true).err()?;
    let found = literal.value();
    Some(syn::Error::new(
        literal.span(),
        format_args!("expected a packed file, found `{found}`: {fault}; pack the weights again"),
    ))
}

/// Compares the file with the network.
pub(crate) fn check(
    file: Option<WeightFile>,
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    errors: &mut Errors,
) -> Embedded {
    let Some(literal) = &declared.fields.weights else {
        return Embedded::None;
    };
    let Some(WeightFile { path, content }) = file else {
        return Embedded::Faulty;
    };
    let fits = match content {
        Content::Safetensors(header) => {
            compare(declared, net, layers, header, errors);
            Embedded::File(path)
        }
        Content::Packed(Packed { fingerprint: found, half }) => {
            let expected = fingerprint(net, layers);
            if found != expected {
                errors.at(
                    literal.span(),
                    format_args!(
                        "expected packed weights of this network, {expected:016x}, found those \
                         of another, {found:016x}; {}",
                        command(declared, literal),
                    ),
                );
            }
            Embedded::Packed { path, half, span: literal.span() }
        }
    };
    if errors.is_empty() { fits } else { Embedded::Faulty }
}

/// Whether there is room for weights of half precision: as written, or as the packed
/// file asks, or, where files come at run time, that of any precision.
pub(crate) fn half(
    file: &Option<WeightFile>,
    declared: &ast::Network,
    errors: &mut Errors,
) -> bool {
    let packed = match file {
        Some(WeightFile { content: Content::Packed(packed), .. }) => Some(packed.half),
        _ => None,
    };
    if let (Some(written), Some(true)) = (declared.fields.half, packed)
        && !written.value
    {
        let message = "expected `half: true`, found `half: false` and packed weights of half \
                       precision; leave the key out";
        errors.at(written.span, message);
    }
    declared.fields.half.map(|half| half.value).or(packed).unwrap_or(true)
}

/// How to make a packed file. A network that calls functions of its program's is packed
/// there alone.
fn command(declared: &ast::Network, literal: &LitStr) -> String {
    let name = &declared.name;
    if !(declared.fields.kinds.is_empty() && declared.fields.stages.is_empty()) {
        return format!(
            "make it with `{name}::from_safetensors(&bytes)?.pack(precision)?`, in a program \
             that has the declaration without `weights`, and its functions",
        );
    }
    let source = source_of(literal).and_then(|path| std::path::absolute(path).ok());
    let source = source.map_or("SOURCE.rs".into(), |path| path.display().to_string());
    format!(
        "make it with `cargo run --release --example pack -- {source} {name} \
         WEIGHTS.safetensors` in resnet's repository",
    )
}

/// Where the declaration stands. Outside of the compiler, in tests, there are
/// no source files.
fn source_of(literal: &LitStr) -> Option<PathBuf> {
    proc_macro::is_available().then(|| literal.span().unwrap().local_file()).flatten()
}

/// Beside the source file, as `include_bytes!` has it; else in the package.
fn find(declared: &ast::Network, literal: &LitStr, errors: &mut Errors) -> Option<PathBuf> {
    let relative = literal.value();
    let source = source_of(literal);
    let beside = source.as_deref().and_then(Path::parent).map(|dir| dir.join(&relative));
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(|dir| Path::new(&dir).join(&relative));
    let mut tried: Vec<PathBuf> = beside
        .into_iter()
        .chain(package)
        .filter_map(|path| std::path::absolute(path).ok())
        .collect();
    tried.dedup();
    let found = tried.iter().find(|path| path.is_file()).cloned();
    if found.is_none() {
        let near = near(&tried).map(|name| format!("; there is `{name}`"));
        let near = near.unwrap_or_default();
        let tried: Vec<String> =
            tried.iter().map(|path| format!("\n  {}", path.display())).collect();
        let remedy = match relative.ends_with(EXTENSION) {
            true => format!("; {}", command(declared, literal)),
            false => String::new(),
        };
        errors.at(
            literal.span(),
            format_args!(
                "expected a weight file, found none of that name beside the source file \
             or in the package{near}{remedy}; tried{}",
                tried.concat(),
            ),
        );
    }
    found
}

/// A file beside one of those that there are not, of nearly its name.
fn near(tried: &[PathBuf]) -> Option<String> {
    tried.iter().find_map(|path| {
        let wanted = path.file_name()?.to_str()?;
        let extension = path.extension()?;
        let files = path.parent()?.read_dir().ok()?.take(MAX_FILES).flatten();
        let files = files.map(|file| PathBuf::from(file.file_name()));
        let alike = files.filter(|file| file.extension() == Some(extension));
        let names: Vec<String> =
            alike.filter_map(|file| file.to_str().map(str::to_owned)).collect();
        nearest(wanted, names.iter().map(String::as_str)).map(str::to_owned)
    })
}

fn read(path: &Path, is_packed: bool) -> Result<Content, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let len = file.metadata().map_err(|error| error.to_string())?.len();
    match is_packed {
        true => packed::read(file, len).map(Content::Packed),
        false => header::read(file, len).map(Content::Safetensors),
    }
}

/// Reports what differs, once per block, at the block.
fn compare(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    mut header: Header,
    errors: &mut Errors,
) {
    let fields = &declared.fields;
    let weights = fields.weights.as_ref().map_or(net.name.span(), LitStr::span);
    if let Some(others) = names::others(net, layers, &header) {
        let dialect = fields.dialect.as_ref().map(Ident::span);
        let (span, fault) = match others {
            Others::Scope(fault) => (fields.scope.as_ref().map(LitStr::span), fault),
            Others::Dialect(fault) => (dialect, fault),
            Others::Unknown(fault) => (None, fault),
        };
        errors.at(span.unwrap_or(weights), fault);
        return;
    }
    let place_of = |layer: &Layer| match (layer.part, &fields.root) {
        // The dialect's own stands nowhere.
        (Part::Root { .. }, None) => (Place::Root, weights),
        _ => places::of(net, layer),
    };
    let mut places = Places::default();
    let has = |layer: &Layer, header: &Header| header.keys().any(|name| is_in(&layer.name, name));
    for layer in layers {
        let is_headless = layer.part == Part::Logits && !has(layer, &header);
        for tensor in layer.tensors(net.dialect.layout) {
            let found = header.remove(&tensor.name);
            if let Some(fault) = fault(&tensor, found.as_ref()) {
                let (place, span) = place_of(layer);
                let layout = net.dialect.layout;
                let remedy = match found {
                    Some((shape, _)) => remedy(layer, layout, &tensor.shape, &shape),
                    None if is_headless => {
                        Some("if it has no head, write `classes: none`".to_owned())
                    }
                    None => None,
                };
                places.add(place, span, fault, remedy);
            }
        }
    }
    let unread = stack::unread(net);
    let is_unread = |name: &str| unread.iter().any(|layer| is_in(layer, name));
    let blocks = layers.iter().filter(|layer| layer.part == Part::Block);
    for (name, (shape, _)) in header.iter().filter(|(name, _)| !is_unread(name)) {
        let last = name.rsplit(['/', '.']).next().unwrap_or(name);
        if !net.dialect.leftovers.contains(&last) {
            let (place, span) = match blocks.clone().find(|block| is_in(&block.name, name)) {
                Some(block) => place_of(block),
                None => (Place::File, weights),
            };
            let what = format!("expected no such tensor, found {}", axes(shape));
            places.add(place, span, Fault { name: printable(name), what }, None);
        }
    }
    places.report(errors);
}

/// Whether a tensor is one of a layer, or of one in it.
fn is_in(layer: &str, tensor: &str) -> bool {
    tensor.strip_prefix(layer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}

/// What is wrong with one tensor of the file.
fn fault(tensor: &Tensor, found: Option<&(Vec<usize>, String)>) -> Option<Fault> {
    let expected = &tensor.shape;
    let what = match found {
        None => format!("expected {expected:?}, found no such tensor"),
        Some((shape, _)) if shape != expected => {
            format!("expected {expected:?}, found {}", axes(shape))
        }
        Some((_, dtype)) if ["F32", "F16", "BF16"].contains(&dtype.as_str()) => return None,
        Some((_, dtype)) => format!("expected F32, F16 or BF16, found {dtype}"),
    };
    Some(Fault { name: tensor.name.clone(), what })
}

/// What the difference of two shapes suggests.
fn remedy(layer: &Layer, layout: Layout, expected: &[usize], found: &[usize]) -> Option<String> {
    if expected == found {
        return None;
    }
    if let ([a, b], Part::Logits) = (found, layer.part)
        && expected == [*b, *a]
        && a != b
    {
        return Some("the fully connected layer has axes `[in, out]`, transpose it".to_owned());
    }
    if let [a, b, c, d] = *found {
        let (transposed, remedy) = match layout {
            Layout::Hwio => (
                [c, d, b, a],
                "convolutions have PyTorch's axes `[out, in, height, width]`, \
                 transpose them to `[height, width, in, out]`",
            ),
            Layout::Oihw => (
                [d, c, a, b],
                "convolutions have TensorFlow's axes `[height, width, in, out]`, \
                 transpose them to `[out, in, height, width]`",
            ),
        };
        if expected == transposed {
            return Some(remedy.into());
        }
    }
    if let Part::Root { number, .. } = layer.part {
        return root_remedy(number, layer.input, layout, found);
    }
    if layer.part != Part::Logits || expected.len() != found.len() {
        return None;
    }
    // Of one axis, both are.
    let (classes, rest) = match layout {
        Layout::Hwio => (found.split_last()?, expected.split_last()?.1),
        Layout::Oihw => (found.split_first()?, expected.split_first()?.1),
    };
    (classes.1 == rest).then(|| format!("write `classes: {}`", classes.0))
}

/// What to declare for a convolution of the file's root. Its stride is in no file.
fn root_remedy(number: usize, input: Shape, layout: Layout, found: &[usize]) -> Option<String> {
    let [size, width, channels, depth] = match (layout, found) {
        (Layout::Hwio, &[h, w, i, o]) | (Layout::Oihw, &[o, i, h, w]) => [h, w, i, o],
        _ => return None,
    };
    if number == 1 && channels != input.c {
        let Shape { h, w, .. } = input;
        return Some(format!("write `input: [{h}, {w}, {channels}]`"));
    }
    (size == width).then(|| format!("write a `root` with `conv({size}, {depth}, stride)`"))
}

#[cfg(test)]
mod tests;
