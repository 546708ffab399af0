"""The BiT converter against timm's own loader of these files."""

from __future__ import annotations

import contextlib
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

from unittest import mock

import numpy as np
import timm
import torch
from safetensors.numpy import load_file
from timm.models import resnetv2

import bit_npz
import in_rust
from common import Fault

CLASSES = 7


def network(classes: int = CLASSES) -> torch.nn.Module:
    """A small one, made as timm makes `resnetv2_50x1_bit`."""
    small = {"layers": (2, 1), "channels": (128, 256), "stem_chs": 32, "num_classes": classes}
    return resnetv2._create_resnetv2_bit("resnetv2_50x1_bit", **small)


class Asked(dict):
    """A file that has any tensor: each is one number, the turn in which it was asked for."""

    def __missing__(self, name: str) -> np.ndarray:
        self[name] = np.array([len(self)], np.float32)
        return self[name]


def names(model: torch.nn.Module) -> dict[str, str]:
    """The tensors that timm's loader asks a file for, and what it makes of each. The model
    must have one class, or the loader leaves out its head."""
    asked = Asked()
    with (
        mock.patch.object(resnetv2, "_load_npz_checkpoint", return_value=asked),
        mock.patch.object(resnetv2, "adapt_input_conv", lambda channels, kernel: kernel),
    ):
        model.load_pretrained("")
    turns = list(asked)
    return {turns[int(p.flatten()[0])]: name for name, p in model.state_dict().items()}


def source(model: torch.nn.Module) -> dict[str, np.ndarray]:
    """The file from which timm would load this model: its loader's names, and kernels
    as it expects them, height x width x channels in x channels out."""
    state = {name: values.numpy() for name, values in model.state_dict().items()}
    return {
        theirs: state[ours].transpose(2, 3, 1, 0) if state[ours].ndim == 4 else state[ours]
        for theirs, ours in names(network(classes=1)).items()
    }


def trained() -> torch.nn.Module:
    """One of which every parameter says something."""
    torch.manual_seed(0)
    model = network().eval()
    with torch.no_grad():
        for values in model.parameters():
            values += 0.2 * torch.randn_like(values) if values.ndim == 1 else 0
        model.head.fc.weight.normal_(std=0.05)
    return model


class Checkpoints(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = pathlib.Path(folder.name) / "bit.npz"
        self.output = self.file.with_name("out.safetensors")

    def convert(self, tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        np.savez(self.file, **tensors)
        sys.argv = ["bit_npz.py", str(self.file), str(self.output)]
        with contextlib.redirect_stdout(io.StringIO()):
            bit_npz.main()
        return load_file(self.output)

    def test_timm_loads_the_same_file(self) -> None:
        model = trained()
        got = self.convert(source(model))
        loaded = network().eval()
        loaded.load_pretrained(str(self.file))
        want = loaded.state_dict()
        self.assertEqual(got.keys(), want.keys())
        for name, values in want.items():
            np.testing.assert_array_equal(values.numpy(), model.state_dict()[name], name)
            np.testing.assert_array_equal(got[name], values.numpy(), name)
        image = np.random.RandomState(0).uniform(-1, 1, (64, 48, 3)).astype(np.float32)
        with torch.no_grad():
            logits = loaded(torch.from_numpy(image.transpose(2, 0, 1)[None]))[0].numpy()
        in_rust.check("bit", self.output, image, logits)

    def test_names_of_the_real_network(self) -> None:
        model = timm.create_model("resnetv2_50x1_bit", num_classes=1)
        theirs = names(model)
        self.assertIn("resnet/block4/unit03/c/group_norm/gamma", theirs)
        self.assertEqual(set(theirs.values()), set(model.state_dict()))
        for name, ours in theirs.items():
            self.assertEqual(bit_npz.timm_name(name.removeprefix("resnet/")), ours)

    def test_faults(self) -> None:
        with self.assertRaisesRegex(
            Fault, "expected the tensors of a BiT ResNet, found `opt/step`"
        ):
            self.convert({**source(network()), "opt/step": np.zeros(1)})
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
