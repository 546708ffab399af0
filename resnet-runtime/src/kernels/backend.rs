//! One table of functions per instruction set, and the choice among them.

use core::fmt;
use core::sync::atomic::{AtomicUsize, Ordering};

use super::arch::ALL;
use super::generic::{InputFn, OutputFn, TileFn};

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
/// use resnet_runtime::Backend;
///
/// let names: Vec<_> = Backend::available().map(Backend::name).collect();
/// assert_eq!(names.last(), Some(&"scalar"));
/// ```
pub struct Backend {
    pub(super) name: &'static str,
    pub(super) is_available: fn() -> bool,
    pub(super) conv: ConvKernel,
    /// For F(2x2) and F(4x4).
    pub(super) winograd_input: [InputFn; 2],
    pub(super) winograd_output: [OutputFn; 2],
    pub(super) preactivate: PreactivateFn,
    pub(super) mean: MeanFn,
    pub(super) max_pool: MaxPoolFn,
}

// Each needs the instruction set of its backend.
type PreactivateFn = unsafe fn(&[f32], &[f32], &[f32], usize, &mut [f32]);
type MeanFn = unsafe fn(&[f32], usize, &mut [f32]);
type MaxPoolFn = unsafe fn(&[f32], [usize; 2], usize, usize, &mut [f32]);

/// How a backend computes a convolution.
pub(crate) enum ConvKernel {
    /// Tile by tile, straight from the map.
    Tiles(Tiles),
    /// Strips of pixels gathered into a matrix, then `sgemm`.
    #[cfg(feature = "alloc")]
    Gemm,
}

/// The micro-kernels of a backend: `tiles[b - 1][t - 1]` computes `t` pixels by
/// `b` blocks of channels.
pub(crate) type Tiles = &'static [[TileFn; 6]];

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
        let chosen = CHOSEN.load(Ordering::Relaxed);
        if let Some(backend) = chosen.checked_sub(1).and_then(|i| ALL.get(i)) {
            return backend;
        }
        let backend = Self::choose();
        let index = ALL.iter().position(|b| b.name == backend.name).unwrap_or(ALL.len() - 1);
        CHOSEN.store(index + 1, Ordering::Relaxed);
        backend
    }

    #[cold]
    fn choose() -> &'static Backend {
        #[cfg(feature = "std")]
        if let Ok(name) = std::env::var("RESNET_ISA")
            && !name.is_empty()
        {
            return Self::named(&name).unwrap_or_else(|| {
                let names: std::vec::Vec<_> = Self::available().map(Self::name).collect();
                panic!("expected RESNET_ISA to be one of {names:?}, found {name:?}")
            });
        }
        Self::available().next().unwrap_or(ALL[ALL.len() - 1])
    }

    /// `scalar`, `portable`, or the name of the instruction set.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// `preact = max(scale · sum + shift, 0)` on maps without halo of `pixels`
    /// pixels.
    pub(crate) fn preactivate(
        &self,
        sum: &[f32],
        [scale, shift]: [&[f32]; 2],
        pixels: usize,
        preact: &mut [f32],
    ) {
        // SAFETY: a backend is handed out only if `is_available` said yes.
        unsafe { (self.preactivate)(sum, scale, shift, pixels, preact) }
    }

    /// The mean over the `pixels` pixels of a map without halo.
    pub(crate) fn mean(&self, map: &[f32], pixels: usize, means: &mut [f32]) {
        // SAFETY: as above.
        unsafe { (self.mean)(map, pixels, means) }
    }

    /// Max pooling of maps without halo.
    pub(crate) fn max_pool(
        &self,
        map: &[f32],
        size: [usize; 2],
        window: usize,
        stride: usize,
        pooled: &mut [f32],
    ) {
        // SAFETY: as above.
        unsafe { (self.max_pool)(map, size, window, stride, pooled) }
    }
}

impl fmt::Debug for Backend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Backend").field(&self.name).finish()
    }
}
