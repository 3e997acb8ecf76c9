#!/usr/bin/env python3
"""names.py SVODKA PAIRS.tsv… [--words WORDS.tsv] [--groups DOCUMENTS.jsonl]

Asks Svodka and its peers the same questions about names, in one run, and prints a table in Markdown.

PAIRS        rows `a TAB b TAB same|different`: precision, recall and F1 of "same", and how many look-alikes were joined.
--words      rows `latin TAB cyrillic TAB count`: of 1,000 Latin spellings the right one first, on the tenth of the rows that
             Tests/NameTraining holds back; Svodka's figure comes from `name-training measure`, which asks the same.
--groups     documents with gold mentions (`entities` with `start`, `end`, `canonical`): entities with exactly the right mentions.

The peers: the same surface in lower case; ICU's BGN romanisation with the edit distance over the longer name, at the threshold that
is best on the very file (in the peer's favour); Natasha's normal form, where Natasha is installed.
"""
import argparse
import collections
import json
import subprocess
import unicodedata


def plain(text):
    """Lower case without marks and points."""
    text = unicodedata.normalize("NFD", text.lower())
    return " ".join("".join(c for c in text if c.isalnum() or c.isspace() or c == "-").replace("-", " ").split())


def romanized(svodka, names):
    names = list(names)
    run = subprocess.run([svodka, "translit", "--scheme", "bgn", "-"], input="\n".join(names) + "\n", capture_output=True, text=True, check=True)
    lines = run.stdout.splitlines()
    assert len(lines) == len(names), "one line a name"
    return {name: plain(line) for name, line in zip(names, lines)}


def distance(a, b, limit=10**9):
    """Levenshtein's; anything over the limit where it is more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        left, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (x != y))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def natasha_normalizer():
    try:
        from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsSyntaxParser, Segmenter
        from natasha.doc import DocSpan
    except ImportError:
        return None
    segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
    morphology, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)

    def normal(text):
        document = Doc(text)
        document.segment(segmenter)
        document.tag_morph(morphology)
        document.parse_syntax(syntax)
        span = DocSpan(0, len(text), "PER", text)
        span.tokens = document.tokens
        span.normalize(vocabulary)
        return span.normal.lower()

    return normal


def row(name, gold, same):
    tp = sum(1 for g, s in zip(gold, same) if g and s)
    fp = sum(1 for g, s in zip(gold, same) if not g and s)
    fn = sum(1 for g, s in zip(gold, same) if g and not s)
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return f"| {name} | {p:.3f} | {r:.3f} | {2 * p * r / max(1e-9, p + r):.3f} | {fp} |"


def pairs(svodka, path, normal):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip() and not line.startswith("#")]
    gold = [cells[2] == "same" for cells in rows]
    print(f"\n## {path.split('/')[-1]}: {len(rows)} pairs, {sum(gold)} the same\n\n| | precision | recall | F1 | look-alikes joined |\n|---|---:|---:|---:|---:|")
    run = subprocess.run([svodka, "names", "--pairs", path], capture_output=True, text=True, check=True)
    found = [json.loads(line)["same"] for line in run.stdout.splitlines()]
    print(row("Svodka", gold, found))
    roman = romanized(svodka, dict.fromkeys(name for cells in rows for name in cells[:2]))
    shares = []
    for a, b, *_ in rows:
        one, other = roman[a], roman[b]
        shares.append(distance(one, other) / max(1, len(one), len(other)))
    best = max(sorted(set(shares)), key=lambda t: f1(gold, [s <= t for s in shares]))
    print(row(f"ICU BGN, edit distance to {best:.2f} of the length", gold, [s <= best for s in shares]))
    if normal:
        print(row("Natasha's normal form", gold, [normal(a) == normal(b) for a, b, *_ in rows]))
    print(row("same surface", gold, [plain(a) == plain(b) for a, b, *_ in rows]))


def f1(gold, same):
    tp = sum(1 for g, s in zip(gold, same) if g and s)
    return 2 * tp / max(1, sum(gold) + sum(same))


def held_back(line):
    """As NameRow.swift tells: a pair in ten, by FNV-1a over both spellings."""
    latin, cyrillic, _ = line.split("\t")
    value = 0xCBF29CE484222325
    for byte in f"{latin}\t{cyrillic}".encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (value >> 40) % 10 == 3


def words(svodka, path):
    rows = [line.rstrip("\n") for line in open(path, encoding="utf-8") if line.count("\t") == 2]
    held = [line.split("\t") for line in rows if held_back(line)]
    right = collections.defaultdict(set)
    for line in rows:
        latin, cyrillic, _ = line.split("\t")
        right[cyrillic].add(latin)
    latin = sorted({cells[0] for cells in held})
    asked = [cells for number, cells in enumerate(held) if number % 7 == 0]
    numbers = [number for number in range(len(held)) if number % 7 == 0]
    roman = romanized(svodka, dict.fromkeys(cells[1] for cells in asked))
    spelled = {name: plain(name) for name in latin}
    first = 0
    for number, (own, cyrillic, _) in zip(numbers, asked):
        wanted = distance(roman[cyrillic], spelled[own])
        nearer = False
        for step in range(999):
            other = latin[(number * 7919 + step * 104729) % len(latin)]
            if other not in right[cyrillic] and distance(roman[cyrillic], spelled[other], wanted) <= wanted:
                nearer = True
                break
        first += not nearer
    print(f"\n## Right spelling first among 1,000: {len(asked)} of the {len(held)} pairs held back\n\n| | share |\n|---|---:|")
    print(f"| ICU BGN, edit distance | {first / len(asked):.4f} |")


def groups(path, normal):
    right = collections.Counter()
    wanted = 0
    ways = {"same surface": plain}
    if normal:
        ways["Natasha's normal form"] = normal
    for line in open(path, encoding="utf-8"):
        document = json.loads(line)
        gold = collections.defaultdict(set)
        texts = []
        for number, entity in enumerate(document["entities"]):
            gold[entity["type"], entity["canonical"]].add(number)
            texts.append(entity["text"])
        wanted += len(gold)
        for name, key in ways.items():
            found = collections.defaultdict(set)
            for number, text in enumerate(texts):
                found[key(text)].add(number)
            right[name] += sum(1 for group in gold.values() if group in found.values())
    print(f"\n## Entities with exactly the right mentions, gold mentions given: {path.split('/')[-1]}, {wanted} entities\n\n| | share |\n|---|---:|")
    for name in ways:
        print(f"| {name} | {right[name] / wanted:.3f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("svodka")
    parser.add_argument("pairs", nargs="*")
    parser.add_argument("--words")
    parser.add_argument("--groups", action="append", default=[])
    options = parser.parse_args()
    normal = natasha_normalizer()
    if not normal:
        print("Natasha is not installed: its rows are left out.")
    for path in options.pairs:
        pairs(options.svodka, path, normal)
    if options.words:
        words(options.svodka, options.words)
    for path in options.groups:
        groups(path, normal)


if __name__ == "__main__":
    main()
