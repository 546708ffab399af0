//! The layers that generated code calls: const dimensions, checked by rustc,
//! around kernels with run-time sizes. Each is a few lines, so that a network
//! of hundreds of them compiles in no time.

mod conv;
mod head;
mod pool;
mod root;
mod shortcut;

pub use conv::Conv;
pub use head::{global_mean, logits, output, predictions, softmax};
pub use pool::MaxPool;
pub use root::{Root, enter, preactivate};
pub use shortcut::Subsample;
