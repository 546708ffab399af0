use resnet::resnet;

resnet! {
    pub struct {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }

    pub struct Fine {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }
}

fn main() {
    println!("{:?}", Fine::INPUT);
}
