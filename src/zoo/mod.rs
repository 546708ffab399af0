//! Networks that other programs define, most of them with public checkpoints, each declared
//! with [`resnet!`](macro@crate::resnet) as anybody could: read them as examples, and copy
//! one to change it. Each module is named after the program that it follows, or the pictures
//! that it classifies. Without checkpoints that we know of are slim's 200 layers, and some of
//! timm's v2 and of those for CIFAR.

pub mod bit;
pub mod cifar;
pub mod slim_v1;
pub mod slim_v2;
pub mod timm;
pub mod torchvision;
