//! Weight files. All faults are found before the first value is packed.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

use super::source::Source;
use super::{Format, Weights, pack};
use crate::error::{Error, Fault};
use crate::layer::{Layer, Role, TensorSpec};

/// See [`Network::from_safetensors`](crate::Network::from_safetensors).
pub(crate) fn from_safetensors(
    layers: &[Layer],
    format: &Format,
    bytes: &[u8],
) -> Result<Weights, Error> {
    let file = open(bytes).map_err(|reason| Error::Weights([Fault::File { reason }].into()))?;
    let mut views: BTreeMap<_, _> = file.iter().collect();
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    for spec in layers.iter().flat_map(|layer| (0..layer.leaves.len()).map(|i| layer.tensor(i))) {
        match views.remove(spec.name.to_string().as_str()) {
            Some(view) => sources.extend(read(&spec, &view, &mut faults)),
            None => faults.push(Fault::Missing {
                name: spec.name.to_string(),
                expected: spec.shape().into(),
            }),
        }
    }
    let unknown = views.iter().filter(|(name, _)| !is_leftover(name, format));
    faults.extend(
        unknown.map(|(name, view)| Fault::Unknown {
            name: name.to_string(),
            found: view.shape().into(),
        }),
    );
    if !faults.is_empty() {
        return Err(Error::Weights(faults));
    }
    Ok(pack::pack(layers, format, |number, _| sources[number]))
}

/// The file's table of tensors, or why there is none.
fn open(bytes: &[u8]) -> Result<SafeTensors<'_>, String> {
    let listed = listed(bytes)?;
    let file = SafeTensors::deserialize(bytes).map_err(|error| error.to_string())?;
    if listed == file.len() { Ok(file) } else { Err("its header lists a tensor twice".to_owned()) }
}

/// How many tensors the header lists, well formed or not. This is for what the
/// file's reader does not see: of two tensors with one name it keeps the last,
/// and if overflow is checked, offsets near `usize::MAX` make it panic.
fn listed(bytes: &[u8]) -> Result<usize, String> {
    let mut rest = header(bytes);
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

/// The JSON of a file, as far as it goes.
fn header(bytes: &[u8]) -> &[u8] {
    let Some((len, rest)) = bytes.split_first_chunk() else {
        return &[];
    };
    let len = usize::try_from(u64::from_le_bytes(*len)).unwrap_or(usize::MAX);
    &rest[..len.min(rest.len())]
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
        let (found, count) = (source.at(index), 1 + bad.count());
        faults.push(Fault::Value { name: name(), found, index, count });
    }
    Some(source)
}

/// Whether a tensor is one that training leaves behind.
fn is_leftover(name: &str, format: &Format) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    format.leftovers.contains(&last)
}
