#!/usr/bin/env python3
"""reencoded_pages.py SVODKA PAGES_FOLDER [--peer trafilatura]

Writes each page of a folder (UTF-8, ID.html) anew in eight ways, extracts its article from each with `svodka extract`, and
tells how many came out otherwise than from the page itself: windows-1251 and koi8-r, each declared in the page, not
declared, declared as UTF-8, and declared as the other of the two. Characters that an encoding lacks are written as entities.
Pages without a Cyrillic body are left out.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ENCODINGS = {"windows-1251": "cp1251", "koi8-r": "koi8_r"}


def declared(html, charset):
    html = re.sub(r"(?i)<meta[^>]*charset[^>]*>", "", html)
    if charset is None:
        return html
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return re.sub(r"(?i)<head>", lambda m: m.group(0) + meta, html, count=1) if re.search(r"(?i)<head>", html) else meta + html


def variants(html):
    for name, codec in ENCODINGS.items():
        other = next(e for e in ENCODINGS if e != name)
        for how, charset in (("declared", name), ("undeclared", None), ("as utf-8", "utf-8"), ("as the other", other)):
            yield f"{name}, {how}", declared(html, charset).encode(codec, "xmlcharrefreplace")


def svodka(program, folder):
    out = subprocess.run([program, "extract", str(folder)], capture_output=True).stdout.decode("utf-8")
    return {Path(r["path"]).stem: (r["title"], r["text"]) for r in map(json.loads, out.splitlines()) if r.get("path")}


def trafilatura(folder):
    import trafilatura as peer
    found = {}
    for path in sorted(folder.iterdir()):
        article = peer.bare_extraction(path.read_bytes(), with_metadata=True)
        found[path.stem] = (article.title, article.text) if article else (None, "")
    return found


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    read = trafilatura if "--peer" in sys.argv else lambda f: svodka(program, f)
    pages = {p.stem: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.html"))}
    pages = {k: v for k, v in pages.items() if len(re.findall("[а-яё]", v)) > 400}
    with tempfile.TemporaryDirectory() as scratch:
        def extracted(name, files):
            place = Path(scratch) / re.sub(r"\W+", "-", name)
            place.mkdir()
            for key, data in files.items():
                (place / f"{key}.html").write_bytes(data)
            return read(place)
        gold = extracted("gold", {k: v.encode("utf-8") for k, v in pages.items()})
        ways = {}
        for key, html in pages.items():
            for name, data in variants(html):
                ways.setdefault(name, {})[key] = data
        bad = 0
        for name, files in ways.items():
            found = extracted(name, files)
            wrong = [k for k in files if found.get(k) != gold.get(k)]
            bad += len(wrong)
            print(f"{name:<28} {len(files) - len(wrong)} of {len(files)}  {' '.join(wrong[:4])}")
        print(f"{'garbled':<28} {bad} of {len(pages) * 8}")


if __name__ == "__main__":
    main()
