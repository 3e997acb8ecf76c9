"""The tone of each sentence by a classifier of Hugging Face's transformers.

Needs `pip install transformers torch` and a model in a folder or in the cache: nothing is downloaded while documents are read.
In the pipeline: `settings: {model: FOLDER}`, and `environment: [HF_HOME]` where the cache lies elsewhere.
"""

import os
from svodka_plugin import run

classify = None


def prepare(settings):
    global classify
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from transformers import pipeline

    classify = pipeline("text-classification", model=settings["model"], truncation=True)


def analyze(document):
    sentences = [sentence for sentence in document.sentences if sentence["text"].strip()]
    for sentence, answer in zip(sentences, classify([sentence["text"] for sentence in sentences])):
        yield {"start": sentence["start"], "end": sentence["end"], "label": answer["label"], "score": round(answer["score"], 4)}


if __name__ == "__main__":
    run(analyze, name="tone", version="1", licence="Apache-2.0", requires=["sentences"], prepare=prepare)
