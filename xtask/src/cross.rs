//! The same tests on other machines, under emulators.

use std::process::Command;
use std::time::Instant;

use crate::toolchain::{Linker, Std, Target, Toolchain, check, install, output};
use crate::{Result, page, root};

pub static AARCH64: Target = Target {
    triple: "aarch64-unknown-linux-gnu",
    std: Std::Debian("arm64"),
    packages: &[],
    debian_flags: &[],
    linker: Some(Linker::Program("aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu")),
};

/// WebAssembly with files and a console: what tests need beyond what a web
/// page has. Node is the engine of Chromium, and has both.
static WASI: Target = Target {
    triple: "wasm32-wasip1",
    std: Std::Built("std,panic_abort,test"),
    packages: &["wasi-libc"],
    debian_flags: &[
        "-Clinker-flavor=wasm-ld",
        "-Clink-self-contained=no",
        "-Clink-arg=-L/usr/lib/wasm32-wasi",
        "-Clink-arg=/usr/lib/wasm32-wasi/crt1-command.o",
        // Debian's libc is older than threads.
        concat!(
            "-Clink-arg=--allow-undefined-file=",
            env!("CARGO_MANIFEST_DIR"),
            "/wasi.undefined"
        ),
    ],
    linker: Some(Linker::Lld),
};

/// A Cortex-M4 with its floating-point unit. Nothing of it but `core` is needed.
static THUMB: Target = Target {
    triple: "thumbv7em-none-eabihf",
    std: Std::Built("core"),
    packages: &[],
    debian_flags: &[],
    linker: Some(Linker::Lld),
};

/// What the digits network on a microcontroller may take, in bytes of flash, RAM
/// and stack: measured, and up to a tenth more. Weights as f32, and as f16.
const LIMITS: [(&[&str], [usize; 3]); 2] =
    [(&[], [400_000, 30_000, 1_650]), (&["--features", "half"], [280_000, 42_000, 2_500])];

const CORTEX_M: [&str; 3] = ["--release", "--manifest-path", "examples/cortex-m/Cargo.toml"];

/// Programs for WebAssembly are compiled once per instruction set.
pub const SIMD: [(&str, &str); 2] = [
    ("simd128", "-Ctarget-feature=+simd128"),
    ("relaxed-simd", "-Ctarget-feature=+simd128,+relaxed-simd"),
];

type Task = fn() -> Result<()>;

/// Builds and tests for the machines of these names.
pub fn run(names: &[&str]) -> Result<()> {
    let tasks: [(&str, Task); 3] = [("thumb", thumb), ("wasm", wasm), ("aarch64", aarch64)];
    let known = |name: &&&str| **name == "all" || tasks.iter().any(|(task, _)| task == *name);
    if let Some(name) = names.iter().find(|name| !known(name)) {
        let tasks = tasks.map(|(name, _)| name).join(", ");
        return Err(format!("expected {tasks} or all, found `{name}`").into());
    }
    for (name, task) in tasks {
        if names.contains(&name) || names.contains(&"all") {
            let start = Instant::now();
            task().map_err(|error| format!("{name}: {error}"))?;
            println!("{name}: passed in {} s", start.elapsed().as_secs());
        }
    }
    Ok(())
}

fn aarch64() -> Result<()> {
    install(&["libc6-dev-arm64-cross", "qemu-user"])?;
    let toolchain = AARCH64.toolchain()?;
    let runner = "qemu-aarch64 -L /usr/aarch64-linux-gnu";
    // A test of the best backend alone: the others take minutes under qemu.
    tests(&toolchain, &[], runner, "neon", "timm_seresnext50_32x4d")?;
    few(&toolchain, &[], runner, "neon")?;
    // With debug assertions a tile runs its loop in assembly.
    let mut tile = toolchain.cargo("test", &[], runner)?;
    tile.args(["-p", "resnet-runtime", "--lib", "conformance::tile", "--config"]);
    tile.arg("profile.dev.package.resnet-runtime.debug-assertions=true");
    let printed = output(tile.env("RESNET_REQUIRE_ISA", "neon"))?;
    print!("{printed}");
    if !printed.contains("1 passed") {
        return Err("expected tiles in assembly to be tested".into());
    }
    Ok(())
}

