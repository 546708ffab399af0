"""The BiT converter against timm's own loader of these files."""

from __future__ import annotations

import contextlib
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import timm
from safetensors.numpy import load_file
from timm.layers import StdConv2d
from timm.models.resnetv2 import ResNetV2

import bit_npz
from common import Fault

LAYERS, CHANNELS, STEM, CLASSES = (2, 1), (128, 256), 32, 5


def source() -> dict[str, np.ndarray]:
    """The tensors of a BiT file of a small network, under the names that
    google-research/big_transfer gives them."""
    rng = np.random.RandomState(0)
    shapes = {
        "root_block/standardized_conv2d/kernel": (7, 7, 3, STEM),
        "group_norm/gamma": CHANNELS[-1:],
        "group_norm/beta": CHANNELS[-1:],
        "head/conv2d/kernel": (1, 1, CHANNELS[-1], CLASSES),
        "head/conv2d/bias": (CLASSES,),
    }
    channels = STEM
    for i, (units, depth) in enumerate(zip(LAYERS, CHANNELS, strict=True), 1):
        for j in range(1, units + 1):
            unit, inner = f"block{i}/unit{j:02d}", depth // 4
            for part, size, c_in, c_out in (
                ("a", 1, channels, inner),
                ("b", 3, inner, inner),
                ("c", 1, inner, depth),
            ):
                shapes[f"{unit}/{part}/standardized_conv2d/kernel"] = (size, size, c_in, c_out)
                for leaf in ("gamma", "beta"):
                    shapes[f"{unit}/{part}/group_norm/{leaf}"] = (c_in,)
            if j == 1:
                shapes[f"{unit}/a/proj/standardized_conv2d/kernel"] = (1, 1, channels, depth)
            channels = depth
    return {f"resnet/{n}": rng.randn(*shape).astype(np.float32) for n, shape in shapes.items()}


class Checkpoints(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "bit.npz"

    def convert(self, tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        np.savez(self.file, **tensors)
        output = self.file.with_name("out.safetensors")
        sys.argv = ["bit_npz.py", str(self.file), str(output)]
        with contextlib.redirect_stdout(io.StringIO()):
            bit_npz.main()
        return load_file(output)

    def test_equals_timm(self) -> None:
        got = self.convert(source())
        model = ResNetV2(
            LAYERS, CHANNELS, CLASSES, stem_chs=STEM, stem_type="fixed", conv_layer=StdConv2d
        )
        model.load_pretrained(str(self.file))
        want = model.state_dict()
        self.assertEqual(got.keys(), want.keys())
        for name, values in want.items():
            np.testing.assert_array_equal(got[name], values.numpy(), name)

    def test_names_of_the_real_network(self) -> None:
        model = timm.create_model("resnetv2_50x1_bit")
        names = set()
        for i, units in enumerate((3, 4, 6, 3), 1):
            for j in range(1, units + 1):
                parts = [
                    f"{p}/{k}"
                    for p in "abc"
                    for k in ("standardized_conv2d/kernel", "group_norm/gamma", "group_norm/beta")
                ]
                parts += ["a/proj/standardized_conv2d/kernel"] * (j == 1)
                names |= {bit_npz.timm_name(f"block{i}/unit{j:02d}/{part}") for part in parts}
        names |= {
            bit_npz.timm_name(n)
            for n in (
                "root_block/standardized_conv2d/kernel",
                "group_norm/gamma",
                "group_norm/beta",
                "head/conv2d/kernel",
                "head/conv2d/bias",
            )
        }
        self.assertEqual(names, set(model.state_dict()))

    def test_faults(self) -> None:
        with self.assertRaisesRegex(
            Fault, "expected the tensors of a BiT ResNet, found `opt/step`"
        ):
            self.convert({**source(), "opt/step": np.zeros(1)})
        with self.assertRaisesRegex(Fault, "found nothing"):
            self.convert({})
        self.file.write_bytes(b"text" * 100)
        with self.assertRaisesRegex(Fault, "expected an npz file"):
            bit_npz.read(self.file)
        with self.assertRaisesRegex(Fault, "no such file"):
            bit_npz.read(self.file.with_name("absent"))

    def test_a_fault_is_one_line(self) -> None:
        program = [sys.executable, bit_npz.__file__, "absent.npz", "out.safetensors"]
        done = subprocess.run(program, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr, "error: absent.npz: no such file\n")


if __name__ == "__main__":
    unittest.main()
