"""What this analyzer finds, in a sentence."""

import re
from svodka_plugin import run

PATTERN = re.compile(r"\b(?:aid convoys?|гуманитарн\w+ конво\w+)\b", re.IGNORECASE)


def analyze(document):
    # `start` and `end` count characters: document.text[start:end] is the evidence. Add whatever fields you need.
    for match in PATTERN.finditer(document.text):
        yield {"start": match.start(), "end": match.end(), "kind": "aid"}


if __name__ == "__main__":
    # requires=["sentences"] would give document.sentences; see the head of svodka_plugin.py.
    run(analyze, name="NAME", version="1", licence="CC0-1.0")
