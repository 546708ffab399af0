//! What every generated network can do.

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, vec};
use core::fmt;
use core::marker::PhantomData;
use core::ops::ControlFlow;

use crate::engine::Tap;
#[cfg(feature = "alloc")]
use crate::error::Error;
use crate::layer::{Layer, TensorSpec, macs, packed_len, params};
use crate::ops::softmax;
use crate::tensor::{AnyTensor, Tensor};
#[cfg(feature = "alloc")]
use crate::weights;
use crate::weights::{Format, Weights};
use crate::workspace::AnyWorkspace;

/// A network that `resnet!` generated, which alone implements this. The same items are inherent to each
/// network's type; the trait is for tools that work over any of them.
///
/// # Examples
///
/// ```
/// use resnet_runtime::{Network, Workspace};
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

    /// Height, width and channels of the result.
    const OUTPUT: [usize; 3] = <Self::Output as AnyTensor>::SHAPE;

    /// How many classes there are, if the network classifies.
    const CLASSES: Option<usize>;

    /// Every layer, in execution order.
    const LAYERS: &'static [Layer];

    /// Every tensor of a weight file, in execution order.
    const TENSORS: &'static [TensorSpec];

    /// Trained values, without moving statistics.
    const PARAMS: u64 = params(Self::LAYERS);

    /// Multiply-adds of the convolutions for one image.
    const MACS: u64 = macs(Self::LAYERS);

    /// Bytes of the packed weights in memory.
    const PACKED_BYTES: usize = packed_len(Self::LAYERS) * size_of::<f32>();

    /// Bytes of a workspace, all the memory that [`Network::forward`] uses.
    const WORKSPACE_BYTES: usize = size_of::<Self::Workspace>();

    /// The image, `H × W × C`.
    type Input: AnyTensor;

    /// Logits, or pooled or unpooled features, as declared.
    type Output: AnyTensor;

    /// The memory of one inference.
    type Workspace: AnyWorkspace;

    /// How weight files name and lay out tensors.
    #[doc(hidden)]
    const FORMAT: Format;

    #[doc(hidden)]
    fn from_weights(weights: Weights) -> Self;

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
    /// # Errors
    ///
    /// [`Error::Weights`] with every fault of the file.
    #[cfg(feature = "alloc")]
    fn from_safetensors(bytes: &[u8]) -> Result<Self, Error> {
        weights::from_safetensors(Self::LAYERS, &Self::FORMAT, bytes).map(Self::from_weights)
    }

    /// A network with generated weights, the same for the same seed, of a
    /// magnitude that keeps activations near 1: to run and time a variant
    /// that has no checkpoint. Its predictions mean nothing.
    #[cfg(feature = "alloc")]
    fn synthetic(seed: u64) -> Self {
        Self::from_weights(weights::synthetic(Self::LAYERS, &Self::FORMAT, seed))
    }

    /// Memory for [`Network::forward`].
    #[cfg(feature = "alloc")]
    fn workspace() -> Box<Self::Workspace> {
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

    /// Computes the probability of each class: softmax over the logits.
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

    /// Computes one end point, and nothing after it.
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

    /// [`Network::end_point`] into memory of the caller's.
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
    #[cfg(feature = "alloc")]
    fn visit_end_points(
        &self,
        image: &Self::Input,
        workspace: &mut Self::Workspace,
        mut visit: impl FnMut(&str, [usize; 3], &[f32]),
    ) {
        let mut layers = Self::LAYERS.iter().filter(|layer| layer.end_point);
        let size = |layer: &Layer| layer.output.iter().product();
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

/// A network with classes, which [`Network::predict`] gives probabilities of.
pub trait Classifier: Network {}

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
        let mut names = N::LAYERS.iter().filter(|layer| layer.end_point).map(|layer| layer.name);
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
