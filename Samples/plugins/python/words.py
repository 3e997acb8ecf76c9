"""The words of a list that the pipeline gives: the smallest plugin there is, with settings."""

import re
from svodka_plugin import run

words = []


def prepare(settings):
    words.extend(settings.get("words", ["sanctions", "embargo"]))


def analyze(document):
    for word in words:
        for match in re.finditer(rf"\b{re.escape(word)}\b", document.text, re.IGNORECASE):
            yield {"start": match.start(), "end": match.end(), "word": word}


if __name__ == "__main__":
    run(analyze, name="words-py", version="1", licence="Apache-2.0", prepare=prepare)
