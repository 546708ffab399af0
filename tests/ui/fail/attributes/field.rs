use resnet::resnet;

resnet! {
    pub struct Net {
        /// The picture.
        input: [224, 224, 3],
        #[cfg(feature = "deep")]
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        classes: 1001,
    }
}

fn main() {}
