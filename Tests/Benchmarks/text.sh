#!/bin/sh
# Measures the text layer: speed, round trips, languages, sentences and words. Corpora are no part of the project.
#
#   Tests/Benchmarks/text.sh FOLDER     FOLDER holds JSON Lines with a `text`, as *.ru.jsonl and *.en.jsonl
#
# PYTHON names an interpreter with razdel and spaCy, if there is one. Files *.sentences.LANG.jsonl are a sentence a row.
set -eu
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
swift build -c release --product text-benchmark
program=$(swift build -c release --show-bin-path)/text-benchmark
python=${PYTHON:-python3}

"$program" translit /usr/share/hunspell/ru_RU.dic "$folder"/*.ru.jsonl
for language in ru en; do
  "$program" speed $language "$folder"/*.$language.jsonl
  for file in "$folder"/*.$language.jsonl; do
    "$program" language "$language=$file"
    mode=--texts
    case $file in *.sentences.*) mode=--sentences ;; esac
    echo "$file"
    "$python" Tests/Benchmarks/text_boundaries.py "$program" $language $mode "$file" || echo "skipped: no razdel or spaCy"
  done
done
