//! First logits with weights that are checked first, to the last bit.

mod first_logits;

use std::error::Error;

use resnet::zoo::slim_v2::ResNetV2_50;

fn main() -> Result<(), Box<dyn Error>> {
    first_logits::write(ResNetV2_50::from_mapping)
}
