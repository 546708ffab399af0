//! Residual networks as Rust code.
//!
//! [`resnet!`] takes a network as the paper's table has it, checks every shape
//! while the program is compiled, and expands to unrolled functions with const
//! dimensions, which call precompiled kernels. No graph, no interpreter, no C.
//!
//! ```
//! use resnet::{Tensor, resnet};
//!
//! resnet! {
//!     /// Two blocks, for pictures of 32 by 32.
//!     pub struct Small {
//!         input: [32, 32, 3],
//!         block1: bottleneck[(64, 16, 1); 2] + [(64, 16, 2)],
//!         block2: bottleneck[(128, 32, 1); 3],
//!         classes: 10,
//!     }
//! }
//!
//! # fn main() -> Result<(), resnet::Error> {
//! let net = Small::synthetic(1); // or from_safetensors(&bytes)?
//! let mut workspace = Small::workspace();
//!
//! let image = Tensor::<32, 32, 3>::boxed_from(&[0.5; 32 * 32 * 3])?;
//! let probabilities = net.predict(&image, &mut workspace);
//! assert!((probabilities.values().iter().sum::<f32>() - 1.0).abs() < 1e-5);
//!
//! // Any layer that slim names is a constant with its shape in its type.
//! let features: Box<Tensor<4, 4, 64>> = net.end_point(Small::BLOCK1, &image, &mut workspace);
//! assert_eq!(Small::LAYERS[0].name, "small/conv1");
//! # Ok(())
//! # }
//! ```
//!
//! # Where to look
//!
//! | for | see |
//! |---|---|
//! | all that a declaration can say | [`resnet!`] |
//! | networks that have checkpoints | [`zoo`](zoo/index.html), feature `zoo` |
//! | a dialect, checkpoints, other programs' arguments | [`dialects`] |
//! | pictures, and what is done to them before | [`image`](image/index.html), feature `image` |
//! | the tensors of a weight file, their names and shapes | [`Network::TENSORS`], [`TensorSpec`] |
//! | weights that need no loading | [`packed`], [`include_packed!`], [`Network::from_packed`], [`Precision`], and feature `mmap`: [`Mapping`](struct.Mapping.html) |
//! | the type of a workspace | [`Workspace`] |
//! | threads | [`Pool`](struct.Pool.html): one image; feature `rayon`, `Network::forward_batch`: many |
//! | code over every network | [`Network`], [`Classifier`], [`AnyTensor`] |
//! | where the time goes | [`profile`](fn.profile.html), feature `profile` |
//!
//! A network is shared as it is, in a static or an `Arc`; each thread has a workspace.
//!
//! # Profiles
//!
//! A debug build of yours computes as fast as a release build with the kernels optimised, and
//! ten to fifteen times slower without:
//!
//! ```toml
//! [profile.dev.package.resnet-runtime]
//! opt-level = 3
//! debug-assertions = false
//! overflow-checks = false
//! ```
//!
//! In a release profile `opt-level = "s"` costs the kernels 1 %, and more where there is no SIMD.
//!
//! # Without a heap
//!
//! With `default-features = false` nothing needs std or a heap: weights are packed (the
//! example `pack`, or [`Network::pack`]) and lie in the program, the workspace is a static,
//! behind a lock of the program's choice. `static WORKSPACE` takes memory, not stack.
//!
//! ```
//! # extern crate std;
//! use std::sync::Mutex; // or that of `spin`, or of `critical-section`
//!
//! use resnet::{Error, Network, Tensor, resnet};
//!
//! resnet! {
//!     struct Tiny {
//!         input: [4, 4, 1],
//!         root: none,
//!         block1: bottleneck[(4, 2, 1)],
//!         classes: 3,
//!         weights: "tests/ui/weights/tiny.resnet", // beside the source file, or in the package
//!     }
//! }
//!
//! type Workspace = <Tiny as Network>::Workspace;
//! static WORKSPACE: Mutex<Workspace> = Mutex::new(Workspace::new());
//!
//! fn logits(image: &Tensor<4, 4, 1>) -> Result<[f32; 3], Error> {
//!     let net = Tiny::embedded()?; // a reference to the file, no work
//!     let mut workspace = WORKSPACE.lock().unwrap();
//!     let logits = net.forward(image, &mut workspace);
//!     Ok(core::array::from_fn(|class| logits[[0, 0, class]]))
//! }
//! # assert!(logits(&Tensor::ZERO).unwrap().iter().all(|logit| logit.is_finite()));
//! ```

