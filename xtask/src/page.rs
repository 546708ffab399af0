//! `examples/web`: the digits network of a web page, tried in node.

use std::fs;
use std::process::Command;

use crate::cross::{SIMD, accurate, node};
use crate::toolchain::{Linker, Std, Target, check, output, target_dir};
use crate::{Result, root};

/// WebAssembly alone: no system, no heap.
static BARE: Target = Target {
    triple: "wasm32-unknown-unknown",
    std: Std::Built("core"),
    packages: &[],
    debian_flags: &["-Clinker-flavor=wasm-ld"],
    linker: Some(Linker::Lld),
};

/// Compiles the module for each instruction set, and runs all of them.
pub fn run() -> Result<()> {
    let page = root().join("examples/web");
    let toolchain = BARE.toolchain()?;
    for (name, flag) in SIMD.into_iter().chain([("plain", "")]) {
        let mut cargo = toolchain.cargo("build", &[flag], "false")?;
        check(cargo.arg("--release").arg("--manifest-path").arg(page.join("Cargo.toml")))?;
        let module = target_dir().join(BARE.triple).join("release/digits.wasm");
        fs::copy(&module, page.join(format!("digits.{name}.wasm")))?;
    }
    let printed = output(Command::new("node").args(node()?).arg(page.join("test.mjs")))?;
    print!("{printed}");
    accurate(&printed)
}
