"""Compares `hoctap count` with its peers in paired rounds: `count_rounds.py TOOL PYTHON ROUNDS`.

Each round runs every command once, so that what else the machine does falls on all of them; ratios are
of one round, and their medians are printed. CPU is user and system time of the whole process.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

ROWS = 10_000_000
HERE = pathlib.Path(__file__).parent
FOLDER = pathlib.Path(".build/count")


class Command:
    def __init__(self, name, arguments, statuses=(0,)):
        self.name, self.arguments, self.statuses = name, [str(part) for part in arguments], statuses
        self.cpu, self.wall, self.memory = [], [], []

    def run(self):
        begin = time.monotonic()
        with open(os.devnull, "w") as nothing:
            process = subprocess.Popen(self.arguments, stdout=nothing, stderr=nothing)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in self.statuses:
            sys.exit(f"{self.arguments} ended with {process.returncode}")
        self.wall.append(time.monotonic() - begin)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)

    def line(self):
        return (
            f"  {self.name:30} CPU {statistics.median(self.cpu):6.3f} s   "
            f"wall {statistics.median(self.wall):6.3f} s   peak {max(self.memory):6.1f} MiB"
        )


def roster(kind, rows=ROWS):
    path = FOLDER / f"{kind}-{rows}.csv"
    if not path.exists():
        part = path.with_suffix(".part")
        script = [sys.executable, HERE / "roster_file.py", kind, str(rows), part]
        subprocess.run(script, check=True)
        part.rename(path)
    return path


def tool(path, threads, name, statuses=(0,)):
    results = ["--output", FOLDER / "counts.csv", "--rejects", FOLDER / "rejects.csv"]
    options = ["--period", "2022", "--threads", threads]
    return Command(name, [TOOL, "count", path, *results, *options], statuses)


def peer(which, threads, mode, path):
    counts = FOLDER / f"{which}.csv"
    script = [PYTHON, HERE / "count_peer.py", which, threads, mode, path, counts]
    return Command(f"{which}, {threads} threads", script)


def compare(title, commands, rounds, measure="cpu"):
    """Medians of the ratios of each command to the first."""
    for _ in range(rounds):
        for command in commands:
            command.run()
    print(title)
    first = getattr(commands[0], measure)
    for command in commands:
        ratios = [one / base for one, base in zip(getattr(command, measure), first)]
        print(f"{command.line()}   {measure} x {statistics.median(ratios):.2f}")


def check_counts(which):
    # Not read here: a process begins with the memory of the one that starts it.
    compared = subprocess.run(["cmp", FOLDER / "counts.csv", FOLDER / which], stdout=sys.stderr)
    print(f"  counts equal those of {which}: {compared.returncode == 0}")


def growth(rounds):
    sizes = [1, 2, 4, 8]
    commands = [tool(roster("plain", size * 1_000_000), 2, f"{size} million rows") for size in sizes]
    compare("growth, 2 threads", commands, rounds)


def main(rounds):
    FOLDER.mkdir(parents=True, exist_ok=True)
    plain, quoted, malformed = (roster(kind) for kind in ("plain", "quoted", "malformed"))
    one = tool(plain, 1, "hoctap, 1 thread")
    lines = Command("wc -l", ["wc", "-l", plain])
    clean = [peer(which, 1, "clean", plain) for which in ("duckdb", "polars")]
    compare("clean, one core", [one, lines, *clean], rounds)
    print(f"  hoctap / wc -l: {statistics.median(a / b for a, b in zip(one.cpu, lines.cpu)):.2f}")
    check_counts("duckdb.csv")
    compare(
        "clean, two cores",
        [tool(plain, 2, "hoctap, 2 threads")]
        + [peer(which, 2, "clean", plain) for which in ("duckdb", "polars")],
        rounds, "wall")
    compare(
        "malformed rows rejected, one core",
        [tool(malformed, 1, "hoctap, 1 thread", (1,))]
        + [peer(which, 1, "rejects", malformed) for which in ("duckdb", "polars")],
        rounds)
    rejects = (FOLDER / "rejects.csv").read_text().count("\n") - 1
    peers = {name: (FOLDER / f"{name}.csv.lines").read_text() for name in ("duckdb", "polars")}
    named = ", ".join(f"{name} {len(set(text.split()[1:]))}" for name, text in peers.items())
    print(f"  malformed rows named of {ROWS // 100_000}: hoctap {rejects}, {named}")
    base = tool(plain, 1, "plain")
    compare(
        "kinds of file, one core",
        [base, tool(quoted, 1, "quoted"), tool(malformed, 1, "malformed", (1,))], rounds)
    print(f"  quoted is {quoted.stat().st_size / plain.stat().st_size:.2f} times as long")
    growth(rounds)


TOOL, PYTHON = sys.argv[1:3]
main(int(sys.argv[3]))
