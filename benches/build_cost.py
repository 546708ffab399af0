#!/usr/bin/env python3
"""What a network costs a user's build, once the dependencies are built.

    python3 benches/build_cost.py            # prints a markdown table

For each crate: lines of the expanded crate, milliseconds that the compiler
spends expanding its macros, seconds of `cargo check`, of a debug
and of a release build (minimum of RUNS, incremental compilation off), and the
size of the stripped release binary. Weights are not part of the binary.
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
UNITS = {50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3), 200: (3, 24, 36, 3)}


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


def program(networks: list[tuple[str, int, int]]) -> str:
    declarations = "\n".join(network(*net) for net in networks)
    calls = "\n".join(f"run::<{name}>(&bytes);" for name, _, _ in networks)
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


def measure(work: pathlib.Path, title: str, networks: list[tuple[str, int, int]]) -> None:
    crate = work / "user"
    shutil.rmtree(crate / "src", ignore_errors=True)
    (crate / "src").mkdir(parents=True)
    (crate / "Cargo.toml").write_text(
        f'[package]\nname = "user"\nversion = "0.1.0"\nedition = "2024"\n'
        f'[dependencies]\nresnet = {{ path = "{ROOT}" }}\n'
        f'[profile.release]\nstrip = true\n[workspace]\n'
    )
    source = program(networks) if networks else 'fn main() { println!("{}", resnet::Backend::chosen().name()) }'
    (crate / "src/main.rs").write_text(source)
    check, debug, release = (fastest(crate, *args) for args in (["check"], ["build"], ["build", "--release"]))
    size = (crate / "target/release/user").stat().st_size / 1000
    count, expand = expansion(crate)
    print(f"| {title} | {count} | {expand * 1000:.0f} | {check:.2f} | {debug:.2f} | {release:.2f} | {size:.0f} KB |", flush=True)


def main() -> None:
    print("| crate | lines expanded | expansion ms | check s | debug s | release s | stripped binary |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        measure(work, "no network", [])
        measure(work, "ResNet-152", [("ResNetV2_152", 152, 224)])
        twenty = [(f"Net{i}", layers, 224 + 16 * i) for i, layers in enumerate([50, 101, 152, 200] * 5)]
        measure(work, "20 networks of 50 to 200 layers", twenty)


if __name__ == "__main__":
    main()
