//! Worker: this crate. `ours NETWORK FOLDER --threads N --batch N …`

#[allow(dead_code, reason = "shared by two programs")]
#[path = "../../worker.rs"]
mod worker;

use std::hint::black_box;

use resnet::zoo::{slim_v2, timm, torchvision};
use resnet::{AnyTensor, AnyWorkspace, Backend, Network, Pool, resnet};
use worker::{Job, Model, Result};

resnet! {
    /// `examples/digits.rs`.
    struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
    }

    /// He et al. 2016, section 4.2, with projections: torchvision's blocks.
    struct CifarResNet20B {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 3],
        layer2: basic[(32, 2)] + [(32, 1); 2],
        layer3: basic[(64, 2)] + [(64, 1); 2],
        classes: 10,
    }
}

/// Loads a network for a job.
type Load = fn(&Job) -> Result<Box<dyn Model>>;

/// To compare another network, declare it and name it here.
const NETWORKS: [(&str, Option<Load>); 9] = [
    ("resnet_v2_50", Some(load::<slim_v2::ResNetV2_50>)),
    ("digits", Some(load::<Digits>)),
    ("resnet18", Some(load::<torchvision::ResNet18>)),
    ("resnet50", Some(load::<torchvision::ResNet50>)),
    ("resnext50_32x4d", Some(load::<torchvision::ResNeXt50_32x4d>)),
    ("resnet50d", Some(load::<timm::ResNet50d>)),
    ("seresnet50", None),
    ("cifar_resnet20_a", None),
    ("cifar_resnet20_b", Some(load::<CifarResNet20B>)),
];

fn main() -> Result<()> {
    let job = Job::from_args()?;
    let (_, load) = NETWORKS
        .into_iter()
        .find(|(name, _)| *name == job.peer)
        .ok_or_else(|| format!("unknown network `{}`", job.peer))?;
    match load {
        None => worker::absent("not yet declared"),
        Some(_) if job.batch > 1 => worker::absent("one image only, as yet"),
        Some(load) => job.work(Backend::chosen().name(), || load(&job))?,
    }
    Ok(())
}

struct Ours<N: Network> {
    net: N,
    workspace: Box<N::Workspace>,
    input: Vec<f32>,
}

fn load<N: Network>(job: &Job) -> Result<Box<dyn Model>> {
    let mut workspace = N::workspace();
    if job.threads > 1 {
        workspace.set_pool(&Pool::new(job.threads));
    }
    Ok(Box::new(Ours {
        net: N::from_safetensors(&std::fs::read(job.folder.join("weights.safetensors"))?)?,
        workspace,
        input: job.input("nhwc")?,
    }))
}

impl<N: Network> Model for Ours<N> {
    fn infer(&mut self) -> Result<()> {
        let image = N::Input::view(black_box(&self.input))?;
        black_box(self.net.forward(image, &mut self.workspace));
        Ok(())
    }

    fn output(&mut self) -> Result<Vec<f32>> {
        let image = N::Input::view(&self.input)?;
        Ok(self.net.forward(image, &mut self.workspace).values().to_vec())
    }
}
