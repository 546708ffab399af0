//! Weight files. All faults are found before the first value is packed.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensorError, SafeTensors};

use super::source::Source;
use super::{Format, Weights, names, pack};
use crate::error::{Error, Fault};
use crate::layer::{Layer, Role, TensorSpec};

/// The tensors of a file, in the order of their names. A slice, since a map's code is
/// several times as long.
pub(super) struct Views<'a>(Vec<(&'a str, TensorView<'a>)>);

impl<'a> Views<'a> {
    fn new(file: &'a SafeTensors<'a>) -> Self {
        let mut views: Vec<_> = file.iter().collect();
        views.sort_unstable_by_key(|(name, _)| *name);
        Views(views)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(name, _)| *name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Which one has a name.
    fn find(&self, name: &str) -> Option<usize> {
        self.0.binary_search_by_key(&name, |(name, _)| *name).ok()
    }
}

/// See [`Network::from_safetensors`](crate::Network::from_safetensors).
pub(crate) fn from_safetensors(
    layers: &[Layer],
    format: &Format,
    bytes: &[u8],
) -> Result<Weights, Error> {
    let file = open(bytes).map_err(|reason| Error::Weights([Fault::File { reason }].into()))?;
    let views = Views::new(&file);
    let mut known = vec![false; views.0.len()];
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    let specs = layers
        .iter()
        .flat_map(|layer| (0..layer.leaves.len()).map(|i| layer.tensor(i, format.layout)));
    if let Some(fault) = names::others(specs.clone(), format, &views) {
        return Err(Error::Weights([fault].into()));
    }
    for spec in specs {
        match views.find(&spec.name.to_string()) {
            Some(i) => {
                known[i] = true;
                sources.extend(read(&spec, &views.0[i].1, &mut faults));
            }
            None => faults.push(Fault::Missing {
                name: spec.name.to_string(),
                expected: spec.shape().into(),
            }),
        }
    }
    for ((name, view), known) in views.0.iter().zip(known) {
        if !known && !names::is_ignored(name, format) {
            faults.push(Fault::Unknown { name: name.to_string(), found: view.shape().into() });
        }
    }
    if !faults.is_empty() {
        return Err(Error::Weights(faults));
    }
    let weights = pack::pack(layers, format, |number, _| sources[number]);
    faults = overflows(layers, weights.floats().unwrap_or_default()).collect();
    if faults.is_empty() { Ok(weights) } else { Err(Error::Weights(faults)) }
}

/// The layers that have packed values which are no numbers.
fn overflows(layers: &[Layer], mut packed: &[f32]) -> impl Iterator<Item = Fault> {
    layers.iter().filter_map(move |layer| {
        let (values, rest) = packed.split_at(layer.packed_len());
        packed = rest;
        // All of them, without a way out: this reads at the speed of memory.
        let finite = values.iter().fold(true, |finite, value| finite & value.is_finite());
        (!finite).then(|| Fault::Overflow { layer: layer.name.to_owned() })
    })
}

/// The file's table of tensors, or why there is none.
fn open(bytes: &[u8]) -> Result<SafeTensors<'_>, String> {
    // Only if it is none: a header may have the length that is the mark of
    // another format.
    tensors(bytes).map_err(|fault| foreign(bytes).map_or(fault, str::to_owned))
}

fn tensors(bytes: &[u8]) -> Result<SafeTensors<'_>, String> {
    let Some((len, json)) = bytes.split_first_chunk() else {
        let is_empty = bytes.is_empty();
        return Err(if is_empty { "it is empty" } else { "it is shorter than 8 bytes" }.into());
    };
    let (len, found) = (u64::from_le_bytes(*len), bytes.len());
    if len > json.len() as u64 {
        return Err(match json.first() {
            Some(b'{') => format!("its header takes {len} bytes, it is cut off after {found}"),
            _ => "it begins neither with the length of a header nor as anything known".to_owned(),
        });
    }
    let listed = listed(json.get(..len as usize).unwrap_or(json))?;
    let file = SafeTensors::deserialize(bytes).map_err(|error| match error {
        SafeTensorError::MetadataIncompleteBuffer => {
            format!("its header asks for another number of bytes than the {found} that it has")
        }
        error => error.to_string(),
    })?;
    if listed == file.len() { Ok(file) } else { Err("its header lists a tensor twice".to_owned()) }
}

