//! `weights: "…"`: finds the file, reads its header, and compares it with the
//! declaration. The values are never read here: this runs in the editor too.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use proc_macro2::Span;
use safetensors::tensor::Metadata;
use syn::LitStr;

use crate::ast;
use crate::errors::Errors;
use crate::ir::{Kind, Layer, Network, Tensor};

/// Longest header that is read; that of a ResNet-200 takes 120 KB.
const MAX_HEADER: u64 = 16 << 20;

/// Most lines of one message.
const MAX_LINES: usize = 6;

/// What a declaration says of its weights.
pub(crate) enum Embedded {
    /// Nothing.
    None,
    /// A file which fits: its absolute path, for `include_bytes!`.
    File(String),
    /// A file which does not, as has been reported.
    Faulty,
}

/// Shapes by name.
type Header = BTreeMap<String, (Vec<usize>, String)>;

/// Compares the file with the network.
pub(crate) fn check(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    errors: &mut Errors,
) -> Embedded {
    let Some(literal) = &declared.fields.weights else {
        return Embedded::None;
    };
    let before = errors.len();
    let path = find(literal, errors).and_then(|path| {
        match header(&path) {
            Ok(header) => compare(declared, net, layers, header, errors),
            Err(fault) => errors.at(
                literal.span(),
                format_args!("expected a safetensors file, found `{}`: {fault}", literal.value()),
            ),
        }
        path.to_str().map(str::to_owned).or_else(|| {
            errors.at(literal.span(), "expected a path in UTF-8; rename the folder");
            None
        })
    });
    match path {
        Some(path) if errors.len() == before => Embedded::File(path),
        _ => Embedded::Faulty,
    }
}

/// Beside the source file, as `include_bytes!` has it; else in the package.
fn find(literal: &LitStr, errors: &mut Errors) -> Option<PathBuf> {
    let relative = literal.value();
    // Outside of the compiler, in tests, there are no source files.
    let source = proc_macro::is_available().then(|| literal.span().unwrap().local_file()).flatten();
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
        let tried: Vec<String> =
            tried.iter().map(|path| format!("\n  {}", path.display())).collect();
        errors.at(
            literal.span(),
            format_args!(
                "expected a weight file, found none of that name beside the source file \
             or in the package; tried{}",
                tried.concat(),
            ),
        );
    }
    found
}

/// Eight bytes of length, then that many bytes of JSON.
fn header(path: &Path) -> Result<Header, String> {
    let say = |error: std::io::Error| error.to_string();
    let mut file = File::open(path).map_err(say)?;
    let file_len = file.metadata().map_err(say)?.len();
    let mut len = [0; 8];
    file.read_exact(&mut len).map_err(|_| "it is shorter than 8 bytes".to_owned())?;
    let len = u64::from_le_bytes(len);
    if len > MAX_HEADER || len.saturating_add(8) > file_len {
        return Err(format!("its header claims {len} bytes, the file has {file_len}"));
    }
    let mut json = vec![0; len as usize];
    file.read_exact(&mut json).map_err(say)?;
    let metadata: Metadata = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    let expected = (metadata.data_len() as u64).saturating_add(8 + len);
    if expected != file_len {
        return Err(format!("its header asks for {expected} bytes, the file has {file_len}"));
    }
    let tensors = metadata.tensors();
    let tensor = |(name, info): (String, &safetensors::tensor::TensorInfo)| {
        (name, (info.shape.clone(), info.dtype.to_string()))
    };
    Ok(tensors.into_iter().map(tensor).collect())
}

/// Reports what differs, once per block, at the block.
fn compare(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    mut header: Header,
    errors: &mut Errors,
) {
    if let Some(fault) = other_scope(net, layers, &header) {
        let span = declared.fields.scope.as_ref().or(declared.fields.weights.as_ref());
        errors.at(span.map_or(net.name.span(), LitStr::span), fault);
        return;
    }
    let mut places = Places::default();
    for layer in layers {
        for tensor in layer.tensors() {
            let found = header.remove(&tensor.name);
            if let Some(fault) = fault(&tensor, found.as_ref()) {
                let (place, span) = place_of(net, layer);
                let remedy = found.and_then(|(shape, _)| remedy(layer, &tensor.shape, &shape));
                places.add(place, span, fault, remedy);
            }
        }
    }
    let weights = declared.fields.weights.as_ref().map_or(net.name.span(), LitStr::span);
    for (name, (shape, _)) in &header {
        let last = name.rsplit('/').next().unwrap_or(name);
        if !net.dialect.leftovers.contains(&last) {
            let block = net
                .blocks
                .iter()
                .position(|block| name.starts_with(&format!("{}/{}/", net.scope, block.name)));
            let (place, span) = match block {
                Some(i) => (Place::Block(i), net.blocks[i].name.span()),
                None => (Place::File, weights),
            };
            let fault = format!("`{name}`: expected no such tensor, found {shape:?}");
            places.add(place, span, fault, None);
        }
    }
    places.report(errors);
}

