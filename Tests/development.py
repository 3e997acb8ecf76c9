#!/usr/bin/env python3
"""development.py SVODKA SHARED [--tables] [--update] [--allow-regression]

Runs SVODKA over the development sets in SHARED/data/dev and holds it to three things:
* no F1 below the least that is asked of the program (LEAST);
* no F1 below the floor pinned in Tests/Fixtures/gold/floors.development.json, where the set is the one it was pinned with;
* `svodka evaluate` and the scorer in SHARED/tools give the same figures for the same output, to the third digit.
`--tables` prints what the scorers print. `--update` pins what is measured, less a margin.
"""
import json
import os
import subprocess
import sys
import tempfile

from agreement import ours, rows, theirs

FLOORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Fixtures/gold/floors.development.json")
MARGIN = "0.05"
# set, analyzer, scorer, the least F1
SETS = [("casualties", "casualty-figures", "score_casualties.py", 0.45), ("stance", "talks-stance", "score_stance.py", 0.25),
        ("entities", "entity-counts", "score_entities.py", 0.60)]


def run(command, fails_with=()):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and done.returncode not in fails_with:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return done


def measure(program, shared, name, lang, analyzer, scorer, options, folder):
    """The failures of one set, as lines."""
    gold, out = f"{shared}/data/dev/{name}.{lang}.jsonl", f"{folder}/{name}.{lang}.jsonl"
    texts = [{"id": row["id"], "text": row["text"]} for row in rows(gold)]
    with open(f"{folder}/in.jsonl", "w", encoding="utf-8") as f:
        f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in texts)
    run([program, "analyze", "--format", "jsonl", "-o", out, f"{folder}/in.jsonl"])
    scored = run([sys.executable, f"{shared}/tools/{scorer}", gold, out]).stdout
    evaluated = run([program, "evaluate", "--gold", gold, out, "--analyzer", analyzer, "--format", "json", "--gate", FLOORS,
                     *(["--update", "--margin", MARGIN] if "--update" in options else []),
                     *(["--allow-regression"] if "--allow-regression" in options else [])], fails_with=(74,))
    report = json.loads(evaluated.stdout)
    failures = []
    same = of = 0
    for a, b in zip(ours(report), theirs(scored)):
        for key, value in b.items():
            of += 1
            same += a.get(key) == value
            if a.get(key) != value:
                failures.append(f"{name}.{lang}, {key}: evaluate has {a.get(key)}, {scorer} {value}")
    if evaluated.returncode and "[O104]" in evaluated.stderr:
        floor = "no floor pinned for this set"
    elif evaluated.returncode:
        floor = "BELOW ITS FLOOR"
        failures.append(evaluated.stderr.strip())
    else:
        floor = "floor pinned" if "--update" in options else "floor held"
    score = report["all"]
    low, high = score.get("interval") or (0, 0)
    print(f"{name + '.' + lang:<14} F1 {score['f1'] or 0:.3f} ({low:.3f} … {high:.3f}), {score['right']} right of {score['found']} found, "
          f"{score['gold']} in gold: {floor}; {same} of {of} lines as {scorer} has them")
    if "--tables" in options:
        print(f"\n```\n{scored.rstrip()}\n```\n")
    return failures, score["f1"] or 0


def main():
    program, shared, *options = sys.argv[1:]
    if not os.path.isdir(f"{shared}/data/dev"):
        sys.exit(f"development.py: there is no {shared}/data/dev")
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        for name, analyzer, scorer, least in SETS:
            for lang in ("en", "ru"):
                found, f1 = measure(program, shared, name, lang, analyzer, scorer, options, folder)
                failures += found
                if f1 < least:
                    failures.append(f"{name}.{lang}: F1 {f1:.3f} is below {least}, the least that is asked for")
    for line in failures:
        print(f"FAILED {line}", file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
