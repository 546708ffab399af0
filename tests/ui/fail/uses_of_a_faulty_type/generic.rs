use resnet::{AnyTensor, Classifier, Network, resnet};

resnet! {
    #[derive(Debug, Clone)]
    pub struct Net {
        input: [32, 32],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        classes: 10,
    }
}

fn classify<N: Classifier>(net: &N, image: &[f32]) -> usize {
    let mut workspace = N::workspace();
    let image = N::Input::view(image).unwrap();
    net.predict(image, &mut workspace).values().len()
}

struct Service {
    net: Net,
    workspace: resnet::Boxed<<Net as Network>::Workspace>,
}

fn main() {
    let net = Net::synthetic(1).clone();
    println!("{net:?} {}", classify(&net, &[]));
    let service = Service { net, workspace: Net::workspace() };
    let _ = (service.net, service.workspace);
}
