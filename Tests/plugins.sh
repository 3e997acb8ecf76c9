#!/bin/sh
# The samples of analyzers of one's own, and what `svodka new` writes, built and run as a newcomer would. Slow: two packages are built.
# `svodka` names the program, PLUGINS_BUILD the folder in which the packages are built.
set -eu
cd "$(dirname "$0")/.."
svodka=${svodka:-$(pwd)/.build/debug/svodka}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pages=$(pwd)/Samples/two-newsrooms

# finds PROGRAM PIPELINE NAME: the analyzer NAME finds something, and nothing fails
finds() {
  "$1" analyze --pipeline "$2" "$pages" > "$work/rows.jsonl"
  python3 - "$work/rows.jsonl" "$3" <<'CHECK'
import json, sys

rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
found = sum(len(row["findings"][sys.argv[2]]) for row in rows)
assert len(rows) == 8 and found, f"{sys.argv[2]} finds nothing in {len(rows)} documents"
print(f"{sys.argv[2]}: {found} findings in {len(rows)} documents")
CHECK
}

echo "Python:" >&2
finds "$svodka" Samples/plugins/python/pipeline.yaml words-py
for module in natasha transformers; do
  if python3 -c "import $module" 2>/dev/null; then
    case $module in
      natasha)
        printf 'svodka: 1\nsteps:\n  - process: {command: [python3, "%s"]}\n    when: {lang: ru}\n' \
          "$(pwd)/Samples/plugins/python/natasha_names.py" > "$work/natasha.yaml"
        "$svodka" analyze --pipeline "$work/natasha.yaml" "$pages/kurier" | grep -q '"natasha-names": \[{' ;;
      transformers) python3 -m py_compile Samples/plugins/python/transformers_sentiment.py ;;
    esac
    echo "$module: runs"
  else
    echo "$module: skipped, python3 has no module of this name"
  fi
done

# One build folder for both packages: what they share is built once.
build=${PLUGINS_BUILD:-$(pwd)/.build-plugins}

echo "A package in Swift:" >&2
swift build --package-path Samples/plugins/swift --scratch-path "$build" --build-tests >&2
finds "$build/debug/quotations-svodka" Samples/plugins/swift/pipeline.yaml quotations
"$build/debug/quotations-svodka" list | grep '^quotations ' > "$work/list"
swift test --package-path Samples/plugins/swift --scratch-path "$build" --skip-build >&2

echo "What svodka new writes for Swift:" >&2
cd "$work"
"$svodka" new swift question-finder
swift build --package-path question-finder --scratch-path "$build" --build-tests >&2
printf '{"id": "a", "text": "Who fired first? Nobody knows."}\n' > rows.jsonl
"$build/debug/question-finder-svodka" analyze --pipeline question-finder/pipeline.yaml rows.jsonl > rows.out
grep -q '"start": 0, "end": 16, "evidence": "Who fired first?", "words": 3' rows.out
swift test --package-path question-finder --scratch-path "$build" --skip-build >&2
echo "plugins.sh: all ran"
