//! For targets without a SIMD backend of ours, and the baseline of every
//! bench: `matrixmultiply::sgemm`, which packs into heap buffers of its own.

use crate::kernels::ConvKernel;

use super::scalar::{max_pool, mean, preactivate, winograd_input, winograd_output};

backend!("portable", || true, ConvKernel::Gemm);
