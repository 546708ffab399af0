//! What every generated network can do.

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, vec, vec::Vec};
use core::fmt;
use core::marker::PhantomData;
use core::ops::ControlFlow;

use crate::engine::Tap;
use crate::error::Error;
#[cfg(feature = "alloc")]
use crate::kernels::Boxed;
#[cfg(feature = "mmap")]
use crate::kernels::Mapping;
use crate::layer::{Layer, TensorSpec, macs, packed_len, params};
use crate::ops::softmax;
use crate::output::AnyOutput;
use crate::table::Table;
use crate::tensor::{AnyTensor, Tensor};
#[cfg(feature = "alloc")]
use crate::weights::Precision;
use crate::weights::{self, Expected, Format, Weights};
use crate::workspace::AnyWorkspace;

/// A network that `resnet!` generated, which alone implements this. Most of the items are
/// inherent to each network's type too; the trait is for the others (`NAME`, `Workspace`,
/// `forward_batch`), and for tools that work over any network.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{Network, Workspace};
///
/// fn summary<N: Network>() -> String {
///     format!("{}: {} parameters, {} multiply-adds", N::NAME, N::PARAMS, N::MACS)
/// }
/// ```
pub trait Network: Sized + Send + Sync + 'static {
    /// The name of the type.
    const NAME: &'static str;

    /// Height, width and channels of the image.
    const INPUT: [usize; 3] = <Self::Input as AnyTensor>::SHAPE;

    /// Height, width and channels of the result; of the last tensor, if there
    /// are several.
    const OUTPUT: [usize; 3] = last(Self::OUTPUTS);

    /// Height, width and channels of each tensor of the result.
    const OUTPUTS: &'static [[usize; 3]] = <Self::Output as AnyOutput>::SHAPES;

    /// How many classes there are, if the network classifies.
    const CLASSES: Option<usize>;

    /// Every layer, in execution order.
    const LAYERS: &'static [Layer];

    /// Every tensor of a weight file, in execution order: [`TensorSpec`] says what lies how.
    const TENSORS: &'static [TensorSpec];

    /// Trained values, without moving statistics.
    const PARAMS: u64 = params(Self::LAYERS);

    /// Multiply-adds for one image, of convolutions and fully connected layers.
    const MACS: u64 = macs(Self::LAYERS);

    /// Bytes of the packed weights in memory.
    const PACKED_BYTES: usize = packed_len(Self::LAYERS) * size_of::<f32>();

    /// A number that networks share if they compute the same from the same
    /// packed weights, whatever they, their blocks and their tensors are called.
    const FINGERPRINT: u64;

    /// Bytes of a workspace, all the memory that [`Network::forward`] uses.
    const WORKSPACE_BYTES: usize = size_of::<Self::Workspace>();

    /// The image, `H × W × C`.
    type Input: AnyTensor;

    /// Logits, or pooled or unpooled features, as declared: a [`Tensor`]; or a
    /// tuple of tensors, if the declaration names several `outputs`.
    type Output: AnyOutput;

    /// The memory of one inference, a [`Workspace`](crate::Workspace).
    type Workspace: AnyWorkspace;

    /// How weight files name and lay out tensors.
    #[doc(hidden)]
    const FORMAT: Format;

    /// The same layers, in the form that is the least of a program.
    #[doc(hidden)]
    const TABLE: Table = Table::of(Self::LAYERS);

    /// What a packed file must be.
    #[doc(hidden)]
    const EXPECTED: Expected = Expected {
        fingerprint: Self::FINGERPRINT,
        len: packed_len(Self::LAYERS),
        half: Self::Workspace::HALF,
    };

    #[doc(hidden)]
    fn from_weights(weights: Weights) -> Self;

    #[doc(hidden)]
    fn weights(&self) -> &Weights;

    /// Computes the network. If the tap sees predictions, they are what is
    /// returned instead of logits.
    #[doc(hidden)]
    fn run<'w>(
        &self,
        image: &Self::Input,
        workspace: &'w mut Self::Workspace,
        tap: Option<Tap<'_>>,
    ) -> ControlFlow<(), &'w mut Self::Output>;

    /// Reads weights from a safetensors file. They are folded and packed once,
    /// here; the bytes are not needed afterwards.
    ///
    /// [`TENSORS`](Network::TENSORS) says what a file must have.
    ///
    /// # Errors
    ///
    /// [`Error::Weights`] with every fault of the file.
    #[cfg(feature = "alloc")]
    fn from_safetensors(bytes: &[u8]) -> Result<Self, Error> {
        weights::from_safetensors(&Self::TABLE.layers(), &Self::FORMAT, bytes)
            .map(Self::from_weights)
    }

    /// The weights as they lie in memory, folded and packed, as the bytes of a
    /// packed file, for [`from_packed`](Network::from_packed). They are the same
    /// for every instruction set. In half precision the file is half as long;
    /// arithmetic is in f32 all the same.
    ///
    /// # Errors
    ///
    /// [`Error::Packed`] if a value is too large for the precision.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::{Error, Network, Precision};
    ///
    /// fn pack<N: Network>(safetensors: &[u8]) -> Result<Vec<u8>, Error> {
    ///     N::from_safetensors(safetensors)?.pack(Precision::F32)
    /// }
    /// ```
    #[cfg(feature = "alloc")]
    fn pack(&self, precision: Precision) -> Result<Vec<u8>, Error> {
        weights::write(self.weights().values(), precision, Self::FINGERPRINT)
    }

    /// A network whose weights are the values of a packed file, where they
    /// lie: in the program ([`include_packed!`], which has checked them), or in flash.
    /// The header alone is read; [`verify`](Network::verify) reads the rest.
    ///
    /// Of half precision, each panel of weights is expanded in the workspace just
    /// before it is multiplied: half the bytes come from memory, and nothing is
    /// kept. Whoever has memory for all of them as f32 and computes many images may
    /// rather [`unpack`](Network::unpack) them once; results have the same bits.
    ///
    /// [`include_packed!`]: https://docs.rs/resnet/latest/resnet/macro.include_packed.html
    ///
    /// # Errors
    ///
    /// [`Error::Packed`] if the bytes are no packed file, or another network's,
    /// or too many or too few, or do not start at a multiple of 64, or are of half
    /// precision and the declaration says `half: false`.
    fn from_packed(bytes: &'static [u8]) -> Result<Self, Error> {
        weights::from_packed(bytes, Self::EXPECTED).map(Self::from_weights)
    }

    /// Checks the whole of a packed file, the checksum included: some
    /// milliseconds per 100 MB.
    ///
    /// # Errors
    ///
    /// [`Error::Packed`] if any bit is not as it was packed.
    fn verify(bytes: &[u8]) -> Result<(), Error> {
        weights::verify(bytes, Self::EXPECTED)
    }

    /// A network with a copy of a packed file's values as f32 in the heap. The file may
    /// lie anywhere, and all of it is checked.
    ///
    /// # Errors
    ///
    /// As [`verify`](Network::verify).
    #[cfg(feature = "alloc")]
    fn unpack(bytes: &[u8]) -> Result<Self, Error> {
        weights::unpack(bytes, Self::EXPECTED).map(Self::from_weights)
    }

    /// A network whose weights are those of a mapped file, where they lie: all
    /// processes share them. The whole file is read and checked, some milliseconds
    /// per 100 MB that the system has in memory.
    ///
    /// # Errors
    ///
    /// As [`from_packed`](Network::from_packed) and [`verify`](Network::verify).
    #[cfg(feature = "mmap")]
    fn from_mapping(mapping: &Mapping) -> Result<Self, Error> {
        weights::from_mapping(mapping, Self::EXPECTED).map(Self::from_weights)
    }

    /// [`from_mapping`](Network::from_mapping) of a file that is known to be as it
    /// was packed. The header alone is read; other pages are when they are needed.
    /// With a damaged file results are wrong, and nothing worse.
    ///
    /// # Errors
    ///
    /// As [`from_packed`](Network::from_packed).
    #[cfg(feature = "mmap")]
    fn from_mapping_unverified(mapping: &Mapping) -> Result<Self, Error> {
        weights::from_mapping_unverified(mapping, Self::EXPECTED).map(Self::from_weights)
    }

    /// A network with generated weights, the same for the same seed, of a
    /// magnitude that keeps activations near 1: to run and time a variant
    /// that has no checkpoint. Its predictions mean nothing.
    #[cfg(feature = "alloc")]
    fn synthetic(seed: u64) -> Self {
        Self::from_weights(weights::synthetic(&Self::TABLE.layers(), &Self::FORMAT, seed))
    }

    /// Memory for [`Network::forward`].
    #[cfg(feature = "alloc")]
    fn workspace() -> Boxed<Self::Workspace> {
        Self::Workspace::boxed()
    }

    /// Computes logits or features. The result lies in the workspace. Allocates
    /// nothing, except on the backend `portable`, whose GEMM does.
    fn forward<'w>(
        &self,
        image: &Self::Input,
        workspace: &'w mut Self::Workspace,
    ) -> &'w Self::Output {
        &*untapped(self.run(image, workspace, None))
    }

    /// Computes the probability of each class: softmax over the logits. The
    /// result lies in the workspace.
    fn predict<'w>(
        &self,
        image: &Self::Input,
        workspace: &'w mut Self::Workspace,
    ) -> &'w Self::Output
    where
        Self: Classifier,
    {
        let output = untapped(self.run(image, workspace, None));
        softmax(output.values_mut(), Self::OUTPUT[2]);
        output
    }

    /// Computes logits or features of many images, on the threads of rayon's
    /// current pool. Results are in the order of the images, and the same as
    /// [`Network::forward`] gives.
    ///
    /// A method of this trait alone (`use resnet::Network`), with feature `rayon`.
    ///
    /// As many images are computed at once as there are workspaces, which
    /// should be no more than threads, and have no [`Pool`](crate::Pool) of
    /// their own. Whichever is free takes the next image.
    ///
    /// # Panics
    ///
    /// If there are images and no workspace.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::Network;
    ///
    /// fn features<N: Network>(net: &N, images: &[Box<N::Input>]) -> Vec<Box<N::Output>> {
    ///     let mut workspaces: Vec<_> = (0..2).map(|_| N::workspace()).collect();
    ///     net.forward_batch(images, &mut workspaces)
    /// }
    /// ```
    #[cfg(feature = "rayon")]
    fn forward_batch<I: core::borrow::Borrow<Self::Input> + Sync>(
        &self,
        images: &[I],
        workspaces: &mut [Boxed<Self::Workspace>],
    ) -> Vec<Box<Self::Output>> {
        use rayon::iter::{IndexedParallelIterator, IntoParallelRefMutIterator, ParallelIterator};
        use std::sync::{Mutex, PoisonError};

        assert!(
            images.is_empty() || !workspaces.is_empty(),
            "expected a workspace or more, found none"
        );
        let mut outputs: Vec<_> = images.iter().map(|_| Self::Output::zeros()).collect();
        let queue = Mutex::new(images.iter().zip(&mut outputs));
        workspaces.par_iter_mut().with_max_len(1).for_each(|workspace| {
            loop {
                let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                let Some((image, output)) = next else { return };
                let result = self.forward(image.borrow(), workspace);
                for i in 0..Self::OUTPUTS.len() {
                    output.values_of_mut(i).copy_from_slice(result.values_of(i));
                }
            }
        });
        outputs
    }

    /// Computes one end point, and nothing after it. Its constant decides the type of
    /// the result: `net.end_point(Net::BLOCK2, &image, &mut workspace)`.
    #[cfg(feature = "alloc")]
    fn end_point<const H: usize, const W: usize, const C: usize>(
        &self,
        end_point: EndPoint<Self, H, W, C>,
        image: &Self::Input,
        workspace: &mut Self::Workspace,
    ) -> Box<Tensor<H, W, C>> {
        let mut tensor = Tensor::boxed();
        self.end_point_into(end_point, image, workspace, &mut tensor);
        tensor
    }

    /// [`Network::end_point`] into memory of the caller's. Allocates nothing, except on
    /// the backend `portable`.
    fn end_point_into<const H: usize, const W: usize, const C: usize>(
        &self,
        end_point: EndPoint<Self, H, W, C>,
        image: &Self::Input,
        workspace: &mut Self::Workspace,
        tensor: &mut Tensor<H, W, C>,
    ) {
        let tap = Tap {
            wanted: Some(end_point.index),
            observe: &mut |_, view| {
                view.copy_to(tensor.values_mut());
                ControlFlow::Break(())
            },
        };
        let _ = self.run(image, workspace, Some(tap));
    }

    /// Shows every end point, in the order in which they are computed: name,
    /// height, width and channels, and channel-last values. Allocates room for
    /// the largest one.
    ///
    /// # Examples
    ///
    /// ```
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::Network;
    ///
    /// fn print<N: Network>(net: &N, image: &N::Input) {
    ///     net.visit_end_points(image, &mut N::workspace(), |name, [h, w, c], values| {
    ///         let largest = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    ///         println!("{name}: {h} x {w} x {c}, up to {largest}");
    ///     });
    /// }
    /// ```
    #[cfg(feature = "alloc")]
    fn visit_end_points(
        &self,
        image: &Self::Input,
        workspace: &mut Self::Workspace,
        mut visit: impl FnMut(&str, [usize; 3], &[f32]),
    ) {
        let mut layers = Self::TABLE.iter().filter(|layer| layer.end_point);
        let size = |layer: Layer| layer.output.iter().product();
        let mut values = vec![0.0; layers.clone().map(size).max().unwrap_or(0)];
        let tap = Tap {
            wanted: None,
            observe: &mut |_, view| {
                let values = &mut values[..view.len()];
                view.copy_to(values);
                // The tap sees as many end points as the table has.
                let name = layers.next().map_or("", |layer| layer.name);
                visit(name, view.shape, values);
                ControlFlow::Continue(())
            },
        };
        let _ = self.run(image, workspace, Some(tap));
    }
}

