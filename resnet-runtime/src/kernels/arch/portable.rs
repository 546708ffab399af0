//! For targets without a SIMD backend of ours, and the baseline of every
//! bench: `matrixmultiply::sgemm`, which packs into heap buffers of its own.

use crate::kernels::ConvKernel;

#[cfg(feature = "profile")]
use super::scalar::peak;
pub(super) use super::scalar::{FEW, PRODUCTS, avg_pool, blur, max_pool, moments, points};
use super::scalar::{mean, narrow, post};
use super::scalar::{widen_bf16, widen_f16, winograd_in, winograd_out};

backend!("portable", || true, ConvKernel::Gemm);
