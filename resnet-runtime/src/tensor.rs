//! Images, logits and features: channel-last values with const dimensions.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::fmt;
use core::ops::{Index, IndexMut};

use crate::error::Error;
use crate::kernels::{self, Zeroed};

/// `H × W × C` values, channel last: channel `c` at row `y`, column `x` is
/// `values[(y * W + x) * C + c]`, as in TensorFlow's NHWC.
///
/// A tensor holds its values itself, without a heap. One that is too large
/// for a stack is made in a box ([`Tensor::boxed`]) or is a view of values
/// that lie elsewhere ([`Tensor::view`]).
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::Tensor;
///
/// let grey = Tensor::<2, 2, 1>::view(&[0.0, 0.25, 0.5, 1.0])?;
/// assert_eq!(grey[[1, 0, 0]], 0.5);
/// # Ok::<(), resnet::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq)]
#[repr(transparent)]
pub struct Tensor<const H: usize, const W: usize, const C: usize>([[[f32; C]; W]; H]);

impl<const H: usize, const W: usize, const C: usize> Tensor<H, W, C> {
    /// Height, width, channels.
    pub const SHAPE: [usize; 3] = [H, W, C];

    /// How many values there are.
    pub const LEN: usize = H * W * C;

    /// All zeros, for statics and small tensors.
    pub const ZERO: Self = Tensor([[[0.0; C]; W]; H]);

    /// From rows of pixels of channels.
    pub const fn new(values: [[[f32; C]; W]; H]) -> Self {
        Tensor(values)
    }

    /// All zeros in a box. The values never pass through the stack.
    #[cfg(feature = "alloc")]
    pub fn boxed() -> Box<Self> {
        kernels::zeroed()
    }

    /// A boxed copy of channel-last values.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if there are not exactly `H * W * C` values.
    #[cfg(feature = "alloc")]
    pub fn boxed_from(values: &[f32]) -> Result<Box<Self>, Error> {
        let source = Self::view(values)?;
        let mut tensor = Self::boxed();
        tensor.values_mut().copy_from_slice(source.values());
        Ok(tensor)
    }

    /// Channel-last values as a tensor, without a copy.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if there are not exactly `H * W * C` values.
    pub fn view(values: &[f32]) -> Result<&Self, Error> {
        kernels::tensor_ref(values)
            .ok_or(Error::Length { expected: Self::SHAPE, found: values.len() })
    }

    /// [`Tensor::view`], for writing.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if there are not exactly `H * W * C` values.
    pub fn view_mut(values: &mut [f32]) -> Result<&mut Self, Error> {
        let found = values.len();
        kernels::tensor_mut(values).ok_or(Error::Length { expected: Self::SHAPE, found })
    }

    /// All values, channel last.
    pub fn values(&self) -> &[f32] {
        self.0.as_flattened().as_flattened()
    }

    /// [`Tensor::values`], for writing.
    pub fn values_mut(&mut self) -> &mut [f32] {
        self.0.as_flattened_mut().as_flattened_mut()
    }
}

impl<const H: usize, const W: usize, const C: usize> Index<[usize; 3]> for Tensor<H, W, C> {
    type Output = f32;

    /// The value at row, column, channel.
    fn index(&self, [y, x, c]: [usize; 3]) -> &f32 {
        &self.0[y][x][c]
    }
}

impl<const H: usize, const W: usize, const C: usize> IndexMut<[usize; 3]> for Tensor<H, W, C> {
    fn index_mut(&mut self, [y, x, c]: [usize; 3]) -> &mut f32 {
        &mut self.0[y][x][c]
    }
}

impl<const H: usize, const W: usize, const C: usize> fmt::Debug for Tensor<H, W, C> {
    /// The shape and the first values: a map has millions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 8;
        write!(f, "Tensor<{H}, {W}, {C}>")?;
        let (values, more) = self.values().split_at(SHOWN.min(Self::LEN));
        let mut list = f.debug_list();
        list.entries(values);
        if more.is_empty() { list.finish() } else { list.finish_non_exhaustive() }
    }
}

/// A [`Tensor`] of any dimensions, for code that works over every network.
pub trait AnyTensor: Zeroed + Send + Sync + 'static {
    /// Height, width, channels.
    const SHAPE: [usize; 3];

    #[doc(hidden)]
    const ZERO: Self;

    /// All zeros in a box. The values never pass through the stack.
    #[cfg(feature = "alloc")]
    fn boxed() -> Box<Self>;

    /// Channel-last values as a tensor, without a copy.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if their number is not that of the shape.
    fn view(values: &[f32]) -> Result<&Self, Error>;

    /// All values, channel last.
    fn values(&self) -> &[f32];

    /// [`AnyTensor::values`], for writing.
    fn values_mut(&mut self) -> &mut [f32];
}

impl<const H: usize, const W: usize, const C: usize> AnyTensor for Tensor<H, W, C> {
    const SHAPE: [usize; 3] = Self::SHAPE;
    const ZERO: Self = Self::ZERO;

    #[cfg(feature = "alloc")]
    fn boxed() -> Box<Self> {
        Self::boxed()
    }

    fn view(values: &[f32]) -> Result<&Self, Error> {
        Self::view(values)
    }

    fn values(&self) -> &[f32] {
        self.values()
    }

    fn values_mut(&mut self) -> &mut [f32] {
        self.values_mut()
    }
}