/// When no tensor has the network's scope, the scope is the one mistake.
fn other_scope(net: &Network, layers: &[Layer], header: &Header) -> Option<String> {
    let tensors = || layers.iter().flat_map(Layer::tensors);
    if tensors().any(|tensor| header.contains_key(&tensor.name)) {
        return None;
    }
    let first = tensors().next()?;
    let rest = first.name.strip_prefix(&net.scope)?;
    let scope = header.keys().filter_map(|name| name.strip_suffix(rest)).min_by_key(|s| s.len());
    Some(match scope {
        Some(scope) => format!(
            "expected variables under `{}`, found them under `{scope}`; write `scope: {scope:?}`",
            net.scope,
        ),
        None if header.keys().any(|name| name.starts_with("layer1.")) => format!(
            "expected names of {}, such as `{}`, found those of PyTorch, such as \
             `layer1.0.conv1.weight`; use a checkpoint of the former",
            net.dialect.program, first.name,
        ),
        None => format!(
            "expected names of {}, such as `{}`, found none of them{}",
            net.dialect.program,
            first.name,
            header.keys().next().map_or(String::new(), |name| format!(", but `{name}`")),
        ),
    })
}

/// What is wrong with one tensor of the file.
fn fault(tensor: &Tensor, found: Option<&(Vec<usize>, String)>) -> Option<String> {
    let (name, expected) = (&tensor.name, &tensor.shape);
    let Some((shape, dtype)) = found else {
        return Some(format!("`{name}`: expected {expected:?}, found no such tensor"));
    };
    if shape != expected {
        return Some(format!("`{name}`: expected {expected:?}, found {shape:?}"));
    }
    let known = ["F32", "F16", "BF16"].contains(&dtype.as_str());
    (!known).then(|| format!("`{name}`: expected F32, F16 or BF16, found {dtype}"))
}

/// What the difference of two shapes suggests.
fn remedy(layer: &Layer, expected: &[usize], found: &[usize]) -> Option<String> {
    if expected == found {
        return None;
    }
    if let ([kh, kw, i, o], [fo, fi, fkh, fkw]) = (expected, found)
        && [kh, kw, i, o] == [fkh, fkw, fi, fo]
    {
        return Some(
            "convolutions have PyTorch's axes `[out, in, height, width]`, \
             transpose them to `[height, width, in, out]`"
                .into(),
        );
    }
    let last = found.last()?;
    let is_logits = layer.end_point.as_deref() == Some("LOGITS");
    let same_input =
        expected.len() == found.len() && expected[..expected.len() - 1] == found[..found.len() - 1];
    (is_logits && same_input).then(|| format!("write `classes: {last}`"))
}

/// The part of a declaration at which faults are reported together.
#[derive(PartialEq)]
enum Place {
    Root,
    Block(usize),
    Head,
    File,
}

fn place_of(net: &Network, layer: &Layer) -> (Place, Span) {
    match (layer.unit, layer.kind) {
        (Some(i), _) => {
            let block = net.units[i].block;
            (Place::Block(block), net.blocks[block].name.span())
        }
        (None, Kind::Root { .. }) => (Place::Root, layer.span),
        _ => (Place::Head, layer.span),
    }
}

/// Faults by place, in the order of the network.
#[derive(Default)]
struct Places(Vec<Faults>);

/// The faults of one place, and what may cure them, each once.
struct Faults {
    place: Place,
    span: Span,
    lines: Vec<String>,
    remedies: Vec<String>,
}

impl Places {
    fn add(&mut self, place: Place, span: Span, line: String, remedy: Option<String>) {
        let at = self.0.iter().position(|faults| faults.place == place);
        let at = at.unwrap_or_else(|| {
            self.0.push(Faults { place, span, lines: Vec::new(), remedies: Vec::new() });
            self.0.len() - 1
        });
        let faults = &mut self.0[at];
        faults.lines.push(line);
        let new = remedy.filter(|remedy| !faults.remedies.contains(remedy));
        faults.remedies.extend(new);
    }

    fn report(self, errors: &mut Errors) {
        for Faults { span, lines, remedies, .. } in self.0 {
            let remedies: String = remedies.iter().map(|remedy| format!("; {remedy}")).collect();
            let shown: String =
                lines.iter().take(MAX_LINES).map(|line| format!("\n  {line}")).collect();
            let more = match lines.len().saturating_sub(MAX_LINES) {
                0 => String::new(),
                more => format!("\n  and {more} more"),
            };
            errors.at(span, format_args!("the weight file does not fit{remedies}:{shown}{more}"));
        }
    }
}
