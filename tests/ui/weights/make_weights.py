"""Writes the weight files of the compile-time tests, sound and faulty.

Of safetensors only headers matter: the macro never reads a value. All of them
are 0.5. `tiny.resnet` and `half.resnet` are what the example `pack` makes; other
packed files are made of the former.
Usage: python3 make_weights.py
"""

import json
import math
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
HALF = {
    "F64": struct.pack("<d", 0.5),
    "F32": struct.pack("<f", 0.5),
    "F16": struct.pack("<e", 0.5),
    "I32": struct.pack("<i", 1),
}


def norm(name, channels):
    leaves = ["gamma", "beta", "moving_mean", "moving_variance"]
    return {f"{name}/{leaf}": [channels] for leaf in leaves}


def conv(name, size, cin, cout, biased):
    tensors = {f"{name}/weights": [size, size, cin, cout]}
    return tensors | ({f"{name}/biases": [cout]} if biased else norm(f"{name}/BatchNorm", cout))


def unit(name, cin, depth, bottleneck):
    shortcut = {} if cin == depth else conv(f"{name}/shortcut", 1, cin, depth, True)
    return {
        **norm(f"{name}/preact", cin),
        **shortcut,
        **conv(f"{name}/conv1", 1, cin, bottleneck, False),
        **conv(f"{name}/conv2", 3, bottleneck, bottleneck, False),
        **conv(f"{name}/conv3", 1, bottleneck, depth, True),
    }


def network(scope="tiny", classes=3, blocks=((4, 2),)):
    """Input 4 x 4 x 1 without a root; each block is one unit of stride 1."""
    tensors, cin = {}, 1
    for i, (depth, bottleneck) in enumerate(blocks, 1):
        name = f"{scope}/block{i}/unit_1/bottleneck_v2"
        tensors |= unit(name, cin, depth, bottleneck)
        cin = depth
    return {
        **tensors,
        **norm(f"{scope}/postnorm", cin),
        **conv(f"{scope}/logits", 1, cin, classes, True),
    }


def torch(shape):
    """`[height, width, in, out]` as PyTorch has it."""
    return shape if len(shape) != 4 else [shape[3], shape[2], shape[0], shape[1]]


def bn(name, channels):
    leaves = ["weight", "bias", "running_mean", "running_var"]
    return {f"{name}.{leaf}": [channels] for leaf in leaves}


def gn(name, channels):
    return {f"{name}.{leaf}": [channels] for leaf in ("weight", "bias")}


def slim_v1(scope="tiny_v1", classes=3):
    """Input 4 x 4 x 1 without a root, one unit of 4 and 2 channels."""
    name = f"{scope}/block1/unit_1/bottleneck_v1"
    return {
        **conv(f"{name}/shortcut", 1, 1, 4, False),
        **conv(f"{name}/conv1", 1, 1, 2, False),
        **conv(f"{name}/conv2", 3, 2, 2, False),
        **conv(f"{name}/conv3", 1, 2, 4, False),
        **conv(f"{scope}/logits", 1, 4, classes, True),
    }


def timm(norm, width, depth, classes=3):
    """Input 4 x 4 x 1, a root 3 x 3 as wide as the one unit is within."""
    unit = "stages.0.blocks.0"
    return {
        "stem.conv.weight": [width, 1, 3, 3],
        f"{unit}.downsample.conv.weight": [depth, width, 1, 1],
        **norm(f"{unit}.norm1", width),
        f"{unit}.conv1.weight": [width, width, 1, 1],
        **norm(f"{unit}.norm2", width),
        f"{unit}.conv2.weight": [width, width, 3, 3],
        **norm(f"{unit}.norm3", width),
        f"{unit}.conv3.weight": [depth, width, 1, 1],
        **norm("norm", depth),
        "head.fc.weight": [classes, depth, 1, 1],
        "head.fc.bias": [classes],
    }


def cifar(norm, head):
    """Input 4 x 4 x 1, a root 3 x 3 and a basic unit of two channels."""
    return {
        "conv1.weight": [2, 1, 3, 3],
        **bn(norm, 2),
        "layer1.0.conv1.weight": [2, 2, 3, 3],
        **bn("layer1.0.bn1", 2),
        "layer1.0.conv2.weight": [2, 2, 3, 3],
        **bn("layer1.0.bn2", 2),
        "layer1.0.bn1.num_batches_tracked": [],
        f"{head}.weight": [3, 2],
        f"{head}.bias": [3],
    }


