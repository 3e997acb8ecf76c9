#!/usr/bin/env python3
"""Gathers running text in many languages from an installed Debian 12, to learn letter statistics from.

usage: collect_text.py FOLDER [HELD]

Reads message catalogues (gettext), man pages, fortunes and hunspell word lists, and writes FOLDER/LANG.txt, one stretch
of text a line. Every twelfth line goes to HELD/LANG.txt instead, to measure on. Wants the packages manpages-*,
fortunes-*, hunspell-be, hunspell-bg, gettext and icu-devtools. Only counts of letter sequences and of the
commonest words are kept of it in the end.
"""
import glob
import gzip
import os
import re
import subprocess
import sys

LANGUAGES = "ru uk be bg sr mk en fr de es it pt pl nl cs ro".split()
CATALOGUE_FOLDER = {"pt": "pt_BR"}
FORTUNES = {
    "ru": "ru/*", "bg": "bg/*", "de": "de/*", "es": "es/*", "it": "it/*", "pl": "pl/*", "cs": "c[sz]/*",
    "en": "*",
}
DICTIONARIES = {"be": "be_BY", "bg": "bg_BG"}
SCHEMES = ["bgn", "iso9", "gost779b", "icao", "ala-lc", "press"]
TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "transliteration")


def catalogues(language):
    for path in sorted(glob.glob(f"/usr/share/locale/{language}/LC_MESSAGES/*.mo")):
        if re.search("iso[_-]|xkeyboard", path):
            continue
        text = subprocess.run(["msgunfmt", "-w", "0", path], capture_output=True).stdout.decode("utf8", "replace")
        for line in re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', text, re.M):
            line = re.sub(r"%[-#0-9.$]*[a-zA-Z]+|\\[nt\"]|<[^>]*>|--?[a-zA-Z-]+|&\w+;|\b\w*[_/=]\w*", " ", line)
            if len(re.findall(r"\w+", line)) >= 3:
                yield line


def man_pages(language):
    folder = "/usr/share/man/man*/*" if language == "en" else f"/usr/share/man/{language}/man*/*"
    for path in sorted(glob.glob(folder)):
        data = gzip.open(path).read() if path.endswith(".gz") else open(path, "rb").read()
        try:
            text = data.decode("utf8")
        except UnicodeDecodeError:
            continue
        for line in text.split("\n"):
            if line.startswith((".", "'")):
                continue
            line = re.sub(r"\\f\(?[A-Z]{1,2}|\\[-&|]|\\s[-+]?\d|\\\(..|\\\[[^\]]*\]|\\.", " ", line)
            line = re.sub(r"\b\w*[_/=]\w*|-+[a-z-]+", " ", line)
            if len(re.findall(r"[^\W\d]{2,}", line)) >= 5:
                yield line


def fortunes(language):
    for path in sorted(glob.glob("/usr/share/games/fortunes/" + FORTUNES.get(language, "-"))):
        if path.endswith((".dat", ".u8")) or not os.path.isfile(path):
            continue
        try:
            text = open(path, encoding="utf8").read()
        except UnicodeDecodeError:
            continue
        for saying in text.split("\n%\n"):
            yield " ".join(saying.split())


def dictionary(language):
    name = DICTIONARIES.get(language)
    if name:
        for line in open(f"/usr/share/hunspell/{name}.dic", encoding="utf8"):
            yield line.split("/")[0].strip()


def transliterated(lines):
    text = "\n".join(lines)
    for scheme in SCHEMES:
        rules = open(f"{TABLES}/{scheme}.ru.txt", encoding="utf8").read()
        yield from subprocess.run(
            ["uconv", "-f", "utf8", "-t", "utf8", "-x", rules], input=text.encode(), capture_output=True
        ).stdout.decode().split("\n")


SERBIAN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))


def main():
    folder = sys.argv[1]
    held = sys.argv[2] if len(sys.argv) > 2 else None
    texts = {}
    for language in LANGUAGES:
        prose = list(fortunes(language)) * 3
        pages = list(man_pages(language))[: 60_000]
        texts[language] = prose + pages + list(catalogues(CATALOGUE_FOLDER.get(language, language)))[: 60_000]
    texts["ru-Latn"] = list(transliterated(texts["ru"][::9]))
    texts["uk-Latn"] = list(transliterated(texts["uk"][::40]))
    texts["sr-Latn"] = ["".join(SERBIAN.get(c, c) for c in line.lower()) for line in texts["sr"]]
    for language, lines in texts.items():
        with open(f"{folder}/{language}.txt", "w", encoding="utf8") as file:
            file.write("\n".join(x for i, x in enumerate(lines) if i % 12 or not held))
            for word in dictionary(language):
                file.write("\n" + word)
        if held:
            with open(f"{held}/{language}.txt", "w", encoding="utf8") as file:
                file.write("\n".join(x for i, x in enumerate(lines) if i % 12 == 0))
        print(language, sum(map(len, lines)), file=sys.stderr)


main()
