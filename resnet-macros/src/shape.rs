//! Shapes and what layers make of them. Knows nothing of tokens.

use std::fmt;

/// Height, width, channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    pub h: usize,
    pub w: usize,
    pub c: usize,
}

impl Shape {
    /// The output of a convolution or pool with SAME padding: the size over
    /// the stride, rounded up.
    pub fn strided(self, stride: usize, depth: usize) -> Shape {
        Shape { h: self.h.div_ceil(stride), w: self.w.div_ceil(stride), c: depth }
    }

    /// The same pixels with other channels.
    pub fn with_depth(self, c: usize) -> Shape {
        Shape { c, ..self }
    }

    pub fn pixels(self) -> u128 {
        self.h as u128 * self.w as u128
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} × {} × {}", self.h, self.w, self.c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strides_round_up() {
        let shape = Shape { h: 75, w: 38, c: 64 };
        assert_eq!(shape.strided(2, 256), Shape { h: 38, w: 19, c: 256 });
        assert_eq!(shape.strided(1, 64), shape);
        assert_eq!(Shape { h: 1, w: 1, c: 8 }.strided(3, 8), Shape { h: 1, w: 1, c: 8 });
    }
}
