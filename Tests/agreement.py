#!/usr/bin/env python3
"""agreement.py SVODKA SHARED

Holds `svodka evaluate` against the independent scorers in SHARED/tools on the sets in SHARED/data/dev: precision, recall, F1 and
counts have to be the same to the third digit. The outputs compared are gold itself, damaged in many seeded ways, so that every rule is met
(optional gold, superseded figures, tolls of zero, other names of a holder, doubled and displaced findings) whatever the analyzers find.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

LINE = re.compile(r"^(.+?)\s+P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+).*\((\d+) right of (\d+) found, (\d+) in gold\)")
SHARE = re.compile(r"^(\S+)\s+([\d.]+)\s+\((\d+) of (\d+) (?:matched figures|left clean)\)|^documents with .*\((\d+) of (\d+) left clean\)")


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def figure(g, text, rng):
    at = text.find(g["evidence"])
    f = {"start": at, "end": at + len(g["evidence"]), "evidence": g["evidence"]}
    f.update({k: g[k] for k in ("kind", "low", "high", "qualifier", "scope")})
    for key in ("victims", "claimed_by"):
        f[key] = {"text": g[key], "canonical": g[key]} if g.get(key) else None
    f["superseded_by"] = "x" if g.get("superseded") and rng.random() < 0.5 else None
    roll = rng.random()
    if roll < 0.08:
        f["kind"] = rng.choice(["killed", "wounded", "affected"])
    elif roll < 0.16:
        f["low"] = f["low"] + 1
    elif roll < 0.24:
        f["start"], f["end"] = f["end"], f["end"] + 3
    elif roll < 0.32:
        f["qualifier"] = "about"
    elif roll < 0.40:
        f["claimed_by"] = rng.choice([None, {"text": "police"}, {"text": (g.get("claimed_by") or "МИД").split()[-1]}])
    elif roll < 0.48:
        f["victims"] = rng.choice([None, {"text": "people"}, {"text": "человек"}, {"text": "civilians"}])
    elif roll < 0.52:
        f["high"] = None
    return f


def stance(g, text, rng):
    at = text.find(g["evidence"])
    name = g.get("holder_canonical") or g["holder"]
    roll = rng.random()
    label = g["label"]
    if roll < 0.1:
        name = rng.choice(["МИД", "Kremlin", "президент", name[:-1]])
    elif roll < 0.2:
        label = rng.choice(["support", "oppose", "conditional", "neutral"])
    elif roll < 0.3:
        name = name.split()[-1] + rng.choice(["", "а", "ом", "ой", "s"])
    return {"start": at, "end": at + len(g["evidence"]), "evidence": g["evidence"], "label": label,
            "holder": {"text": g["holder"] if roll > 0.6 else name, "canonical": rng.choice([name, None])}}


def entities(d, rng):
    groups = {}
    at = 0
    for e in d["entities"]:
        start = e.get("start")
        if start is None:
            start = d["text"].find(e["text"], at)
            at = start + 1
        end = e.get("end", start + len(e.get("text") or ""))
        roll = rng.random()
        kind = rng.choice(["PER", "LOC", "ORG", "MISC"]) if roll < 0.1 else e["type"]
        if roll > 0.9:
            continue
        if roll > 0.8:
            end += 1
        key = (kind, e.get("canonical") if rng.random() < 0.9 else start)
        groups.setdefault(key, []).append({"start": start, "end": end, "text": d["text"][start:end]})
        if roll > 0.75:
            groups[key].append(groups[key][-1])
    return [{"type": k[0], "name": str(k[1]), "mentions": m} for k, m in groups.items()]


def output(name, docs, rng):
    out = []
    for d in docs:
        if rng.random() < 0.03:
            continue
        if name == "entity-counts":
            found = entities(d, rng)
        else:
            make = figure if name == "casualty-figures" else stance
            found = [make(g, d["text"], rng) for g in d["gold"] if rng.random() < 0.88]
            found += [make(g, d["text"], rng) for g in d["gold"] if rng.random() < 0.1]
            if name == "casualty-figures" and rng.random() < 0.15:
                found.append({"start": 0, "end": 5, "evidence": d["text"][:5], "kind": "wounded", "low": 0, "high": 0,
                              "qualifier": "exact", "scope": "incident", "victims": None, "claimed_by": None})
            if name == "talks-stance" and rng.random() < 0.1:
                found.append({"start": 0, "end": 5, "evidence": d["text"][:5], "label": "support",
                              "holder": {"text": "Moscow", "canonical": "Moscow"}})
            rng.shuffle(found)
        out.append({"id": d["id"], "findings": {name: found}})
    return out


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def ours(report):
    def counts(t):
        return tuple(f"{t[k] or 0:.3f}" for k in ("precision", "recall", "f1")) + tuple(t[k] for k in ("right", "found", "gold"))
    table = {k: counts(v) for k, v in report["labels"].items()}
    for ours_key, theirs in (("all", "all"), ("any_label", "holder found, any label"), ("in_full", "full (with qualifier, scope)"),
                             ("all_places", "entities counted right")):
        if report.get(ours_key):
            table[theirs] = counts(report[ours_key])
    shares = {k: (v["count"], v["of"]) for k, v in report["details"].items()}
    shares["clean"] = (report["clean"]["count"], report["clean"]["of"])
    return table, shares


def theirs(text):
    table, shares = {}, {}
    for line in text.splitlines():
        m = LINE.match(line)
        if m:
            name = m.group(1).strip()
            key = "all" if name in ("figures", "stances", "mentions") else name
            table[key] = m.group(2, 3, 4) + tuple(int(x) for x in m.group(5, 6, 7))
            continue
        m = SHARE.match(line)
        if m:
            shares[m.group(1) or "clean"] = tuple(int(x) for x in (m.group(3, 4) if m.group(1) else m.group(5, 6)))
    return table, shares


def main():
    program, shared = sys.argv[1:3]
    rounds = int(os.environ.get("ROUNDS", "4"))
    compared = differ = 0
    sets = [("casualty-figures", "casualties", "score_casualties.py"), ("talks-stance", "stance", "score_stance.py"),
            ("entity-counts", "entities", "score_entities.py")]
    with tempfile.TemporaryDirectory() as folder:
        for name, data, scorer in sets:
            for lang in ("en", "ru"):
                gold = f"{shared}/data/dev/{data}.{lang}.jsonl"
                for seed in range(rounds):
                    path = f"{folder}/out.jsonl"
                    with open(path, "w", encoding="utf-8") as f:
                        for row in output(name, rows(gold), random.Random(seed)):
                            f.write(json.dumps(row, ensure_ascii=False) + "\n")
                    a = ours(json.loads(run([program, "evaluate", "--gold", gold, path, "--analyzer", name, "--format", "json"])))
                    b = theirs(run([sys.executable, f"{shared}/tools/{scorer}", gold, path]))
                    for x, y in zip(a, b):
                        for key in y:
                            compared += 1
                            if x.get(key) != y[key]:
                                differ += 1
                                print(f"DIFFER {data}.{lang} round {seed}, {key}: {x.get(key)} here, {y[key]} there")
    print(f"agreement with the scorers: {compared - differ} of {compared} lines the same")
    sys.exit(1 if differ or not compared else 0)


if __name__ == "__main__":
    main()
