"""The torch converter against files that torch, torchvision and timm write here."""

from __future__ import annotations

import argparse
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

import ml_dtypes
import numpy as np
import timm
import torch
import torchvision
from safetensors.numpy import load_file
from timm.models import resnet as timm_resnet
from timm.models import resnetv2 as timm_resnetv2
from torchvision.models import resnet as torchvision_resnet

import in_rust
import torch_checkpoint
from common import Fault

State = dict[str, torch.Tensor]


def network() -> torch.nn.Module:
    torch.manual_seed(0)
    return torchvision.models.resnet18(num_classes=10)


GOLDEN = pathlib.Path(__file__).parents[1] / "golden"


def small() -> dict[str, torch.nn.Module]:
    """The networks of `networks/src/main.rs`."""
    sys.path.append(str(GOLDEN))
    import cifar

    timm_args = {"num_classes": 7, "channels": (16, 16, 24, 32)}
    return {
        "torchvision": torchvision_resnet.ResNet(
            torchvision_resnet.Bottleneck, [2, 1, 1, 1], 7, groups=4, width_per_group=4
        ),
        "timm": timm_resnet.ResNet(
            timm_resnet.Bottleneck,
            (2, 1, 1, 1),
            stem_width=8,
            stem_type="deep",
            avg_down=True,
            aa_layer=timm.layers.BlurPool2d,
            block_args={"attn_layer": "se"},
            **timm_args,
        ),
        "timm_v2": timm_resnetv2.ResNetV2(
            (2, 1),
            (32, 64),
            7,
            stem_chs=16,
            conv_layer=timm.layers.create_conv2d,
            norm_layer=timm.layers.BatchNormAct2d,
        ),
        "cifar_v1": cifar.CifarResNet("akamaster", (2, 2, 2), "A", num_classes=7),
        "cifar_v2": cifar.CifarResNet("bearpaw", (2, 2, 2), num_classes=7),
    }


def train(model: torch.nn.Module, images: torch.Tensor) -> None:
    """Some steps. Before them no normalisation is without effect, as those are that
    timm sets to zero."""
    for module in model.modules():
        if hasattr(module, "running_mean"):
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
    optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9)
    labels = torch.arange(len(images)) % 7
    for _ in range(4):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(images), labels).backward()
        optimizer.step()


