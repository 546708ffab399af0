//! What an inference results in: a tensor, or several.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;

use crate::kernels::Zeroed;
#[cfg(feature = "alloc")]
use crate::kernels::zeroed;
use crate::tensor::{AnyTensor, Tensor};

/// The result of a network: a [`Tensor`], or a tuple of them if its declaration
/// names `outputs`. For code that works over every network.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{AnyOutput, Tensor};
///
/// type Pyramid = (Tensor<4, 4, 8>, Tensor<2, 2, 16>);
/// let pyramid = <Pyramid as AnyOutput>::zeros();
/// let (_, coarse) = &*pyramid;
/// assert_eq!(Pyramid::SHAPES[1], [2, 2, 16]);
/// assert_eq!(pyramid.values_of(1), coarse.values());
/// ```
pub trait AnyOutput: Zeroed + Send + Sync + 'static {
    /// Height, width and channels of each tensor.
    const SHAPES: &'static [[usize; 3]];

    /// All zeros, for statics.
    #[doc(hidden)]
    const ZERO: Self;

    /// All zeros in a box. The values never pass through the stack.
    #[cfg(feature = "alloc")]
    fn zeros() -> Box<Self>;

    /// The values of tensor `index`, channel last.
    ///
    /// # Panics
    ///
    /// If there is no tensor of this index.
    fn values_of(&self, index: usize) -> &[f32];

    /// [`AnyOutput::values_of`], for writing.
    ///
    /// # Panics
    ///
    /// If there is no tensor of this index.
    fn values_of_mut(&mut self, index: usize) -> &mut [f32];
}

impl<const H: usize, const W: usize, const C: usize> AnyOutput for Tensor<H, W, C> {
    const SHAPES: &'static [[usize; 3]] = &[Self::SHAPE];
    const ZERO: Self = Tensor::ZERO;

    #[cfg(feature = "alloc")]
    fn zeros() -> Box<Self> {
        zeroed()
    }

    fn values_of(&self, index: usize) -> &[f32] {
        [self.values()][index]
    }

    fn values_of_mut(&mut self, index: usize) -> &mut [f32] {
        assert!(index == 0, "expected the index of a tensor, 0, found {index}");
        self.values_mut()
    }
}

/// Tuples of so many tensors.
macro_rules! tuple {
    ($($tensor:ident $index:tt),+) => {
        impl<$($tensor: AnyTensor),+> AnyOutput for ($($tensor,)+) {
            const SHAPES: &'static [[usize; 3]] = &[$($tensor::SHAPE),+];
            const ZERO: Self = ($($tensor::ZERO,)+);

            #[cfg(feature = "alloc")]
            fn zeros() -> Box<Self> {
                zeroed()
            }

            fn values_of(&self, index: usize) -> &[f32] {
                [$(self.$index.values()),+][index]
            }

            fn values_of_mut(&mut self, index: usize) -> &mut [f32] {
                match index {
                    $($index => self.$index.values_mut(),)+
                    _ => panic!("expected the index of a tensor, found {index}"),
                }
            }
        }
    };
}

tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
