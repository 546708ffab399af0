//! Packs the weights of a declared network: safetensors in, a packed file out.
//!
//! ```text
//! cargo run --release --example pack -- examples/digits.rs Digits tests/golden/digits/digits.safetensors --out digits.resnet
//! cargo run --release --example pack -- src/zoo/torchvision.rs ResNet50 resnet50.safetensors --out resnet50.resnet --precision f16
//! ```
//!
//! The declaration is taken out of the source file, without its `weights`, and
//! compiled in a crate of its own, so that a program which does not compile for
//! want of its packed file can be given one. A network that calls functions of its
//! program's is packed there, with its `pack`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{Parser, ValueEnum};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

#[derive(Parser)]
struct Args {
    /// The source file with the declaration.
    source: PathBuf,
    /// The name of the type.
    network: String,
    /// Its weights, as `from_safetensors` reads them.
    weights: PathBuf,
    /// The file to write; without it, what the declaration has as `weights`,
    /// beside the source file.
    #[arg(long)]
    out: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Precision::F32)]
    precision: Precision,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Precision {
    F32,
    F16,
    Bf16,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = Args::parse();
    let source = std::fs::read_to_string(&args.source)
        .map_err(|error| format!("{}: {error}", args.source.display()))?;
    let tokens: TokenStream = source.parse()?;
    let bodies = declarations(tokens, &args.network);
    let [body] = &bodies[..] else {
        let (name, found) = (&args.network, bodies.len());
        return Err(format!("expected one `resnet!` with `struct {name}`, found {found}").into());
    };
    let (fields, weights) = without_weights(body.clone());
    let beside = weights
        .filter(|file| file.ends_with(".resnet"))
        .map(|file| args.source.parent().unwrap_or(Path::new("")).join(file));
    let out = args.out.or(beside).ok_or(
        "expected the name of the file to write, found no `weights: \"….resnet\"` in the \
         declaration; write `--out network.resnet`",
    )?;
    let name = &args.network;
    let main = format!(
        "use resnet::{{Precision, resnet}};\n\
         resnet! {{ struct {name} {{ {fields} }} }}\n\
         fn main() -> Result<(), Box<dyn std::error::Error>> {{\n\
             let mut args = std::env::args_os().skip(1);\n\
             let (Some(weights), Some(out)) = (args.next(), args.next()) else {{\n\
                 return Err(\"expected two paths\".into());\n\
             }};\n\
             let net = {name}::from_safetensors(&std::fs::read(weights)?)?;\n\
             let file = net.pack(Precision::{:?})?;\n\
             Ok(std::fs::write(out, file)?)\n\
         }}\n",
        args.precision,
    );
    let folder = std::env::temp_dir().join("resnet-pack").join(name);
    std::fs::create_dir_all(folder.join("src"))?;
    std::fs::write(folder.join("src/main.rs"), main)?;
    std::fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = 'pack'\nversion = '0.0.0'\nedition = '2024'\n\
             [dependencies]\nresnet = {{ path = '{}' }}\n[workspace]\n",
            env!("CARGO_MANIFEST_DIR"),
        ),
    )?;
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--release", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--")
        .args([&args.weights, &out])
        .status()?;
    if !status.success() {
        return Err("the weights were not packed".into());
    }
    let bytes = std::fs::metadata(&out)?.len();
    println!("{}: {bytes} bytes, {:?}", out.display(), args.precision);
    Ok(())
}

/// The fields of all networks of a name that some `resnet!` among the tokens declare.
fn declarations(tokens: TokenStream, name: &str) -> Vec<TokenStream> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let of = |(i, tree): (usize, &TokenTree)| {
        let TokenTree::Group(group) = tree else {
            return Vec::new();
        };
        let is = |back: usize, text: &str| {
            i.checked_sub(back).is_some_and(|at| trees[at].to_string() == text)
        };
        let is_body = group.delimiter() == Delimiter::Brace && is(1, name) && is(2, "struct");
        if is_body { vec![group.stream()] } else { declarations(group.stream(), name) }
    };
    trees.iter().enumerate().flat_map(of).collect()
}

/// The fields without those that say where things lie, and the weight file.
fn without_weights(body: TokenStream) -> (TokenStream, Option<String>) {
    let (mut kept, mut weights) = (TokenStream::new(), None);
    let trees: Vec<TokenTree> = body.into_iter().collect();
    for field in trees.split_inclusive(|tree| tree.to_string() == ",") {
        match field {
            [key, _, value, ..] if key.to_string() == "weights" => {
                weights = Some(value.to_string().trim_matches('"').to_owned());
            }
            [key, ..] if key.to_string() == "crate" => {}
            _ => kept.extend(field.iter().cloned()),
        }
    }
    (kept, weights)
}
