//! The memory of one inference.

#[cfg(feature = "std")]
use alloc::boxed::Box;

#[cfg(feature = "alloc")]
use crate::kernels::Boxed;
use crate::kernels::{Backend, Room};
#[cfg(feature = "std")]
use crate::kernels::{Line, floats_mut};
#[cfg(feature = "std")]
use crate::layout::BLOCK;
use crate::output::AnyOutput;
#[cfg(feature = "std")]
use crate::pool::Pool;
use crate::team::Team;

/// All memory that one inference needs, `N` floats and the result, and the choice
/// of backend and threads. `ROOM` floats more are there for weights of half
/// precision, which are expanded part by part just before they are used.
///
/// Made once and used for any number of images; what an earlier image left in
/// it never matters. Threads that run at once need one each.
///
/// Nobody writes `N` and `ROOM`: the type is
/// [`<Net as Network>::Workspace`](crate::Network::Workspace), and
/// [`Net::workspace()`](crate::Network::workspace) makes one in a box.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{AnyWorkspace, Backend, Boxed, Network};
///
/// /// What a thread of a server owns; the network itself is shared.
/// struct Worker<N: Network> {
///     workspace: Boxed<N::Workspace>,
/// }
///
/// impl<N: Network> Worker<N> {
///     fn new() -> Self {
///         let mut workspace = N::workspace();
///         if let Some(scalar) = Backend::named("scalar") {
///             workspace.set_backend(scalar);
///         }
///         Worker { workspace }
///     }
/// }
/// ```
#[repr(C, align(64))]
pub struct Workspace<const N: usize, O, const ROOM: usize = 0> {
    values: [f32; N],
    room: [f32; ROOM],
    output: O,
    pub(crate) choice: Choice,
}

/// Who computes, as far as somebody has said so. On a cache line of its own, so that a
/// workspace is as long on every target and with every feature.
#[repr(align(64))]
pub(crate) struct Choice {
    backend: Option<&'static Backend>,
    #[cfg(feature = "std")]
    pool: Option<Pool>,
    /// Room for the threads beside the calling one.
    #[cfg(feature = "std")]
    rooms: Option<Box<[Line]>>,
}

impl Choice {
    pub const NONE: Self = Choice {
        backend: None,
        #[cfg(feature = "std")]
        pool: None,
        #[cfg(feature = "std")]
        rooms: None,
    };
}

impl<const N: usize, O: AnyOutput, const ROOM: usize> Workspace<N, O, ROOM> {
    /// An empty workspace, for statics: `static WORKSPACE: Mutex<Workspace> =
    /// Mutex::new(Workspace::new());`, where `Workspace` is `<Net as Network>::Workspace`.
    /// A large one is better `boxed` elsewhere: this one passes through the stack.
    pub const fn new() -> Self {
        Workspace { values: [0.0; N], room: [0.0; ROOM], output: O::ZERO, choice: Choice::NONE }
    }

    /// A workspace in a box. It never passes through the stack.
    ///
    /// # Panics
    ///
    /// As [`Backend::chosen`].
    #[cfg(feature = "alloc")]
    pub fn boxed() -> Boxed<Self> {
        // Reading `RESNET_ISA` allocates, which an inference must not.
        Backend::chosen();
        Boxed::new()
    }

    /// Names the backend for this workspace, instead of [`Backend::chosen`].
    pub fn set_backend(&mut self, backend: &'static Backend) {
        self.choice.backend = Some(backend);
    }

