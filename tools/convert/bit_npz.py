#!/usr/bin/env python3
"""Big Transfer checkpoint (`BiT-M-R50x1.npz`) -> safetensors with timm's names.

    pip install -r requirements-bit.txt
    python bit_npz.py BiT-M-R50x1-ILSVRC2012.npz resnetv2_50x1_bit.safetensors

Kernels, height x width x channels in x channels out in the source, become
channels out x channels in x height x width, as timm's are. Weights are not
standardised here; the network does that.
"""

from __future__ import annotations

import pathlib
import re
import zipfile

import numpy as np

from common import Array, Fault, few, parser, run, write

CONV = r"standardized_conv2d/kernel"
ORDER = "abc"
LEAVES = {"gamma": "weight", "beta": "bias", "kernel": "weight", "bias": "bias"}


def timm_name(name: str) -> str | None:
    """What timm calls a tensor of the source."""
    if name == f"root_block/{CONV}":
        return "stem.conv.weight"
    if match := re.fullmatch(r"group_norm/(gamma|beta)", name):
        return f"norm.{LEAVES[match[1]]}"
    if match := re.fullmatch(r"head/conv2d/(kernel|bias)", name):
        return f"head.fc.{LEAVES[match[1]]}"
    match = re.fullmatch(r"block(\d+)/unit(\d+)/(.+)", name)
    if not match:
        return None
    place = f"stages.{int(match[1]) - 1}.blocks.{int(match[2]) - 1}"
    if match[3] == f"a/proj/{CONV}":
        return f"{place}.downsample.conv.weight"
    if inner := re.fullmatch(rf"([abc])/{CONV}", match[3]):
        return f"{place}.conv{ORDER.index(inner[1]) + 1}.weight"
    if inner := re.fullmatch(r"([abc])/group_norm/(gamma|beta)", match[3]):
        return f"{place}.norm{ORDER.index(inner[1]) + 1}.{LEAVES[inner[2]]}"
    return None


def read(path: pathlib.Path) -> dict[str, Array]:
    if not path.is_file():
        raise Fault(f"{path}: no such file")
    try:
        with np.load(path, allow_pickle=False) as file:
            source = {name: file[name] for name in file.files}
    except (ValueError, OSError, AttributeError, TypeError, zipfile.BadZipFile) as error:
        raise Fault(f"{path}: expected an npz file ({error})") from None
    tensors, unknown = {}, []
    for name, values in source.items():
        new = timm_name(name.removeprefix("resnet/"))
        if new is None:
            unknown.append(name)
        else:
            tensors[new] = values.transpose(3, 2, 0, 1) if values.ndim == 4 else values
    if unknown or "stem.conv.weight" not in tensors:
        found = few(unknown or source) or "nothing"
        raise Fault(f"{path}: expected the tensors of a BiT ResNet, found {found}")
    return tensors


def main() -> None:
    args = parser(__doc__, "the npz file").parse_args()
    write(read(args.source), args.output, args.dtype, [])


if __name__ == "__main__":
    run(main)