#![no_std]
#![forbid(unsafe_code)]

// `resnet!` names `::resnet`, in this crate's own zoo too.
#[cfg(feature = "zoo")]
extern crate self as resnet;

#[cfg(any(doc, doctest))]
pub mod dialects;
#[cfg(any(doc, doctest))]
#[doc = include_str!("packed.md")]
pub mod packed {}
#[cfg(feature = "zoo")]
pub mod zoo;

#[cfg(feature = "mmap")]
pub use resnet_runtime::Mapping;
#[cfg(feature = "std")]
pub use resnet_runtime::Pool;
#[cfg(feature = "image")]
pub use resnet_runtime::image;
pub use resnet_runtime::{
    AnyOutput, AnyTensor, AnyWorkspace, Backend, Classifier, EndPoint, Error, Layer, LayerKind,
    Network, PackedFault, Precision, Role, STACK_BYTES, Tensor, TensorName, TensorSpec, Workspace,
};
#[cfg(feature = "alloc")]
pub use resnet_runtime::{Boxed, Fault};
#[cfg(feature = "profile")]
pub use resnet_runtime::{LayerTime, Profile, profile};

#[doc(hidden)]
pub use resnet_macros::check_packed as __check_packed;
#[doc(hidden)]
pub use resnet_runtime::__private;

/// The bytes of a packed file, a path relative to the source file, as a part of
/// the program: for [`from_packed`](Network::from_packed), which asks for an alignment that
/// `include_bytes!` does not have. A damaged file is a compile error, if the path is a
/// literal. The key `weights` of [`resnet!`](macro@crate::resnet) does the same, and checks
/// that the file is the network's.
///
/// ```
/// use resnet::resnet;
///
/// resnet! {
///     struct Tiny {
///         input: [4, 4, 1],
///         root: none,
///         block1: bottleneck[(4, 2, 1)],
///         classes: 3,
///     }
/// }
/// # fn main() -> Result<(), resnet::Error> {
/// let file = resnet::include_packed!("../tests/ui/weights/tiny.resnet");
/// let net = Tiny::from_packed(file)?;
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! include_packed {
    ($path:expr) => {{
        $crate::__check_packed!($path);
        static FILE: &$crate::__private::Aligned<[u8]> =
            &$crate::__private::Aligned(*::core::include_bytes!($path));
        let bytes: &'static [u8] = &FILE.0;
        bytes
    }};
}