def file(tensors, dtypes=None):
    header, values = {}, b""
    for name, shape in tensors.items():
        dtype = (dtypes or {}).get(name, "F32")
        start = len(values)
        values += HALF[dtype] * math.prod(shape)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [start, len(values)]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + values


def twice(content):
    """A file that lists its first tensor once more."""
    (length,) = struct.unpack("<Q", content[:8])
    header = content[8 : 8 + length].decode().rstrip()
    first = header[1 : header.index("}") + 1]
    text = f"{header[:-1]},{first}}}".encode()
    return struct.pack("<Q", len(text)) + text + content[8 + length :]


TINY = network()
TORCHVISION = {
    "conv1.weight": [64, 3, 7, 7],
    "bn1.weight": [64],
    "layer1.0.conv1.weight": [64, 64, 1, 1],
    "fc.weight": [1000, 2048],
}
BIT = timm(gn, 32, 32)
BN = ("weight", "bias", "running_mean", "running_var")
FILES = {
    "fits": file(TINY),
    "half": file(TINY, {name: "F16" for name in TINY}),
    "trained_further": file(TINY | {"global_step": [], "tiny/logits/biases/Momentum": [3]}),
    "truncated": file(TINY)[:-40],
    "not_safetensors": b"PK\3\4: this is the beginning of a zip archive, as torch.save makes it",
    "git_lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 102540417\n",
    "web_page": b"<!DOCTYPE html>\n<html lang=en>\n<title>model.safetensors</title>\n</html>\n",
    "pickle": b"\x80\x02}q\x00X\x05\x00\x00\x00conv1q\x01K\x00s.",
    "not_json": struct.pack("<Q", 16) + b"{'logits': None}",
    "short": b"{}",
    "pytorch_axes": file({name: torch(shape) for name, shape in TINY.items()}),
    "five_classes": file(network(classes=5)),
    "other_scope": file(network(scope="resnet_v2_50")),
    "torchvision": file({name: [1] for name in TORCHVISION}),
    "module": file(
        {
            f"module.{name}": shape
            for name, shape in {
                "layer1.0.conv1.weight": [1, 1, 3, 3],
                **{f"layer1.0.{bn}.{x}": [1] for bn in ("bn1", "bn2") for x in BN},
                "layer1.0.conv2.weight": [1, 1, 3, 3],
                "fc.weight": [5, 1],
                "fc.bias": [5],
            }.items()
        }
    ),
    "keras": file({"conv1_conv/kernel": [1], "conv2_block1_1_bn/gamma": [1]}),
    "extra": file(TINY | {"tiny/block2/unit_1/bottleneck_v2/preact/gamma": [4]}),
    "missing": file({name: shape for name, shape in TINY.items() if "/postnorm/" not in name}),
    "twice": twice(file(TINY)),
    "strange_names": file(TINY | {"\x1b[31mred" + "long" * 100: [1] * 40}),
    "integers": file(TINY, {"tiny/logits/weights": "I32", "tiny/logits/biases": "F64"}),
    "slim_v1": file(slim_v1()),
    "timm_v2": file(timm(bn, 2, 4)),
    "bit": file(BIT, {name: "F16" for name in BIT}),
    "cifar_v1": file(cifar("bn1", "linear"), {"layer1.0.bn1.num_batches_tracked": "I32"}),
    "cifar_v2": file(cifar("bn", "fc"), {"layer1.0.bn1.num_batches_tracked": "I32"}),
    "two_blocks": file(network(blocks=((4, 2), (8, 2)))),
}

for name, content in FILES.items():
    (HERE / f"{name}.safetensors").write_bytes(content)

packed = (HERE / "tiny.resnet").read_bytes()
flipped = bytearray(packed)
flipped[1000] ^= 1
# Sixteen values more, as if rules of blocking were others.
header = bytearray(packed[:60])
values = packed[64:] + bytes(64)
header[24:32] = struct.pack("<Q", len(values) // 4)
stale = header + struct.pack("<I", zlib.crc32(header + values)) + values
for name, content in {"cut": packed[:-1], "flipped": flipped, "stale": stale}.items():
    (HERE / f"{name}.resnet").write_bytes(content)
(HERE / "safetensors.resnet").write_bytes(FILES["fits"])
