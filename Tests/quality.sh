#!/bin/sh
# Quality gates: how well the analyzers find what careful readers found.
#
#   Tests/quality.sh            holds our own gold to the pinned floors, and runs the scorers of ../shared/tools where they are
#   Tests/quality.sh --report   the same, with all tables as Markdown
#   Tests/quality.sh --update   pins what is measured (add --allow-regression to lower a floor)
#
# SVODKA names the program; by default the debug build.
set -eu
cd "$(dirname "$0")/.."

program=${SVODKA:-$(swift build --show-bin-path)/svodka}
gold=Tests/Fixtures/gold
shared=../shared
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
report=no
pin=
for argument in "$@"; do
  case $argument in
    --report) report=yes ;;
    --update | --allow-regression) pin="$pin $argument" ;;
    *) echo "quality.sh: unknown option '$argument': use --report, --update, --allow-regression" >&2; exit 64 ;;
  esac
done
failed=0

[ $report = no ] || printf '# Quality, %s\n\n%s\n\n' "$(date -u +%Y-%m-%d)" "$("$program" --version)"

for set in figures.en figures.ru stance.en stance.ru; do
  # shellcheck disable=SC2086  # the options are words
  if "$program" evaluate --gold "$gold/$set.jsonl" --gate "$gold/floors.json" --group genre $pin \
    >"$work/tables" 2>"$work/messages"; then
    verdict=held
  else
    verdict=FAILED failed=1
  fi
  if [ $report = yes ]; then cat "$work/tables"; else grep '^| all ' "$work/tables" | sed "s/^| all */$set /" || true; fi
  cat "$work/messages" >&2
  echo "$set: $verdict"
  [ $report = no ] || echo
done

if [ -d "$shared/tools" ]; then
  ids_and_texts() {
    python3 -c '
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    print(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False))' "$1"
  }
  score() { # score SCORER GOLD
    name=$(basename "$2" .jsonl)
    ids_and_texts "$2" >"$work/$name.in.jsonl"
    "$program" analyze --format jsonl -o "$work/$name.out.jsonl" "$work/$name.in.jsonl" || failed=1
    echo
    echo "### $name"
    [ $report = no ] || echo '```'
    python3 "$shared/tools/$1" "$2" "$work/$name.out.jsonl" || failed=1
    [ $report = no ] || echo '```'
  }
  for lang in en ru; do
    score score_casualties.py "$shared/data/dev/casualties.$lang.jsonl"
    score score_stance.py "$shared/data/dev/stance.$lang.jsonl"
    score score_entities.py "$shared/data/dev/entities.$lang.jsonl"
  done
  for set in "$shared"/data/real/entities-*.jsonl; do
    [ -f "$set" ] && score score_entities.py "$set"
  done

  echo
  echo "### paired"
  python3 "$shared/tools/score_pairs.py" --documents "$shared/data/dev/paired.jsonl" >"$work/paired.in.jsonl"
  "$program" analyze --format jsonl -o "$work/paired.out.jsonl" "$work/paired.in.jsonl" || failed=1
  python3 "$shared/tools/score_pairs.py" "$shared/data/dev/paired.jsonl" "$work/paired.out.jsonl" || failed=1

  if "$program" --help | grep -q "^  names "; then
    echo
    echo "### names"
    cut -f1,2 "$shared/data/dev/names.tsv" >"$work/names.tsv"
    "$program" names --pairs "$work/names.tsv" >"$work/names.jsonl" || failed=1
    python3 "$shared/tools/score_names.py" "$shared/data/dev/names.tsv" "$work/names.jsonl" || failed=1
  fi

  if [ -d "$shared/data/real/articles/pages" ]; then
    echo
    echo "### articles"
    "$program" extract --format jsonl "$shared/data/real/articles/pages" >"$work/articles.jsonl" || failed=1
    python3 "$shared/tools/score_articles.py" "$shared/data/real/articles/gold.jsonl" "$work/articles.jsonl" || failed=1
  fi

  echo
  python3 Tests/agreement.py "$program" "$shared" || failed=1
else
  echo "skipped: the scorers and development sets of $shared are not here; only our own gold was looked at"
fi
exit $failed
