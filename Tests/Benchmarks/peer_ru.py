"""peer_ru.py layers FILE.jsonl…            one row of layers a text, as language-benchmark writes them
peer_ru.py speed names|all RUNS FILE.jsonl…   characters a second of processor time

Runs natasha 1.6 over its own models, with pymorphy3 in place of pymorphy2, which newer Pythons cannot load.
"""
import json
import sys

import pymorphy3
import pymorphy3.analyzer

sys.modules["pymorphy2"] = pymorphy3
sys.modules["pymorphy2.analyzer"] = pymorphy3.analyzer

import natasha  # noqa: E402

from peer_common import report_first, report_speed, run, texts  # noqa: E402


class Models:
    def __init__(self, layers="all"):
        self.layers = layers
        self.segmenter = natasha.Segmenter()
        embedding = natasha.NewsEmbedding()
        self.names = natasha.NewsNERTagger(embedding)
        if layers == "all":
            self.morphology = natasha.NewsMorphTagger(embedding)
            self.syntax = natasha.NewsSyntaxParser(embedding)
            self.vocabulary = natasha.MorphVocab()

    def read(self, text):
        doc = natasha.Doc(text)
        doc.segment(self.segmenter)
        doc.tag_ner(self.names)
        if self.layers == "all":
            self.parse(doc)
        return doc

    def parse(self, doc):
        doc.tag_morph(self.morphology)
        doc.parse_syntax(self.syntax)
        for token in doc.tokens:
            token.lemmatize(self.vocabulary)


def described(doc, offset=0, first=0):
    """The layers that depend on sentences; a head is the number of a token."""
    numbers = {token.id: first + i for i, token in enumerate(doc.tokens)}
    return {
        "sentences": [[offset + s.start, offset + s.stop] for s in doc.sents],
        "tags": ["|".join([t.pos] + [f"{k}={v}" for k, v in sorted((t.feats or {}).items())]) for t in doc.tokens],
        "lemmas": [t.lemma for t in doc.tokens],
        "heads": [numbers.get(t.head_id, -1) for t in doc.tokens],
        "relations": [t.rel for t in doc.tokens],
    }


def by_line(models, text):
    """Line by line, since for Svodka a line end always ends a sentence, and for razdel it does not."""
    row = {"sentences": [], "tags": [], "lemmas": [], "heads": [], "relations": []}
    offset = 0
    for line in text.split("\n"):
        doc = natasha.Doc(line)
        doc.segment(models.segmenter)
        if doc.tokens:
            models.parse(doc)
            for key, values in described(doc, offset, len(row["tags"])).items():
                row[key] += values
        offset += len(line) + 1
    return row


def layers(files):
    models = Models()
    for text in texts(files):
        doc = models.read(text)
        row = {"text": text, "tokens": [[t.start, t.stop] for t in doc.tokens],
               "mentions": [[s.start, s.stop, s.type] for s in doc.spans]}
        whole = described(doc)
        if "\n" in text.strip():
            row.update(by_line(models, text))
            row["whole"] = whole
        else:
            row.update(whole)
        print(json.dumps(row, ensure_ascii=False))


def speed(wanted, runs, files):
    def prepare():
        models = Models(wanted)
        models.read("Да.")

        def read(every):
            for text in every:
                models.read(text)

        return read

    report_speed(wanted, runs, files, prepare)


def first(wanted):
    report_first(lambda: Models(wanted).read("Да."))


if __name__ == "__main__":
    run(__doc__, layers, speed, first)
