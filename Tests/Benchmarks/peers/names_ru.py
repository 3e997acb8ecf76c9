#!/usr/bin/env python3
"""names_ru.py FILE.jsonl: the names in Russian texts, by natasha, as JSON Lines."""
import json
import sys

from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

segmenter = Segmenter()
tagger = NewsNERTagger(NewsEmbedding())
with open(sys.argv[1], encoding="utf-8") as f:
    for line in f:
        row = json.loads(line)
        doc = Doc(row["text"])
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        print(json.dumps({"id": row["id"], "spans": [[s.start, s.stop, s.type, s.text] for s in doc.spans]}, ensure_ascii=False))
