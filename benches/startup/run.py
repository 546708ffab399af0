#!/usr/bin/env python3
"""From the start of a process to the first logits of ResNet-50 v2.

    python3 benches/startup/run.py     # prints a markdown table; Linux

Ours is a process: start, mapping of packed weights, one inference, until the
logits are out of its pipe. onnxruntime's time is that of session creation and
first run alone, without interpreter and imports, on as many threads. They run in turn,
and the fastest of ROUNDS counts: files are then in memory, as the first round read them.
Then: peaks of resident memory, what half precision costs in accuracy, sizes of stripped
programs.
"""

import array
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "benches/peers"))

from prepare import Workshop  # noqa: E402

ROUNDS = 20
PRECISIONS = ["f32", "f16", "bf16"]
# What follows the precision if all of the file is checked first.
VERIFIED = ", verified"
# Weights, or the peer, and threads.
RUNS = [("f32" + VERIFIED, 1), *((p, 1) for p in PRECISIONS), ("onnxruntime", 1)]
RUNS += [("f32" + VERIFIED, 2), ("f32", 2), ("f16", 2), ("onnxruntime", 2)]
KB, MB = 1024, 1024 * 1024
# Functions of the same code are one, and relocations take a bit each (glibc 2.36). Of lld,
# which is rustc's linker on x86-64 alone.
LINKER = "-C link-arg=-Wl,--icf=all -C link-arg=-Wl,-z,pack-relative-relocs"


def main() -> None:
    cache = os.environ.get("PEERS_CACHE", ROOT / "benches/peers/.cache")
    shop = Workshop(pathlib.Path(cache))
    shop.install()
    folder = shop.networks / "resnet_v2_50"
    if not (folder / "b1.onnx").exists():
        shop.export(["resnet_v2_50"], ["1x1"], for_torch=False)
    target = shop.target / "startup"
    env = {**os.environ, "CARGO_TARGET_DIR": str(target)}
    pack_digits(env)
    build = ["cargo", "build", "--release", "--quiet", "--features", "digits"]
    subprocess.run(build, cwd=HERE, env=env, check=True)
    programs = target / "release"

    packed = {p: target / f"resnet_v2_50.{p}.resnet" for p in PRECISIONS}
    for precision, file in packed.items():
        pack = [programs / "pack", folder / "weights.safetensors", precision, file]
        sizes = subprocess.run(pack, check=True, capture_output=True, text=True).stdout
    weights, workspace = map(int, sizes.split())

    for file in [*packed.values(), folder / "b1.onnx"]:
        evict(file)
    times: dict[tuple[str, int], list[float]] = {run: [] for run in RUNS}
    peaks: dict[tuple[str, int], int] = {}
    logits: dict[tuple[str, int], array.array[float]] = {}
    out = target / "onnxruntime.f32"
    for _ in range(ROUNDS):
        for name, threads in RUNS:
            if name == "onnxruntime":
                session = [shop.python, HERE / "session.py", folder / "b1.onnx"]
                session += [folder / "b1.nchw.f32", out, str(threads)]
                text = subprocess.run(session, check=True, capture_output=True, text=True).stdout
                peer = json.loads(text)
                times[name, threads].append(peer["ms"])
                peaks[name, threads] = peer["peak_kb"] * KB
                logits[name, threads] = array.array("f", out.read_bytes())
                continue
            start = time.perf_counter()
            program = "verified" if name.endswith(VERIFIED) else "unverified"
            file = packed[name.removesuffix(VERIFIED)]
            run = [programs / program, file, folder / "b1.nhwc.f32", str(threads)]
            with subprocess.Popen(run, stdout=subprocess.PIPE) as process:
                written = process.stdout.read(4 * 1001)
                times[name, threads].append((time.perf_counter() - start) * 1e3)
                logits[name, threads] = array.array("f", written)
                peaks[name, threads] = int(process.stdout.read()) * KB
            if process.returncode:
                raise SystemExit(f"{run[0]} ended with {process.returncode}")

    print(f"weights {weights / MB:.1f} MB, workspace {workspace / MB:.1f} MB,", end=" ")
    print(f"onnxruntime {peer['version']}\n")
    print("| | threads | first logits, ms | median | times onnxruntime's | peak memory, MB | logits differ from f32 by |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    want = logits["f32", 1]
    for (name, threads), ms in times.items():
        most = max(map(abs, want))
        error = max(abs(a - b) for a, b in zip(logits[name, threads], want)) / most
        ratio = min(times["onnxruntime", threads]) / min(ms)
        row = [f"{min(ms):.1f}", f"{statistics.median(ms):.1f}", f"1/{ratio:.1f}"]
        row += [f"{peaks[name, threads] / MB:.1f}", f"{error:.1e}"]
        print("|", " | ".join([name, str(threads), *row]), "|")
    variants = [("without the feature `amx`", "without_amx", ["--no-default-features"], "")]
    if host().startswith("x86_64"):
        variants.append((f"linked with `{LINKER}`", "linked", [], LINKER))
    sizes = {"KB": programs}
    for name, folder, options, flags in variants:
        env["CARGO_TARGET_DIR"], env["RUSTFLAGS"] = str(target / folder), flags
        # With a target, flags are not those of macros.
        subprocess.run([*build, *options, "--target", host()], cwd=HERE, env=env, check=True)
        sizes[name] = target / folder / host() / "release"
    sizes_of = {
        "prints one line": "empty",
        "ResNet-50 v2, weights mapped": "unverified",
        "the same, and verified": "verified",
        "digits, weights included as f16": "digits",
    }
    print("\n| stripped program |", " | ".join(sizes), "|")
    print("|---|" + "---:|" * len(sizes))
    for name, program in sizes_of.items():
        bytes_of = [(folder / program).stat().st_size for folder in sizes.values()]
        print(f"| {name} |", " | ".join(f"{size / 1000:.0f}" for size in bytes_of), "|")


def evict(file: pathlib.Path) -> None:
    """Makes the system forget a file, as a restart does."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def host() -> str:
    """The target that programs are built for by default."""
    text = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True).stdout
    return next(line.split()[1] for line in text.splitlines() if line.startswith("host: "))


def pack_digits(env: dict[str, str]) -> None:
    """Packs as the error of a missing packed file says."""
    weights = ROOT / "tests/golden/digits/digits.safetensors"
    pack = ["cargo", "run", "--release", "--quiet", "--example", "pack", "--"]
    pack += [str(HERE / "src/digits.rs"), "Digits", str(weights), "--precision", "f16"]
    subprocess.run(pack, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