fn wasm() -> Result<()> {
    let script = root().join("xtask/wasi.mjs");
    let node = format!("node {} {}", node()?.join(" "), script.display());
    let toolchain = WASI.toolchain()?;
    let [(isa, flag), relaxed] = SIMD;
    tests(&toolchain, &[flag], &node, isa, "slim_resnet_v2_50")?;
    few(&toolchain, &[flag], &node, isa)?;
    // Relaxed SIMD has other multiply-adds and maxima alone. Without SIMD `scalar` is plain
    // Rust, which on x86-64 it is not.
    for (isa, flag) in [relaxed, ("portable", "")] {
        for args in [&["-p", "resnet-runtime", "--lib"][..], &["--test", "golden"]] {
            let mut test = toolchain.cargo("test", &[flag], &node)?;
            check(test.args(args).env("RESNET_REQUIRE_ISA", isa))?;
        }
        few(&toolchain, &[flag], &node, isa)?;
    }
    page::run()
}

/// Kernels against plain loops, small networks, a large and a trained one
/// against their references.
fn tests(
    toolchain: &Toolchain,
    flags: &[&str],
    runner: &str,
    isa: &str,
    network: &str,
) -> Result<()> {
    let cargo = |args: &[&str]| {
        let mut cargo = toolchain.cargo("test", flags, runner)?;
        check(cargo.args(args).env("RESNET_REQUIRE_ISA", isa))
    };
    cargo(&["-p", "resnet-runtime", "--lib"])?;
    cargo(&["-p", "resnet", "--test", "golden", "--test", "golden_torch"])?;
    // A test of another name would be none, and pass.
    let mut full = toolchain.cargo("test", flags, runner)?;
    full.args(["-p", "resnet", "--features", "zoo", "--test", "full", "--"]);
    let printed = output(full.args([network, "--exact"]))?;
    print!("{printed}");
    if !printed.contains("1 passed") {
        return Err("expected a full-size network to be tested".into());
    }
    let mut digits = toolchain.cargo("run", flags, runner)?;
    let printed = output(digits.args(["--example", "digits"]).env("RESNET_ISA", isa))?;
    print!("{printed}");
    accurate(&printed)
}

/// Networks against an interpreter, a fifth of all there are, and pixels that are no
/// numbers.
fn few(toolchain: &Toolchain, flags: &[&str], runner: &str, isa: &str) -> Result<()> {
    let mut few = toolchain.cargo("test", flags, runner)?;
    few.args(["-p", "resnet", "--test", "few"]).env("RESNET_REQUIRE_ISA", isa);
    let printed = output(&mut few)?;
    let passed = printed.lines().find(|line| line.starts_with("test result: ok. 101 passed"));
    println!("{}", passed.ok_or("expected 101 tests of networks")?);
    Ok(())
}

/// `examples/cortex-m`: the digits network without a system and without a heap.
fn thumb() -> Result<()> {
    install(&["qemu-system-arm"])?;
    let qemu = "qemu-system-arm -machine mps2-an386 -nographic -monitor none -serial none \
                -semihosting-config enable=on,target=native -kernel";
    let toolchain = THUMB.toolchain()?;
    for (features, limits) in LIMITS {
        let mut run = toolchain.cargo("run", &[], qemu)?;
        run.args(CORTEX_M).args(["--bin", "digits"]);
        let printed = output(run.args(features))?;
        print!("{printed}");
        accurate(&printed)?;
        let bytes = |name: &str| {
            let line = printed.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse::<usize>().ok()
        };
        for (name, most) in ["flash: ", "RAM: ", "stack: "].into_iter().zip(limits) {
            match bytes(name) {
                Some(bytes) if bytes <= most => {}
                found => {
                    return Err(format!("expected {name}at most {most}, found {found:?}").into());
                }
            }
        }
    }
    // It knows its limit itself.
    check(toolchain.cargo("run", &[], qemu)?.args(CORTEX_M).args(["--bin", "stack"]))
}

pub fn accurate(printed: &str) -> Result<()> {
    if printed.contains("353 of 360 digits right") {
        return Ok(());
    }
    Err("the digits network is not as accurate as its reference".into())
}

/// Makes sure of node, and returns its options.
pub fn node() -> Result<Vec<&'static str>> {
    if Command::new("node").arg("--version").output().is_err() {
        install(&["nodejs"])?;
    }
    // Node 20 may drop the byte code of functions that wait for a long call into
    // WebAssembly, and crash when they go on.
    let mut options = vec!["--no-warnings", "--no-flush-bytecode"];
    // Before V8 11.4 relaxed SIMD had to be asked for; later the option is gone.
    let relaxed = "--experimental-wasm-relaxed-simd";
    let asked = Command::new("node").args([relaxed, "--eval", "0"]).output();
    if asked.is_ok_and(|output| output.status.success()) {
        options.push(relaxed);
    }
    Ok(options)
}
