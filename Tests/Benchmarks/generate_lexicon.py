"""Writes a lexicon for rules.sh: entries that the texts have, and others that they hardly have, up to the size asked for.

    generate_lexicon.py SIZE WORDS.jsonl LEXICON.yaml

The first hundred are runs of one to three words of the texts. The others join words of the texts with each other and
with invented ones, so that many begin as the texts do.
"""
import json
import random
import sys

SYLLABLES = "ka le mo ri tu sha ven dor pil gra so ne bu zi wal ter".split()


def invented(chance):
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 5)))


def main():
    size = int(sys.argv[1])
    chance = random.Random(7)
    with open(sys.argv[2], encoding="utf-8") as rows:
        texts = [[w.lower() for w in json.loads(row)["words"]] for row in rows]
    texts = [t for t in texts if len(t) > 10]
    vocabulary = sorted({w for t in texts for w in t if w.isalpha() and w.isascii() and len(w) > 2})
    entries = []
    seen = set()

    def add(entry):
        if entry not in seen:
            seen.add(entry)
            entries.append(entry)

    while len(entries) < min(100, size):
        text = chance.choice(texts)
        at = chance.randrange(len(text) - 3)
        run = text[at:at + chance.randint(1, 3)]
        if all(w.isalpha() and w.isascii() and len(w) > 3 for w in run):
            add(" ".join(run))
    while len(entries) < size:
        kind = chance.randrange(4)
        if kind == 0:
            add(invented(chance))
        elif kind == 1:
            add(chance.choice(vocabulary) + " " + invented(chance))
        elif kind == 2:
            add(chance.choice(vocabulary) + " " + chance.choice(vocabulary) + " " + invented(chance))
        else:
            add(invented(chance) + " " + chance.choice(vocabulary))
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        out.write("kind: lexicon\nname: words\nlanguages: [en]\ncategories:\n")
        for number in range(10):
            out.write(f"  c{number}:\n")
            for entry in entries[number::10]:
                out.write(f"    - '{entry}'\n")


main()
