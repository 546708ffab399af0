//! What can be done with a network, all of it with one that is faulty.

use std::sync::LazyLock;

use resnet::{Network, Tensor, resnet};

resnet! {
    #[derive(Debug, Clone)]
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
    }
}

static NET: LazyLock<Net> = LazyLock::new(|| Net::synthetic(1));

const BEST: usize = <Net as Network>::CLASSES.unwrap() - 1;

#[derive(Debug, Clone)]
struct Ensemble {
    nets: Vec<Net>,
    first: [Net; 2],
}

struct Runner<N: Network>(N, resnet::Boxed<N::Workspace>);

impl Runner<Net> {
    fn run(&mut self, image: &<Net as Network>::Input) -> Tensor<1, 1, 10> {
        *self.0.forward(image, &mut self.1)
    }
}

fn network() -> impl Network {
    Net::synthetic(2)
}

fn best(values: &[f32]) -> Option<usize> {
    let values = values.iter().enumerate();
    values.max_by(|a, b| a.1.total_cmp(b.1)).map(|(i, _)| i)
}

fn main() {
    let image = [0.0; Net::INPUT[0] * Net::INPUT[1] * Net::INPUT[2]];
    let [h, w, c] = Net::INPUT;
    let image = Tensor::<{ Net::INPUT[0] }, 32, 3>::boxed_from(&image[..h * w * c]).unwrap();
    let ensemble = Ensemble { nets: vec![NET.clone()], first: [NET.clone(), NET.clone()] };
    let mut workspace = Net::workspace();
    for net in ensemble.nets.iter().chain(&ensemble.first) {
        let logits = net.forward(&image, &mut workspace).values();
        println!("{:?} of {BEST}: {}", best(logits), logits[0].abs());
        match net.predict(&image, &mut workspace).values() {
            [one] => println!("{one}"),
            many => println!("{}", many.len()),
        }
    }
    let handle = std::thread::spawn(move || NET.forward(&image, &mut workspace).values().len());
    println!("{} {ensemble:?}", handle.join().unwrap());
    println!("{:?}", Runner(Net::synthetic(1), Net::workspace()).run(&Tensor::ZERO));
    network();
}
