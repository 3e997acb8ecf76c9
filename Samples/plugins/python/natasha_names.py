"""Names in Russian texts by Natasha (https://github.com/natasha), for comparison with the built-in ones.

Needs `pip install natasha`.
"""

from svodka_plugin import run

parts = {}


def prepare(settings):
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    parts.update(doc=Doc, segmenter=Segmenter(), tagger=NewsNERTagger(NewsEmbedding()))


def analyze(document):
    doc = parts["doc"](document.text)
    doc.segment(parts["segmenter"])
    doc.tag_ner(parts["tagger"])
    for span in doc.spans:
        yield {"start": span.start, "end": span.stop, "type": span.type}


if __name__ == "__main__":
    run(analyze, name="natasha-names", version="1", licence="MIT", languages=["ru"], prepare=prepare)
