#!/bin/sh
# How far Svodka's language layers are those of the programs whose models it reads.
#
#   Tests/Benchmarks/parity.sh ru [FILE.jsonl…]
#
# Needs the models (svodka models install LANGUAGE). SVODKA_PEERS names a virtual environment that has the peers.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/peers.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
# Threads that wait for each other are slower than one, where others work too.
export OPENBLAS_NUM_THREADS=1

# shellcheck disable=SC2086  # the files are words
"$bench" layers "$lang" $texts >"$work/ours.jsonl"
# shellcheck disable=SC2086
"$peers/bin/python" "$peer" layers $texts >"$work/theirs.jsonl"
echo "# Parity, $lang, $(date -u +%Y-%m-%d)"
python3 Tests/Benchmarks/parity.py "$work/theirs.jsonl" "$work/ours.jsonl" ${SVODKA_DIFFERENCES:+"$SVODKA_DIFFERENCES"}
