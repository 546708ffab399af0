//! Code over any network, of this crate or another.

use resnet::{AnyTensor, AnyWorkspace, Backend, Classifier, Network, resnet};

resnet! {
    pub struct Classes {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }

    pub struct Features {
        input: [9, 7, 5],
        block1: bottleneck[(8, 4, 1); 2],
        classes: none,
        global_pool: false,
    }
}

/// What a user of any network may keep.
struct Runner<N: Network<Output: AnyTensor>> {
    net: N,
    workspace: resnet::Boxed<N::Workspace>,
}

impl<N: Network<Output: AnyTensor>> Runner<N> {
    fn new(seed: u64) -> Self {
        Runner { net: N::synthetic(seed), workspace: N::workspace() }
    }

    fn run(&mut self, values: &[f32]) -> Vec<f32> {
        self.workspace.set_backend(Backend::named("scalar").expect("every CPU has it"));
        let image = N::Input::view(values).expect("as many values as the image has");
        self.net.forward(image, &mut self.workspace).values().to_vec()
    }

    fn names(&mut self) -> Vec<String> {
        let image = N::Input::boxed();
        let mut names = Vec::new();
        self.net.visit_end_points(&image, &mut self.workspace, |name, _, _| {
            names.push(name.to_owned());
        });
        names
    }
}

fn best<N: Classifier>(net: &N) -> usize {
    let (image, mut workspace) = (N::Input::boxed(), N::workspace());
    let probabilities = net.predict(&image, &mut workspace).values();
    let best = probabilities.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    best.map_or(0, |(class, _)| class)
}

fn table<N: Network<Output: AnyTensor>>() -> Vec<&'static str> {
    let named = N::LAYERS.iter().filter(|layer| layer.end_point);
    named.map(|layer| layer.name).collect()
}

fn main() {
    assert_eq!(Runner::<Classes>::new(1).run(&[0.5; 192]).len(), 3);
    assert_eq!(Runner::<Features>::new(1).run(&[0.5; 315]).len(), 3 * 2 * 8);
    assert_eq!(Runner::<Classes>::new(1).names(), table::<Classes>());
    assert_eq!(Runner::<Features>::new(1).names(), table::<Features>());
    assert!(best(&Classes::synthetic(1)) < 3);
    assert_eq!(Classes::TENSORS.len(), <Classes as Network>::TENSORS.len());
}
