//! Where the time of a network goes, layer by layer, and what the machine could
//! do at most.
//!
//! ```sh
//! cargo run --release --features "zoo profile" --example profile -- resnet50
//! ```

use clap::{Parser, ValueEnum};
use resnet::{AnyTensor, AnyWorkspace, Backend, Network, Pool, Precision, profile, zoo};

#[derive(Parser)]
struct Arguments {
    /// A network of the zoo, with generated weights
    #[arg(value_enum, default_value_t = Choice::Resnet50)]
    network: Choice,
    /// Inferences, of which the fastest counts
    #[arg(long, default_value_t = 50)]
    rounds: usize,
    /// Threads that share each layer
    #[arg(long, default_value_t = 1)]
    threads: usize,
    /// How weights are stored
    #[arg(long, value_enum, default_value_t = Stored::F32)]
    precision: Stored,
    /// The backend, unless the best
    #[arg(long)]
    backend: Option<String>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Stored {
    F32,
    F16,
    Bf16,
}

#[derive(Clone, Copy, ValueEnum)]
enum Choice {
    Resnet18,
    Resnet50,
    #[value(name = "resnet_v2_50")]
    ResnetV2_50,
    #[value(name = "resnext50_32x4d")]
    Resnext50,
    Resnet50d,
    Seresnet50,
    #[value(name = "cifar_resnet20")]
    CifarResnet20,
}

fn main() {
    let arguments = Arguments::parse();
    match arguments.network {
        Choice::Resnet18 => print::<zoo::torchvision::ResNet18>(&arguments),
        Choice::Resnet50 => print::<zoo::torchvision::ResNet50>(&arguments),
        Choice::ResnetV2_50 => print::<zoo::slim_v2::ResNetV2_50>(&arguments),
        Choice::Resnext50 => print::<zoo::torchvision::ResNeXt50_32x4d>(&arguments),
        Choice::Resnet50d => print::<zoo::timm::ResNet50d>(&arguments),
        Choice::Seresnet50 => print::<zoo::timm::SeResNet50>(&arguments),
        Choice::CifarResnet20 => print::<zoo::cifar::ResNet20>(&arguments),
    }
}

fn print<N: Network<Output: AnyTensor>>(arguments: &Arguments) {
    let mut workspace = N::workspace();
    if let Some(name) = &arguments.backend {
        let Some(backend) = Backend::named(name) else {
            let names: Vec<_> = Backend::available().map(Backend::name).collect();
            eprintln!("expected a backend of {}, found `{name}`", names.join(", "));
            std::process::exit(2);
        };
        workspace.set_backend(backend);
    }
    if arguments.threads > 1 {
        workspace.set_pool(&Pool::new(arguments.threads));
    }
    let mut net = N::synthetic(1);
    if arguments.precision != Stored::F32 {
        let precision = match arguments.precision {
            Stored::F16 => Precision::F16,
            _ => Precision::Bf16,
        };
        let packed = net.pack(precision).expect("generated weights are small");
        // At a cache line, for the rest of the program.
        let memory = vec![0; packed.len() + 64].leak();
        let start = memory.as_ptr().align_offset(64);
        let file = &mut memory[start..][..packed.len()];
        file.copy_from_slice(&packed);
        net = N::from_packed(file).expect("they are the network's");
    }
    print!("{}", profile(&net, &N::Input::boxed(), &mut workspace, arguments.rounds));
}
