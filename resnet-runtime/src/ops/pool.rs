//! Pooling.

use crate::engine::Engine;
use crate::kernels::{Backend, Pool, PoolKernel, Rows, chunks};
use crate::layout::plane;
use crate::map::Map;
use crate::workspace::Region;

/// Max pooling with a `SIZE × SIZE` window and a stride.
pub struct MaxPool<const SIZE: usize, const STRIDE: usize>;

/// Average pooling with a `SIZE × SIZE` window and a stride.
pub struct AvgPool<const SIZE: usize, const STRIDE: usize>;

/// A blur by the 3x3 binomial filter, and a stride.
pub struct Blur<const STRIDE: usize>;

/// A max pool from a map of `H × W` to one of `HO × WO` with a halo: of a map, or of what
/// a convolution is about to compute (`pooled`).
pub struct Pooling<
    const H: usize,
    const W: usize,
    const HO: usize,
    const WO: usize,
    const HALO: usize,
>(pub(super) Pool);

impl<const SIZE: usize, const STRIDE: usize> MaxPool<SIZE, STRIDE> {
    /// With TensorFlow's SAME padding: out = ceil(in / stride), and an even
    /// size is padded at the bottom and the right alone. Padding never wins.
    pub fn same<
        const H: usize,
        const W: usize,
        const HO: usize,
        const WO: usize,
        const HALO: usize,
    >() -> Pooling<H, W, HO, WO, HALO> {
        let before =
            const { [half_of_same(H, HO, SIZE, STRIDE), half_of_same(W, WO, SIZE, STRIDE)] };
        let pool = const { pool([H, W], [HO, WO], HALO, SIZE, STRIDE) };
        Pooling(Pool { before, ..pool })
    }

    /// With half the window of padding on each side, as PyTorch has it:
    /// `MaxPool2d(SIZE, STRIDE, SIZE / 2)`. Padding never wins.
    pub fn half<
        const H: usize,
        const W: usize,
        const HO: usize,
        const WO: usize,
        const HALO: usize,
    >() -> Pooling<H, W, HO, WO, HALO> {
        const { assert!(SIZE % 2 == 1, "an even window has no half on each side") };
        let pool = const { pool([H, W], [HO, WO], HALO, SIZE, STRIDE) };
        Pooling(Pool { before: [SIZE / 2; 2], ..pool })
    }

    /// The same with zeros as padding, which win over what is negative: BiT's
    /// `ConstantPad2d(SIZE / 2, 0)` and `MaxPool2d(SIZE, STRIDE)`.
    pub fn zeros<
        const H: usize,
        const W: usize,
        const HO: usize,
        const WO: usize,
        const HALO: usize,
    >() -> Pooling<H, W, HO, WO, HALO> {
        let Pooling(pool) = Self::half::<H, W, HO, WO, HALO>();
        Pooling(Pool { counts_padding: true, ..pool })
    }
}

impl<const H: usize, const W: usize, const HO: usize, const WO: usize, const HALO: usize>
    Pooling<H, W, HO, WO, HALO>
{
    /// Pools a map.
    pub fn of<'r, const C: usize>(
        &self,
        x: &Map<'_, H, W, C>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> Map<'r, HO, WO, C, HALO> {
        let mut out = Map::new(out);
        run(e, &self.0, Backend::max_pool, x.values(), out.values_mut());
        out
    }
}

impl<const SIZE: usize, const STRIDE: usize> AvgPool<SIZE, STRIDE> {
    /// From every `STRIDE`-th pixel on, less what is outside of the map:
    /// `AvgPool2d(SIZE, STRIDE, ceil_mode=True, count_include_pad=False)`. At
    /// a stride of 1 what is outside counts as zero: timm's `AvgPool2dSame`,
    /// which stands there where a network is dilated.
    pub fn down<
        'r,
        const H: usize,
        const W: usize,
        const C: usize,
        const HALO_I: usize,
        const HO: usize,
        const WO: usize,
        const HALO: usize,
    >(
        x: &Map<'_, H, W, C, HALO_I>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> Map<'r, HO, WO, C, HALO> {
        let pool = const { pool([H, W], [HO, WO], HALO, SIZE, STRIDE) };
        let mut out = Map::new(out);
        let pool = Pool { border: HALO_I, counts_padding: STRIDE == 1, ..pool };
        run(e, &pool, Backend::avg_pool, x.values(), out.values_mut());
        out
    }
}

impl<const STRIDE: usize> Blur<STRIDE> {
    /// Around every `STRIDE`-th pixel, of a map that is reflected beyond its
    /// border: timm's `BlurPool2d(filt_size=3, stride=STRIDE)`.
    pub fn down<
        'r,
        const H: usize,
        const W: usize,
        const C: usize,
        const HO: usize,
        const WO: usize,
        const HALO: usize,
    >(
        x: &Map<'_, H, W, C>,
        e: &mut Engine<'_>,
        out: Region<'r>,
    ) -> Map<'r, HO, WO, C, HALO> {
        const { assert!(H > 1 && W > 1, "a line has no reflection") };
        let pool = const { pool([H, W], [HO, WO], HALO, 3, STRIDE) };
        let mut out = Map::new(out);
        run(e, &pool, Backend::blur, x.values(), out.values_mut());
        out
    }
}

/// Pools a map, each thread some of its channel blocks.
fn run(e: &mut Engine<'_>, pool: &Pool, kernel: PoolKernel, map: &[f32], out: &mut [f32]) {
    let ([h, w], [ho, wo]) = (pool.input, pool.output);
    let [read, written] = [plane(h, w, pool.border), plane(ho, wo, pool.halo)];
    chunks(e.team, out, written, |first, out| {
        let maps = map[first * read..].chunks_exact(read);
        for (map, out) in maps.zip(out.chunks_exact_mut(written)) {
            kernel(e.team.backend, pool, Rows::default(), map, out);
        }
    });
}

/// A pool without padding, checked.
const fn pool(
    input: [usize; 2],
    output: [usize; 2],
    halo: usize,
    size: usize,
    stride: usize,
) -> Pool {
    assert!(size > 0 && stride > 0, "an empty window");
    assert!(output[0] == input[0].div_ceil(stride), "output height is not input height / stride");
    assert!(output[1] == input[1].div_ceil(stride), "output width is not input width / stride");
    Pool { input, border: 0, output, halo, size, stride, before: [0; 2], counts_padding: false }
}

/// The padding before the first row or column of TensorFlow's SAME.
const fn half_of_same(input: usize, output: usize, size: usize, stride: usize) -> usize {
    ((output - 1) * stride + size).saturating_sub(input) / 2
}
