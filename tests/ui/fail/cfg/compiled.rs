use resnet::resnet;

resnet! {
    #[cfg(all())]
    pub struct Net {
        input: [8, 8],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }

    #[cfg_attr(any(), cfg(any()))]
    pub struct Other {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        clases: 10,
    }

    #[cfg(all())]
    pub struct {
        input: [8, 8, 3],
    }
}

fn main() {
    let _ = (Net::synthetic(1), Other::synthetic(1));
}
