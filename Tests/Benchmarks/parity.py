#!/usr/bin/env python3
"""parity.py THEIRS.jsonl OURS.jsonl [COUNT]

Compares two files of layers, row by row: `tokens`, `sentences` and `mentions` as spans, `tags`, `lemmas`, `heads` and `relations` on
the tokens that both cut alike. Prints a table, and of what differs the COUNT commonest kinds with an example (20 by default; 0 for none).

A peer's row may hold `whole`: its layers when a text of several lines was given to it in one piece.
"""
import json
import sys
from collections import Counter, defaultdict


class Tally:
    def __init__(self):
        self.same = self.all = 0
        self.kinds = Counter()
        self.examples = {}

    def count(self, same, kind=None, example=None):
        self.all += 1
        self.same += same
        if not same and kind is not None:
            self.kinds[kind] += 1
            self.examples.setdefault(kind, example)


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def around(text, start, end):
    return text[max(0, start - 25):start].replace("\n", " ") + "[" + text[start:end] + "]" + text[end:end + 25].replace("\n", " ")


def spans(tally, text, theirs, ours):
    """One count for each span of either side."""
    theirs, ours = set(map(tuple, theirs)), set(map(tuple, ours))
    for span in sorted(theirs | ours, key=str):
        same = span in theirs and span in ours
        kind = None if same else ("theirs only " if span in theirs else "ours only ") + (span[2] if len(span) > 2 else text[span[0]:span[1]])
        tally.count(same, kind, around(text, span[0], span[1]))


def labels(tally, key, text, theirs, ours, shared, describe=lambda x: x):
    for span, a, b in shared:
        one, two = describe(theirs[key][a]), describe(ours[key][b])
        tally.count(one == two, difference(key, one, two), f"{around(text, *span)}: {one} / {two}")


def difference(key, one, two):
    """What makes two labels differ: for tags the features, otherwise both."""
    if one == two or key != "tags":
        return f"{one} / {two}"
    one, two = set(one.split("|")), set(two.split("|"))
    return f"{'|'.join(sorted(one - two)) or '-'} / {'|'.join(sorted(two - one)) or '-'}"


def heads(tallies, prefix, text, theirs, their_tokens, ours, shared):
    """The head as a span, and the relation with it."""
    for span, a, b in shared:
        one, two = theirs["heads"][a], ours["heads"][b]
        head = tuple(their_tokens[one]) if one >= 0 else None
        other = tuple(ours["tokens"][two]) if two >= 0 else None
        same = head == other
        words = [text[slice(*h)] if h else "root" for h in (head, other)]
        relation = theirs["relations"][a]
        tallies[prefix + "heads"].count(same, f"of {relation}", f"{around(text, *span)}: {words[0]} / {words[1]}")
        tallies[prefix + "heads and relations"].count(
            same and relation == ours["relations"][b], f"{relation} / {ours['relations'][b]}", around(text, *span))


def compare(theirs, ours, tallies):
    text = theirs["text"]
    if text != ours["text"]:
        sys.exit("the rows are not of the same texts")
    for key in ("tokens", "sentences", "mentions"):
        spans(tallies[key], text, theirs[key], ours[key])
    place = {tuple(span): i for i, span in enumerate(ours["tokens"])}
    shared = [(tuple(s), i, place[tuple(s)]) for i, s in enumerate(theirs["tokens"]) if tuple(s) in place]
    for key in ("tags", "lemmas"):
        labels(tallies[key], key, text, theirs, ours, shared)
    labels(tallies["tags, part of speech alone"], "tags", text, theirs, ours, shared, lambda tag: tag.split("|")[0])
    if "native" in theirs:
        labels(tallies["native tags"], "native", text, theirs, ours, shared)
    heads(tallies, "", text, theirs, theirs["tokens"], ours, shared)
    whole = theirs.get("whole", theirs)
    heads(tallies, "whole texts: ", text, whole, theirs["tokens"], ours, shared)
    labels(tallies["whole texts: tags"], "tags", text, whole, ours, shared)


def main():
    theirs, ours = rows(sys.argv[1]), rows(sys.argv[2])
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    if len(theirs) != len(ours):
        sys.exit(f"{len(theirs)} rows and {len(ours)}")
    tallies = defaultdict(Tally)
    for one, two in zip(theirs, ours):
        compare(one, two, tallies)
    print(f"\n{len(theirs)} texts, {sum(len(r['text']) for r in theirs)} characters\n")
    print("| layer | the same | of | share |\n|---|---|---|---|")
    for name, tally in tallies.items():
        print(f"| {name} | {tally.same} | {tally.all} | {100 * tally.same / max(tally.all, 1):.3f} % |")
    for name, tally in tallies.items():
        if not tally.kinds or not limit or name.startswith("whole"):
            continue
        print(f"\n## {name}: theirs / ours\n")
        for kind, count in sorted(tally.kinds.items(), key=lambda item: (-item[1], item[0]))[:limit]:
            print(f"* {count} {kind} … {tally.examples[kind]}")


if __name__ == "__main__":
    main()