    /// The backend that this workspace runs on.
    ///
    /// # Panics
    ///
    /// As [`Backend::chosen`], unless a backend has been named.
    pub fn backend(&self) -> &'static Backend {
        self.choice.backend.unwrap_or_else(Backend::chosen)
    }

    /// Computes with the threads of this pool from now on, the calling one
    /// included. Without a pool the calling thread computes alone.
    ///
    /// Each thread beside the calling one gets as much room for weights of half
    /// precision as the workspace has, from the heap.
    ///
    /// # Panics
    ///
    /// If that is more than there are addresses.
    #[cfg(feature = "std")]
    pub fn set_pool(&mut self, pool: &Pool) {
        // Wrapped around, threads would share what is promised to one alone.
        let floats = (pool.threads() - 1).checked_mul(ROOM);
        let lines = floats.expect("room for every thread has an address") / BLOCK;
        self.choice.rooms = (lines > 0).then(|| crate::kernels::lines(lines));
        self.choice.pool = Some(pool.clone());
    }

    /// How many threads compute an image in this workspace.
    pub fn threads(&self) -> usize {
        #[cfg(feature = "std")]
        if let Some(pool) = &self.choice.pool {
            return pool.threads();
        }
        1
    }

    /// Who computes, room for weights, where the result goes, and the memory cut
    /// into regions of these lengths.
    #[doc(hidden)]
    pub fn split<const R: usize>(
        &mut self,
        lengths: [usize; R],
    ) -> (Team<'_>, Room<'_>, &mut O, [Region<'_>; R]) {
        let team = Team {
            backend: self.backend(),
            #[cfg(feature = "std")]
            pool: self.choice.pool.as_ref(),
            #[cfg(not(feature = "std"))]
            pool: core::marker::PhantomData,
        };
        #[cfg(feature = "std")]
        let others = self.choice.rooms.as_deref_mut().map_or(&mut [][..], floats_mut);
        #[cfg(not(feature = "std"))]
        let others = &mut [][..];
        let room = Room::new(&mut self.room, others);
        (team, room, &mut self.output, cut(&mut self.values[..], lengths))
    }
}

/// Not a part of `split`, of which every size of workspace has one.
fn cut<const R: usize>(mut rest: &mut [f32], lengths: [usize; R]) -> [Region<'_>; R] {
    lengths.map(|len| {
        let (region, after) = core::mem::take(&mut rest).split_at_mut(len);
        rest = after;
        Region(region)
    })
}

impl<const N: usize, O: AnyOutput, const ROOM: usize> Default for Workspace<N, O, ROOM> {
    fn default() -> Self {
        Self::new()
    }
}

/// A [`Workspace`] of any size, for code that works over every network.
pub trait AnyWorkspace: sealed::Sealed + Sized + Send + 'static {
    /// Where the choice lies, behind the floats.
    #[doc(hidden)]
    const CHOICE: usize;

    /// Whether there is room for weights of half precision.
    #[doc(hidden)]
    const HALF: bool;

    /// A workspace in a box.
    #[cfg(feature = "alloc")]
    fn boxed() -> Boxed<Self>;

    /// See [`Workspace::set_backend`].
    fn set_backend(&mut self, backend: &'static Backend);

    /// See [`Workspace::backend`].
    fn backend(&self) -> &'static Backend;

    /// See [`Workspace::set_pool`].
    #[cfg(feature = "std")]
    fn set_pool(&mut self, pool: &Pool);

    /// See [`Workspace::threads`].
    fn threads(&self) -> usize;
}

impl<const N: usize, O: AnyOutput, const ROOM: usize> AnyWorkspace for Workspace<N, O, ROOM> {
    const CHOICE: usize = core::mem::offset_of!(Self, choice);
    const HALF: bool = ROOM > 0;

    #[cfg(feature = "alloc")]
    fn boxed() -> Boxed<Self> {
        Self::boxed()
    }

    fn set_backend(&mut self, backend: &'static Backend) {
        self.set_backend(backend);
    }

    fn backend(&self) -> &'static Backend {
        self.backend()
    }

    #[cfg(feature = "std")]
    fn set_pool(&mut self, pool: &Pool) {
        self.set_pool(pool);
    }

    fn threads(&self) -> usize {
        self.threads()
    }
}

mod sealed {
    pub trait Sealed {}

    impl<const N: usize, O, const ROOM: usize> Sealed for super::Workspace<N, O, ROOM> {}
}

/// A part of the workspace, which holds one map after another.
#[doc(hidden)]
pub struct Region<'r>(pub(crate) &'r mut [f32]);

impl<'r> Region<'r> {
    /// No memory.
    pub fn none() -> Self {
        Region(&mut [])
    }

    /// The longer one: [`regions`] has seen to it that it is long enough.
    pub(crate) fn or<'l>(&'l mut self, scratch: &'l mut [f32]) -> &'l mut [f32] {
        if self.0.len() > scratch.len() { self.0 } else { scratch }
    }

