#!/usr/bin/env python3
"""mentions.py FILE.jsonl…: what peers find of the gold names of corpora, beside the table that `mention-training cross` prints

Natasha for Russian; for English the spaCy pipeline that SVODKA_PEER_MODEL names (a package or a folder), with leading articles and
's stripped from its names. A row of FILE is {"id", "text", "lang", "entities": [{"start", "end", "type"}]}; the language of rows without
one is the file's: NAME.LANG.jsonl. Exact span and type; the interval is a bootstrap over texts.
"""
import json
import os
import random
import re
import sys

SPACY = {"PERSON": "PER", "PER": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
TYPES = ("PER", "LOC", "ORG")


def natasha():
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def names(text):
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return {(s.start, s.stop, s.type) for s in doc.spans if s.type in TYPES}

    return names


def spacy_pipeline():
    import spacy

    nlp = spacy.load(os.environ["SVODKA_PEER_MODEL"],
                     exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])

    def names(text):
        found = set()
        for ent in nlp(text).ents:
            if ent.label_ not in SPACY:
                continue
            start, end = ent.start_char, ent.end_char
            article = re.match(r"(the|a|an)\s+", text[start:end], re.I)
            if article:
                start += article.end()
            end = start + len(re.sub(r"\s*['’]s?$", "", text[start:end]))
            if start < end:
                found.add((start, end, SPACY[ent.label_]))
        return found

    return names


def figures(rows):
    right, found, gold = (sum(column) for column in zip(*rows))
    precision, recall = right / max(1, found), right / max(1, gold)
    return precision, recall, 2 * right / max(1, found + gold)


def main():
    peers = {}
    print("| corpus | texts | gold | peer | P | R | F1 (95 %) |\n|---|---:|---:|---|---:|---:|---|")
    for path in sys.argv[1:]:
        name = os.path.basename(path).replace(".jsonl", "")
        language = name.rsplit(".", 1)[-1]
        counts = []
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            peer = "natasha" if row.get("lang", language) == "ru" else "spacy"
            if peer not in peers:
                peers[peer] = natasha() if peer == "natasha" else spacy_pipeline()
            gold = {(e["start"], e["end"], e["type"]) for e in row["entities"] if e["type"] in TYPES}
            found = peers[peer](row["text"])
            counts.append((len(gold & found), len(found), len(gold)))
        draw = random.Random(7)
        samples = sorted(figures(draw.choices(counts, k=len(counts)))[2] for _ in range(500))
        precision, recall, f1 = figures(counts)
        print(f"| {name} | {len(counts)} | {sum(c[2] for c in counts)} | {peer} | {precision:.3f} | {recall:.3f} | "
              f"**{f1:.3f}** ({samples[12]:.3f} … {samples[487]:.3f}) |")


main()
