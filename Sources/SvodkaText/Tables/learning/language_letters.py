#!/usr/bin/env python3
"""Learns languages/SCRIPT.txt, by which LanguageIdentifier tells the languages of one script apart.

usage: language_letters.py FOLDER SCRIPT >../languages/SCRIPT.txt       (SCRIPT: cyrillic or latin)

FOLDER holds LANG.txt as collect_text.py writes them. A row is a word in the edges '_' or three letters, then one digit
of base 36 for each language: round(2 * -ln p), p being its share among the words or triples of the language.
"""
import collections
import math
import re
import sys

SCRIPTS = {
    "cyrillic": ("ru uk be bg sr mk", "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕ'", 260, 2600),
    "latin": (
        "en fr de es it pt pl nl cs ro sr-Latn ru-Latn uk-Latn",
        "abcdefghijklmnopqrstuvwxyzàâäáãąåæçćčđďèéêëęěíîïìıłñńňóôöòõøœřśšșşťțùúûüůýžźżßăûâŝ'", 200, 2600),
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
FLOOR = 35


# What was not met counts as if it had been met half a time: the less text of a language, the less that says.
UNMET = 0.5


def digit(p):
    return DIGITS[min(FLOOR, max(0, round(-2 * math.log(p)) - 4))]


def main():
    folder, script = sys.argv[1:3]
    languages, alphabet, word_count, triple_count = SCRIPTS[script]
    languages = languages.split()
    alphabet = "".join(dict.fromkeys(alphabet))
    words, triples = {}, {}
    for language in languages:
        words[language], triples[language] = collections.Counter(), collections.Counter()
        with open(f"{folder}/{language}.txt", encoding="utf8") as file:
            for line in file:
                found = re.findall(f"[{alphabet}]+", line.lower().replace("’", "'"))
                for word in found:
                    word = word.strip("'")
                    if not word:
                        continue
                    # A word list says nothing about how common a word is.
                    if len(found) > 1:
                        words[language][word] += 1
                    bounded = f"_{word}_"
                    for i in range(len(bounded) - 2):
                        triples[language][bounded[i : i + 3]] += 1
    print(f"# What tells languages of {script} script apart. A word, or three letters with _ for the edge of a word, and for")
    print("# each language round(-2 ln p) - 4 in base 36, p being its share.")
    print("# Learned by learning/language_letters.py from message catalogues, man pages, fortunes and word lists of Debian 12.")
    print("languages " + " ".join(languages))
    print("alphabet " + alphabet)
    for name, tables, most in (("word", words, word_count), ("triple", triples, triple_count)):
        totals = {k: sum(v.values()) for k, v in tables.items()}
        kept = set()
        for language in languages:
            kept.update(x for x, n in tables[language].most_common(most) if n > 3)
        print(f"{name}s {len(kept)}")
        for x in sorted(kept):
            shares = [max(UNMET, tables[k][x]) / totals[k] for k in languages]
            print(x, "".join(map(digit, shares)))


main()