/// No network: a bound that fails with a text of ours, where rustc would list all that
/// are one.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a network with classes",
    label = "expected a network with classes",
    note = "a network has classes if its declaration gives their number, as in `classes: 1001`"
)]
pub trait Classifies: Classifier {}

/// A network with classes: one that has [`Network::predict`].
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{AnyTensor, Classifier};
///
/// /// The most probable class.
/// fn class<N: Classifier>(net: &N, image: &N::Input) -> Option<usize> {
///     let mut workspace = N::workspace();
///     let probabilities = net.predict(image, &mut workspace).values();
///     let ranked = probabilities.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
///     ranked.map(|(class, _)| class)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a network with classes",
    label = "expected a network with classes",
    note = "a network has classes if its declaration gives their number, as in `classes: 1001`"
)]
pub trait Classifier: Network<Output: AnyTensor> {}

/// The shape of the last tensor of a result, of which each has one.
const fn last(shapes: &[[usize; 3]]) -> [usize; 3] {
    shapes[shapes.len() - 1]
}

/// Without a tap nothing ends an inference early.
fn untapped<T>(flow: ControlFlow<(), T>) -> T {
    match flow {
        ControlFlow::Continue(output) => output,
        ControlFlow::Break(()) => unreachable!("an inference without observer ended early"),
    }
}

