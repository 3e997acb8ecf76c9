#!/usr/bin/env python3
"""Learns encoding/letter-pairs.txt: what a Cyrillic letter costs after another.

usage: letter_pairs.py FOLDER >../encoding/letter-pairs.txt

FOLDER holds LANG.txt as collect_text.py writes them. A row is a letter, then one digit of base 36 for each column:
round(-4 ln p) of the column's letter after the row's, '_' being the edge of a word.
"""
import collections
import math
import re
import sys

ALPHABET = "_абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕ"
# How much each language weighs in the mixture: Russian is what is met most.
WEIGHTS = {"ru": 0.6, "uk": 0.15, "be": 0.06, "bg": 0.08, "sr": 0.07, "mk": 0.04}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def pairs(path):
    counts = collections.Counter()
    with open(path, encoding="utf-8") as file:
        for line in file:
            for word in re.findall("[а-яёіїєґўђјљњћџѓќѕ]+", line.lower()):
                word = f"_{word}_"
                counts.update(zip(word, word[1:]))
    return counts


mixture = collections.Counter()
for language, weight in WEIGHTS.items():
    counts = pairs(f"{sys.argv[1]}/{language}.txt")
    total = sum(counts.values())
    for pair, n in counts.items():
        mixture[pair] += weight * n / total
print("# What a letter (column) costs after another (row): round(-4 ln p) in base 36; _ is the edge of a word.")
print("# Learned by learning/letter_pairs.py from man pages, message catalogues and fortunes of Debian 12 in")
print("# " + ", ".join(f"{k} ({v:g})" for k, v in WEIGHTS.items()) + ".")
print("  " + ALPHABET)
for a in ALPHABET:
    row = {b: mixture[a, b] + 1e-9 for b in ALPHABET}
    total = sum(row.values())
    print(a, "".join(DIGITS[min(35, round(-4 * math.log(row[b] / total)))] for b in ALPHABET))
