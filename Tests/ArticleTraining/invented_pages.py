#!/usr/bin/env python3
"""invented_pages.py OUT_FOLDER

Fills the templates of Tests/Fixtures/pages with the invented articles of their language: OUT_FOLDER/pages/ID.html and
OUT_FOLDER/gold.jsonl with "id", "url", "title", "author", "date" and "text", as ArticleTraining and scorers of articles read them.
A template counts as a site. The lead, where a template shows it, is part of the text.
"""
import json
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "Fixtures" / "pages"


def filled(template, article):
    slots = {k: article[k] for k in ("title", "date", "time", "words", "numbers", "lead")}
    slots["authors"] = ", ".join(article["author"])
    slots["json-authors"] = ",".join('{"@type":"Person","name":"%s"}' % a for a in article["author"])
    slots["author-properties"] = " ".join('<span itemprop="author">%s</span>' % a for a in article["author"])
    for i in range(5):
        slots[f"p{i + 1}"] = article["body"][i] if i < len(article["body"]) else ""
    html = template
    for key, value in slots.items():
        html = html.replace("{{%s}}" % key, value)

    def more(match):
        before, after = match.group(1), match.group(2)
        return "".join(f"<h2>{p[3:]}</h2>" if p.startswith("## ") else before + p + after for p in article["body"][5:])
    html = re.sub(r"\{\{keep:(.*?)\}\}", r"\1", html)
    return re.sub(r"\{\{more:(.*?)\|(.*?)\}\}", more, html)


def main():
    out = Path(sys.argv[1])
    (out / "pages").mkdir(parents=True, exist_ok=True)
    articles = json.loads((FOLDER / "articles.json").read_text(encoding="utf-8"))
    rows = []
    for path in sorted(FOLDER.glob("*.html")):
        template = path.read_text(encoding="utf-8")
        for number, article in enumerate(articles[path.stem[:2]]):
            name = f"{path.stem}-{number + 1}"
            (out / "pages" / f"{name}.html").write_text(filled(template, article), encoding="utf-8")
            shown = article["body"] if "{{more:" in template else article["body"][:5]
            body = [p.removeprefix("## ") for p in shown] + re.findall(r"\{\{keep:(.*?)\}\}", template)
            authors = any(s in template for s in ("{{authors}}", "{{json-authors}}", "{{author-properties}}"))
            dated = any(s in template for s in ("{{date}}", "{{time}}", "{{words}}", "{{numbers}}"))
            visible = template.partition("<body")[2]
            rows.append({
                "id": name, "lang": path.stem[:2], "url": f"https://{path.stem}.example/", "title": article["title"],
                "author": article["author"] if authors else [], "date": article["date"] if dated else None,
                "text": "\n".join(([article["lead"]] if "{{lead}}" in visible else []) + body)})
    with open(out / "gold.jsonl", "w", encoding="utf-8") as f:
        f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    print(f"{len(rows)} pages")


if __name__ == "__main__":
    main()