/// Declares networks.
///
/// ```text
/// resnet! {
///     pub struct ResNetV2_50 {
///         input: [224, 224, 3],
///         block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
///         block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
///         block3: bottleneck[(1024, 256, 1); 5] + [(1024, 256, 2)],
///         block4: bottleneck[(2048, 512, 1); 3],
///         classes: 1001,
///     }
/// }
/// ```
///
/// A field `name: bottleneck[…]` is a block. Its units are tuples of TF-slim's
/// `resnet_v2.py`: depth, bottleneck depth, stride. `[(d, b, s); n]` repeats a
/// unit, `[(…), (…)]` lists units, and `+` joins. Any number of blocks, of any
/// names. Every other field is a key, in any order:
///
/// | key | value | default |
/// |---|---|---|
/// | `input` | `[height, width, channels]` | must be given |
/// | `classes` | a number, or `none` for features | must be given, unless `outputs` is |
/// | `outputs` | end points that are the result instead, as in `[block2, block4]`; nothing after the last one is computed | the last layer |
/// | `root` | `conv(size, depth, stride)`, that `+ max_pool(size, stride)`, or `none` | `conv(7, 64, 2) + max_pool(3, 2)`; for CIFAR `conv(3, 16, 1)` |
/// | `global_pool` | `true` or `false` | `true` |
/// | `attention` | `se`, `se(divisor)` or `eca`: the channels of a residual are weighted by what is made of their means (`torch` alone) | none |
/// | `blur` | `true`: where a stride of 2 is, every pixel is computed, and a blur takes the stride (`torch` alone) | `false` |
/// | `output_stride` | pixels of the image to one of the last map; dilates what would go beyond | all strides taken |
/// | `dilate` | blocks whose strides become dilation, as in `[layer3, layer4]` | none |
/// | `groups` | groups of the 3x3 convolutions of bottlenecks: ResNeXt (`torch` and `timm_v2`) | 1 |
/// | `shortcut` | where the shape changes: `conv`, a projection; `avg_pool`, a mean before it (ResNet-D); `pad`, pixels and channels of zeros | `conv`; in `cifar_v1` `pad` |
/// | `activation` | after normalisations: `relu`, `relu6` or `silu` | `relu` |
/// | `scope` | prefix of the tensors' names, without the separator | the type's name in snake case (`slim_v2`, `slim_v1`), or none |
/// | `weights` | a safetensors file, beside the source file or in the package: checked now, part of the program, `embedded()` loads it; or a packed file, `.resnet`, which needs no loading | none |
/// | `half` | whether the workspace has room to expand weights of half precision, a panel at a time, so that packed files of them are used where they lie; `false` for those who have f32 alone and count bytes | as the packed file in `weights` asks, else `true` |
/// | `budget` | `{ ram: 64 KiB, flash: 1 MiB, macs: 2_000_000 }`, each at will: most bytes of the workspace and of the packed weights, as f32 unless `weights` names a file of half precision, and most multiply-adds; the block that takes more is a compile error | none |
/// | `kinds` | kinds of unit of your own, as in `{ ghost: custom(ghost, stride, weight: [depth, input]) }`, [see below](#units-of-your-own) | none |
/// | `export` | `"C"`, or `"C" as prefix`: functions for C, [see below](#for-c) | none |
/// | `crate` | path of this crate, for those who re-export it | `::resnet` |
/// | `dialect` | whose conventions are followed: `slim_v2`, `slim_v1`, `torch`, `timm_v2`, `bit`, `cifar_v1`, `cifar_v2` | `slim_v2` |
///
/// Blocks of the kind `basic` have units of two 3x3 convolutions, of which the
/// tuples are depth, stride. What each dialect fixes, and what the arguments of
/// other programs are called here, is in [`dialects`].
///
/// slim's blocks take their stride in the last unit, those of all others in the
/// first. Any unit may have one, but a network all of whose blocks have it at
/// the other end is compiled with a warning: weights trained elsewhere would
/// make nonsense of it. `#[allow(deprecated)]` on the struct silences that.
///
/// # Weights
///
/// The constant `TENSORS` lists what a weight file has: names, shapes, roles;
/// [`TensorSpec`] says how they are laid out, [`dialects`] where files come from. With
/// the key `weights` the file is a part of the program, and checked as it is compiled;
/// `embedded()` makes the network of it, with an error if a value is no number.
///
/// ```
/// use resnet::resnet;
///
/// resnet! {
///     pub struct Tiny {
///         input: [4, 4, 1],
///         root: none,
///         block1: bottleneck[(4, 2, 1)],
///         classes: 3,
///         weights: "tests/ui/weights/fits.safetensors",
///     }
/// }
/// # fn main() -> Result<(), resnet::Error> {
/// let net = Tiny::embedded()?;
/// let spec = &Tiny::TENSORS[0];
/// assert!(spec.name == "tiny/block1/unit_1/bottleneck_v2/preact/gamma");
/// assert_eq!(spec.shape(), [1]);
/// # Ok(())
/// # }
/// ```
///
/// # Feature pyramids
///
/// `outputs` names end points as their constants do, in lower case: blocks
/// (`block2`, `layer4`), units (`block1_unit_2`, `layer1_0`), what a root has
/// (`conv1`; `relu` and `maxpool`; `stem_conv` and `stem`), and after the blocks what
/// the dialect has there (`norm`, `avgpool`). The result is a tensor, or a tuple of
/// up to 12 in the order of the list. Sums of preactivation networks are raw, as
/// slim's end points and timm's `features_only` have them. Layers after the last
/// output are no part of the network: its tables and constants do without them, and
/// a weight file may have their tensors or not.
///
/// ```
/// use resnet::{Tensor, resnet};
///
/// resnet! {
///     pub struct Backbone {
///         dialect: torch,
///         input: [64, 64, 3],
///         layer1: basic[(64, 1); 2],
///         layer2: basic[(128, 2), (128, 1)],
///         layer3: basic[(256, 2), (256, 1)],
///         layer4: basic[(512, 2), (512, 1)],
///         outputs: [layer1, layer2, layer3],
///     }
/// }
///
/// let (net, mut workspace) = (Backbone::synthetic(1), Backbone::workspace());
/// let (fine, _, coarse) = net.forward(&Tensor::ZERO, &mut workspace);
/// let _: (&Tensor<16, 16, 64>, &Tensor<4, 4, 256>) = (fine, coarse);
/// ```
///
/// # Functions of your own
///
/// A field `name: custom(function) -> [height, width, channels]` is a stage between
/// blocks, before the first, or after the last: a function that reads the running sum
/// (in networks of preactivation the raw one) and writes the next. Without `->` the
/// shape stays. rustc checks it against the shapes on both sides. Behind the function
/// may stand parameters of its own, with the shapes that they have in the weight file,
/// up to four dimensions: tensors `scope/name/parameter` (with a `.` for the `/` in all
/// but slim's dialects), which the function gets as arrays, untransposed. The name of a
/// parameter may have parts, `conv1.weight`.
///
/// ```
/// use resnet::{Tensor, resnet};
///
/// /// Weighs every pixel by the sigmoid of a product with `weight`.
/// fn attend<const H: usize, const W: usize, const C: usize>(
///     x: &Tensor<H, W, C>,
///     out: &mut Tensor<H, W, C>, // zeros
///     weight: &[f32; C],
/// ) {
///     let pixels = x.values().chunks_exact(C).zip(out.values_mut().chunks_exact_mut(C));
///     for (x, out) in pixels {
///         let score: f32 = x.iter().zip(weight).map(|(x, w)| x * w).sum();
///         let gate = 1.0 / (1.0 + (-score).exp());
///         out.iter_mut().zip(x).for_each(|(out, x)| *out = gate * x);
///     }
/// }
///
/// resnet! {
///     pub struct Attentive {
///         input: [64, 64, 3],
///         block1: bottleneck[(64, 16, 1), (64, 16, 2)],
///         attention1: custom(attend, weight: [64]),
///         block2: bottleneck[(128, 32, 1); 2],
///         classes: 10,
///     }
/// }
///
/// let (net, mut workspace) = (Attentive::synthetic(1), Attentive::workspace());
/// let map: Box<Tensor<8, 8, 64>> =
///     net.end_point(Attentive::ATTENTION1, &Tensor::ZERO, &mut workspace);
/// ```
///
/// # Units of your own
///
/// `kinds` declares kinds of unit, which blocks name like those of the dialect, alone or
/// joined with them by `+`; a list that names none is of the kind before it. The function
/// computes the residual: it reads what the first convolution of the dialect's own units
/// does (the sum, or its preactivation), and writes a map of the tuple's depth, with sides
/// divided by the stride and rounded up. The shortcut, projected where the shape changes,
/// the sum, normalisation and activation around it and `attention` are the network's.
///
/// Behind the function stand, in the order of its arguments, parameters and numbers of the
/// unit: `input` (channels that it reads), `depth`, `bottleneck`, `stride` and `rate` (the
/// dilation that has taken the place of strides), which it gets as `usize`. Dimensions
/// of parameters may be the first three of these, multiples (`2 * depth`) and fractions
/// (`depth / 2`). The tuples of a kind that names `bottleneck` have it, those of others
/// are depth and stride.
///
/// ```
/// use resnet::{Tensor, resnet};
///
/// /// Half of the channels by a 1x1 convolution, and one of each by 3x3 (Han et al. 2020,
/// /// "GhostNet").
/// fn ghost<
///     const H: usize, const W: usize, const C: usize,
///     const HO: usize, const WO: usize, const D: usize, const HALF: usize,
/// >(
///     x: &Tensor<H, W, C>,
///     out: &mut Tensor<HO, WO, D>, // zeros
///     stride: usize,
///     primary: &[[f32; C]; HALF],
///     cheap: &[[[f32; 3]; 3]; HALF],
/// ) {
///     for (y, x0, c) in (0..HO * WO * HALF).map(|i| (i / HALF / WO, i / HALF % WO, i % HALF)) {
///         let pixel = (0..C).map(|i| x[[y * stride, x0 * stride, i]] * primary[c][i]);
///         out[[y, x0, c]] = pixel.sum::<f32>().max(0.0);
///     }
///     for (y, x0, c) in (0..HO * WO * HALF).map(|i| (i / HALF / WO, i / HALF % WO, i % HALF)) {
///         let taps = (0..9).map(|tap| (y + tap / 3, x0 + tap % 3, cheap[c][tap / 3][tap % 3]));
///         let inside = taps.filter(|(y, x, _)| (1..=HO).contains(y) && (1..=WO).contains(x));
///         out[[y, x0, HALF + c]] = inside.map(|(y, x, tap)| out[[y - 1, x - 1, c]] * tap).sum();
///     }
/// }
///
/// resnet! {
///     pub struct Ghosts {
///         dialect: torch,
///         input: [64, 64, 3],
///         kinds: {
///             ghost: custom(ghost, stride, primary: [depth / 2, input], cheap: [depth / 2, 3, 3]),
///         },
///         layer1: bottleneck[(64, 16, 1)] + ghost[(64, 1); 2],
///         layer2: ghost[(128, 2)] + [(128, 1)],
///         classes: 10,
///     }
/// }
///
/// let (net, mut workspace) = (Ghosts::synthetic(1), Ghosts::workspace());
/// let map: Box<Tensor<8, 8, 128>> =
///     net.end_point(Ghosts::LAYER2, &Tensor::ZERO, &mut workspace);
/// assert!(Ghosts::TENSORS.iter().any(|spec| spec.name == "layer1.1.primary"));
/// ```
///
/// Tensors are called as those of the dialect's units are: `layer1.1.primary`, and in
/// slim's dialects, where the kind takes the place of `bottleneck_v2`,
/// `scope/block1/unit_1/ghost/primary`. The keys `groups` and `blur` are about the
/// dialects' own convolutions.
///
/// A function of either sort runs on the calling thread, and should neither allocate nor panic;
/// `MACS` and `budget` count none of its work. Its name (`apply`, `Gelu::apply`, `apply::<2>`,
/// but not its modules), its numbers and the shapes of its parameters are part of the
/// fingerprint of packed files, which such a network makes with its own method `pack`.
///
/// # Types
///
/// Several structs may follow one another. Attributes, doc comments and
/// visibility are kept; of std's traits `Clone` and `Debug` can be derived. Each type
/// implements [`Network`], has most of its items as inherent ones too, and has one
/// constant per end point of its program:
/// `BLOCK1_UNIT_2_CONV3` is slim's `scope/block1/unit_2/bottleneck_v2/conv3`,
/// `LAYER1_0` is torchvision's `layer1.0`.
///
/// # For C
///
/// `export: "C"` makes `extern "C"` functions, of which the names begin with the type's
/// name in snake case, or with the prefix behind `as`: `digits_from_packed`,
/// `digits_unpack`, `digits_verify`, `digits_from_safetensors`, `digits_embedded` (with
/// `weights`), `digits_forward`, `digits_predict` (with `classes`) and `digits_strerror`.
/// They need no initialisation, keep no state, and own nothing: all memory is the
/// caller's. Null, misaligned, overlapping or short memory and whatever is wrong with a
/// file is a code; no panic crosses. Threads may share a network.
///
/// `c_header()`, a function of the type, is the header, which a build script writes:
///
/// ```
/// # use resnet::resnet;
/// resnet! {
///     pub struct Digits {
///         input: [8, 8, 1],
///         root: none,
///         block1: bottleneck[(32, 8, 1), (32, 8, 2)],
///         classes: 10,
///         export: "C",
///     }
/// }
/// # fn main() -> std::io::Result<()> {
/// # let folder = std::env::temp_dir();
/// std::fs::write(folder.join("digits.h"), Digits::c_header().to_string())?;
/// assert!(Digits::c_header().to_string().contains("#define DIGITS_INPUT_LEN 64"));
/// # Ok(())
/// # }
/// ```
///
/// `examples/c` in the repository is a whole program. These functions are the one
/// `unsafe` of an expansion: they take pointers, and their names are the linker's. As in
/// other macros of other crates, `forbid(unsafe_code)` does not see it.
///
/// # Limits
///
/// Numbers are at most 2^20, a network has at most 1000 units, filters of the
/// root are at most 15 wide, a stride needs a map larger than 1 by 1. Block
/// names are ASCII, and none of the names that every network has already.
///
/// # Errors
///
/// Whatever is wrong is an error at the token that is wrong, all in one run:
///
/// ```compile_fail
/// resnet::resnet! {
///     pub struct Wrong {
///         input: [224, 224, 3],
///         block1: bottleneck[(256, 64, 0)],  // expected a stride of 1 or more, found 0
///         clases: 10,                        // unknown key, did you mean `classes`?
///     }
/// }
/// ```
pub use resnet_macros::resnet;

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
