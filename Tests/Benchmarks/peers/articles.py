#!/usr/bin/env python3
"""articles.py FOLDER: the article of each page, by trafilatura, as JSON Lines."""
import gzip
import json
import os
import sys

import trafilatura

folder = sys.argv[1]
for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    with (gzip.open if name.endswith(".gz") else open)(path, "rb") as f:
        page = f.read()
    found = trafilatura.bare_extraction(page, with_metadata=True)
    row = found.as_dict() if found else {}
    print(json.dumps({"id": name, "title": row.get("title"), "author": row.get("author"), "date": row.get("date"), "text": row.get("text")},
                     ensure_ascii=False))
