//! First logits with weights of which the header alone is checked.

mod first_logits;

use std::error::Error;

use resnet::zoo::slim_v2::ResNetV2_50;

fn main() -> Result<(), Box<dyn Error>> {
    first_logits::write(|mapping| {
        mapping.populate();
        ResNetV2_50::from_mapping_unverified(mapping)
    })
}
