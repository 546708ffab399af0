"""Train the digits network (a slim resnet_v2 topology written in torch) on
scikit-learn's load_digits and save it with slim's variable names and layouts.

    pip install torch==2.15.0 scikit-learn==1.9.1 numpy==2.4.6 safetensors==0.8.0
    python train_digits.py [OUT_DIR]

The network is tf_slim's
    resnet_v2.resnet_v2(x[N,8,8,1], blocks, num_classes=10, global_pool=True,
                        include_root_block=False, scope='digits')
under resnet_arg_scope(), with the (depth, depth_bottleneck, stride) units below.
"""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.numpy import save_file
from sklearn.datasets import load_digits
from torch import nn

from golden_common import DATA

BLOCKS = [("block1", [(32, 8, 1), (32, 8, 2)]),
          ("block2", [(64, 16, 1), (64, 16, 2)]),
          ("block3", [(128, 32, 1), (128, 32, 1)])]
CLASSES, EPS, SCOPE, SEED, EPOCHS = 10, 1e-5, "digits", 0, 60


class Unit(nn.Module):
    """slim's bottleneck_v2."""

    def __init__(self, c_in, depth, neck, stride):
        super().__init__()
        self.stride = stride
        self.preact = nn.BatchNorm2d(c_in, eps=EPS)
        self.shortcut = nn.Conv2d(c_in, depth, 1, stride) if c_in != depth else None
        self.conv1 = nn.Conv2d(c_in, neck, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(neck, eps=EPS)
        self.conv2 = nn.Conv2d(neck, neck, 3, stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(neck, eps=EPS)
        self.conv3 = nn.Conv2d(neck, depth, 1)

    def forward(self, x):
        s = self.stride
        p = F.relu(self.preact(x))
        shortcut = x[:, :, ::s, ::s] if self.shortcut is None else self.shortcut(p)
        y = F.relu(self.bn1(self.conv1(p)))
        y = F.relu(self.bn2(self.conv2(y)))
        return shortcut + self.conv3(y)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.units = nn.ModuleDict()
        c = 1
        for block, units in BLOCKS:
            for i, (depth, neck, stride) in enumerate(units):
                self.units[f"{block}/unit_{i + 1}"] = Unit(c, depth, neck, stride)
                c = depth
        self.postnorm = nn.BatchNorm2d(c, eps=EPS)
        self.logits = nn.Conv2d(c, CLASSES, 1)

    def forward(self, x):
        for u in self.units.values():
            x = u(x)
        x = F.relu(self.postnorm(x)).mean((2, 3), keepdim=True)
        return self.logits(x).flatten(1)


def to_slim(net):
    """state of the torch network under slim's names, conv weights as HWIO."""
    out = {}

    def conv(name, m):
        out[name + "/weights"] = m.weight.detach().permute(2, 3, 1, 0).contiguous().numpy()
        if m.bias is not None:
            out[name + "/biases"] = m.bias.detach().numpy()

    def norm(name, m):
        out[name + "/gamma"] = m.weight.detach().numpy()
        out[name + "/beta"] = m.bias.detach().numpy()
        out[name + "/moving_mean"] = m.running_mean.numpy()
        out[name + "/moving_variance"] = m.running_var.numpy()

    for key, u in net.units.items():
        p = f"{SCOPE}/{key}/bottleneck_v2"
        norm(p + "/preact", u.preact)
        if u.shortcut is not None:
            conv(p + "/shortcut", u.shortcut)
        for i, b in ((1, u.bn1), (2, u.bn2)):
            conv(f"{p}/conv{i}", getattr(u, f"conv{i}"))
            norm(f"{p}/conv{i}/BatchNorm", b)
        conv(p + "/conv3", u.conv3)
    norm(f"{SCOPE}/postnorm", net.postnorm)
    conv(f"{SCOPE}/logits", net.logits)
    return {k: np.ascontiguousarray(v, dtype=np.float32) for k, v in out.items()}


def main(out):
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    data = load_digits()
    images = (data.images / 16.0).astype(np.float32)[:, None]  # [1797,1,8,8] in [0,1]
    labels = data.target.astype(np.int64)
    perm = np.random.RandomState(SEED).permutation(len(images))
    train, test = perm[:1437], perm[1437:]
    x, y = torch.from_numpy(images[train]), torch.from_numpy(labels[train])
    xt, yt = torch.from_numpy(images[test]), torch.from_numpy(labels[test])

    net = Net()
    opt = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=0.02)
    batch = 64
    steps = EPOCHS * (len(x) // batch)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 6e-3, total_steps=steps)
    for epoch in range(EPOCHS):
        net.train()
        order = torch.randperm(len(x))
        for i in range(len(x) // batch):
            j = order[i * batch:(i + 1) * batch]
            # random shift by up to one pixel, zero filled
            dy, dx = torch.randint(0, 3, (2,)).tolist()
            xb = F.pad(x[j], (1, 1, 1, 1))[:, :, dy:dy + 8, dx:dx + 8]
            loss = F.cross_entropy(net(xb), y[j], label_smoothing=0.05)
            opt.zero_grad()
            loss.backward()
            opt.step()
            sched.step()
        if epoch % 10 == 9:
            net.eval()
            with torch.no_grad():
                print(epoch + 1, float(loss), float((net(xt).argmax(1) == yt).float().mean()),
                      flush=True)

    net.eval()
    with torch.no_grad():
        logits = net(xt)
    hits = int((logits.argmax(1) == yt).sum())
    print(f"test accuracy {hits}/{len(yt)} = {hits / len(yt):.4f}")
    os.makedirs(out, exist_ok=True)
    save_file(to_slim(net), os.path.join(out, "digits.safetensors"))
    nhwc = np.ascontiguousarray(images[test].transpose(0, 2, 3, 1))
    save_file({"images": nhwc, "labels": labels[test], "logits_torch": logits.numpy(),
               "load_digits_index": test.astype(np.int64)},
              os.path.join(out, "digits_test.safetensors"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(DATA, "digits"))