/// An end point of network `N` and its shape: an associated constant of the
/// network's type, to be given to [`Network::end_point`].
pub struct EndPoint<N, const H: usize, const W: usize, const C: usize> {
    index: usize,
    network: PhantomData<fn(N)>,
}

impl<N: Network, const H: usize, const W: usize, const C: usize> EndPoint<N, H, W, C> {
    /// The end point of a number, counted in the order of computation.
    ///
    /// # Panics
    ///
    /// If there is none of that number, or it has another shape. In a `const` item that is a compile error.
    #[doc(hidden)]
    pub const fn new(index: usize) -> Self {
        let (mut i, mut seen) = (0, 0);
        while !(N::LAYERS[i].end_point && seen == index) {
            seen += N::LAYERS[i].end_point as usize;
            i += 1;
        }
        let [h, w, c] = N::LAYERS[i].output;
        assert!(h == H && w == W && c == C, "the end point has another shape");
        EndPoint { index, network: PhantomData }
    }

    /// The name in the program that the dialect follows.
    pub fn name(self) -> &'static str {
        let mut names = N::TABLE.iter().filter(|layer| layer.end_point).map(|layer| layer.name);
        names.nth(self.index).unwrap_or("")
    }
}

impl<N, const H: usize, const W: usize, const C: usize> Clone for EndPoint<N, H, W, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N, const H: usize, const W: usize, const C: usize> Copy for EndPoint<N, H, W, C> {}

impl<N: Network, const H: usize, const W: usize, const C: usize> fmt::Debug
    for EndPoint<N, H, W, C>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EndPoint({}, {H} x {W} x {C})", self.name())
    }
}
