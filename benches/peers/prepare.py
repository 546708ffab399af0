"""Everything that happens before a worker can run: the virtual environment,
the exported networks, the Rust workers. Standard library only."""

import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Sequence

HERE = pathlib.Path(__file__).resolve().parent


class Workshop:
    """The cache folder, and how to start the workers in it."""

    def __init__(self, cache: pathlib.Path) -> None:
        self.cache = cache.resolve()
        self.networks = self.cache / "networks"
        target = os.environ.get("CARGO_TARGET_DIR", self.cache / "target")
        self.target = pathlib.Path(target).resolve()
        self.python = self.cache / "venv/bin/python"

    def install(self) -> None:
        """Makes the virtual environment, anew if the pins have changed."""
        pins = HERE / "requirements.txt"
        installed = self.cache / "venv/requirements.txt"
        if installed.exists() and installed.read_text() == pins.read_text():
            return
        shutil.rmtree(self.cache / "venv", ignore_errors=True)
        say("installing the peers: about 3 GB to load, 6 GB on disk")
        run([sys.executable, "-m", "venv", self.cache / "venv"])
        run([self.python, "-m", "pip", "install", "--quiet", "-r", pins])
        shutil.copy(pins, installed)

    def export(self, networks: list[str], runs: list[str], for_torch: bool) -> None:
        say("exporting networks")
        options = ["--networks", *networks, "--runs", *runs]
        options += ["--torch"] if for_torch else []
        run([self.python, "-W", "ignore", HERE / "export.py", self.networks, *options])

    def build(self, rust_peers: bool) -> None:
        say("building the Rust workers")
        env = {**os.environ, "CARGO_TARGET_DIR": str(self.target)}
        cargo = ["cargo", "build", "--release", "--quiet"]
        run(cargo, cwd=HERE / "ours", env=env)
        if rust_peers:
            run([*cargo, "--locked"], cwd=HERE / "rust-peers", env=env)

    def worker(self, peer: str, network: str) -> list[str]:
        """The command of a worker, without its options."""
        folder = str(self.networks / network)
        if peer == "ours":
            return [str(self.target / "release/ours"), network, folder]
        if peer in ("tract", "rten"):
            return [str(self.target / "release/rust-peers"), peer, folder]
        return [str(self.python), "-W", "ignore", str(HERE / f"run_{peer}.py"), folder]


def run(
    command: Sequence[str | pathlib.Path],
    cwd: pathlib.Path | None = None,
    env: dict[str, str] | None = None,
) -> None:
    try:
        subprocess.run(command, cwd=cwd, env=env, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(str(error)) from None


def say(text: str) -> None:
    """Progress does not mix with the table."""
    print(text, file=sys.stderr, flush=True)
