"""What the library makes of a converted file."""

from __future__ import annotations

import pathlib
import subprocess

import numpy as np
from numpy.typing import NDArray

MANIFEST = pathlib.Path(__file__).with_name("networks") / "Cargo.toml"
TOLERANCE = 1e-4


def logits(name: str, weights: pathlib.Path, image: NDArray[np.float32]) -> NDArray[np.float32]:
    """Those of an image, height x width x channels, by a network of `networks/`."""
    file = weights.with_suffix(".f32")
    file.write_bytes(image.astype("<f4").tobytes())
    build = ["cargo", "run", "--quiet", "--release", "--manifest-path", str(MANIFEST), "--"]
    done = subprocess.run([*build, name, str(weights), str(file)], capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{name}: {done.stderr}")
    return np.array(done.stdout.split(), np.float32)


def check(
    name: str, weights: pathlib.Path, image: NDArray[np.float32], want: NDArray[np.float32]
) -> None:
    """The logits are those of the framework, relative to the largest."""
    got = logits(name, weights, image)
    assert got.shape == want.shape, f"{name}: expected {want.size} logits, found {got.size}"
    assert want.std() > 1e-3 * np.abs(want).max() > 0, f"{name}: the logits say nothing"
    error = np.abs(got - want).max() / np.abs(want).max()
    assert error <= TOLERANCE, f"{name}: error {error:.1e}"
