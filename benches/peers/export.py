"""Writes what the workers read: for each network its ONNX files, images and
reference outputs, and its weights as a safetensors file.

    python export.py FOLDER --networks resnet_v2_50 digits --runs 1x1 2x8
"""

import argparse
import hashlib
import json
import pathlib
import shutil

import numpy as np
import torch
import torch._inductor
from safetensors.numpy import load_file, save_file
from torch import nn

from networks import GOLDEN, NETWORKS, Array, Network, fill, images

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = ("networks.py", "export.py", "requirements.txt", "../../tools/golden/cifar.py")
# Of float32 in two orders of summation.
TOLERANCE = 1e-5


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--networks", nargs="+", choices=NETWORKS, default=list(NETWORKS))
    parser.add_argument("--runs", nargs="+", default=["1x1"], help="THREADSxBATCH")
    parser.add_argument("--torch", action="store_true", help="compile for the peer torch too")
    args = parser.parse_args()
    torch.set_grad_enabled(False)
    if args.torch and not shutil.which("g++"):
        print("no C++ compiler: the peer torch will be absent")
        args.torch = False
    runs = [tuple(map(int, run.split("x"))) for run in args.runs]
    for name in args.networks:
        export(args.folder / name, NETWORKS[name], runs, args.torch)


def export(
    folder: pathlib.Path, network: Network, runs: list[tuple[int, ...]], compile_too: bool
) -> None:
    """Writes the files that are missing, or all if the sources have changed."""
    sources = b"".join((HERE / source).read_bytes() for source in SOURCES)
    state = hashlib.sha256(sources).hexdigest()
    stamp = folder / "stamp"
    if not stamp.exists() or stamp.read_text() != state:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    model = network.build().eval()
    weights = fill(model, network)
    if not stamp.exists():
        check(folder.name, model, network)
        save_file(weights, folder / "weights.safetensors")
        (folder / "shape.txt").write_text(" ".join(map(str, network.shape)))
        stamp.write_text(state)
    for threads, batch in runs:
        image = planes(network, batch)
        onnx = folder / f"b{batch}.onnx"
        if not onnx.exists():
            print(f"{folder.name}: {onnx.name}", flush=True)
            images(network, batch).tofile(folder / f"b{batch}.nhwc.f32")
            image.numpy().tofile(folder / f"b{batch}.nchw.f32")
            reference(model, network, batch).tofile(folder / f"b{batch}.output.f32")
            write_onnx(model, image, onnx)
        package = folder / f"b{batch}.t{threads}.pt2"
        if compile_too and not package.exists():
            print(f"{folder.name}: {package.name}", flush=True)
            write_package(model, image, threads, package)


def planes(network: Network, batch: int) -> torch.Tensor:
    """Images x channels x height x width."""
    return torch.from_numpy(np.ascontiguousarray(images(network, batch).transpose(0, 3, 1, 2)))


def reference(model: nn.Module, network: Network, batch: int) -> Array:
    """What the network computes in f64."""
    output: Array = model.double()(planes(network, batch).double()).float().numpy()
    model.float()
    return output


def check(name: str, model: nn.Module, network: Network) -> None:
    """Compares with the logits of the real TF-slim or torchvision."""
    if network.trained:
        file = GOLDEN / "digits/logits_tf.safetensors"
        expected: Array = load_file(file)["logits_tf"]
    elif network.golden and (GOLDEN / "full" / network.golden).exists():
        file = GOLDEN / "full" / network.golden
        expected = np.array(json.loads(file.read_text())["logits"], np.float32)[None]
    else:
        print(f"{name}: no golden logits to compare with")
        return
    output: Array = model(planes(network, len(expected))).numpy()
    error = float(np.abs(output - expected).max() / np.abs(expected).max())
    print(f"{name}: differs from {file.name} by {error:.1e}", flush=True)
    if error > TOLERANCE:
        raise SystemExit(f"{name}: that is more than {TOLERANCE:.0e}")


def write_onnx(model: nn.Module, image: torch.Tensor, file: pathlib.Path) -> None:
    """Norms that follow a convolution are folded into it by the exporter."""
    program = torch.onnx.export(
        model,
        (image,),
        input_names=["input"],
        output_names=["output"],
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    program.save(file)


def write_package(model: nn.Module, image: torch.Tensor, threads: int, file: pathlib.Path) -> None:
    """Needs a C++ compiler."""
    torch.set_num_threads(threads)
    torch._inductor.aoti_compile_and_package(
        torch.export.export(model, (image,)),
        package_path=str(file),
        inductor_configs={"freezing": True},
    )


if __name__ == "__main__":
    main()
