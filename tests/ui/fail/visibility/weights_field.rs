mod networks {
    resnet::resnet! {
        pub struct Net {
            input: [32, 32, 3],
            block1: bottleneck[(16, 4, 1)],
            classes: 10,
        }
    }
}

fn main() {
    let net = networks::Net::synthetic(1);
    let _ = net.weights;
}
