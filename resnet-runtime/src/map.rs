//! Feature maps inside of a network: typed views of the workspace's regions.

use crate::kernels::image_len;
use crate::layout::{map_len, padded, to_nhwc};
use crate::workspace::Region;

/// A feature map of `H × W × C` with a halo, in the layout of
/// `layout.rs`. It holds its whole region for as long as it
/// lives, so that reading a map while its region is written is a borrow error.
pub struct Map<'r, const H: usize, const W: usize, const C: usize, const HALO: usize = 0>(
    Region<'r>,
);

impl<'r, const H: usize, const W: usize, const C: usize, const HALO: usize> Map<'r, H, W, C, HALO> {
    /// Floats of the map.
    pub const LEN: usize = map_len(H, W, C, HALO);

    /// A map with unspecified values.
    pub(crate) fn new(region: Region<'r>) -> Self {
        assert!(region.0.len() >= Self::LEN, "the region is too small for the map");
        Map(region)
    }

    /// The region, whose values are no longer needed.
    pub fn region(self) -> Region<'r> {
        self.0
    }

    pub(crate) fn values(&self) -> &[f32] {
        &self.0.0[..Self::LEN]
    }

    pub(crate) fn values_mut(&mut self) -> &mut [f32] {
        &mut self.0.0[..Self::LEN]
    }

    /// The values for an observer of end points.
    pub fn view(&self) -> View<'_> {
        View { values: self.values(), shape: [H, W, C], halo: Some(HALO) }
    }
}

/// An image with a border of zeros, channel last.
pub struct Image<'r, const H: usize, const W: usize, const C: usize, const HALO: usize> {
    pub(crate) values: &'r mut [f32],
}

impl<'r, const H: usize, const W: usize, const C: usize, const HALO: usize>
    Image<'r, H, W, C, HALO>
{
    /// Floats of the image.
    pub const LEN: usize = image_len(H, W, C, HALO);

    pub(crate) fn new(region: Region<'r>) -> Self {
        Image { values: &mut region.0[..Self::LEN] }
    }
}

/// The running state of a preactivation network (He et al. 2016, figure 4e):
/// the sum of all residuals so far, and its preactivation, which the next
/// unit's convolutions read; hence the halo.
pub struct Stream<'r, const H: usize, const W: usize, const C: usize, const HALO: usize = 0> {
    /// The sum, raw, as an identity shortcut takes it.
    pub sum: Map<'r, H, W, C>,
    /// `max(scale · sum + shift, 0)` with the next normalisation.
    pub preact: Map<'r, H, W, C, HALO>,
}

/// The running state of a network whose sums are activated (He et al. 2016,
/// "Deep Residual Learning"): the sum, which the next unit's convolutions and
/// its shortcut read, and room for a sum of another shape.
pub struct Flow<'r, const H: usize, const W: usize, const C: usize, const HALO: usize = 0> {
    /// The activated sum.
    pub sum: Map<'r, H, W, C, HALO>,
    /// Where the next sum goes if it cannot lie where this one does.
    pub spare: Region<'r>,
}

/// Values of some shape in whichever layout they have.
#[derive(Clone, Copy)]
pub struct View<'a> {
    values: &'a [f32],
    pub(crate) shape: [usize; 3],
    /// `None`: channel last already.
    halo: Option<usize>,
}

impl<'a> View<'a> {
    /// Channel-last values.
    pub(crate) fn nhwc(values: &'a [f32], shape: [usize; 3]) -> Self {
        View { values, shape, halo: None }
    }

    /// How many values the shape has.
    #[cfg(feature = "alloc")]
    pub(crate) fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Copies the values, channel last. `out` has [`View::len`] values.
    pub(crate) fn copy_to(&self, out: &mut [f32]) {
        match self.halo {
            Some(halo) => to_nhwc(self.values, self.shape, halo, out),
            None => out.copy_from_slice(&self.values[..out.len()]),
        }
    }
}

/// Floats of a tensor in a region of the workspace.
pub const fn tensor_len(h: usize, w: usize, c: usize) -> usize {
    padded(h * w * c)
}
