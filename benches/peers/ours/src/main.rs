//! Worker: this crate. `ours NETWORK FOLDER --threads N --batch N …`

#[allow(dead_code, reason = "shared by two programs")]
#[path = "../../worker.rs"]
mod worker;

use std::hint::black_box;

use rayon::{ThreadPool, ThreadPoolBuilder};
use resnet::zoo::{cifar, slim_v2, timm, torchvision};
use resnet::{AnyTensor, AnyWorkspace, Backend, Boxed, Network, Pool, resnet};
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
}

/// Loads a network for a job.
type Load = fn(&Job) -> Result<Box<dyn Model>>;

/// To compare another network, declare it and name it here.
const NETWORKS: [(&str, Load); 9] = [
    ("resnet_v2_50", load::<slim_v2::ResNetV2_50>),
    ("digits", load::<Digits>),
    ("resnet18", load::<torchvision::ResNet18>),
    ("resnet50", load::<torchvision::ResNet50>),
    ("resnext50_32x4d", load::<torchvision::ResNeXt50_32x4d>),
    ("resnet50d", load::<timm::ResNet50d>),
    ("seresnet50", load::<timm::SeResNet50>),
    ("cifar_resnet20_a", load::<cifar::ResNet20>),
    ("cifar_resnet20_b", load::<cifar::ResNet20B>),
];

fn main() -> Result<()> {
    let job = Job::from_args()?;
    let (_, load) = NETWORKS
        .into_iter()
        .find(|(name, _)| *name == job.peer)
        .ok_or_else(|| format!("unknown network `{}`", job.peer))?;
    job.work(Backend::chosen().name(), || load(&job))
}

fn load<N: Network<Output: AnyTensor> + Send + Sync + 'static>(job: &Job) -> Result<Box<dyn Model>>
where
    N::Input: Send + Sync,
    N::Workspace: Send,
{
    let net = N::from_safetensors(&std::fs::read(job.folder.join("weights.safetensors"))?)?;
    let input = job.input("nhwc")?;
    if job.batch > 1 {
        return Ok(Box::new(Batch {
            net,
            workspaces: (0..job.threads).map(|_| N::workspace()).collect(),
            images: input
                .chunks_exact(input.len() / job.batch)
                .map(image::<N>)
                .collect::<Result<_>>()?,
            threads: ThreadPoolBuilder::new().num_threads(job.threads).build()?,
        }));
    }
    let mut workspace = N::workspace();
    if job.threads > 1 {
        workspace.set_pool(&Pool::new(job.threads));
    }
    Ok(Box::new(One { net, workspace, input }))
}

fn image<N: Network<Output: AnyTensor>>(values: &[f32]) -> Result<Box<N::Input>> {
    let mut image = N::Input::boxed();
    image.values_mut().copy_from_slice(values);
    Ok(image)
}

/// One image, whose layers the threads share.
struct One<N: Network<Output: AnyTensor>> {
    net: N,
    workspace: Boxed<N::Workspace>,
    input: Vec<f32>,
}

impl<N: Network<Output: AnyTensor>> Model for One<N> {
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

/// Many images, one on each thread.
struct Batch<N: Network<Output: AnyTensor>> {
    net: N,
    workspaces: Vec<Boxed<N::Workspace>>,
    images: Vec<Box<N::Input>>,
    threads: ThreadPool,
}

impl<N: Network<Output: AnyTensor> + Send + Sync> Model for Batch<N>
where
    N::Input: Send + Sync,
    N::Workspace: Send,
{
    fn infer(&mut self) -> Result<()> {
        let Batch { net, workspaces, images, threads } = self;
        black_box(threads.install(|| net.forward_batch(black_box(images), workspaces)));
        Ok(())
    }

    fn output(&mut self) -> Result<Vec<f32>> {
        let Batch { net, workspaces, images, threads } = self;
        let outputs = threads.install(|| net.forward_batch(images, workspaces));
        Ok(outputs.iter().flat_map(|output| output.values().to_vec()).collect())
    }
}
