//! One table of functions per instruction set, and the choice among them.

use core::fmt;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering};

use super::arch::{ALL, AVG_POOL, BLUR, MAX_POOL, MOMENTS, NARROW};
use super::epilogue::Activation;
use super::generic::{
    NarrowFn, Pool, Post, PostFn, ProductsFn, Rows, TileFn, TransformInFn, TransformOutFn, WidenFn,
};
use super::plan::PANEL;
use crate::layout::{BLOCK, plane};
use crate::values::Values;

/// The kernels of one instruction set.
///
/// One is chosen when first needed: the best that the CPU has, or the one that
/// the environment variable `RESNET_ISA` names (with feature `std`). A
/// workspace can be told to use another, see
/// [`Workspace::set_backend`](crate::Workspace::set_backend).
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::Backend;
///
/// let names: Vec<_> = Backend::available().map(Backend::name).collect();
/// assert_eq!(names.last(), Some(&"scalar"));
/// ```
pub struct Backend {
    pub(super) name: &'static str,
    pub(super) is_available: fn() -> bool,
    pub(super) conv: ConvKernel,
    /// For F(2x2) and F(4x4).
    pub(super) winograd_in: [TransformInFn; 2],
    pub(super) winograd_out: [TransformOutFn; 2],
    pub(super) post: PostFn,
    pub(super) mean: MeanFn,
    /// Of binary16 and bfloat16.
    pub(super) widen: [WidenFn; 2],
    #[cfg(feature = "profile")]
    pub(super) peak: super::generic::PeakFn,
}

// Each needs the instruction set of its backend.
type MeanFn = unsafe fn(&[f32], usize, usize, &mut [f32]);
pub(super) type MomentsFn = unsafe fn(&[f32], usize, &mut [f32]);
pub(super) type PoolFn = unsafe fn(&Pool, Rows, &[f32], &mut [f32]);

/// For a stride of 1 and 2, 1, 3 and 7 pixels: see [`super::narrow`].
pub(super) type NarrowFns = [[NarrowFn; 3]; 2];

