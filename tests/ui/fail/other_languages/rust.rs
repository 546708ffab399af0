use resnet::resnet;

resnet! {
    pub struct Net {
        const DEPTH: usize = 256;
        input: &[224, 224, 3],
        block1: bottleneck[(DEPTH, 64, 1); 2],
        classes: usize = 10,
        global_pool: (true),
    }
}

fn main() {}
