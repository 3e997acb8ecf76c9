#!/usr/bin/env python3
"""manual_pages.py FOLDER [EVERY] >FILE.jsonl

Plain text of manual pages, a row a page, of each EVERYth page (1): a real text of languages that no corpus at hand has. On Debian the French ones are in
/usr/share/man/fr once the package manpages-fr is installed.

The requests of roff are left out; of those that hold words the words are kept. A page that only names another is no text.
"""
import gzip
import json
import re
import sys
from pathlib import Path

# What the escapes of roff print; all others only change how letters look.
SIGNS = {"-": "-", "(aq": "'", "(dq": '"', "(cq": "’", "(oq": "‘", "(lq": "“", "(rq": "”", "(Fo": "«", "(Fc": "»", "(en": "–",
         "(em": "—", "(bu": "•", "~": "\u00a0", " ": " ", "0": " ", "e": "\\", "(rs": "\\", "(co": "©", "(ti": "~", "(ha": "^"}
ESCAPE = re.compile(r"\\(f\(..|f\[[^\]]*\]|f.|s[-+]?\d|\*\(..|\*.|\(..|\[[^\]]*\]|.)")
# Requests whose arguments are words of the text.
WORDS = {"SH", "SS", "B", "I", "BR", "IR", "RB", "BI", "IB", "RI", "SM", "Nm", "Nd", "Sh", "Ss"}


def plain(line):
    line = re.sub(r'\\".*', "", line)
    return ESCAPE.sub(lambda m: SIGNS.get(m[1], ""), line)


def text(source):
    paragraphs, line = [], []

    def end():
        if line:
            paragraphs.append(" ".join(line))
            line.clear()

    for row in source.split("\n"):
        request = re.match(r"[.'] *(\w+)? *(.*)", row)
        if not request:
            words = plain(row).strip()
            line.append(words) if words else end()
            continue
        name, arguments = request[1], [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', request[2])]
        if name in WORDS:
            if name in ("SH", "SS", "Sh", "Ss"):
                end()
            # Fonts that alternate stand without blanks between them.
            line.append(plain(("" if len(name) == 2 and name.isupper() and name[0] != "S" else " ").join(arguments)).strip())
            if name in ("SH", "SS", "Sh", "Ss"):
                end()
        elif name in ("PP", "P", "LP", "TP", "IP", "Pp", "sp", "br", "It"):
            end()
    end()
    return "\n".join(p for p in paragraphs if p)


def main():
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for path in sorted(Path(sys.argv[1]).glob("man[1-8]/*.gz"))[::every]:
        page = text(gzip.open(path, "rt", encoding="utf-8", errors="replace").read())
        if len(page) > 500:
            print(json.dumps({"text": page}, ensure_ascii=False))


if __name__ == "__main__":
    main()
