//! The comparison with onnxruntime-web.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cross::{SIMD, node};
use crate::toolchain::{Linker, Std, Target, check, output, target_dir};
use crate::{Result, root};

/// WebAssembly as a web page runs it.
static PAGE: Target = Target {
    triple: "wasm32-unknown-unknown",
    std: Std::Built("std,panic_abort"),
    packages: &[],
    debian_flags: &["-Clinker-flavor=wasm-ld"],
    linker: Some(Linker::Lld),
};

/// Times networks that `benches/peers/export.py` has written to a folder.
pub fn run(networks: &str) -> Result<()> {
    let networks = Path::new(networks).canonicalize().map_err(|e| format!("{networks}: {e}"))?;
    let bench = root().join("benches/web");
    output(Command::new("npm").args(["install", "--no-audit", "--no-fund"]).current_dir(&bench))?;
    let mut builds = Vec::new();
    for (name, flag) in SIMD {
        builds.push(format!("{name}={}", build(&bench, name, flag)?.display()));
    }
    let mut command = Command::new("node");
    command.args(node()?).arg(bench.join("bench.mjs")).arg(networks).args(builds);
    check(&mut command)
}

/// Compiles the module with an instruction set.
fn build(bench: &Path, name: &str, flag: &str) -> Result<PathBuf> {
    let mut cargo = PAGE.toolchain()?.cargo("build", &[flag], "false")?;
    check(cargo.arg("--release").arg("--manifest-path").arg(bench.join("Cargo.toml")))?;
    let module = target_dir().join(name).with_extension("wasm");
    std::fs::copy(target_dir().join(PAGE.triple).join("release/web.wasm"), &module)?;
    Ok(module)
}
