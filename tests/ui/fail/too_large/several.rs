use resnet::resnet;

resnet! {
    // What is too large makes what follows too large: one error at each token.
    pub struct Net {
        input: [1024, 1024, 3],
        block1: bottleneck[(256, 64, 1)] + [(8192, 64, 1); 3],
        block2: bottleneck[(8192, 2048, 1); 2] + [(256, 64, 2)],
        block3: bottleneck[(1000000, 2000, 1); 2],
        classes: 100000,
        global_pool: false,
    }
}

fn main() {}
