#!/usr/bin/env python3
"""links.py SVODKA WORDS.tsv [COUNT]

Measures the links of `svodka resolve` on people whose identity is known: COUNT of them (20,000), each named once in English and
once in Russian, by a given name of generate_names.py and a surname of the rows `latin TAB cyrillic TAB count` that
Tests/NameTraining holds back. One in five is named by an initial in one of the two documents. A link is right when it joins two
names of one person, or of two people who are called alike in both languages; it is false otherwise. Prints precision and recall
for the links of each score and more. The same people for the same COUNT.
"""
import json
import random
import subprocess
import sys
import tempfile

from generate_names import EN_GIVEN, RU_GIVEN
from names import held_back


def people(path, count):
    rows = [line.rstrip("\n") for line in open(path, encoding="utf-8") if line.count("\t") == 2]
    surnames = [line.split("\t")[:2] for line in rows if held_back(line)]
    surnames = [(latin, cyrillic) for latin, cyrillic in surnames if len(latin) > 3 and len(cyrillic) > 3]
    rng = random.Random(count)
    for number in range(count):
        latin, cyrillic = surnames[int(len(surnames) * rng.random() ** 1.3)]
        given = rng.randrange(len(EN_GIVEN))
        names = [f"{EN_GIVEN[given]} {latin.title()}", f"{RU_GIVEN[given]} {cyrillic.title()}"]
        if rng.random() < 0.2:
            side = rng.randrange(2)
            first, last = names[side].split(" ", 1)
            names[side] = f"{first[0]}. {last}"
        yield number, names, (given, latin, cyrillic)


def main():
    svodka, path = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    owner, spelled, wanted, byname = {}, {}, 0, {}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for number, names, bearer in people(path, count):
            ids = []
            for name in names:
                if name not in byname:
                    byname[name] = f"n{len(byname):07d}"
                    row = {"id": byname[name], "name": name, "type": "PER", "ambiguous_with": []}
                    out.write(json.dumps({"id": byname[name], "findings": {"entity-counts": [row]}}, ensure_ascii=False) + "\n")
                owner.setdefault(byname[name], set()).add(bearer)
                spelled[byname[name]] = name
                ids.append(byname[name])
            wanted += 1
        out.flush()
        run = subprocess.run([svodka, "resolve", out.name], capture_output=True, text=True, check=True)
    links = [json.loads(line) for line in run.stdout.splitlines()]
    top = {link["from"]: link["to"] for link in links}
    for score in [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9]:
        kept = [link for link in links if link["score"] >= score]
        right = sum(1 for link in kept if alike(owner[link["from"]], owner[link["to"]]))
        joined = {link["from"]: link["to"] for link in kept}
        found = sum(1 for _, names, _ in people(path, count) if root(byname[names[0]], joined) == root(byname[names[1]], joined))
        print(f"score {score:.2f}: {len(kept)} links, precision {right / max(1, len(kept)):.4f}, recall {found / wanted:.4f}")
    false = [link for link in links if not alike(owner[link["from"]], owner[link["to"]])]
    random.Random(1).shuffle(false)
    for link in false[:12]:
        print(f"FALSE {spelled[link['from']]} -> {spelled[link['to']]} {link['reason']} {link['score']}")
    joined = {link["from"]: link["to"] for link in links}
    missed = [names for _, names, _ in people(path, count) if root(byname[names[0]], joined) != root(byname[names[1]], joined)]
    random.Random(2).shuffle(missed)
    for names in missed[:12]:
        print("MISSED " + " ~ ".join(names))
    assert all(top[link["from"]] == link["to"] for link in links)


def alike(one, other):
    """True of one person, and of two who are called alike in one of the languages."""
    return any(a[0] == b[0] and (a[1] == b[1] or a[2] == b[2]) for a in one for b in other)


def root(name, links):
    while name in links:
        name = links[name]
    return name


if __name__ == "__main__":
    main()
