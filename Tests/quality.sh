#!/bin/sh
# Quality gates: how well the analyzers find what careful readers found.
#
#   Tests/quality.sh            holds the analyzers to the pinned floors: on our own gold, by rules alone and, where language models
#                               are installed, with them; on the development sets of ../shared, where those are
#   Tests/quality.sh --report   all tables as Markdown as well, and the larger sets of ../shared
#   Tests/quality.sh --update   pins what is measured, less a margin of 0.05 that leaves room for work in progress
#                               (add --allow-regression to lower a floor)
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
case $pin in *--update*) margin="--margin 0.05" ;; *) margin= ;; esac
failed=0
none=/nonexistent

[ $report = no ] || printf '# Quality, %s\n\n%s\n' "$(date -u +%Y-%m-%d)" "$("$program" --version)"

# with rules|models COMMAND…: the program without language models, or with those that are installed.
with() {
  if [ "$1" = rules ]; then
    shift
    SVODKA_MODELS=$none "$@"
  else
    shift
    "$@"
  fi
}

# own rules|models: our own gold.
own() {
  for set in figures.en figures.ru stance.en stance.ru entities.en entities.ru; do
    verdict="floor held"
    [ -z "$margin" ] || verdict="floor pinned"
    # shellcheck disable=SC2086  # the options are words
    if ! with "$1" "$program" evaluate --gold "$gold/$set.jsonl" --gate "$gold/floors.json" --group lang --group genre \
      $pin $margin >"$work/tables" 2>"$work/messages"; then
      # Models for which nobody has pinned a floor are measured and no more.
      if [ "$1" = models ] && grep -q 'with other models.*\[O104\]' "$work/messages"; then
        verdict="no floor pinned for these models"
      else
        verdict=FAILED failed=1
        cat "$work/messages" >&2
      fi
    fi
    awk -F ' *[|] *' -v set="$set" -v by="$1" -v verdict="$verdict" '$2 == "all" {
      printf "%-10s by %-6s  F1 %s (%s), %s right of %s found, %s in gold: %s\n", set, by, $5, $6, $7, $8, $9, verdict }' "$work/tables"
    [ $report = no ] || { echo; cat "$work/tables"; }
  done
}

printf '\nOur own gold\n\n'
own rules
if "$program" models list 2>/dev/null | grep -q ': installed$'; then
  own models
else
  echo "skipped with models: none is installed"
fi

if ! [ -d "$shared/tools" ] || ! [ -d "$shared/data/dev" ]; then
  printf '\nskipped: the development sets and scorers of %s are not here; only our own gold was looked at\n' "$shared"
  exit $failed
fi

printf '\nDevelopment sets, by rules\n\n'
tables=
[ $report = no ] || tables=--tables
# shellcheck disable=SC2086  # the options are words
with rules python3 Tests/development.py "$program" "$shared" $tables $pin || failed=1
printf '\nThe same scorers and evaluate, over gold damaged in seeded ways\n\n'
python3 Tests/agreement.py "$program" "$shared" || failed=1
[ $report = yes ] || exit $failed

score() { # score TITLE SCORER GOLD OUTPUT
  printf '\n### %s\n\n```\n' "$1"
  python3 "$shared/tools/$2" "$3" "$4" || failed=1
  echo '```'
}

for set in "$shared"/data/real/entities-*.jsonl; do
  [ -f "$set" ] || continue
  name=$(basename "$set" .jsonl)
  python3 -c '
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    print(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False))' "$set" >"$work/in.jsonl"
  "$program" analyze --format jsonl -o "$work/out.jsonl" "$work/in.jsonl" || failed=1
  score "$name" score_entities.py "$set" "$work/out.jsonl"
done

python3 "$shared/tools/score_pairs.py" --documents "$shared/data/dev/paired.jsonl" >"$work/in.jsonl"
"$program" analyze --format jsonl -o "$work/out.jsonl" "$work/in.jsonl" || failed=1
score paired score_pairs.py "$shared/data/dev/paired.jsonl" "$work/out.jsonl"

if "$program" --help | grep -q "^  names "; then
  cut -f1,2 "$shared/data/dev/names.tsv" >"$work/names.tsv"
  "$program" names --pairs "$work/names.tsv" >"$work/out.jsonl" || failed=1
  score names score_names.py "$shared/data/dev/names.tsv" "$work/out.jsonl"
fi

if [ -d "$shared/data/real/articles/pages" ]; then
  "$program" extract --format jsonl "$shared/data/real/articles/pages" >"$work/out.jsonl" || failed=1
  score articles score_articles.py "$shared/data/real/articles/gold.jsonl" "$work/out.jsonl"
fi
exit $failed