    /// The same memory for as long as the loan lasts.
    pub fn lend(&mut self) -> Region<'_> {
        Region(self.0)
    }
}

/// The largest of some lengths: the length of a region that holds them all,
/// one after another.
#[doc(hidden)]
pub const fn largest(lengths: &[usize]) -> usize {
    let (mut i, mut most) = (0, 0);
    while i < lengths.len() {
        if lengths[i] > most {
            most = lengths[i];
        }
        i += 1;
    }
    most
}

/// The lengths of the regions and of the scratch memory, in all as little as can be, where
/// regions hold maps of up to `maps` floats. A loan is a region and how much of it a layer
/// would borrow while it runs; if the region is shorter, the layer takes the scratch memory,
/// which `maps.len()` stands for.
#[doc(hidden)]
pub const fn regions<const R: usize, const ALL: usize>(
    maps: [usize; R],
    loans: &[(usize, usize)],
) -> [usize; ALL] {
    let mut least = with_scratch(maps, loans, 0);
    let mut i = 0;
    while i < loans.len() {
        let regions = with_scratch(maps, loans, loans[i].1);
        if total(&regions) < total(&least) {
            least = regions;
        }
        i += 1;
    }
    least
}

/// Those with so much scratch memory, or with more if a layer can borrow nothing.
const fn with_scratch<const R: usize, const ALL: usize>(
    maps: [usize; R],
    loans: &[(usize, usize)],
    scratch: usize,
) -> [usize; ALL] {
    let mut regions = [0; ALL];
    let mut i = 0;
    while i < R {
        regions[i] = maps[i];
        i += 1;
    }
    regions[R] = scratch;
    i = 0;
    while i < loans.len() {
        let (region, len) = loans[i];
        if len > scratch && len > regions[region] {
            regions[region] = len;
        }
        i += 1;
    }
    regions
}

/// The length of a workspace that has these regions.
#[doc(hidden)]
pub const fn total(lengths: &[usize]) -> usize {
    let (mut i, mut sum) = (0, 0);
    while i < lengths.len() {
        sum += lengths[i];
        i += 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{regions, total};

    #[test]
    fn what_fits_is_borrowed_for_nothing() {
        assert_eq!(regions([10, 3], &[]), [10, 3, 0]);
        assert_eq!(regions([10, 3], &[(0, 10), (1, 2)]), [10, 3, 0]);
    }

    #[test]
    fn what_does_not_fit_goes_where_it_takes_least() {
        // The region grows: scratch memory would lie beside it.
        assert_eq!(regions([10, 3], &[(0, 10), (1, 5)]), [10, 5, 0]);
        // One scratch memory is less than two longer regions.
        assert_eq!(regions([10, 3], &[(0, 20), (1, 20)]), [10, 3, 20]);
        // Nobody lends to a layer that asks for scratch memory.
        assert_eq!(regions([10, 3], &[(2, 4), (1, 4), (0, 11)]), [11, 3, 4]);
    }

    /// Against every choice, for each of three loans, between its region and scratch memory.
    #[test]
    fn no_other_lengths_are_less_in_all() {
        let maps = [10, 3, 0];
        let loan = |n: usize| (n % 4, [0, 5, 9, 14][n / 4 % 4]);
        for n in 0..16 * 16 * 16 {
            let loans = [loan(n), loan(n / 16), loan(n / 256)];
            let found: [usize; 4] = regions(maps, &loans);
            let fits = |&(region, len): &(usize, usize)| found[region].max(found[3]) >= len;
            assert!(loans.iter().all(fits), "{loans:?} of {found:?}");
            let least = (0..8).map(|choice| {
                let mut lens = [maps[0], maps[1], maps[2], 0];
                for (i, (region, len)) in loans.into_iter().enumerate() {
                    let lender = if choice >> i & 1 == 1 { 3 } else { region };
                    lens[lender] = lens[lender].max(len);
                }
                lens.iter().sum()
            });
            assert_eq!(Some(total(&found)), least.min(), "{loans:?}: {found:?}");
        }
    }
}
