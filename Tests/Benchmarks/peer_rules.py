"""spaCy's PhraseMatcher and Matcher on the words that rules-benchmark has written; see rules.sh.

    peer_rules.py phrases RUNS WORDS.jsonl LEXICON.yaml
    peer_rules.py patterns RUNS WORDS.jsonl PATTERNS.json
"""
import json
import sys
import time

import spacy
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc


def documents(vocab, path):
    with open(path, encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            yield Doc(vocab, words=row["words"], lemmas=row["lemmas"] or None, pos=row["tags"] or None)


def entries(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("    - '"):
                yield line.strip()[3:-1]


def main():
    kind, runs, words, rules = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
    vocab = spacy.blank("en").vocab
    docs = list(documents(vocab, words))
    start = time.process_time()
    if kind == "phrases":
        matcher = PhraseMatcher(vocab, attr="LOWER")
        matcher.add("words", [Doc(vocab, words=e.split()) for e in entries(rules)])
    else:
        matcher = Matcher(vocab)
        with open(rules, encoding="utf-8") as file:
            for name, patterns in json.load(file).items():
                matcher.add(name, patterns, greedy="LONGEST")
    load = time.process_time() - start
    times = []
    for _ in range(runs):
        start = time.process_time()
        found = sum(len(matcher(doc)) for doc in docs)
        times.append(time.process_time() - start)
    count = sum(len(d) for d in docs)
    median = sorted(times)[len(times) // 2]
    print(json.dumps({
        "peer": f"spaCy {spacy.__version__}", "words": count, "findings": found, "load_s": round(load, 4),
        "match_s": round(median, 5), "words_per_s": int(count / median)}))


main()
