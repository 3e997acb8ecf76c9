#!/bin/sh
# How long `compare` takes from a summary, beside the analysis that made it: sh Tests/Benchmarks/compare.sh [NUMBER] [SVODKA]
# Processor seconds and peak memory of each step, over NUMBER (50,000) generated documents.
set -eu
number=${1:-50000}
svodka=${2:-.build/release/svodka}
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
measure() {
  name=$1
  shift
  python3 -c '
import resource, subprocess, sys
status = subprocess.call(sys.argv[2:], stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{sys.argv[1]:34} {used.ru_utime + used.ru_stime:9.1f} s {used.ru_maxrss / 1024:9.0f} MB   exit {status}")
' "$name" "$@"
}
# By rules alone unless models are named: the analysis is then at its quickest, and the share of `compare` at its largest.
export SVODKA_MODELS=${SVODKA_MODELS:-/nonexistent}
python3 "$here/compare_documents.py" "$number" > "$folder/rows.jsonl"
half=$((number / 2))
head -n "$half" "$folder/rows.jsonl" > "$folder/a.jsonl"
tail -n +"$((half + 1))" "$folder/rows.jsonl" > "$folder/b.jsonl"
echo "$number documents, $(wc -c < "$folder/rows.jsonl") bytes"
measure "analyze --summary" "$svodka" analyze --summary "$folder/all" --by source,lang,date:day "$folder/rows.jsonl"
measure "analyze --summary, first half" "$svodka" analyze --summary "$folder/a" --by source,lang,date:day "$folder/a.jsonl"
measure "analyze --summary, second half" "$svodka" analyze --summary "$folder/b" --by source,lang,date:day "$folder/b.jsonl"
measure "merge" "$svodka" merge "$folder/b" "$folder/a" -o "$folder/merged"
cmp "$folder/all" "$folder/merged" && echo "the halves joined are the same bytes as one run: $(wc -c < "$folder/all") bytes"
for by in source source,date:month; do
  measure "compare --by $by" "$svodka" compare --by "$by" -o "$folder/report.txt" "$folder/all"
done
