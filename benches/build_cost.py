#!/usr/bin/env python3
"""What a network costs a user's build, once the dependencies are built.

    python3 benches/build_cost.py            # prints a markdown table

For each crate: lines of the expanded crate, milliseconds that the compiler
spends expanding its macros, seconds of `cargo check`, of a debug
and of a release build (minimum of RUNS, incremental compilation off), and the
size of the stripped release binary. Weights are not part of the binary.
Then what a profile for small programs makes of ResNet-152.
"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RUNS = 3
# That of a program which need not be large.
SMALL = 'lto = true\ncodegen-units = 1\npanic = "abort"\nopt-level = "s"\n'
UNITS = {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3), 200: (3, 24, 36, 3)}


# Of other dialects.
OTHERS = {
    "ResNeXt-101 32x8d (`torch`)": """pub struct ResNeXt101 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 256, 1); 3],
        layer2: bottleneck[(512, 512, 2)] + [(512, 512, 1); 3],
        layer3: bottleneck[(1024, 1024, 2)] + [(1024, 1024, 1); 22],
        layer4: bottleneck[(2048, 2048, 2)] + [(2048, 2048, 1); 2],
        groups: 32,
        classes: 1000,
    }""",
    "ResNet-152-D with SE (`torch`)": """pub struct SeResNet152D {
        dialect: torch,
        input: [224, 224, 3],
        root: conv(3, 32, 2) + conv(3, 32, 1) + conv(3, 64, 1) + max_pool(3, 2),
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 7],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 35],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        shortcut: avg_pool,
        attention: se,
        classes: 1000,
    }""",
    "ResNet-152 (`bit`)": """pub struct Bit152 {
        dialect: bit,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 7],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 35],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }""",
}


def network(name: str, layers: int, size: int) -> str:
    rows = []
    for i, n in enumerate(UNITS[layers]):
        depth, inner = 256 << i, 64 << i
        if i < 3:
            rows.append(f"block{i + 1}: bottleneck[({depth}, {inner}, 1); {n - 1}] + [({depth}, {inner}, 2)],")
        else:
            rows.append(f"block{i + 1}: bottleneck[({depth}, {inner}, 1); {n}],")
    body = "\n".join(rows)
    return f"pub struct {name} {{ input: [{size}, {size}, 3],\n{body}\nclasses: 1001 }}"


def program(networks: list[str]) -> str:
    declarations = "\n".join(networks)
    names = [text.split("struct ")[1].split()[0] for text in networks]
    calls = "\n".join(f"run::<{name}>(&bytes);" for name in names)
    return f"""