/// For one and two blocks of channels, the kernels by numbers of tiles, least first.
pub(super) type ProductsFns = [&'static [(usize, ProductsFn)]; 2];

/// How a backend computes a convolution.
pub(crate) enum ConvKernel {
    /// Tile by tile, straight from the map.
    Tiles(Tiles),
    /// The same, large ones by the matrix unit that their plans name.
    #[cfg(all(feature = "amx", target_arch = "x86_64"))]
    Matrix(Tiles),
    /// Strips of pixels gathered into a matrix, then `sgemm`.
    #[cfg(feature = "portable")]
    Gemm,
}

impl ConvKernel {
    /// By tiles of one block of channels, of each number of pixels from 1 on.
    pub const fn by_block(tiles: &'static [TileFn]) -> Self {
        ConvKernel::Tiles(Tiles::by_block(tiles))
    }

    /// The micro-kernels, unless there are none.
    pub fn tiles(&self) -> Option<Tiles> {
        match self {
            ConvKernel::Tiles(tiles) => Some(*tiles),
            #[cfg(all(feature = "amx", target_arch = "x86_64"))]
            ConvKernel::Matrix(tiles) => Some(*tiles),
            #[cfg(feature = "portable")]
            ConvKernel::Gemm => None,
        }
    }
}

/// The micro-kernels of a backend, number `t - 1` of each table for `t` pixels.
#[derive(Clone, Copy)]
pub(crate) struct Tiles {
    /// Blocks of channels that one pass computes.
    pub blocks: usize,
    /// For a whole pass.
    pub whole: &'static [TileFn],
    /// For one block.
    pub single: &'static [TileFn],
    /// For one pixel by a whole panel, where a pass computes less.
    pub pixel: Option<&'static [TileFn; 1]>,
    /// Most lines of the next panel that a step asks for one by one; instead of more it
    /// asks for every eighth.
    pub lines: usize,
}

impl Tiles {
    /// The `lines` of tiles of which no others have been found to be faster.
    pub const LINES: usize = 8;

    /// A block of channels a pass.
    pub const fn by_block(tiles: &'static [TileFn]) -> Self {
        Tiles { blocks: 1, whole: tiles, single: tiles, pixel: None, lines: Self::LINES }
    }

    /// Those for so many columns of a panel, by so many pixels. By one alone, weights are
    /// all that is read, and had better be read in order.
    pub fn matching(self, columns: usize, pixels: usize) -> Self {
        match self.pixel {
            Some(whole) if columns == PANEL && pixels == 1 => {
                Tiles { blocks: PANEL / BLOCK, whole, ..self }
            }
            _ => self,
        }
    }

    /// Channels of a pass.
    pub const fn columns(&self) -> usize {
        self.blocks * BLOCK
    }
}

/// Index into [`ALL`] plus one; 0 is not chosen yet. Relaxed suffices, since
/// every thread that chooses comes to the same choice.
static CHOSEN: AtomicUsize = AtomicUsize::new(0);

impl Backend {
    /// The backends that this CPU can run, best first.
    pub fn available() -> impl Iterator<Item = &'static Backend> {
        ALL.iter().copied().filter(|backend| (backend.is_available)())
    }

    /// The names of all backends compiled in, whether or not the CPU has them.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|backend| backend.name)
    }

    /// The backend of this name, if there is one and the CPU can run it.
    pub fn named(name: &str) -> Option<&'static Backend> {
        Self::available().find(|backend| backend.name == name)
    }

    /// The backend in use unless a workspace names another.
    ///
    /// # Panics
    ///
    /// If `RESNET_ISA` names a backend that this CPU cannot run: whoever forces
    /// one must not be given another in silence.
    pub fn chosen() -> &'static Backend {
        Self::known().unwrap_or_else(|| Self::refuse())
    }

    /// [`Backend::chosen`], or nothing where that panics.
    pub(crate) fn known() -> Option<&'static Backend> {
        let chosen = CHOSEN.load(Ordering::Relaxed);
        if let Some(backend) = chosen.checked_sub(1).and_then(|i| ALL.get(i)) {
            return Some(backend);
        }
        let backend = Self::choose()?;
        CHOSEN.store(backend.index() + 1, Ordering::Relaxed);
        Some(backend)
    }

    #[cold]
    fn choose() -> Option<&'static Backend> {
        #[cfg(feature = "std")]
        if let Some(name) = std::env::var_os("RESNET_ISA")
            && !name.is_empty()
        {
            return name.to_str().and_then(Self::named);
        }
        Some(Self::available().next().unwrap_or(ALL[ALL.len() - 1]))
    }

    #[cold]
    fn refuse() -> ! {
        #[cfg(feature = "std")]
        {
            let name = std::env::var_os("RESNET_ISA").unwrap_or_default();
            let names: std::vec::Vec<_> = Self::available().map(Self::name).collect();
            panic!("expected RESNET_ISA to be one of {names:?}, found {name:?}")
        }
        #[cfg(not(feature = "std"))]
        unreachable!("without std nobody names a backend")
    }

    /// `scalar`, `portable`, or the name of the instruction set.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Where it lies in [`ALL`], and its kernels in the tables beside it.
    pub(super) fn index(&self) -> usize {
        ALL.iter().position(|other| ptr::eq(*other, self)).unwrap_or(ALL.len() - 1)
    }

    /// Activates values in place; whole cache lines.
    pub(crate) fn activate(&self, activation: Activation, values: &mut [f32]) {
        let lines = values.as_mut_ptr();
        let post = Post {
            activation,
            scale: ptr::null(),
            shift: ptr::null(),
            accumulate: false,
            from: lines,
            from_plane: 0,
            to: lines,
            to_plane: 0,
        };
        // SAFETY: whole lines of one block; a backend is handed out only if
        // `is_available` said yes.
        unsafe { (self.post)(&post, values.len() / BLOCK, 1) }
    }

    /// `preact = f(scale · sum + shift)`, from a map without halo to one
    /// with a halo, which is left alone.
    ///
    /// # Panics
    ///
    /// If a map is too short for the channels.
    pub(crate) fn preactivate(
        &self,
        sum: &[f32],
        [scale, shift]: [&[f32]; 2],
        size: [usize; 2],
        halo: usize,
        activation: Activation,
        preact: &mut [f32],
    ) {
        self.affine(sum, (scale, Some(shift)), size, halo, activation, preact);
    }

    /// `sum = f(gates · map + sum)`, likewise.
    ///
    /// # Panics
    ///
    /// If a map is too short for the channels.
    pub(crate) fn gate(
        &self,
        map: &[f32],
        gates: &[f32],
        size: [usize; 2],
        halo: usize,
        activation: Activation,
        sum: &mut [f32],
    ) {
        self.affine(map, (gates, None), size, halo, activation, sum);
    }

    /// `to = f(scale · from + shift)`; without a shift, what `to` holds is
    /// added.
    fn affine(
        &self,
        from: &[f32],
        (scale, shift): (&[f32], Option<&[f32]>),
        [h, w]: [usize; 2],
        halo: usize,
        activation: Activation,
        to: &mut [f32],
    ) {
        let (from_plane, to_plane) = (plane(h, w, 0), plane(h, w, halo));
        let blocks = scale.len() / BLOCK;
        assert!(shift.is_none_or(|shift| shift.len() >= blocks * BLOCK), "too few shifts");
        assert!(from.len() >= blocks * from_plane, "the map is too short");
        assert!(to.len() >= blocks * to_plane, "the result is too short");
        for y in 0..h {
            let first = ((y + halo) * (w + 2 * halo) + halo) * BLOCK;
            let post = Post {
                activation,
                scale: scale.as_ptr(),
                shift: shift.map_or(ptr::null(), <[f32]>::as_ptr),
                accumulate: shift.is_none(),
                from: from[y * w * BLOCK..].as_ptr(),
                from_plane,
                to: to[first..].as_mut_ptr(),
                to_plane,
            };
            // SAFETY: the lengths asserted cover a row of each block, in both
            // maps; a backend is handed out only if `is_available` said yes.
            unsafe { (self.post)(&post, w, blocks) }
        }
    }

    /// The mean over the `pixels` pixels of a map, of which a plane has more
    /// if it has a halo.
    pub(crate) fn mean(&self, map: &[f32], plane: usize, pixels: usize, means: &mut [f32]) {
        // SAFETY: as above.
        unsafe { (self.mean)(map, plane, pixels, means) }
    }

    /// The mean and the variance of each channel over the `pixels` pixels of a
    /// map without halo: for each block, a line of means and one of variances.
    pub(crate) fn moments(&self, map: &[f32], pixels: usize, moments: &mut [f32]) {
        // SAFETY: as above.
        unsafe { MOMENTS[self.index()](map, pixels, moments) }
    }

    /// Max pooling of some rows of a plane.
    pub(crate) fn max_pool(&self, pool: &Pool, first: Rows, map: &[f32], pooled: &mut [f32]) {
        // SAFETY: as above.
        unsafe { MAX_POOL[self.index()](pool, first, map, pooled) }
    }

    /// For convolutions of narrow groups.
    pub(super) fn narrow(&self) -> &'static NarrowFns {
        NARROW[self.index()]
    }

    /// Average pooling of some rows of a plane.
    pub(crate) fn avg_pool(&self, pool: &Pool, first: Rows, map: &[f32], pooled: &mut [f32]) {
        // SAFETY: as above.
        unsafe { AVG_POOL[self.index()](pool, first, map, pooled) }
    }

    /// Values of half precision as floats, as many, which fill whole cache lines.
    pub(crate) fn widen(&self, values: Values<'_>, to: &mut [f32]) {
        assert_eq!(values.len(), to.len());
        self.widen_columns(values, to.len(), to.len(), to);
    }

    /// The first `columns` of every `stride` values, likewise: as many rows of them
    /// as there is room for.
    pub(crate) fn widen_columns(
        &self,
        values: Values<'_>,
        stride: usize,
        columns: usize,
        to: &mut [f32],
    ) {
        let [f16, bf16] = self.widen;
        // Without gaps all rows are one.
        let [stride, columns] = if stride == columns { [to.len(); 2] } else { [stride, columns] };
        // SAFETY: as above.
        unsafe {
            match values {
                Values::F32(_) => unreachable!("floats are used where they lie"),
                Values::F16(values) => f16(values, stride, columns, to),
                Values::Bf16(values) => bf16(values, stride, columns, to),
            }
        }
    }

    /// Multiply-adds in registers alone, as many as are returned. For
    /// `portable`, whose GEMM chooses instructions of its own, the best ones.
    #[cfg(feature = "profile")]
    pub(crate) fn peak(&self, rounds: usize) -> u64 {
        let best = Self::available().next().filter(|_| self.name == "portable");
        // SAFETY: as above.
        unsafe { (best.unwrap_or(self).peak)(rounds) }
    }

    /// Blurs each window of 3x3, whatever the size of the pool.
    pub(crate) fn blur(&self, pool: &Pool, first: Rows, map: &[f32], blurred: &mut [f32]) {
        // SAFETY: as above.
        unsafe { BLUR[self.index()](pool, first, map, blurred) }
    }
}

impl fmt::Debug for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Backend").field(&self.name).finish()
    }
}
