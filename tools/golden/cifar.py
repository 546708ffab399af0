"""ResNets for CIFAR of He et al. (2015, section 4.2; 2016), as three public
families of checkpoints define and name them. The average is over the whole
map; the families' own pools are the same at 32x32.

| family      | repository                        | shortcut of a new width        |
|-------------|-----------------------------------|--------------------------------|
| `akamaster` | akamaster/pytorch_resnet_cifar10  | option A, zeros; or B, `shortcut` |
| `chenyaofo` | chenyaofo/pytorch-cifar-models    | option B, `downsample`         |
| `bearpaw`   | bearpaw/pytorch-classification, preresnet | convolution of the raw map |
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def conv3x3(c_in: int, c_out: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(c_in, c_out, 3, stride, padding=1, bias=False)


def projection(c_in: int, c_out: int, stride: int) -> nn.Sequential:
    conv = nn.Conv2d(c_in, c_out, 1, stride, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(c_out))


class ZeroFill(nn.Module):
    """Option A: every second pixel, and new channels of zeros, half of them
    before and half behind."""

    def __init__(self, c_in: int, c_out: int, stride: int) -> None:
        super().__init__()
        self.stride, self.fill = stride, (c_out - c_in) // 2

    def forward(self, x: Tensor) -> Tensor:
        x = x[:, :, :: self.stride, :: self.stride]
        return F.pad(x, (0, 0, 0, 0, self.fill, self.fill))


class Block(nn.Module):
    """Two 3x3 convolutions; ReLU after the sum."""

    def __init__(self, c_in: int, c_out: int, stride: int, name: str, option: str) -> None:
        super().__init__()
        self.conv1 = conv3x3(c_in, c_out, stride)
        self.bn1 = nn.BatchNorm2d(c_out)
        self.conv2 = conv3x3(c_out, c_out)
        self.bn2 = nn.BatchNorm2d(c_out)
        shortcut: nn.Module = nn.Identity()
        if c_in != c_out:
            shortcut = (ZeroFill if option == "A" else projection)(c_in, c_out, stride)
        self.name = name
        self.add_module(name, shortcut)

    def forward(self, x: Tensor) -> Tensor:
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        return F.relu(y + self.get_submodule(self.name)(x))


class PreBlock(nn.Module):
    """Pre-activation: two 3x3 convolutions, or 1x1, 3x3, 1x1. The shortcut
    reads the raw map, not the activated one."""

    def __init__(self, c_in: int, width: int, stride: int, bottleneck: bool) -> None:
        super().__init__()
        c_out = width * 4 if bottleneck else width
        self.bn1 = nn.BatchNorm2d(c_in)
        if bottleneck:
            self.conv1 = nn.Conv2d(c_in, width, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(width)
            self.conv2 = conv3x3(width, width, stride)
            self.bn3 = nn.BatchNorm2d(width)
            self.conv3 = nn.Conv2d(width, c_out, 1, bias=False)
        else:
            self.conv1 = conv3x3(c_in, width, stride)
            self.bn2 = nn.BatchNorm2d(width)
            self.conv2 = conv3x3(width, width)
        self.bottleneck = bottleneck
        self.downsample: nn.Module = nn.Identity()
        if c_in != c_out:
            conv = nn.Conv2d(c_in, c_out, 1, stride, bias=False)
            self.downsample = nn.Sequential(conv)

    def forward(self, x: Tensor) -> Tensor:
        y = self.conv1(F.relu(self.bn1(x)))
        y = self.conv2(F.relu(self.bn2(y)))
        if self.bottleneck:
            y = self.conv3(F.relu(self.bn3(y)))
        return y + self.downsample(x)


class CifarResNet(nn.Module):
    """`layers` blocks in each of three stages of 16, 32 and 64 channels."""

    def __init__(
        self,
        family: str,
        layers: Sequence[int],
        option: str = "B",
        bottleneck: bool = False,
        num_classes: int = 10,
    ) -> None:
        super().__init__()
        if family not in ("akamaster", "chenyaofo", "bearpaw"):
            raise ValueError(f"unknown family `{family}`")
        self.preact = family == "bearpaw"
        self.conv1 = conv3x3(3, 16)
        if not self.preact:
            self.bn1 = nn.BatchNorm2d(16)
            self.relu = nn.ReLU()
        channels = 16
        for i, (width, count) in enumerate(zip((16, 32, 64), layers, strict=True)):
            stage = nn.Sequential()
            for j in range(count):
                stride = 2 if i > 0 and j == 0 else 1
                if self.preact:
                    block: nn.Module = PreBlock(channels, width, stride, bottleneck)
                else:
                    name = "shortcut" if family == "akamaster" else "downsample"
                    block = Block(channels, width, stride, name, option)
                stage.append(block)
                channels = width * 4 if bottleneck else width
            self.add_module(f"layer{i + 1}", stage)
        if self.preact:
            self.bn = nn.BatchNorm2d(channels)
            self.relu = nn.ReLU()
        self.head = "linear" if family == "akamaster" else "fc"
        self.add_module(self.head, nn.Linear(channels, num_classes))

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)
        if not self.preact:
            x = self.relu(self.bn1(x))
        for i in (1, 2, 3):
            x = self.get_submodule(f"layer{i}")(x)
        if self.preact:
            x = self.relu(self.bn(x))
        x = torch.flatten(F.adaptive_avg_pool2d(x, 1), 1)
        return self.get_submodule(self.head)(x)


def depth(family: str, layers: int, **options) -> CifarResNet:
    """The network of `layers` weighted layers: 6n + 2, or 9n + 2 of bottlenecks."""
    per_stage = 9 if options.get("bottleneck") else 6
    if layers % per_stage != 2:
        raise ValueError(f"expected {per_stage}n + 2 layers, found {layers}")
    return CifarResNet(family, [(layers - 2) // per_stage] * 3, **options)
