#!/usr/bin/env python3
"""scale.py [COUNT …] : many documents through one process

For each COUNT (1000 and 100000 by default) makes that many documents of 2 KB, analyzes them with one thread and with two, and
prints documents a second, peak memory, and whether both runs gave the same bytes. SVODKA names the program, SVODKA_MODELS the
models as always.
"""
import datetime
import hashlib
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def analyzed(program, pipeline, width, source):
    """Seconds, peak resident MB and the digest of the output."""
    digest = hashlib.sha256()
    start = time.monotonic()
    process = subprocess.Popen([program, "analyze", "--pipeline", pipeline, "--width", str(width), source], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    while chunk := process.stdout.read(1 << 20):
        digest.update(chunk)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"scale.py: {program} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss / 1024, digest.hexdigest()


def main():
    program = os.environ.get("SVODKA", os.path.join(HERE, "../../.build/release/svodka"))
    counts = [int(argument) for argument in sys.argv[1:]] or [1000, 100000]
    print(f"{datetime.date.today()}  {os.uname().machine}  {os.cpu_count()} cores")
    print(subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0])
    print("| documents | threads | seconds | documents/s | peak MB | output |")
    print("|---:|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as work:
        pipeline = os.path.join(work, "three.yaml")
        with open(pipeline, "w", encoding="utf-8") as out:
            out.write("svodka: 1\nsteps: [entity-counts, casualty-figures, talks-stance]\n")
        for count in counts:
            source = os.path.join(work, "documents.jsonl")
            with open(source, "wb") as out:
                subprocess.run([sys.executable, os.path.join(HERE, "generate_documents.py"), str(count)], stdout=out, check=True)
            digests = set()
            for width in (1, 2):
                seconds, peak, digest = analyzed(program, pipeline, width, source)
                digests.add(digest)
                print(f"| {count} | {width} | {seconds:.1f} | {count / seconds:.0f} | {peak:.0f} | {digest[:12]} |", flush=True)
            if len(digests) > 1:
                sys.exit("scale.py: the number of threads changed the output")


if __name__ == "__main__":
    main()
