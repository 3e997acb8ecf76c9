"""What the scripts that run a peer share: the texts, the measuring of a rate, and the command line."""
import json
import resource
import sys
import time


def texts(files):
    for path in files:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def report_speed(wanted, runs, files, prepare):
    """Prints characters a second of processor time; `prepare` gives the function that reads all texts, before each run."""
    every = list(texts(files))
    characters = sum(map(len, every))
    times = []
    peak = 0
    for _ in range(runs):
        read = prepare()
        start = time.process_time()
        read(every)
        times.append(time.process_time() - start)
        peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rate = int(characters / sorted(times)[len(times) // 2])
    print(f"layers={wanted} threads=1 characters={characters} runs={runs} rate={rate} peak_mb={peak}")


def report_first(answer):
    start = time.monotonic()
    answer()
    print(f"ready_ms={(time.monotonic() - start) * 1000:.0f}")


def run(usage, layers, speed, first):
    match sys.argv[1:]:
        case ["layers", *files]:
            layers(files)
        case ["speed", wanted, runs, *files]:
            speed(wanted, int(runs), files)
        case ["first", wanted]:
            first(wanted)
        case _:
            sys.exit(usage)
