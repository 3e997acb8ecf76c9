#!/bin/sh
# Extracts the articles of a folder of pages again and again in one process on one thread, and tells its memory over time:
# what is not given back shows as growth.
#
#   Tests/Benchmarks/articles_memory.sh GOLD.jsonl PAGES_FOLDER [PAGES]      by default 100000 pages in all
#
# GOLD may be any file of rows that ArticleTraining reads; its text is not looked at. ARTICLE_TRAINING names a program that
# is built already.
set -eu
gold=$1 folder=$2 wanted=${3:-100000}
program=${ARTICLE_TRAINING:-}
if [ -z "$program" ]; then
  swift build -c release --product ArticleTraining
  program=$(swift build -c release --show-bin-path)/ArticleTraining
fi
pages=$(find "$folder" -name '*.html*' | wc -l)
rounds=$(((wanted + pages - 1) / pages))
echo "$pages pages, $rounds rounds: $((pages * rounds)) pages"
"$program" "$gold" "$folder" --time "$rounds" | awk -v pages="$pages" -v rounds="$rounds" '
  { match($0, /VmRSS:[ \t]*[0-9]+/); kb = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", kb) }
  NR == 1 || NR == int(rounds / 100) || NR % int(rounds / 10 + 1) == 0 || NR == rounds {
    printf "%8d pages  %8d KiB\n", NR * pages, kb
  }'
