"""Golden data from torchvision's and timm's ResNets (the real model classes), and
from the CIFAR ResNets of cifar.py.

    pip install torch==2.15.0 torchvision==0.29.2 timm==1.0.31 \
                numpy==2.4.6 safetensors==0.8.0           # Python 3.11
    python make_golden_torch.py [--cases cases_torch.json] [--out FOLDER] [--only NAME ...]
"""
import argparse
import copy
import functools
import json
import os
import re

import numpy as np
import timm
import timm.layers
import timm.models.resnet as timm_v1
import timm.models.resnetv2 as timm_v2
import torch
import torchvision
import torchvision.models.resnet as tv

import cifar
import golden_common as gc

torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)
HERE = os.path.dirname(os.path.abspath(__file__))
VERSIONS = {"torch": torch.__version__, "torchvision": torchvision.__version__,
            "timm": timm.__version__, "numpy": np.__version__, "threads": 1}

# Modules whose outputs are end points, in execution order.
STEM = re.compile(r"^(conv1|bn1|relu|act1|stem\.(conv|norm|pool).*)$")  # summaries, stems
POINTS = re.compile(r"^(maxpool|layer\d+(\.\d+)?|stem|stages\.\d+(\.blocks\.\d+)?|norm"
                    r"|avgpool|global_pool|head\.global_pool)$")
# Inner modules kept as "extras" of small networks: attention, anti-aliasing.
EXTRAS = re.compile(r"^layer.*\.(se|aa)$")
NORMS = (torch.nn.modules.batchnorm._BatchNorm, torch.nn.GroupNorm)


def build(case):
    args = dict(case.get("args", {}))
    if case["family"] == "torchvision":
        if "arch" in case:
            return getattr(torchvision.models, case["arch"])(weights=None, **args)
        return edit(tv.ResNet(getattr(tv, args.pop("block")), **args), case.get("edit"))
    if case["family"] == "cifar":
        make = cifar.depth if isinstance(args["layers"], int) else cifar.CifarResNet
        return make(**args)
    if "arch" in case:
        return timm.create_model(case["arch"], pretrained=False, **args)
    if case["family"] == "timm_resnet":
        if args.get("aa_layer") == "blur":  # as in timm's resnetblur50
            args["aa_layer"] = timm.layers.BlurPool2d
        return timm_v1.ResNet(getattr(timm_v1, args.pop("block")), **args)
    if case["family"] == "timm_resnetv2":  # BatchNorm flavour, as in timm's resnetv2_50
        return timm_v2.ResNetV2(conv_layer=timm.layers.create_conv2d,
                                norm_layer=timm.layers.BatchNormAct2d, **args)
    if case["family"] == "timm_bit":  # as timm's _create_resnetv2_bit; 32 groups a norm
        return timm_v2.ResNetV2(stem_type="fixed", **args,
                                conv_layer=functools.partial(timm.layers.StdConv2d, eps=1e-8))
    raise ValueError(case["family"])


def edit(model, what):
    """What people do to torchvision's networks for small pictures."""
    if what in ("no_maxpool", "cifar_stem"):
        model.maxpool = torch.nn.Identity()
    if what == "cifar_stem":
        model.conv1 = torch.nn.Conv2d(3, 64, 3, padding=1, bias=False)
    return model


def fill(model):
    """Put the generated values into the model; returns the ordered weight list."""
    modules = dict(model.named_modules())
    weights, values, state = [], {}, {}
    for name, t in model.state_dict().items():
        owner, leaf = name.rsplit(".", 1)
        if leaf == "num_batches_tracked":
            state[name] = t
            continue
        norm = isinstance(modules[owner], NORMS)
        role = {"weight": "gamma" if norm else "weight", "bias": "beta" if norm else "bias",
                "running_mean": "mean", "running_var": "variance"}[leaf]
        weights.append((name, tuple(t.shape), role))
        values[name] = gc.generate(name, tuple(t.shape), role, "OIHW")
        state[name] = torch.from_numpy(values[name])
    model.load_state_dict(state)
    return weights, values


def run(model, x, wanted):
    """Forward with hooks; outputs are cloned because the ReLUs work in place."""
    got, macs, handles = {}, [0], []

    def keep(name):
        def hook(_, __, out):
            got[name] = out.detach().clone().numpy()
        return hook

    def count(module, _, out):
        per_pixel = module.weight[0].numel()
        macs[0] += per_pixel * out[0].numel()

    for name, m in model.named_modules():
        if wanted(name) and not isinstance(m, torch.nn.Identity):
            handles.append(m.register_forward_hook(keep(name)))
        if isinstance(m, (torch.nn.Conv1d, torch.nn.Conv2d, torch.nn.Linear)):
            handles.append(m.register_forward_hook(count))
    with torch.no_grad():
        got["logits"] = model(x).numpy().copy()
    for h in handles:
        h.remove()
    got["logits"] = got.pop("logits")  # last
    return got, macs[0]


def make(case, out):
    torch.manual_seed(0)  # irrelevant to the result: every tensor is overwritten
    model = build(case).eval()
    weights, values = fill(model)
    x = gc.generate(case.get("input_name", "input"), case["input_shape"], "input", "OIHW")
    x *= np.float32(case.get("input_scale", 1))  # a power of two, hence exact
    with_stem = case["store"] == "summary" or case.get("stem_points", False)
    with_extras = case["store"] != "summary"

    def wanted(name):
        return bool(POINTS.match(name) or (with_stem and STEM.match(name))
                    or (with_extras and EXTRAS.search(name)))

    got, macs = run(model, torch.from_numpy(x), wanted)
    got64, _ = run(copy.deepcopy(model).double(), torch.from_numpy(x).double(), wanted)
    extras = {k: v for k, v in got.items() if EXTRAS.search(k)}
    # The last block of a stage is the stage's own output; keep it once.
    names = list(got)
    same = {a for a, b in zip(names, names[1:])
            if re.fullmatch(re.escape(b) + r"(\.blocks)?\.\d+", a)}
    points = {k: v for k, v in got.items() if k not in extras and k not in same}
    gc.write_case(out, case, "OIHW", VERSIONS, case["input_shape"], x, weights, values,
                  points, extras, got64, macs, points["logits"])


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--cases", default=os.path.join(HERE, "cases_torch.json"))
    p.add_argument("--out", default=gc.DATA)
    p.add_argument("--only", nargs="*")
    a = p.parse_args()
    with open(a.cases) as f:
        cases = json.load(f)
    for case in cases:
        if not a.only or case["dir"] in a.only or os.path.basename(case["dir"]) in a.only:
            make(case, a.out)


if __name__ == "__main__":
    main()
