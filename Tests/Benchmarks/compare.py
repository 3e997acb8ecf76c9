#!/usr/bin/env python3
"""compare.py [--rounds N] [--title TEXT] [--note TEXT]… [--version NAME=COMMAND]… [--save FILE] NAME=COMMAND NAME=COMMAND…

Times programs against each other: each command is a whole process (start, work, end), they take turns, round after round, so that
what else the machine does falls on all alike. The first round warms the caches and does not count. Printed are the medians over the rounds of
time by the clock and of the processor (children included), the most memory held, and for each program the median over the rounds of
its ratio to the first one (memory is told from about 15 MiB upwards, that of this script): 2.0 means that it took twice as long in the same round. Commands run under `sh -c`; one that fails ends the
comparison. `--save` adds the result to a file of results, below those that are there.
"""
import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as f:
            name = next(line.split(":", 1)[1].strip() for line in f if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.machine()
    return f"{name}, {len(os.sched_getaffinity(0))} processors"


def memory():
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def once(name, command):
    """Seconds by the clock, seconds of the processor, MiB of the largest process."""
    with tempfile.TemporaryFile() as log:
        start = time.monotonic()
        process = subprocess.Popen(["sh", "-c", command], stdout=subprocess.DEVNULL, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            sys.exit(f"compare.py: {name} ended with {process.returncode}: {log.read()[-2000:].decode(errors='replace')}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pair(text):
    name, sep, command = text.partition("=")
    if not sep or not name or not command:
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=COMMAND")
    return name, command


def table(commands, measured):
    lines = ["| program | time, s | from … to | processor, s | memory, MiB | times the first |",
             "|---|---:|---:|---:|---:|---:|"]
    first = measured[commands[0][0]]
    for name, _ in commands:
        rounds = measured[name]
        clock = [r[0] for r in rounds]
        ratio = statistics.median(a[0] / b[0] for a, b in zip(rounds, first))
        lines.append(f"| {name} | {statistics.median(clock):.3f} | {min(clock):.3f} … {max(clock):.3f} | "
                     f"{statistics.median(r[1] for r in rounds):.3f} | {max(r[2] for r in rounds):.0f} | {ratio:.2f} |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--title", default="Comparison")
    parser.add_argument("--note", action="append", default=[])
    parser.add_argument("--version", action="append", default=[], type=pair, metavar="NAME=COMMAND")
    parser.add_argument("--save", metavar="FILE")
    parser.add_argument("commands", nargs="+", type=pair, metavar="NAME=COMMAND")
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("--rounds is at least 1")
    if len({name for name, _ in arguments.commands}) < len(arguments.commands):
        parser.error("two programs have one name")

    load = os.getloadavg()[0]
    measured = {name: [] for name, _ in arguments.commands}
    for number in range(arguments.rounds + 1):
        for name, command in arguments.commands:
            result = once(name, command)
            if number:
                measured[name].append(result)
            print(f"round {number}, {name}: {result[0]:.2f} s", file=sys.stderr)

    lines = [f"## {arguments.title}, {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}", ""]
    lines += [*arguments.note, ""] if arguments.note else []
    lines += table(arguments.commands, measured)
    lines += ["", f"{arguments.rounds} rounds in turn after one that does not count, whole processes. {processor()}, {memory()}; "
              f"{platform.system()} {platform.release()}; load when it began {load:.1f}."]
    versions = []
    for name, command in arguments.version:
        said = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        versions.append(f"{name} {(said.stdout.strip() or 'unknown').splitlines()[0]}")
    if versions:
        lines.append("Versions: " + ", ".join(versions) + ".")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.save:
        os.makedirs(os.path.dirname(arguments.save) or ".", exist_ok=True)
        begun = os.path.exists(arguments.save) and os.path.getsize(arguments.save) > 0
        with open(arguments.save, "a", encoding="utf-8") as f:
            f.write(("\n" if begun else "") + text)


if __name__ == "__main__":
    main()
