"""What every worker process in Python does: one network, one peer, one line of
JSON. `worker.rs` is the same for Rust."""

import argparse
import json
import pathlib
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

WARM_UP_RUNS = 3
WARM_UP_SECONDS = 0.1
MIN_RUNS = 3


@dataclass(frozen=True)
class Job:
    folder: pathlib.Path
    threads: int
    batch: int

    def onnx(self) -> pathlib.Path:
        return self.folder / f"b{self.batch}.onnx"

    def input(self) -> Array:
        """Images x channels x height x width."""
        h, w, c = map(int, (self.folder / "shape.txt").read_text().split())
        values = np.fromfile(self.folder / f"b{self.batch}.nchw.f32", np.float32)
        return values.reshape(self.batch, c, h, w)


@dataclass(frozen=True)
class Model:
    """`infer` is timed. It reads the input where it lies, and leaves the
    output where `output` finds it."""

    infer: Callable[[], object]
    output: Callable[[], Array]
    version: str


def main(load: Callable[[Job], Model]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0.7)
    parser.add_argument("--iterations", type=int, default=10_000)
    parser.add_argument("--dump", type=pathlib.Path)
    args = parser.parse_args()

    start = time.perf_counter()
    model = load(Job(args.folder, args.threads, args.batch))
    load_ms = (time.perf_counter() - start) * 1e3

    times: list[float] = []
    if args.dump:
        model.infer()
        np.ascontiguousarray(model.output(), np.float32).tofile(args.dump)
    else:
        times = measure(model.infer, args.seconds, args.iterations)
    print(json.dumps({"version": model.version, "load_ms": load_ms, "times_ms": times}))


def measure(infer: Callable[[], object], seconds: float, iterations: int) -> list[float]:
    """Milliseconds of each run until the seconds or the iterations are over."""
    start = time.perf_counter()
    runs = 0
    while runs < WARM_UP_RUNS or time.perf_counter() - start < WARM_UP_SECONDS:
        infer()
        runs += 1
    times: list[float] = []
    start = end = time.perf_counter()
    while len(times) < MIN_RUNS or (end - start < seconds and len(times) < iterations):
        before = time.perf_counter()
        infer()
        end = time.perf_counter()
        times.append((end - before) * 1e3)
    return times
