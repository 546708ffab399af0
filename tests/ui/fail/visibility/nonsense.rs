use resnet::resnet;

resnet! {
    pub(friend) struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }
}

fn main() {
    let _ = Net::synthetic(1);
}
