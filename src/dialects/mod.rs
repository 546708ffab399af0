//! Whose networks a declaration follows: one page for each program, and what
//! its constructor's arguments are called here.
//!
//! The key `dialect` fixes what people with a checkpoint cannot choose: the
//! order of normalisation and activation, padding, biases, the names and the
//! layout of tensors. What they can choose are the other keys of
//! [`resnet!`](macro@crate::resnet). Blocks read the same in every dialect: a tuple is
//! one unit, and its last number is the unit's own stride.
//!
//! | dialect | program | order | units | shortcuts | groups | root without the key |
//! |---|---|---|---|---|---|---|
//! | [`slim_v2`] | TF-slim's `resnet_v2.py` | preactivation | `bottleneck` | `conv` | | 7x7 / 2, pool |
//! | [`slim_v1`] | TF-slim's `resnet_v1.py` | activated sum | `bottleneck` | `conv` | | 7x7 / 2, pool |
//! | [`torch`] | torchvision's and timm's `resnet.py` | activated sum | both | `conv`, `avg_pool`, `pad` | yes | 7x7 / 2, pool |
//! | [`timm_v2`] | timm's `resnetv2.py` with BatchNorm | preactivation | both | `conv`, `avg_pool` | yes | 7x7 / 2, pool |
//! | [`bit`] | timm's `resnetv2.py` with GroupNorm | preactivation | `bottleneck` | `conv` | | 7x7 / 2, pool |
//! | [`cifar_v1`] | akamaster/pytorch_resnet_cifar10 | activated sum | `basic` | `pad`, `conv` | | 3x3 |
//! | [`cifar_v2`] | bearpaw/pytorch-classification | preactivation | both | `conv` | | 3x3 |
//!
//! # Weight files
//!
//! Files are safetensors, in F32, F16 or BF16, with the tensors that the constant `TENSORS`
//! of a network lists: [`TensorSpec`](crate::TensorSpec) says how they are laid out, and the
//! example `generate_weights` writes such a file in Rust. The programs of the repository's
//! `tools/convert` make them of what people hold. Names must be the network's,
//! under its scope: a file whose names have another prefix (`module.` of
//! `DataParallel`, `model.` of training programs) is refused with the `scope` to
//! write, and one with the names of another program with the `dialect`.
//!
//! What training leaves in a file is ignored: `num_batches_tracked`, slots of
//! optimisers, `global_step`. With `classes: none` the file may have the layer of
//! the classes or not, since features do without it, and with `outputs` whatever is
//! declared after the last one. Any other tensor too many or too few is an error, with
//! its name.
#![doc = include_str!("migration.md")]

#[doc = include_str!("slim_v2.md")]
pub mod slim_v2 {}

#[doc = include_str!("slim_v1.md")]
pub mod slim_v1 {}

#[doc = include_str!("torch.md")]
pub mod torch {}

#[doc = include_str!("timm_v2.md")]
pub mod timm_v2 {}

#[doc = include_str!("bit.md")]
pub mod bit {}

#[doc = include_str!("cifar_v1.md")]
pub mod cifar_v1 {}

#[doc = include_str!("cifar_v2.md")]
pub mod cifar_v2 {}
