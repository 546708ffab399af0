#!/usr/bin/env python3
"""Writes tests/random/networks.rs and tests/few/networks.rs: legal declarations, made up at random.

Every run writes the same files. It needs nothing but Python.
"""

import random
from pathlib import Path

COUNT = 500
# Of which few run on slow machines too, and some are looked at longer.
FEW = 100
SOME = 40
TESTS = Path(__file__).parent.parent / "tests"

# What a dialect has. `None` among roots leaves the key out.
BOTTLENECK, BASIC = "bottleneck", "basic"
DIALECTS = {
    "slim_v2": dict(kinds=[BOTTLENECK], roots=[0, 1]),
    "slim_v1": dict(kinds=[BOTTLENECK], roots=[0, 1]),
    "torch": dict(
        kinds=[BOTTLENECK, BASIC], roots=[0, 1, 3], groups=True, extras=True,
        shortcuts=["conv", "avg_pool", "pad"],
    ),
    "timm_v2": dict(
        kinds=[BOTTLENECK, BASIC], roots=[0, 1, 3], groups=True, shortcuts=["conv", "avg_pool"]
    ),
    # Of 32 groups, in every normalisation.
    "bit": dict(kinds=[BOTTLENECK], roots=[1], shortcuts=["conv"], channels=[32, 64], most=14),
    "cifar_v1": dict(kinds=[BASIC], roots=[0, 1], shortcuts=["pad", "conv"]),
    "cifar_v2": dict(kinds=[BASIC, BOTTLENECK], roots=[0, 1]),
}
NAMES = ["first", "second", "third"]


def root(rng, dialect):
    """The value of `root`, its channels and its stride. A pool of stride 1, a filter of
    even size where padding may be odd: whatever is legal."""
    slim = dialect.startswith("slim")
    convs = rng.choice(DIALECTS[dialect]["roots"])
    terms, stride, channels = [], 1, None
    for i in range(convs):
        size = rng.choice([1, 3, 5, 7, 2, 4] if slim else [1, 3, 3, 5, 7])
        channels = rng.choice(DIALECTS[dialect].get("channels", [4, 7, 12, 16, 20, 33]))
        step = rng.choice([1, 2, 2, 3]) if i == 0 else 1
        stride *= step
        terms.append(f"conv({size}, {channels}, {step})")
    if terms and rng.random() < 0.6:
        size, step = rng.choice([2, 3, 3, 4] if slim else [3, 3, 5]), rng.choice([1, 2, 2, 3])
        stride *= step
        terms.append(f"max_pool({size}, {step})")
    return " + ".join(terms) or "none", channels, stride


def network(rng, dialect):
    """The lines of a declaration after its name, and its activation."""
    has = DIALECTS[dialect]
    most = has.get("most", 42)
    h, w = rng.randrange(9, most), rng.randrange(9, most)
    image = rng.choice([3, 3, 3, 1, 4])
    form, channels, stride = root(rng, dialect)
    channels = channels or image
    lines = [f"dialect: {dialect}", f"input: [{h}, {w}, {image}]", f"root: {form}"]
    kind = rng.choice(has["kinds"])
    groups = rng.choice([1, 2, 3, 4]) if has.get("groups") and kind == BOTTLENECK else 1
    shortcut = rng.choice(has.get("shortcuts", [None]))
    blur = bool(has.get("extras")) and rng.random() < 0.3
    pixels = min(-(-h // stride), -(-w // stride))
    strides = []
    for name in NAMES[: rng.choice([1, 2, 3])]:
        units = []
        for _ in range(rng.choice([1, 1, 2, 3])):
            # Often the depth stays, so that the shortcut is the identity.
            depths = has.get("channels", [5, 8, 16, 17, 24, 32, 40])
            depth = channels if rng.random() < 0.45 else rng.choice(depths)
            if shortcut == "pad":
                depth = max(depth, channels)
            width = groups * rng.choice(has.get("channels", [2, 4, 5, 8, 12, 64 // groups]))
            step = rng.choice([1, 1, 2, 2, 2 if blur else 3])
            if pixels < (4 if blur else 2) * step:
                step = 1
            pixels = -(-pixels // step)
            strides.append((name, step))
            units.append(f"({depth}, {width}, {step})" if kind == BOTTLENECK else f"({depth}, {step})")
            channels = depth
        lines.append(f"{name}: {kind}[{', '.join(units)}]")
    strided = sorted({name for name, step in strides if step > 1})
    # The pool of a blurred root has the stride in the blur, which wants 1 or 2.
    blur = blur and ", 3)" not in form.partition("max_pool")[2] and pixels > 1
    dilation = rng.random()
    if dilation < 0.25 and strided:
        lines.append(f"dilate: [{', '.join(strided[-rng.choice([1, 2]):])}]")
    elif dilation < 0.5:
        reached = [stride]
        for _, step in strides:
            if step > 1:
                reached.append(reached[-1] * step)
        lines.append(f"output_stride: {rng.choice(reached)}")
    if groups > 1:
        lines.append(f"groups: {groups}")
    if shortcut and (shortcut != has["shortcuts"][0] or rng.random() < 0.5):
        lines.append(f"shortcut: {shortcut}")
    if blur:
        lines.append("blur: true")
    if has.get("extras") and rng.random() < 0.4:
        lines.append(f"attention: {rng.choice(['se', 'se(4)', 'eca'])}")
    activation = rng.choice(["relu", "relu", "relu6", "silu"])
    if activation != "relu" or rng.random() < 0.2:
        lines.append(f"activation: {activation}")
    if rng.random() < 0.4:
        lines.append("global_pool: false")
    lines.append(f"classes: {rng.choice(['none', '1', '7', '10', '33'])}")
    return lines, activation


def main():
    rng = random.Random(20150710)
    dialects = [name for name in DIALECTS for _ in range(2 if name == "torch" else 1)]
    networks, rows = [], []
    for i in range(COUNT):
        dialect = dialects[i % len(dialects)]
        lines, activation = network(rng, dialect)
        body = "".join(f"        {line},\n" for line in lines)
        networks.append(f"    pub struct Random{i} {{\n{body}    }}\n")
        rows.append(f'            random_{i}: Random{i}, "{dialect}", {activation.capitalize()};\n')
    write("few", networks[:FEW], caller("all", "every network", rows[:FEW])
        + "\n" + caller("some", "some networks", rows[:SOME]))
    write("random", networks[FEW:], caller("all", "every network", rows[FEW:]))


def write(test, networks, callers):
    (TESTS / test / "networks.rs").write_text(
        "//! Written by `tools/random_networks.py`; do not edit.\n\n"
        "use resnet::resnet;\n\n"
        "resnet! {\n" + "\n".join(networks) + "}\n\n" + callers
    )


def caller(name, what, rows):
    return (
        f"/// Calls a macro with {what}, the dialects and activations.\n"
        f"macro_rules! {name} {{\n    ($macro:ident) => {{\n        $macro! {{\n"
        + "".join(rows)
        + f"        }}\n    }};\n}}\npub(crate) use {name};\n"
    )


if __name__ == "__main__":
    main()
