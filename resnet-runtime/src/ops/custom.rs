//! The way into a function of the user's, and out of it: channel-last tensors,
//! and its own parameters as arrays.

use crate::engine::{Engine, Params};
use crate::kernels::Activation;
use crate::layout::{add_nhwc, padded, to_nhwc};
use crate::map::{Map, tensor_len};
use crate::tensor::Tensor;
use crate::workspace::Region;

/// A map as the function reads it.
pub fn leave<'r, const H: usize, const W: usize, const C: usize, const HALO: usize>(
    x: &Map<'_, H, W, C, HALO>,
    region: Region<'r>,
) -> &'r mut Tensor<H, W, C> {
    let tensor = tensor(region);
    to_nhwc(x.values(), [H, W, C], HALO, tensor.values_mut());
    tensor
}

/// What the function writes to: zeros.
pub fn blank<'r, const H: usize, const W: usize, const C: usize>(
    region: Region<'r>,
) -> &'r mut Tensor<H, W, C> {
    let tensor = tensor(region);
    tensor.values_mut().fill(0.0);
    tensor
}

fn tensor<const H: usize, const W: usize, const C: usize>(
    region: Region<'_>,
) -> &mut Tensor<H, W, C> {
    let values = &mut region.0[..const { tensor_len(H, W, C) }][..H * W * C];
    match Tensor::view_mut(values) {
        Ok(tensor) => tensor,
        Err(_) => unreachable!("the slice was cut to the tensor's length"),
    }
}

/// What the function wrote, added to the shortcut in place; then activation.
pub fn join<'s, const H: usize, const W: usize, const C: usize, const HALO: usize>(
    residual: &Tensor<H, W, C>,
    e: &mut Engine<'_>,
    mut sum: Map<'s, H, W, C, HALO>,
    activation: Activation,
) -> Map<'s, H, W, C, HALO> {
    add_nhwc(residual.values(), [H, W, C], HALO, sum.values_mut());
    if activation != Activation::None {
        // The halo stays zero.
        e.team.backend.activate(activation, sum.values_mut());
    }
    sum
}

/// The next parameter, as it is in the weight file.
pub fn param<'p, 'w: 'p, P: Param>(params: &mut Params<'p, 'w>) -> &'p P {
    P::of(&params.take(padded(P::LEN))[..P::LEN])
}

/// An array of floats, or of arrays.
pub trait Param {
    /// How many floats there are.
    const LEN: usize;

    /// As many floats as the array.
    fn of(values: &[f32]) -> &Self;
}

/// Why no slice is too short or too long.
const CUT: &str = "the slice was cut to the array's length";

impl<const A: usize> Param for [f32; A] {
    const LEN: usize = A;

    fn of(values: &[f32]) -> &Self {
        values.try_into().expect(CUT)
    }
}

impl<const A: usize, const B: usize> Param for [[f32; B]; A] {
    const LEN: usize = A * B;

    fn of(values: &[f32]) -> &Self {
        values.as_chunks().0.try_into().expect(CUT)
    }
}

impl<const A: usize, const B: usize, const C: usize> Param for [[[f32; C]; B]; A] {
    const LEN: usize = A * B * C;

    fn of(values: &[f32]) -> &Self {
        values.as_chunks().0.as_chunks().0.try_into().expect(CUT)
    }
}

impl<const A: usize, const B: usize, const C: usize, const D: usize> Param
    for [[[[f32; D]; C]; B]; A]
{
    const LEN: usize = A * B * C * D;

    fn of(values: &[f32]) -> &Self {
        values.as_chunks().0.as_chunks().0.as_chunks().0.try_into().expect(CUT)
    }
}

#[cfg(test)]
mod tests {
    use super::Param;

    #[test]
    fn arrays_go_by_the_last_dimension_first() {
        let values: [f32; 24] = core::array::from_fn(|i| i as f32);
        let one: &[f32; 24] = Param::of(&values);
        let two: &[[f32; 6]; 4] = Param::of(&values);
        let three: &[[[f32; 3]; 2]; 4] = Param::of(&values);
        let four: &[[[[f32; 2]; 3]; 1]; 4] = Param::of(&values);
        assert_eq!([one[17], two[2][5], three[2][1][2], four[2][0][2][1]], [17.0; 4]);
    }
}
