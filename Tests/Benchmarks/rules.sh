#!/bin/sh
# Measures analyzers written as YAML: a lexicon of 100 and of 100,000 entries, and patterns, each beside spaCy on the same words,
# in turn and in processor time. Corpora are no part of the project.
#
#   Tests/Benchmarks/rules.sh TEXTS.en.jsonl…     RUNS=N runs each, by default 9
set -eu
[ $# -gt 0 ] || { sed -n 2,5p "$0"; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/environment.sh"
need_peer spacy
runs=${RUNS:-9}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if [ -z "${RULES_BENCHMARK:-}" ]; then
  (cd "$here/../.." && swift build -c release --product rules-benchmark >&2)
  RULES_BENCHMARK=$(cd "$here/../.." && swift build -c release --show-bin-path)/rules-benchmark
fi
"$RULES_BENCHMARK" words "$@" >"$folder/words.jsonl"
for size in 100 100000; do
  "$peers/bin/python" "$here/generate_lexicon.py" "$size" "$folder/words.jsonl" "$folder/lexicon.yaml"
  "$RULES_BENCHMARK" match "$folder/lexicon.yaml" "$runs" "$@"
  "$peers/bin/python" "$here/peer_rules.py" phrases "$runs" "$folder/words.jsonl" "$folder/lexicon.yaml"
done
"$RULES_BENCHMARK" match "$here/rules/patterns.yaml" "$runs" "$@"
"$peers/bin/python" "$here/peer_rules.py" patterns "$runs" "$folder/words.jsonl" "$here/rules/patterns.json"
