//! Weight files, good and bad, made in memory.

use resnet::TensorSpec;
use safetensors::{Dtype, SafeTensors};

use crate::Small;
use crate::common::read;

/// One tensor of a file.
#[derive(Clone)]
pub struct Entry {
    pub name: String,
    pub dtype: Dtype,
    pub shape: Vec<usize>,
    pub bytes: Vec<u8>,
}

impl Entry {
    pub fn new(name: &str, dtype: Dtype, shape: &[usize]) -> Self {
        let bytes = vec![0; shape.iter().product::<usize>() * dtype.bitsize() / 8];
        Entry { name: name.to_owned(), dtype, shape: shape.to_vec(), bytes }
    }

    pub fn values(&self) -> Vec<f32> {
        self.bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
    }

    pub fn set(&mut self, values: &[f32]) {
        self.bytes = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    }

    pub fn become_half(&mut self, dtype: Dtype, narrow: fn(f32) -> u16) {
        self.dtype = dtype;
        self.bytes = self.values().iter().flat_map(|v| narrow(*v).to_le_bytes()).collect();
    }
}

/// The file of these tensors, in this order. Unlike the crate `safetensors`,
/// it writes whatever it is told to.
pub fn file(entries: &[Entry]) -> Vec<u8> {
    let (mut rows, mut data) = (Vec::new(), Vec::new());
    for Entry { name, dtype, shape, bytes } in entries {
        let start = data.len();
        data.extend(bytes);
        let offsets = [start, data.len()];
        rows.push(format!("{name:?}:{}", row(&dtype.to_string(), shape, offsets)));
    }
    with_header(&format!("{{{}}}", rows.join(",")), &data)
}

pub fn row(dtype: &str, shape: &[usize], offsets: [usize; 2]) -> String {
    format!(r#"{{"dtype":"{dtype}","shape":{shape:?},"data_offsets":{offsets:?}}}"#)
}

pub fn with_header(header: &str, data: &[u8]) -> Vec<u8> {
    [&(header.len() as u64).to_le_bytes(), header.as_bytes(), data].concat()
}

/// The reference's tensors, by name.
pub fn tiny() -> Vec<Entry> {
    let file = read("slim/tiny/weights.safetensors");
    let file = SafeTensors::deserialize(&file).expect("a reference file is well formed");
    let mut entries: Vec<Entry> = file
        .iter()
        .map(|(name, view)| Entry {
            name: name.to_owned(),
            dtype: view.dtype(),
            shape: view.shape().to_vec(),
            bytes: view.data().to_vec(),
        })
        .collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

pub fn small() -> Vec<Entry> {
    let entry = |spec: &TensorSpec| {
        let mut entry = Entry::new(&spec.name.to_string(), Dtype::F32, spec.shape());
        entry.set(&vec![0.75; spec.len()]);
        entry
    };
    Small::TENSORS.iter().map(entry).collect()
}

pub fn entry<'e>(entries: &'e mut [Entry], name: &str) -> &'e mut Entry {
    entries.iter_mut().find(|entry| entry.name == name).expect("a tensor of the network")
}

/// The reference's file with some change.
pub fn changed(change: impl FnOnce(&mut Vec<Entry>)) -> Vec<u8> {
    let mut entries = tiny();
    change(&mut entries);
    file(&entries)
}

/// The nearest binary16, of a value in its range.
pub fn to_f16(value: f32) -> u16 {
    let magnitude = f64::from(value.abs());
    let exponent = (magnitude.log2().floor() as i32).clamp(-14, 15);
    let steps = (magnitude / f64::from(exponent - 10).exp2()).round_ties_even();
    u16::from(value < 0.0) << 15 | (((exponent + 14) << 10) + steps as i32) as u16
}

/// IEEE 754: the fraction over 1024, plus 1 unless the exponent is 0.
pub fn from_f16(bits: u16) -> f32 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f32::from(bits & 0x3ff) / 1024.0);
    let magnitude = match exponent {
        0 => fraction * 2.0_f32.powi(-14),
        _ => (1.0 + fraction) * 2.0_f32.powi(exponent - 15),
    };
    if bits >> 15 == 0 { magnitude } else { -magnitude }
}

/// The nearest bfloat16, ties to even.
pub fn to_bf16(value: f32) -> u16 {
    let bits = value.to_bits();
    ((bits + 0x7fff + (bits >> 16 & 1)) >> 16) as u16
}
