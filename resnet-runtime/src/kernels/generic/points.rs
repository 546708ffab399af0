//! `G g Gᵀ` of the 3x3 filters of some channels, for F(2x2) of weights that are packed
//! as taps: nine floats come from memory where there would be sixteen.

use crate::kernels::registers::{registers, zeros};
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Makes the points of one block of input channels.
///
/// # Safety
///
/// The obligations of [`points`], and the backend's instruction set.
pub(crate) type PointsFn = unsafe fn(&Points);

/// From `[9 taps][BLOCK][columns]` to `[16 points][…][width]`. Strides count floats.
pub(crate) struct Points {
    pub taps: *const f32,
    pub columns: usize,
    /// The first row of the first point.
    pub points: *mut f32,
    /// From one row to the next, and from one point to the next.
    pub width: usize,
    pub point: usize,
}

/// Makes the points of one block of input channels, with the `G` of
/// [`transform_weights`](crate::kernels::transform_weights), in f32.
///
/// # Safety
///
/// * The CPU has the instruction set of `V`; `columns` is a multiple of `BLOCK`.
/// * `taps` is readable for `9 · BLOCK · columns` floats.
/// * `points` is writable for `columns` floats, and so it is every `width` from there,
///   `BLOCK` times in all, and all that every `point` floats, 16 times. The two do not
///   overlap.
#[inline(always)]
pub(crate) unsafe fn points<V: Vector>(a: &Points) {
    for row in 0..BLOCK {
        for column in (0..a.columns).step_by(BLOCK) {
            for lane in registers::<V>(BLOCK) {
                // SAFETY: the caller's obligations are those of the loads and stores, for
                // this row and these columns.
                unsafe {
                    let taps = a.taps.add(row * a.columns + column + lane);
                    let to = a.points.add(row * a.width + column + lane);
                    let mut half = zeros::<[[V; 4]; 3]>();
                    unrolled!(x < 3, {
                        let mut g = zeros::<[V; 3]>();
                        unrolled!(y < 3, {
                            g[y] = V::load(taps.add((y * 3 + x) * BLOCK * a.columns));
                        });
                        half[x] = transform(g);
                    });
                    unrolled!(y < 4, {
                        let row = transform([half[0][y], half[1][y], half[2][y]]);
                        unrolled!(x < 4, { row[x].store(to.add((y * 4 + x) * a.point)) });
                    });
                }
            }
        }
    }
}

/// `G g`.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
unsafe fn transform<V: Vector>([g0, g1, g2]: [V; 3]) -> [V; 4] {
    // SAFETY: the caller's obligation.
    unsafe {
        let (zero, half) = (V::splat(0.0), V::splat(0.5));
        let (outer, inner) = (g0.add(g2), g1.mul_add(half, zero));
        [zero.sub(g0), outer.mul_add(half, inner), outer.mul_add(half, zero.sub(inner)), g2]
    }
}
