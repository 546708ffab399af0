//! The table of layers as a program holds it that loads weights: `LAYERS` takes 176
//! bytes a row, and the loader of the program half as many to move its pointers.
//! Units of a block are alike but for their names.

#[cfg(feature = "alloc")]
use alloc::vec::Vec;
use core::str;

use crate::layer::Layer;

/// A row: which of the kinds of layers it is, and its name.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Row {
    kind: usize,
    name: &'static str,
    /// If it is not the name.
    prefix: Option<&'static str>,
}

/// The rows, without pointers.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Table {
    kinds: &'static [Layer],
    /// None if every layer is a kind of its own, with its name.
    rows: &'static [Lens],
    names: &'static [u8],
}

/// A [`Row`] whose texts lie among those of all rows, one after another.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Lens {
    kind: u16,
    name: u16,
    /// Or [`SAME`].
    prefix: u16,
}

/// The length of a prefix that is the name.
const SAME: u16 = u16::MAX;

impl Row {
    /// A layer of this kind.
    pub const fn new(kind: usize, name: &'static str) -> Self {
        Row { kind, name, prefix: None }
    }

    /// The same layer, of which the names of tensors do not begin with its own.
    pub const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = Some(prefix);
        self
    }

    /// What is written of the prefix.
    const fn own(&self) -> &'static str {
        match self.prefix {
            Some(prefix) => prefix,
            None => "",
        }
    }

    const fn layer(&self, kinds: &[Layer]) -> Layer {
        let mut layer = kinds[self.kind];
        layer.name = self.name;
        layer.prefix(match self.prefix {
            Some(prefix) => prefix,
            None => self.name,
        })
    }
}

/// All layers, with their names.
#[doc(hidden)]
pub const fn layers<const N: usize>(kinds: &[Layer], rows: &[Row; N]) -> [Layer; N] {
    let mut layers = [rows[0].layer(kinds); N];
    let mut i = 1;
    while i < N {
        layers[i] = rows[i].layer(kinds);
        i += 1;
    }
    layers
}

/// Bytes of the texts of all rows.
#[doc(hidden)]
pub const fn names_len(rows: &[Row]) -> usize {
    let (mut i, mut sum) = (0, 0);
    while i < rows.len() {
        sum += rows[i].name.len() + rows[i].own().len();
        i += 1;
    }
    sum
}

/// The texts of all rows.
#[doc(hidden)]
pub const fn names<const N: usize>(rows: &[Row]) -> [u8; N] {
    let mut names = [0; N];
    let (mut i, mut rest) = (0, &mut names as &mut [u8]);
    while i < rows.len() {
        let texts = [rows[i].name, rows[i].own()];
        let (name, after) = rest.split_at_mut(texts[0].len());
        let (own, after) = after.split_at_mut(texts[1].len());
        name.copy_from_slice(texts[0].as_bytes());
        own.copy_from_slice(texts[1].as_bytes());
        rest = after;
        i += 1;
    }
    names
}

/// The rows without their texts.
///
/// # Panics
///
/// If there are as many kinds, or as long a text, as take more than 16 bits. In a
/// `const` item that is a compile error.
#[doc(hidden)]
pub const fn lens<const N: usize>(rows: &[Row; N]) -> [Lens; N] {
    let mut lens = [Lens { kind: 0, name: 0, prefix: 0 }; N];
    let mut i = 0;
    while i < N {
        let Row { kind, name, prefix } = rows[i];
        let most = SAME as usize;
        let own = rows[i].own().len();
        assert!(kind < most && name.len() < most && own < most, "too long a name");
        let prefix = if prefix.is_some() { own as u16 } else { SAME };
        lens[i] = Lens { kind: kind as u16, name: name.len() as u16, prefix };
        i += 1;
    }
    lens
}

impl Table {
    /// Of what [`lens`] and [`names`] made of the rows.
    pub const fn new(kinds: &'static [Layer], rows: &'static [Lens], names: &'static [u8]) -> Self {
        Table { kinds, rows, names }
    }

    /// Of layers as they are.
    pub const fn of(layers: &'static [Layer]) -> Self {
        Table { kinds: layers, rows: &[], names: &[] }
    }

    /// All layers, as in `LAYERS`.
    pub(crate) fn iter(self) -> impl Iterator<Item = Layer> + Clone {
        let mut texts = self.names;
        let mut text = move |len: u16| {
            let (text, rest) = texts.split_at(len.into());
            texts = rest;
            str::from_utf8(text).unwrap_or_default()
        };
        let rows = self.rows.iter().map(move |row| {
            let name = text(row.name);
            let prefix = (row.prefix != SAME).then(|| text(row.prefix));
            Row { kind: row.kind.into(), name, prefix }.layer(self.kinds)
        });
        let plain = if self.rows.is_empty() { self.kinds } else { &[] };
        plain.iter().copied().chain(rows)
    }

    /// The same, for some time.
    #[cfg(feature = "alloc")]
    pub(crate) fn layers(self) -> Vec<Layer> {
        self.iter().collect()
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;
    use std::vec::Vec;

    use super::*;
    use crate::layer::{LayerKind, Leaf, Role};

    const KINDS: &[Layer] = &[
        Layer::plain("", LayerKind::Unit, [4, 4, 8], [4, 4, 8]).end_point(),
        Layer::weighted("", LayerKind::Linear, [1, 1, 8], [1, 1, 3], &[Leaf("w", Role::Weight)]),
    ];
    const ROWS: [Row; 5] = [
        Row::new(1, "a/first"),
        Row::new(0, "a"),
        // With a text, without one.
        Row::new(1, "layer1.0.conv1").prefix("layer1.0."),
        Row::new(1, "é").prefix(""),
        Row::new(1, "layer1.0").prefix("layer1.0.downsample."),
    ];
    const LAYERS: [Layer; 5] = layers(KINDS, &ROWS);
    const TABLE: Table = Table::new(KINDS, &lens(&ROWS), &names::<{ names_len(&ROWS) }>(&ROWS));

    #[test]
    fn a_table_holds_its_rows() {
        let text = |layers: &[Layer]| format!("{layers:#?}");
        assert_eq!(text(&TABLE.layers()), text(&LAYERS));
        assert_eq!(text(&Table::of(&LAYERS).layers()), text(&LAYERS));
        let names: Vec<_> = TABLE.iter().map(|layer| (layer.name, layer.prefix)).collect();
        let wanted = [
            ("a/first", "a/first"),
            ("a", "a"),
            ("layer1.0.conv1", "layer1.0."),
            ("é", ""),
            ("layer1.0", "layer1.0.downsample."),
        ];
        assert_eq!(names, wanted);
        assert!(TABLE.iter().map(|layer| layer.end_point).eq([false, true, false, false, false]));
        assert_eq!((LAYERS[0].params, LAYERS[1].params), (24, 0));
        assert_eq!(TABLE.names.len(), 7 + 1 + 14 + 9 + 2 + 8 + 20);
    }
}
