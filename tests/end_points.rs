//! End points: typed constants, what is computed for one, and what stays the
//! same whether or not somebody looks. Predictions, and the tables.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use resnet::__private::{Format, Tap, Weights};
use resnet::{
    AnyTensor, AnyWorkspace, Backend, Classifier, Layer, LayerKind, Network, Role, Tensor,
    TensorSpec, resnet,
};

resnet! {
    /// Every kind of unit: a projection, an identity, one that loses pixels.
    struct Pooled {
        input: [17, 14, 3],
        root: conv(3, 8, 2) + max_pool(3, 2),
        first: bottleneck[(12, 4, 1), (12, 20, 2)],
        last: bottleneck[(12, 6, 1), (40, 8, 1)],
        classes: 5,
    }

    /// Neither root nor pooling; a rate instead of the second stride.
    struct Dense {
        input: [6, 5, 4],
        root: none,
        first: bottleneck[(4, 2, 2)],
        last: bottleneck[(18, 3, 2), (18, 3, 1)],
        output_stride: 2,
        classes: 3,
        global_pool: false,
    }

    /// No head.
    struct Features {
        input: [4, 4, 2],
        root: conv(1, 6, 1),
        only: bottleneck[(6, 2, 1)],
        classes: none,
        global_pool: false,
    }
}

type Image<N> = <N as Network>::Input;
type Memory<N> = <N as Network>::Workspace;

/// Name, shape, and how to compute it alone.
type Typed<N> = (
    &'static str,
    [usize; 3],
    fn(&N, &Image<N>, &mut Memory<N>) -> Vec<f32>,
);

/// The end points of a network as its users write them: the types say the
/// shapes.
macro_rules! end_points {
    ($net:ident: $($constant:ident [$h:literal, $w:literal, $c:literal])*) => {
        [$((
            $net::$constant.name(),
            [$h, $w, $c],
            |net, image, workspace| {
                let tensor: Box<Tensor<$h, $w, $c>> =
                    net.end_point($net::$constant, image, workspace);
                tensor.values().to_vec()
            },
        )),*]
    };
}

const POOLED: [Typed<Pooled>; 22] = POOLED_END_POINTS;
