#!/bin/sh
# Svodka timed against its peers, in turn, as whole processes. The runner is compare.py, which takes any programs.
#
#   Tests/Benchmarks/compare.sh articles              the article of a page, against trafilatura
#   Tests/Benchmarks/compare.sh names-ru              names in Russian, against natasha
#   Tests/Benchmarks/compare.sh names-en              names in English, against spaCy's small model
#   Tests/Benchmarks/compare.sh names-ru --rounds 9   further options go to compare.py
#
# SVODKA names the program (by default it is built with optimisation), SVODKA_PEERS a Python environment with the peers (see
# environment.sh), PAGES a folder of saved pages, DOCUMENTS the number of generated documents, RESULTS the folder for results.
# Models are those that `svodka models` has installed: the result says which were at work.
set -eu
cd "$(dirname "$0")/../.."

what=${1:-}
[ $# -eq 0 ] || shift
results=${RESULTS:-Tests/Benchmarks/results}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

case $what in
  articles) peer=trafilatura ;;
  names-ru) peer=natasha parity=1 language=Russian ;;
  names-en) peer=spacy parity=0 language=English ;;
  *) sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
esac

if [ -z "${SVODKA:-}" ]; then
  swift build -c release --product svodka >&2
  SVODKA=$(swift build -c release --show-bin-path)/svodka
fi
. Tests/Benchmarks/environment.sh
need_peer $peer
python=$peers/bin/python

if [ "$what" = articles ]; then
  pages=${PAGES:-../shared/data/real/articles/pages}
  [ -d "$pages" ] || pages=Samples/two-newsrooms
  title="Articles of saved pages"
  note="$(find "$pages" -name '*.html*' | wc -l) pages, $(du -shL "$pages" | cut -f1) as stored."
  ours="$SVODKA extract --format jsonl $pages"
  theirs="$python Tests/Benchmarks/peers/articles.py $pages"
else
  # Every second of the generated documents is in Russian.
  python3 Tests/Benchmarks/generate_documents.py $((${DOCUMENTS:-400} * 2)) | awk "NR % 2 == 1 - $parity" >"$work/documents.jsonl"
  printf 'svodka: 1\nsteps: [entity-counts]\n' >"$work/names.yaml"
  models=$(head -n 1 "$work/documents.jsonl" | "$SVODKA" analyze --pipeline "$work/names.yaml" --format jsonl - 2>/dev/null |
    python3 -c 'import json, sys; print("; ".join(sorted(set(map(str, json.load(sys.stdin)["provenance"]["models"].values())))) or "rules")')
  title="Names in $language texts"
  note="${DOCUMENTS:-400} generated documents, $(wc -c <"$work/documents.jsonl") bytes. Svodka joins and counts the entities as well; it works by $models."
  ours="$SVODKA analyze --pipeline $work/names.yaml --format jsonl -o /dev/null $work/documents.jsonl"
  theirs="$python Tests/Benchmarks/peers/names_$(echo "$what" | cut -d- -f2).py $work/documents.jsonl"
fi

python3 Tests/Benchmarks/compare.py --title "$title" --note "$note" --save "$results/$what.md" \
  --version "svodka=$SVODKA --version" --version "$peer=$python -c 'import importlib.metadata as m; print(m.version(\"$peer\"))'" \
  --version "Python=$python -c 'import platform; print(platform.python_version())'" "$@" "svodka=$ours" "$peer=$theirs"
