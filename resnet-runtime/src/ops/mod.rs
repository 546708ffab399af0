//! The layers that generated code calls: const dimensions, checked by rustc,
//! around kernels with run-time sizes. Each is a few lines, so that a network
//! of hundreds of them compiles in no time.

mod conv;
mod custom;
mod gate;
mod head;
mod norm;
mod pool;
mod root;
mod shortcut;

pub use conv::Conv;
pub use custom::{blank, join, leave, param};
pub use gate::{ChannelConv, gated};
pub use head::{global_mean, logits, output, predictions, see_logits, softmax};
pub use norm::GroupNorm;
pub(crate) use norm::norm_scratch;
pub use pool::{AvgPool, Blur, MaxPool, Pooling};
pub use root::{Root, enter, preactivate};
pub use shortcut::Subsample;