use resnet::{{AnyTensor, Network, resnet}};
resnet! {{ {declarations} }}
fn run<N: Network<Output: AnyTensor>>(bytes: &[u8]) {{
    match N::from_safetensors(bytes) {{
        Ok(net) => println!("{{:?}}", net.forward(&N::Input::boxed(), &mut N::workspace()).values()[0]),
        Err(error) => println!("{{error}}"),
    }}
}}
fn main() {{
    let bytes = std::fs::read(std::env::args().nth(1).unwrap_or_default()).unwrap_or_default();
    {calls}
}}
"""


MAPPED = """
use resnet::{Mapping, Network, resnet};
resnet! { %s }
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // SAFETY: nothing writes to the file meanwhile.
    let mapping = unsafe { Mapping::open(std::env::args().nth(1).unwrap_or_default()) }?;
    let net = ResNetV2_152::from_mapping_unverified(&mapping)?;
    let mut workspace = ResNetV2_152::workspace();
    println!("{:?}", net.forward(&<ResNetV2_152 as Network>::Input::boxed(), &mut workspace).values()[0]);
    Ok(())
}
"""


def cargo(crate: pathlib.Path, *args: str, **env: str) -> float:
    start = time.monotonic()
    subprocess.run(["cargo", *args, "-q"], cwd=crate, check=True, env={**os.environ, "CARGO_INCREMENTAL": "0", **env})
    return time.monotonic() - start


def fastest(crate: pathlib.Path, *args: str) -> float:
    """Seconds to build the crate alone: its own artefacts are outdated first."""
    cargo(crate, *args)
    times = []
    for _ in range(RUNS):
        os.utime(crate / "src/main.rs")
        times.append(cargo(crate, *args))
    return min(times)


def unstable(crate: pathlib.Path, flag: str) -> str:
    """What the compiler prints under an unstable flag."""
    os.utime(crate / "src/main.rs")
    command = ["cargo", "rustc", "-q", "--profile=check", "--", flag]
    env = {**os.environ, "RUSTC_BOOTSTRAP": "1"}
    done = subprocess.run(command, cwd=crate, check=True, capture_output=True, text=True, env=env)
    return done.stdout + done.stderr


def expansion(crate: pathlib.Path) -> tuple[int, float]:
    lines = unstable(crate, "-Zunpretty=expanded").count("\n")
    passes = [unstable(crate, "-Ztime-passes") for _ in range(RUNS)]
    seconds = [float(re.search(r"time:\s+([\d.]+);.*\smacro_expand_crate", text).group(1)) for text in passes]
    return lines, min(seconds)


def write(crate: pathlib.Path, source: str, features: str = "", profile: str = "") -> None:
    shutil.rmtree(crate / "src", ignore_errors=True)
    (crate / "src").mkdir(parents=True)
    (crate / "Cargo.toml").write_text(
        f'[package]\nname = "user"\nversion = "0.1.0"\nedition = "2024"\n'
        f'[dependencies]\nresnet = {{ path = "{ROOT}"{features} }}\n'
        f"[profile.release]\nstrip = true\n{profile}[workspace]\n"
    )
    (crate / "src/main.rs").write_text(source)


def kilobytes(crate: pathlib.Path) -> str:
    return f"{(crate / 'target/release/user').stat().st_size / 1000:.0f} KB"


def measure(work: pathlib.Path, title: str, networks: list[str]) -> None:
    crate = work / "user"
    source = program(networks) if networks else 'fn main() { println!("{}", resnet::Backend::chosen().name()) }'
    write(crate, source)
    check, debug, release = (fastest(crate, *args) for args in (["check"], ["build"], ["build", "--release"]))
    count, expand = expansion(crate)
    row = f"| {title} | {count} | {expand * 1000:.0f} | {check:.2f} | {debug:.2f} | {release:.2f} |"
    print(row, kilobytes(crate), "|", flush=True)


def smallest(work: pathlib.Path) -> None:
    """Sizes of ResNet-152 by what it reads and which features it has."""
    programs = {
        "safetensors": (program([network("ResNetV2_152", 152, 224)]), ["std"]),
        "a mapped packed file": (MAPPED % network("ResNetV2_152", 152, 224), ["std", "mmap"]),
    }
    for reads, (source, features) in programs.items():
        sizes = []
        for more in ([], ["amx"], ["amx", "portable"]):
            names = ", ".join(f'"{name}"' for name in features + more)
            crate = work / "small"
            write(crate, source, f", default-features = false, features = [{names}]", SMALL)
            cargo(crate, "build", "--release")
            sizes.append(kilobytes(crate))
        print(f"| {reads} |", " | ".join(sizes), "|", flush=True)


def main() -> None:
    print("| crate | lines expanded | expansion ms | check s | debug s | release s | stripped binary |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        measure(work, "no network", [])
        measure(work, "ResNet-152", [network("ResNetV2_152", 152, 224)])
        for title, declaration in OTHERS.items():
            measure(work, title, [declaration])
        layers = enumerate([50, 101, 152, 200] * 5)
        twenty = [network(f"Net{i}", n, 224 + 16 * i) for i, n in layers]
        measure(work, "20 networks of 50 to 200 layers", twenty)
        print("\n| ResNet-152, for size, reads | features `std` alone | and `amx` | and `portable` |")
        print("|---|---:|---:|---:|")
        smallest(work)


if __name__ == "__main__":
    main()
