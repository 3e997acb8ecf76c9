#!/usr/bin/env python3
"""lost_case.py SVODKA SHARED

What is still found in texts that have lost their case: the development sets of SHARED/data/dev as they are, in capitals, and in small letters,
through the program and the scorers of SHARED/tools. Scorers compare without case. Set SVODKA_MODELS to measure with models.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LINE = re.compile(r"(?m)^(\S.*?) +(?:P [\d.]+ +R [\d.]+ +F1 )?([01]\.\d+)")


def changed(text, case):
    """Character by character, so that offsets stay; ß and its like stay as they are."""
    return "".join(case(c) if len(case(c)) == 1 else c for c in text)


def main():
    program, shared = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        rows, output = Path(folder) / "rows.jsonl", Path(folder) / "output.jsonl"
        for language in ("en", "ru"):
            for name in ("casualties", "stance", "entities"):
                gold = shared / "data" / "dev" / f"{name}.{language}.jsonl"
                documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
                for label, case in (("as it is", str), ("capitals", str.upper), ("small letters", str.lower)):
                    rows.write_text("".join(
                        json.dumps({"id": d["id"], "lang": language, "text": changed(d["text"], case)}, ensure_ascii=False) + "\n"
                        for d in documents), encoding="utf-8")
                    subprocess.run([program, "analyze", "-o", output, rows], check=True, stderr=subprocess.DEVNULL)
                    scorer = shared / "tools" / f"score_{name}.py"
                    told = subprocess.run([sys.executable, scorer, gold, output], check=True, capture_output=True, text=True)
                    scores = ", ".join(f"{what.strip()} {score}" for what, score in LINE.findall(told.stdout))
                    print(f"{gold.stem} {label}: {scores}", flush=True)


if __name__ == "__main__":
    main()
