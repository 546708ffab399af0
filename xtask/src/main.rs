//! Tasks of this repository, for CI and by hand.

mod asm;
mod c;
mod cross;
mod page;
mod size;
mod toolchain;
mod web;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask cross TARGET…   builds for other machines and runs the tests under emulators:
                            aarch64, wasm, thumb, or all
cargo xtask c               compiles and runs a program in C that uses networks: examples/c
cargo xtask asm             counts the instructions in the hot loops of the tiles, and fails if there
                            are more than ARCHITECTURE.md has
cargo xtask size            measures programs with networks, benches/startup, on disk and in
                            memory, and fails if they are larger than README says
cargo xtask web-page        compiles the module of a web page, examples/web, and runs it in node
cargo xtask web NETWORKS    times WebAssembly beside onnxruntime-web, on networks in a folder
                            that benches/peers/export.py has written";

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args[..] {
        ["cross", ref targets @ ..] if !targets.is_empty() => cross::run(targets),
        ["c"] => c::run(),
        ["asm"] => asm::run(),
        ["size"] => size::run(),
        ["web-page"] => page::run(),
        ["web", networks] => web::run(networks),
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}
