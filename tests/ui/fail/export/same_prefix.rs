use resnet::resnet;

resnet! {
    pub struct Digits {
        input: [8, 8, 1],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        export: "C",
    }

    pub struct Letters {
        input: [8, 8, 1],
        block1: bottleneck[(16, 4, 1)],
        classes: 26,
        export: "C" as digits,
    }
}

fn main() {
    println!("{:?} {:?}", Digits::INPUT, Letters::INPUT);
}
