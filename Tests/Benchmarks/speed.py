#!/usr/bin/env python3
"""speed.py FOLDER: the table of what speed.sh has measured, medians of the rounds."""
import os
import re
import statistics
import sys


def figures(folder, name, key):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [float(m.group(1)) for m in re.finditer(rf"\b{key}=([\d.]+)", lines.read())]


def main():
    folder = sys.argv[1]
    print("\n| layers | program | characters a second | lowest to highest | ratio | memory peak, MB |\n|---|---|---|---|---|---|")
    for layers in ("names", "all"):
        peer = statistics.median(figures(folder, f"peer.{layers}", "rate"))
        for key, name in (("peer", "peer"), ("v4", "Svodka, AVX-512"), ("v3", "Svodka held to AVX2"), ("base", "Svodka held to SSE2"),
                          ("one", "Svodka, one thread"), ("two", "Svodka, two threads, by the clock")):
            rates = figures(folder, f"{key}.{layers}", "rate")
            peaks = figures(folder, f"{key}.{layers}", "peak_mb")
            rate = statistics.median(rates)
            print(f"| {layers} | {name} | {rate:,.0f} | {min(rates):,.0f} to {max(rates):,.0f} | {rate / peer:.1f} | {max(peaks):.0f} |")
    print("\n| layers | first answer, ms: Svodka | peer |\n|---|---|---|")
    for layers in ("names", "all"):
        ours, theirs = figures(folder, f"first.{layers}", "ready_ms"), figures(folder, f"peer-first.{layers}", "ready_ms")
        print(f"| {layers} | {statistics.median(ours):.0f} ({min(ours):.0f} to {max(ours):.0f}) | {statistics.median(theirs):.0f} |")
    print("\nThe matrix kernel, thousand million operations a second, and its share of the peak measured in turn:\n")
    with open(os.path.join(folder, "kernel"), encoding="utf-8") as lines:
        for line in lines:
            print("* " + line.strip())


if __name__ == "__main__":
    main()
