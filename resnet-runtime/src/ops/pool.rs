//! Max pooling.

use crate::engine::Engine;
use crate::map::Map;
use crate::workspace::Region;

/// Max pooling with a `SIZE × SIZE` window and a stride.
pub struct MaxPool<const SIZE: usize, const STRIDE: usize>;

impl<const SIZE: usize, const STRIDE: usize> MaxPool<SIZE, STRIDE> {
    /// With TensorFlow's SAME padding: out = ceil(in / stride), and an even
    /// size is padded at the bottom and the right alone.
    pub fn same<
        'r,
        const H: usize,
        const W: usize,
        const C: usize,
        const HO: usize,
        const WO: usize,
    >(
        x: &Map<'_, H, W, C>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> Map<'r, HO, WO, C> {
        const {
            assert!(SIZE > 0 && STRIDE > 0, "an empty window");
            assert!(HO == H.div_ceil(STRIDE), "output height is not input height / stride");
            assert!(WO == W.div_ceil(STRIDE), "output width is not input width / stride");
        }
        let mut out = Map::new(out);
        e.backend.max_pool(x.values(), [H, W], SIZE, STRIDE, out.values_mut());
        out
    }
}
