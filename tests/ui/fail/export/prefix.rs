use resnet::resnet;

resnet! {
    pub struct Quoted {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        export: "C" as "digits",
    }

    pub struct Reserved {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        export: "C" as _digits,
    }

    pub struct Größe {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        export: "C",
    }
}

fn main() {}
