//! The box of a workspace, which lies where the system has huge pages for it.

use alloc::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use core::marker::PhantomData;
use core::mem::{self, MaybeUninit};
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use core::slice;

use super::memory::Zeroed;
use super::pages;
use crate::workspace::{AnyWorkspace, Choice, Workspace};

/// A workspace on the heap, made by [`Network::workspace`](crate::Network::workspace).
///
/// A `Box`, but for where it lies: on Linux one of 4 MiB or more is huge pages (2 MiB each),
/// if the system has some. They are there sooner than as many small ones. Only a short rest
/// is small ones.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{Boxed, Network};
///
/// /// What each thread of a server owns.
/// struct Worker<N: Network> {
///     workspace: Boxed<N::Workspace>,
/// }
///
/// impl<N: Network> Worker<N> {
///     fn new() -> Self {
///         Worker { workspace: N::workspace() }
///     }
///
///     fn logits(&mut self, net: &N, image: &N::Input) -> &N::Output {
///         net.forward(image, &mut self.workspace)
///     }
/// }
/// ```
pub struct Boxed<W: AnyWorkspace> {
    at: NonNull<W>,
    owned: PhantomData<W>,
}

// SAFETY: the box owns what it points to, and nobody else does.
unsafe impl<W: AnyWorkspace> Send for Boxed<W> {}
// SAFETY: through a shared box one can but share the workspace.
unsafe impl<W: AnyWorkspace + Sync> Sync for Boxed<W> {}

impl<W: AnyWorkspace> Boxed<W> {
    /// What is allocated: more than a large workspace that would end with much of a huge
    /// page.
    const LAYOUT: Layout = {
        let own = Layout::new::<W>();
        assert!(own.size() > 0);
        match own.align_to(pages::HUGE) {
            Ok(huge) if own.size() >= pages::LARGE => {
                let whole = huge.pad_to_align();
                // The rest comes as soon in small pages, and takes no 2 MiB.
                let is_short = whole.size() - own.size() >= pages::HUGE - pages::HUGE / 4;
                if is_short { huge } else { whole }
            }
            _ => own,
        }
    };

    /// Gives the workspace up for as long as the program runs.
    pub fn leak<'w>(self) -> &'w mut W {
        // SAFETY: the pointer is that of a workspace, which nobody frees from now on.
        unsafe { mem::ManuallyDrop::new(self).at.as_mut() }
    }
}

impl<const N: usize, O: Zeroed, const ROOM: usize> Boxed<Workspace<N, O, ROOM>>
where
    Workspace<N, O, ROOM>: AnyWorkspace,
{
    /// An empty workspace, which never passes through the stack.
    pub(crate) fn new() -> Self {
        let layout = Self::LAYOUT;
        // SAFETY: the size is not 0.
        let Some(start) = NonNull::new(unsafe { alloc(layout) }) else {
            handle_alloc_error(layout)
        };
        let at = start.cast::<Workspace<N, O, ROOM>>();
        // SAFETY: the allocation is ours, and holds a `Workspace`: floats and the result, for
        // which zeros are a value, and the choice, which is written after them.
        unsafe {
            let memory = start.cast::<MaybeUninit<u8>>().as_ptr();
            pages::populate(slice::from_raw_parts_mut(memory, layout.size()));
            at.write_bytes(0, 1);
            (&raw mut (*at.as_ptr()).choice).write(Choice::NONE);
        }
        Boxed { at, owned: PhantomData }
    }
}

impl<W: AnyWorkspace> Deref for Boxed<W> {
    type Target = W;

    fn deref(&self) -> &W {
        // SAFETY: the workspace lives as long as its box.
        unsafe { self.at.as_ref() }
    }
}

impl<W: AnyWorkspace> DerefMut for Boxed<W> {
    fn deref_mut(&mut self) -> &mut W {
        // SAFETY: as above; the exclusive borrow passes on.
        unsafe { self.at.as_mut() }
    }
}

impl<W: AnyWorkspace> Drop for Boxed<W> {
    fn drop(&mut self) {
        // SAFETY: `new` has made it, in memory of this layout, and nobody uses it
        // from now on.
        unsafe {
            self.at.drop_in_place();
            dealloc(self.at.as_ptr().cast(), Self::LAYOUT);
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;
    use crate::pool::Pool;
    use crate::tensor::Tensor;

    type Small = Workspace<5, Tensor<1, 1, 3>>;
    type Large = Workspace<{ (pages::LARGE + (1 << 20)) / size_of::<f32>() }, Tensor<1, 1, 3>, 7>;
    type Longer = Workspace<{ (pages::LARGE + 4096) / size_of::<f32>() }, Tensor<1, 1, 3>, 7>;

    #[test]
    fn large_ones_are_huge_pages() {
        assert_eq!(Boxed::<Small>::LAYOUT, Layout::new::<Small>());
        let layout = Boxed::<Large>::LAYOUT;
        assert!(layout.size() >= size_of::<Large>());
        assert!(layout.size().is_multiple_of(pages::HUGE));
        // Where no more than two small pages are left over, or three.
        let layout = Boxed::<Longer>::LAYOUT;
        assert_eq!(layout.size(), size_of::<Longer>());
        assert_eq!(layout.align(), pages::HUGE.max(align_of::<Longer>()));
        let workspace = Large::boxed();
        assert!((&raw const *workspace).addr().is_multiple_of(pages::HUGE));
        assert_eq!(pages::HUGE > 1, cfg!(all(target_os = "linux", not(miri))));
    }

    #[test]
    fn all_of_it_is_zero_and_can_be_written() {
        fn check<const N: usize, const ROOM: usize>() {
            let mut workspace = Workspace::<N, Tensor<1, 1, 3>, ROOM>::boxed();
            let (_, _, output, [region]) = workspace.split([N]);
            assert!(output.values().iter().chain(&*region.0).all(|value| value.to_bits() == 0));
            region.0.fill(1.0);
            assert_eq!(workspace.threads(), 1);
        }
        check::<5, 0>();
        check::<{ pages::LARGE / size_of::<f32>() }, 7>();
    }

    /// With what it holds: threads end with the last handle of their pool.
    #[test]
    #[cfg_attr(target_family = "wasm", ignore = "there are no threads")]
    fn a_workspace_is_dropped_with_its_box_on_any_thread() {
        let pool = Pool::new(2);
        let mut workspace = Large::boxed();
        workspace.set_pool(&pool);
        assert_eq!(pool.handles(), 2);
        std::thread::spawn(move || drop(workspace)).join().unwrap();
        assert_eq!(pool.handles(), 1);
    }

    #[test]
    fn a_leaked_one_stays() {
        let workspace: &'static mut Small = Small::boxed().leak();
        let (_, _, _, [region]) = workspace.split([5]);
        region.0.fill(2.0);
        assert_eq!(region.0, [2.0; 5]);
        // SAFETY: nobody uses the loan after this.
        drop(Boxed { at: NonNull::from(workspace), owned: PhantomData });
    }
}
