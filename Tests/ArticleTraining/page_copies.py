#!/usr/bin/env python3
"""page_copies.py PAGES_FOLDER OUT_FOLDER [--style spaced|tight|lines]

Makes of saved pages (ID.html, ID.html.gz) the plain text that a browser puts on the clipboard when all of a page is
selected and copied (ID.txt), as the line scorer of articles is taught and measured with. Needs lxml.

What is hidden is left out; a block begins a line, `br` ends one, cells are apart by tabulators, white space collapses.
Styles: `spaced` leaves an empty line around paragraphs and headings (Chromium), `tight` around paragraphs alone (the
`innerText` of the HTML standard), `lines` leaves none.
"""
import gzip
import re
import sys
from pathlib import Path

import lxml.html

SKIPPED = set("head script style noscript template svg iframe object embed audio video canvas select option textarea "
              "input map math title meta link".split())
BLOCKS = set("html body article main section header footer nav aside div center form fieldset dialog p h1 h2 h3 h4 h5 h6 "
             "ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr figure figcaption details summary "
             "address hr".split())
HEADINGS = set("h1 h2 h3 h4 h5 h6".split())


def is_hidden(element):
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


class Copy:
    """Text with pending line breaks, after "the inner text algorithm" of the HTML standard."""

    def __init__(self, style):
        self.style, self.out, self.wanted, self.blank = style, [], 0, False

    def breaks(self, n):
        self.wanted = max(self.wanted, n)
        self.blank = False

    def text(self, text, pre=False):
        if not text:
            return
        if pre:
            self.flush()
            self.out.append(text)
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", text)
        if text.startswith(" "):
            self.blank, text = True, text[1:]
        if not text:
            return
        ends = text.endswith(" ")
        self.flush()
        if self.blank and self.out and not self.out[-1].endswith(("\n", "\t")):
            self.out.append(" ")
        self.out.append(text.rstrip(" "))
        self.blank = ends

    def flush(self):
        if self.wanted:
            if self.out:
                self.out.append("\n" * (1 if self.style == "lines" else self.wanted))
            self.wanted = 0
            self.blank = False

    def walk(self, element, pre=False):
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or is_hidden(element):
            return
        gap = 2 if tag == "p" or tag in HEADINGS and self.style == "spaced" else 1
        if tag == "br":
            self.flush()
            self.out.append("\n")
            self.blank = False
            return
        if tag in BLOCKS:
            self.breaks(gap)
        if tag in ("td", "th") and element.getprevious() is not None:
            self.flush()
            self.out.append("\t")
            self.blank = False
        pre = pre or tag == "pre"
        self.text(element.text, pre)
        for child in element:
            self.walk(child, pre)
            self.text(child.tail, pre)
        if tag in BLOCKS:
            self.breaks(gap)

    def __str__(self):
        return re.sub(r"\n{3,}", "\n\n", "".join(self.out)).strip() + "\n"


def main():
    style = sys.argv[sys.argv.index("--style") + 1] if "--style" in sys.argv else "spaced"
    out = Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    sys.setrecursionlimit(20000)
    for path in sorted(Path(sys.argv[1]).iterdir()):
        if ".html" not in path.name:
            continue
        data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        copy = Copy(style)
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        copy.walk(lxml.html.document_fromstring(data, parser=parser))
        (out / (path.name.split(".html")[0] + ".txt")).write_text(str(copy), encoding="utf-8")


if __name__ == "__main__":
    main()
