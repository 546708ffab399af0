//! Weight files. All faults are found before the first value is packed.

use alloc::collections::BTreeMap;
use alloc::string::ToString;
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
    let file = SafeTensors::deserialize(bytes).map_err(|error| {
        let reason = error.to_string();
        Error::Weights([Fault::File { reason }].into())
    })?;
    let mut views: BTreeMap<_, _> = file.iter().collect();
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    for spec in layers
        .iter()
        .flat_map(|layer| (0..layer.leaves.len()).map(|i| layer.tensor(i)))
    {
        match views
            .remove(spec.name.to_string().as_str())
            .map(|view| read(&spec, &view))
        {
            Some(Ok(source)) => sources.push(source),
            Some(Err(fault)) => faults.push(fault),
            None => faults.push(Fault::Missing {
                name: spec.name.to_string(),
                expected: spec.shape().into(),
            }),
        }
    }
    let unknown = views.iter().filter(|(name, _)| !is_leftover(name, format));
    faults.extend(unknown.map(|(name, view)| Fault::Unknown {
        name: name.to_string(),
        found: view.shape().into(),
    }));
    if !faults.is_empty() {
        return Err(Error::Weights(faults));
    }
    Ok(pack::pack(layers, format, |number, _| sources[number]))
}

/// The values of one tensor, or what is wrong with them.
fn read<'a>(spec: &TensorSpec, view: &TensorView<'a>) -> Result<Source<'a>, Fault> {
    let name = || spec.name.to_string();
    if view.shape() != spec.shape() {
        let (expected, found) = (spec.shape().into(), view.shape().into());
        return Err(Fault::Shape {
            name: name(),
            expected,
            found,
        });
    }
    // The file's reader has checked that the bytes are as many as the shape
    // and the type ask for.
    let source = match view.dtype() {
        Dtype::F32 => Source::F32(view.data().as_chunks().0),
        Dtype::F16 => Source::F16(view.data().as_chunks().0),
        Dtype::BF16 => Source::Bf16(view.data().as_chunks().0),
        other => {
            return Err(Fault::Type {
                name: name(),
                found: other.to_string(),
            });
        }
    };
    let bad = |value: f32| !value.is_finite() || spec.role == Role::Variance && value < 0.0;
    let mut bad = (0..spec.len()).filter(|i| bad(source.at(*i)));
    match bad.next() {
        None => Ok(source),
        Some(index) => {
            let (found, count) = (source.at(index), 1 + bad.count());
            Err(Fault::Value {
                name: name(),
                found,
                index,
                count,
            })
        }
    }
}

/// Whether a tensor is one that training leaves behind.
fn is_leftover(name: &str, format: &Format) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    format.leftovers.contains(&last)
}
