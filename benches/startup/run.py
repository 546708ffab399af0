#!/usr/bin/env python3
"""From the start of a process to the first logits of ResNet-50 v2.

    python3 benches/startup/run.py     # prints a markdown table; Linux

Ours is a process: start, mapping of packed weights, one inference, until the
logits are out of its pipe. onnxruntime's time is that of session creation and
first run alone, on one thread, without interpreter and imports. Both read files
that the system has in memory, in turn, and the fastest of ROUNDS counts. Then: peaks of resident
memory, what half precision costs in accuracy, sizes of stripped programs.
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
KB, MB = 1024, 1024 * 1024


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

    times: dict[str, list[float]] = {p: [] for p in [*PRECISIONS, "onnxruntime"]}
    peaks: dict[str, int] = {}
    logits: dict[str, array.array[float]] = {}
    out = target / "onnxruntime.f32"
    session = [shop.python, HERE / "session.py", folder / "b1.onnx", folder / "b1.nchw.f32", out]
    for _ in range(ROUNDS):
        for precision, file in packed.items():
            start = time.perf_counter()
            run = [programs / "startup", file, folder / "b1.nhwc.f32"]
            with subprocess.Popen(run, stdout=subprocess.PIPE) as process:
                written = process.stdout.read(4 * 1001)
                times[precision].append((time.perf_counter() - start) * 1e3)
                logits[precision] = array.array("f", written)
                peaks[precision] = int(process.stdout.read()) * KB
            if process.returncode:
                raise SystemExit(f"{run[0]} ended with {process.returncode}")
        text = subprocess.run(session, check=True, capture_output=True, text=True).stdout
        peer = json.loads(text)
        times["onnxruntime"].append(peer["ms"])
        peaks["onnxruntime"] = peer["peak_kb"] * KB
    logits["onnxruntime"] = array.array("f", out.read_bytes())

    print(f"weights {weights / MB:.1f} MB, workspace {workspace / MB:.1f} MB,", end=" ")
    print(f"onnxruntime {peer['version']}\n")
    print("| | first logits, ms | median | peak memory, MB | logits differ from f32 by |")
    print("|---|---:|---:|---:|---:|")
    want = logits["f32"]
    for name, ms in times.items():
        most = max(map(abs, want))
        error = max(abs(a - b) for a, b in zip(logits[name], want)) / most
        print(f"| {name} | {min(ms):.1f} | {statistics.median(ms):.1f} | {peaks[name] / MB:.1f} | {error:.1e} |")
    sizes_of = {
        "prints one line": programs / "empty",
        "ResNet-50 v2, weights mapped": programs / "startup",
        "digits, weights included as f16": programs / "digits",
    }
    print("\n| stripped program | KB |\n|---|---:|")
    for name, path in sizes_of.items():
        print(f"| {name} | {path.stat().st_size / 1000:.0f} |")


def pack_digits(env: dict[str, str]) -> None:
    """Packs as the error of a missing packed file says."""
    weights = ROOT / "tests/golden/digits/digits.safetensors"
    pack = ["cargo", "run", "--release", "--quiet", "--example", "pack", "--"]
    pack += [str(HERE / "src/digits.rs"), "Digits", str(weights), "--precision", "f16"]
    subprocess.run(pack, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
