//! Units of a block are alike but for their names. What a `const` item has
//! found out of one unit's convolutions it need not find out again: rustc
//! interprets it, and a network has hundreds.

use crate::layer::{Layer, LayerKind, same};

/// Walks a table of layers unit by unit.
pub(crate) struct Twins {
    /// The first layers of the unit, and of the one before it.
    start: usize,
    before: usize,
}

impl Twins {
    pub const fn new() -> Self {
        Twins { start: 0, before: 0 }
    }

    /// The layer in the same place of the unit before, if it is a convolution
    /// of the same shape. To be asked of every layer, in turn.
    pub const fn of(&mut self, layers: &[Layer], i: usize) -> Option<usize> {
        if i > 0 && matches!(layers[i - 1].kind, LayerKind::Unit | LayerKind::Block) {
            self.before = self.start;
            self.start = i;
        }
        let twin = self.before + (i - self.start);
        if twin < self.start && alike(&layers[i], &layers[twin]) { Some(twin) } else { None }
    }
}

const fn alike(a: &Layer, b: &Layer) -> bool {
    let LayerKind::Conv { size, stride, rate, groups } = a.kind else {
        return false;
    };
    let is_kind = matches!(b.kind, LayerKind::Conv { size: s, stride: t, rate: r, groups: g }
        if s == size && t == stride && r == rate && g == groups);
    is_kind && same(a.input, b.input) && same(a.output, b.output)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::packed_len;

    #[test]
    fn twins_are_the_same_convolutions_one_unit_before() {
        let conv = |input, output| {
            let kind = LayerKind::Conv { size: 1, stride: 1, rate: 1, groups: 1 };
            Layer::plain("", kind, [8, 8, input], [8, 8, output])
        };
        let end = Layer::plain("", LayerKind::Unit, [8, 8, 64], [8, 8, 64]);
        let layers = [
            conv(3, 64),
            conv(64, 16),
            conv(16, 64),
            end,
            conv(64, 16),
            conv(16, 64),
            end,
            conv(64, 16),
            conv(16, 32),
            end,
        ];
        let mut twins = Twins::new();
        let found: [Option<usize>; 10] = core::array::from_fn(|i| twins.of(&layers, i));
        let none = None;
        // The root is in the first unit, so that its places are others.
        let wanted = [none, none, none, none, none, none, none, Some(4), none, none];
        assert_eq!(found, wanted);
        let sum: usize = layers.iter().map(Layer::packed_len).sum();
        assert_eq!(packed_len(&layers), sum, "of a twin, the length is known");
    }
}
