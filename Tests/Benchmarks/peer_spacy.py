"""peer_spacy.py layers FILE.jsonl…              one row of layers a text, as language-benchmark writes them
peer_spacy.py speed names|all RUNS FILE.jsonl…   characters a second of processor time
peer_spacy.py first names|all                    the time to the first answer

Runs spaCy 3.8 over the model that SVODKA_PEER_MODEL names: a package, or the folder of a pipeline.
"""
import json
import os

from peer_common import report_first, report_speed, run, texts

MODEL = os.environ["SVODKA_PEER_MODEL"]
# What the house's types are called by the models; other types are no names.
TYPES = {"PERSON": "PER", "PER": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}


def pipeline(wanted):
    import spacy

    if wanted == "names":
        # Nothing that names do not need: neither the vectors that the others share nor what reads them.
        return spacy.load(MODEL, exclude=["tok2vec", "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"])
    return spacy.load(MODEL)


def layers(files):
    names, words = pipeline("names"), pipeline("all")
    for text in texts(files):
        doc = words(text)
        kept = [t for t in doc if not t.is_space]
        number = {t.i: n for n, t in enumerate(kept)}

        def head(token):
            """White space can be a head; then its own head is meant."""
            while token.head.i != token.i:
                token = token.head
                if token.i in number:
                    return number[token.i]
            return -1

        mentions = []
        for ent in names(text).ents:
            inside = [t for t in ent if not t.is_space]
            if ent.label_ in TYPES and inside:
                mentions.append([inside[0].idx, inside[-1].idx + len(inside[-1]), TYPES[ent.label_]])
        print(json.dumps({
            "text": text,
            "tokens": [[t.idx, t.idx + len(t)] for t in kept],
            "sentences": [[s[0].idx, s[-1].idx + len(s[-1])] for s in
                          ([t for t in sent if not t.is_space] for sent in doc.sents) if s],
            "mentions": mentions,
            "tags": ["|".join([t.pos_] + [f for f in str(t.morph).split("|") if f]) for t in kept],
            "native": [t.tag_ for t in kept],
            "lemmas": [t.lemma_ for t in kept],
            "heads": [head(t) for t in kept],
            "relations": [t.dep_ for t in kept],
        }, ensure_ascii=False))


def speed(wanted, runs, files):
    nlp = pipeline(wanted)
    nlp("Yes.")

    def read(every):
        for _ in nlp.pipe(every):
            pass

    report_speed(wanted, runs, files, lambda: read)


def first(wanted):
    report_first(lambda: pipeline(wanted)("Yes."))


if __name__ == "__main__":
    run(__doc__, layers, speed, first)
