#!/usr/bin/env python3
"""How fast this crate is beside other programs, on the same networks.

    python3 benches/peers/compare.py             # everything: hours
    python3 benches/peers/compare.py --quick     # 3 rounds
    python3 benches/peers/compare.py --networks resnet_v2_50 --runs 1x1

Prints a markdown table and writes the same as JSON. See README.md.
"""

import argparse
import array
import datetime
import functools
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time
from dataclasses import asdict, dataclass

from prepare import HERE, Workshop, say

NETWORKS = [
    "resnet_v2_50",
    "resnet50",
    "resnet18",
    "resnext50_32x4d",
    "resnet50d",
    "seresnet50",
    "cifar_resnet20_a",
    "cifar_resnet20_b",
    "digits",
]
PEERS = ["onnxruntime", "openvino", "torch", "tract", "rten"]
RUNS = ["1x1", "2x1", "2x8"]
ROUNDS, QUICK_ROUNDS = 20, 3
# Of outputs, relative to the largest one.
TOLERANCE = 1e-4
# Share of the cores' time that others may take.
BUSY = 0.05
# A worker that has not finished by then hangs.
TIMEOUT = 600


@dataclass(frozen=True)
class Case:
    network: str
    threads: int
    batch: int

    def __str__(self) -> str:
        return f"{self.network}, {self.threads}x{self.batch}"


@dataclass
class Row:
    network: str
    threads: int
    batch: int
    peer: str
    ours_min_ms: float | None
    ours_median_ms: float | None
    peer_min_ms: float | None
    peer_median_ms: float | None
    # Our time over the peer's: below 1, ours is faster.
    ratio_min: float | None
    ratio_median: float | None
    # Why a side has no times.
    absent: str | None


class Absent(Exception):
    """A worker that cannot run a case."""


class Comparison:
    def __init__(self, workshop: Workshop, cores: list[int], seconds: float) -> None:
        self.workshop = workshop
        self.cores = cores
        self.seconds = seconds
        self.versions: dict[str, str] = {}

    def work(self, peer: str, case: Case, *options: str) -> dict[str, object]:
        """Runs one worker to its end: never do two exist at a time."""
        command = self.workshop.worker(peer, case.network)
        command += ["--threads", str(case.threads), "--batch", str(case.batch), *options]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            env={**os.environ, "OMP_NUM_THREADS": str(case.threads), "RUST_BACKTRACE": "0"},
            preexec_fn=functools.partial(os.sched_setaffinity, 0, self.cores[: case.threads]),
        )
        if done.returncode:
            lines = done.stderr.splitlines() or [f"exit status {done.returncode}"]
            reason = ([line for line in lines if "Error:" in line] or lines)[-1]
            raise Absent(f"fails: {reason[:200]}")
        answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
        if "absent" in answer:
            raise Absent(str(answer["absent"]))
        self.versions[peer] = str(answer["version"])
        return answer

    def check(self, peer: str, case: Case) -> None:
        """Compares the output with that of torch in f64."""
        expected = floats(self.workshop.networks / case.network / f"b{case.batch}.output.f32")
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "output"
            self.work(peer, case, "--dump", str(file))
            output = floats(file)
        if len(output) != len(expected):
            raise SystemExit(f"{peer}, {case}: {len(output)} outputs, not {len(expected)}")
        largest = max(map(abs, expected))
        error = max(abs(a - b) for a, b in zip(output, expected, strict=True)) / largest
        # Written so that NaN is wrong too.
        if not error <= TOLERANCE:
            raise SystemExit(f"{peer}, {case}: output differs by {error:.1e}")

    def available(self, case: Case, peers: list[str]) -> dict[str, str | None]:
        """Of ours and the peers, the reason why each cannot run the case."""
        reasons: dict[str, str | None] = {}
        for peer in ["ours", *peers]:
            try:
                self.check(peer, case)
                reasons[peer] = None
            except Absent as absent:
                say(f"{peer}, {case}: {absent}")
                reasons[peer] = str(absent)
        return reasons

    def measure(self, case: Case, peers: list[str], rounds: int) -> dict[str, list[float]]:
        """Milliseconds of every inference of every peer. The order of a round
        is turned around in the next, so that neighbours in time change."""
        times: dict[str, list[float]] = {peer: [] for peer in peers}
        options = ["--seconds", str(self.seconds)]
        for number in range(rounds):
            say(f"{case}: round {number + 1} of {rounds}")
            for peer in peers if number % 2 == 0 else reversed(peers):
                some = self.work(peer, case, *options)["times_ms"]
                assert isinstance(some, list)
                times[peer] += some
        return times


def floats(file: pathlib.Path) -> list[float]:
    return list(array.array("f", file.read_bytes()))