/// What is often taken for a weight file, and what to do.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let is_page = |mark: &[u8]| {
        let start = bytes.trim_ascii_start();
        start.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
    };
    Some(match bytes {
        _ if bytes.starts_with(b"version https://git-lfs") => {
            "it is a Git LFS pointer; fetch the file itself with `git lfs pull`"
        }
        _ if is_page(b"<!doctype") || is_page(b"<html") => {
            "it is a web page; download the file itself, not the page about it"
        }
        [b'P', b'K', 3, 4, ..] => {
            "it is a zip archive, as `torch.save` and numpy write; \
             convert it with `tools/convert` of resnet's repository"
        }
        [0x80, 2..=5, ..] => {
            "it is a pickle, as older versions of `torch.save` write; \
             convert it with `tools/convert` of resnet's repository"
        }
        [0x89, b'H', b'D', b'F', ..] => {
            "it is an HDF5 file, as Keras writes; convert it to safetensors"
        }
        [0x93, b'N', b'U', b'M', b'P', b'Y', ..] => {
            "it is a numpy array; convert it to safetensors"
        }
        [0x89, b'r', b'e', b's', b'n', b'e', b't', b'\n', ..] => {
            "it is a packed file; load it with `from_packed` or `unpack`"
        }
        [0x1f, 0x8b, ..] => {
            "it is compressed with gzip; unpack it, \
             and convert what is in it with `tools/convert` of resnet's repository"
        }
        _ => return None,
    })
}

/// How many tensors the header lists, well formed or not. This is for what the
/// file's reader does not see: of two tensors with one name it keeps the last,
/// and if overflow is checked, offsets near `usize::MAX` make it panic.
fn listed(json: &[u8]) -> Result<usize, String> {
    let mut rest = json;
    let (mut count, mut depth, mut number, mut text) = (0, 0_usize, 0_usize, &[][..]);
    while let [byte, after @ ..] = rest {
        rest = after;
        number = match byte {
            b'0'..=b'9' => number.saturating_mul(10).saturating_add((byte - b'0').into()),
            _ => 0,
        };
        match byte {
            b'"' => (text, rest) = split_text(rest),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b':' if depth == 1 && text != b"__metadata__" => count += 1,
            _ if number > usize::MAX / 2 => {
                return Err("its header has a number beyond any memory".to_owned());
            }
            _ => {}
        }
    }
    Ok(count)
}

/// What stands before and after the closing quote of a text.
fn split_text(json: &[u8]) -> (&[u8], &[u8]) {
    let mut escaped = false;
    let closes = |byte: &u8| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes
    };
    let end = json.iter().position(closes).unwrap_or(json.len());
    (&json[..end], json.get(end + 1..).unwrap_or_default())
}

/// The values of one tensor, unless their type is none of ours. They are of
/// use only if the file has no faults at all.
fn read<'a>(
    spec: &TensorSpec,
    view: &TensorView<'a>,
    faults: &mut Vec<Fault>,
) -> Option<Source<'a>> {
    let name = || spec.name.to_string();
    if view.shape() != spec.shape() {
        let (expected, found) = (spec.shape().into(), view.shape().into());
        faults.push(Fault::Shape { name: name(), expected, found });
    }
    // The file's reader has checked that the bytes are as many as the shape
    // and the type ask for.
    let source = match view.dtype() {
        Dtype::F32 => Source::F32(view.data().as_chunks().0),
        Dtype::F16 => Source::F16(view.data().as_chunks().0),
        Dtype::BF16 => Source::Bf16(view.data().as_chunks().0),
        other => {
            faults.push(Fault::Type { name: name(), found: other.to_string() });
            return None;
        }
    };
    let bad = |value: f32| !value.is_finite() || spec.role == Role::Variance && value < 0.0;
    let mut bad = (0..view.shape().iter().product()).filter(|i| bad(source.at(*i)));
    if let Some(index) = bad.next() {
        let (found, count) = (source.at(index).to_string(), 1 + bad.count());
        faults.push(Fault::Value { name: name(), found, index, count });
    }
    Some(source)
}
