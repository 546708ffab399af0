//! Networks that have public checkpoints, each declared with
//! [`resnet!`](macro@crate::resnet) as anybody could: read them as examples, and copy
//! one to change it. Each module is named after the program that it follows,
//! or the pictures that it classifies.

pub mod bit;
pub mod cifar;
pub mod slim_v1;
pub mod slim_v2;
pub mod timm;
pub mod torchvision;
