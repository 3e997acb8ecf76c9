"""Analyzers for Svodka in Python, with the standard library alone.

    import re
    from svodka_plugin import run

    def analyze(document):
        for match in re.finditer(r"sanction\\w*", document.text):
            yield {"start": match.start(), "end": match.end()}

    if __name__ == "__main__":
        run(analyze, name="sanctions-py")

A finding is a dict with `start` and `end`, which count characters: `document.text[start:end]` is its evidence. It may hold
whatever else is JSON. In a pipeline: `- process: {command: [python3, sanctions.py]}`.
"""

import json
import os
import sys
import traceback


class Document:
    """A text with what is known about it."""

    def __init__(self, id, text, lang="und", layers=None, context=None):
        self.id = id
        self.text = text
        self.lang = lang
        #: The layers that were asked for with `requires` and `optional`, as lists of dicts; see `tokens` and `sentences`.
        self.layers = layers or {}
        #: `title`, `source`, `date`, `url` and `author`, each None where it is not known.
        self.context = context or {}

    def __getattr__(self, name):
        """`document.sentences` is the layer `sentences`."""
        layers = self.__dict__.get("layers", {})
        if name in layers:
            return layers[name]
        raise AttributeError(f"the document '{self.id}' has no layer '{name}': ask for it with requires=['{name}']")


def run(analyze, name, version="0.1", licence="unknown", requires=(), optional=(), languages=None, prepare=None, batch=1):
    """Answers documents until there are no more.

    analyze    gives the findings of a Document, as a list or one by one; what it raises is an error of that document alone
    requires   layers that are needed: tokens, sentences, lemmas, morphology, dependencies, mentions, entities, attributions
    optional   layers that are taken where something makes them
    languages  ISO 639 codes; None for any
    prepare    is called once, with the dict under `settings:` in the pipeline, before the first document
    batch      how many documents may be sent ahead
    """
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    # What is printed while analysing goes to standard error: standard output belongs to the protocol.
    os.dup2(2, 1)
    sys.stdout = sys.stderr

    def answer(**message):
        answers.write(json.dumps(message, ensure_ascii=False) + "\n")
        answers.flush()

    for line in open(0, encoding="utf-8", newline="\n", closefd=False):
        message = json.loads(line)
        kind = message.get("type")
        if kind == "hello":
            if prepare:
                prepare(message.get("settings", {}))
            answer(type="ready", protocol=1, name=name, version=version, licence=licence, requires=list(requires),
                   optional=list(optional), languages=languages, provides=name, offsets="unicodeScalars", batch=batch)
        elif kind == "document":
            id = message["id"]
            try:
                document = Document(id, message["text"], message.get("lang"), message.get("layers"), message.get("context"))
                answer(type="result", id=id, findings=list(analyze(document)))
            except Exception as error:
                traceback.print_exc()
                answer(type="error", id=id, code="X101", message=f"{type(error).__name__}: {error}")
        elif kind == "bye":
            break