class Checkpoints(unittest.TestCase):
    model: torch.nn.Module
    state: State

    @classmethod
    def setUpClass(cls) -> None:
        cls.model = network()
        cls.state = cls.model.state_dict()

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "model.pth"
        self.output = self.folder / "out.safetensors"

    def convert(self, *options: str) -> dict[str, np.ndarray]:
        sys.argv = ["torch_checkpoint.py", str(self.file), str(self.output), *options]
        self.said = io.StringIO()
        with contextlib.redirect_stdout(self.said):
            torch_checkpoint.main()
        return load_file(self.output)

    def fault(self, *options: str) -> str:
        with self.assertRaises(Fault) as caught:
            self.convert(*options)
        return str(caught.exception)

    def assert_state(self, got: dict[str, np.ndarray], want: State | None = None) -> None:
        want = {
            name: values
            for name, values in (want or self.state).items()
            if not name.endswith("num_batches_tracked")
        }
        self.assertEqual(got.keys(), want.keys())
        for name, values in want.items():
            np.testing.assert_array_equal(got[name], values.numpy(), name)

    def test_both_formats(self) -> None:
        for is_zip in (True, False):
            torch.save(self.state, self.file, _use_new_zipfile_serialization=is_zip)
            self.assertEqual(self.file.read_bytes()[:2] == b"PK", is_zip)
            self.assert_state(self.convert())

    def test_data_parallel_in_a_training_checkpoint(self) -> None:
        # As pytorch/examples' imagenet and akamaster's files are.
        parallel = torch.nn.DataParallel(network())
        optimizer = torch.optim.SGD(parallel.parameters(), 0.1, momentum=0.9)
        parallel(torch.zeros(2, 3, 32, 32)).sum().backward()
        optimizer.step()
        checkpoint = {
            "epoch": 3,
            "arch": "resnet18",
            "state_dict": parallel.state_dict(),
            "best_prec1": np.float64(93.5),
            "best_acc1": torch.tensor(93.5),
            "optimizer": optimizer.state_dict(),
        }
        torch.save(checkpoint, self.file)
        want = {k.removeprefix("module."): v for k, v in parallel.state_dict().items()}
        self.assert_state(self.convert(), want)
        self.assertIn("prefix left out: `module.`", self.said.getvalue())

    def test_numbers_of_older_numpy(self) -> None:
        checkpoint = {"state_dict": self.state, "best": np.float64(93.5)}
        torch.save(checkpoint, self.file, _use_new_zipfile_serialization=False)
        data = self.file.read_bytes()
        self.assertIn(b"numpy._core.multiarray", data)
        self.file.write_bytes(data.replace(b"numpy._core.multiarray", b"numpy.core.multiarray"))
        self.assert_state(self.convert())

    def test_timm_training_checkpoint(self) -> None:
        # Written by timm's own saver, with averages.
        model = timm.create_model("resnet18", num_classes=10)
        optimizer = torch.optim.SGD(model.parameters(), 0.1)
        average = timm.utils.ModelEmaV2(model)
        with torch.no_grad():
            for values in average.module.parameters():
                values.add_(1)
        saver = timm.utils.CheckpointSaver(
            model,
            optimizer,
            args=argparse.Namespace(model="resnet18", lr=0.1),
            model_ema=average,
            checkpoint_dir=str(self.folder),
            recovery_dir=str(self.folder),
        )
        saver.save_checkpoint(0, metric=0.5)
        self.file = self.folder / "last.pth.tar"
        self.assert_state(self.convert(), model.state_dict())
        self.assertIn("`state_dict_ema`", self.said.getvalue())
        self.assert_state(self.convert("--ema"), average.module.state_dict())
        self.assert_state(self.convert("--key", "state_dict_ema"), average.module.state_dict())

    def test_prefixes(self) -> None:
        wrapped = {f"module._orig_mod.{name}": values for name, values in self.state.items()}
        torch.save({"model": wrapped}, self.file)
        self.assert_state(self.convert())
        lightning = {f"encoder.{name}": values for name, values in self.state.items()}
        torch.save({"state_dict": {**lightning, "loss.weight": torch.ones(1)}}, self.file)
        self.assert_state(self.convert("--prefix", "encoder."))
        self.assertIn("1 keys without it", self.said.getvalue())
        self.assertIn("no key begins with `enc.`", self.fault("--prefix", "enc."))

    def test_the_library_computes_the_same(self) -> None:
        torch.manual_seed(0)
        for name, model in small().items():
            side = (32, 32) if name.startswith("cifar") else (64, 48)
            images = torch.rand(4, 3, *side) * 2 - 1
            train(model, images)
            torch.save({"state_dict": torch.nn.DataParallel(model).state_dict()}, self.file)
            self.convert()
            with torch.no_grad():
                logits = model.eval()(images[:1])[0].numpy()
            in_rust.check(name, self.output, images[0].permute(1, 2, 0).numpy(), logits)

    def test_precisions(self) -> None:
        torch.save(self.state, self.file)
        for dtype, limit in (("f16", 2**-11), ("bf16", 2**-8)):
            for name, got in self.convert("--dtype", dtype).items():
                want = self.state[name].numpy()
                close = np.abs(got.astype(np.float32) - want) <= limit * np.abs(want) + 1e-7
                self.assertTrue(close.all(), name)
        half = {
            name: v.bfloat16() if v.is_floating_point() else v for name, v in self.state.items()
        }
        torch.save(half, self.file)
        got = self.convert()
        self.assertEqual(got["conv1.weight"].dtype, ml_dtypes.bfloat16)
        for name, values in got.items():
            np.testing.assert_array_equal(values.astype(np.float32), half[name].float().numpy())
        double = {name: v.double() for name, v in self.state.items()}
        torch.save(double, self.file)
        self.assert_state(self.convert())

    def test_channels_last_and_shared_storage(self) -> None:
        strided = network().to(memory_format=torch.channels_last).state_dict()
        self.assertFalse(strided["layer1.0.conv1.weight"].is_contiguous())
        torch.save(strided, self.file)
        self.assert_state(self.convert())

    def test_parameters(self) -> None:
        # Without running means, and as Parameter.
        parameters = dict(self.model.named_parameters())
        torch.save(parameters, self.file)
        self.assert_state(self.convert(), {k: v.detach() for k, v in parameters.items()})

    def test_faults(self) -> None:
        self.assertIn("no such file", self.fault())
        torch.save(self.model, self.file)
        self.assertIn("found objects of Python classes (`torch.nn.modules.", self.fault())
        self.assertIn("save model.state_dict()", self.fault())
        torch.jit.script(torch.nn.Conv2d(3, 8, 3)).save(str(self.file))
        self.assertIn("TorchScript", self.fault())
        self.file.write_bytes(b"not a checkpoint" * 100)
        self.assertIn("expected a checkpoint of torch", self.fault())
        torch.save([torch.zeros(3)], self.file)
        self.assertIn("found list", self.fault())
        torch.save({"generator": self.state, "critic": self.state}, self.file)
        self.assertIn("found: `generator`, `critic`; choose with --key", self.fault())
        self.assert_state(self.convert("--key", "critic"))
        self.assertIn("no averaged weights", self.fault("--ema"))
        self.assertIn("expected a state dict at `x`", self.fault("--key", "x"))
        torch.save({"epoch": 3}, self.file)
        self.assertIn("nowhere", self.fault())
        torch.save({"a": torch.zeros(3).to(torch.float8_e4m3fn)}, self.file)
        self.assertIn("`a`: expected f32, f16 or bf16, found torch.float8", self.fault())


if __name__ == "__main__":
    unittest.main()