def rows(case: Case, reasons: dict[str, str | None], times: dict[str, list[float]]) -> list[Row]:
    def of(peer: str) -> tuple[float, float] | tuple[None, None]:
        some = times.get(peer)
        return (min(some), statistics.median(some)) if some else (None, None)

    def ratio(peer: float | None, ours: float | None) -> float | None:
        return None if peer is None or ours is None else ours / peer

    result = []
    ours = of("ours")
    for peer in reasons:
        if peer == "ours":
            continue
        theirs = of(peer)
        ratios = ratio(theirs[0], ours[0]), ratio(theirs[1], ours[1])
        absent = [f"{side}: {reasons[side]}" for side in ("ours", peer) if reasons[side]]
        row = Row(
            **asdict(case),
            peer=peer,
            ours_min_ms=ours[0],
            ours_median_ms=ours[1],
            peer_min_ms=theirs[0],
            peer_median_ms=theirs[1],
            ratio_min=ratios[0],
            ratio_median=ratios[1],
            absent="; ".join(absent) or None,
        )
        result.append(row)
    return result


def print_row(row: Row) -> None:
    def number(value: float | None) -> str:
        if value is None:
            return "-"
        return f"{value:.4g}" if value < 1e4 else f"{value:.0f}"

    def per_second(value: float | None) -> str:
        return number(None if value is None else row.batch * 1e3 / value)

    def ratio(value: float | None) -> str:
        return "-" if value is None else f"{value:.2f}"

    milliseconds = [row.ours_min_ms, row.ours_median_ms, row.peer_min_ms, row.peer_median_ms]
    cells = [row.network, str(row.threads), str(row.batch), row.peer]
    cells += [number(value) for value in milliseconds]
    cells += [per_second(value) for value in (row.ours_min_ms, row.peer_min_ms)]
    cells += [ratio(value) for value in (row.ratio_min, row.ratio_median)]
    print(f"| {' | '.join(cells)} | {row.absent or ''} |", flush=True)


HEADER = """\
| network | threads | batch | peer | ours min ms | median | peer min ms | median \
| ours images/s | peer images/s | ratio of minima | of medians | absent |
|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---|"""


def cpu() -> str:
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def busy(cores: list[int]) -> float:
    """The share of a second in which these cores did something."""

    def ticks() -> tuple[int, int]:
        lines = pathlib.Path("/proc/stat").read_text().splitlines()
        cells = [line.split() for line in lines]
        names = {f"cpu{core}" for core in cores}
        ours = [[int(cell) for cell in line[1:9]] for line in cells if line[0] in names]
        # The fourth is idle time, the fifth idle time with input or output waiting.
        return sum(map(sum, ours)), sum(line[3] + line[4] for line in ours)

    total, idle = ticks()
    time.sleep(1)
    total_then, idle_then = ticks()
    return 1 - (idle_then - idle) / max(total_then - total, 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--networks", nargs="+", choices=NETWORKS, default=NETWORKS)
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=PEERS)
    parser.add_argument("--runs", nargs="+", default=RUNS, help="THREADSxBATCH")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds")
    parser.add_argument("--seconds", type=float, default=0.7, help="of a worker in a round")
    parser.add_argument("--cores", type=int, nargs="+", default=sorted(os.sched_getaffinity(0)))
    parser.add_argument("--cache", type=pathlib.Path, default=HERE / ".cache")
    parser.add_argument("--json", type=pathlib.Path, help="default: result.json in the cache")
    return parser.parse_args()


def main() -> None:
    args = arguments()
    rounds = QUICK_ROUNDS if args.quick else args.rounds
    cases = []
    for network in args.networks:
        for run in args.runs:
            threads, batch = map(int, run.split("x"))
            if threads > len(args.cores):
                raise SystemExit(f"{threads} threads need as many cores")
            cases.append(Case(network, threads, batch))

    workshop = Workshop(args.cache)
    workshop.install()
    workshop.export(args.networks, args.runs, "torch" in args.peers)
    workshop.build(rust_peers=not {"tract", "rten"}.isdisjoint(args.peers))

    comparison = Comparison(workshop, args.cores, args.seconds)
    say("comparing outputs")
    reasons = {case: comparison.available(case, args.peers) for case in cases}

    file = args.json or workshop.cache / "result.json"
    results: list[Row] = []
    print(HEADER, flush=True)
    for case in cases:
        if (share := busy(args.cores)) > BUSY:
            say(f"other programs take {share:.0%} of these cores: the times will not be good")
        able = [peer for peer, reason in reasons[case].items() if reason is None]
        for row in rows(case, reasons[case], comparison.measure(case, able, rounds)):
            print_row(row)
            results.append(row)
        report = {
            "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "cpu": cpu(),
            "cores": args.cores,
            "rounds": rounds,
            "seconds": args.seconds,
            "versions": comparison.versions,
            "rows": [asdict(row) for row in results],
        }
        # After each case, for those who do not wait for the last one.
        file.write_text(json.dumps(report, indent=1) + "\n")
    print(f"\n{cpu()}; " + ", ".join(f"{peer} {v}" for peer, v in comparison.versions.items()))
    say(f"written to {file}")


if __name__ == "__main__":
    main()
