#!/usr/bin/env python3
"""processes.py [COUNT [TIMES]] : what a plugin in another language costs

Makes COUNT documents (2000) of 2 KB and runs them through a pipeline without analyzers and through a Python plugin that does
nothing, with 1 and with 4 processes, and with documents sent ahead; prints the best of TIMES runs (3), in turn: documents a second by the clock, and
milliseconds of processor time a document, of the program and of its plugins. SVODKA names the program.
"""
import datetime
import os
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.join(HERE, "../../Samples/plugins/python")
PLUGIN = """
import sys
sys.path.insert(0, {module!r})
from svodka_plugin import run
run(lambda document: [], name="nothing", batch={batch})
"""
CASES = [("no analyzer", None, None), ("a plugin, 1 process", 1, 1), ("a plugin, 4 processes", 4, 1), ("a plugin, 1 process, 8 sent ahead", 1, 8)]


def run(program, pipeline, source):
    """Seconds by the clock and of processor time, plugins included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run([program, "analyze", "--pipeline", pipeline, source], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, spent


def main():
    program = os.environ.get("SVODKA", os.path.join(HERE, "../../.build/release/svodka"))
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    print(f"{datetime.date.today()}  {os.uname().machine}  {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0])
    with tempfile.TemporaryDirectory() as work:
        source = os.path.join(work, "documents.jsonl")
        with open(source, "wb") as out:
            subprocess.run([sys.executable, os.path.join(HERE, "generate_documents.py"), str(count)], stdout=out, check=True)
        cases = []
        for number, (name, processes, batch) in enumerate(CASES):
            pipeline = os.path.join(work, f"{number}.yaml")
            with open(pipeline, "w", encoding="utf-8") as out:
                out.write("svodka: 1\nsteps: []\n" if processes is None else
                          f"svodka: 1\nsteps:\n  - process: {{command: ['{sys.executable}', '{number}.py'], processes: {processes}}}\n")
            with open(os.path.join(work, f"{number}.py"), "w", encoding="utf-8") as out:
                out.write(PLUGIN.format(module=MODULE, batch=batch))
            cases.append((name, pipeline, []))
        for _ in range(times):
            for _, pipeline, results in cases:
                results.append(run(program, pipeline, source))
        print("| documents go through | documents/s | processor ms a document |")
        print("|---|---:|---:|")
        for name, _, results in cases:
            clock, spent = min(r[0] for r in results), min(r[1] for r in results)
            print(f"| {name} | {count / clock:.0f} | {spent * 1000 / count:.2f} |")


if __name__ == "__main__":
    main()
