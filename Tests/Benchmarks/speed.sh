#!/bin/sh
# How fast Svodka's language layers are beside the programs whose models it reads: one thread each, in turn, the same texts.
#
#   Tests/Benchmarks/speed.sh ru [FILE.jsonl…]
#
# Rates are characters of text a second of processor time (two threads: by the clock), the median of ROUNDS rounds (5), each
# in a new process, caches empty at the start. SVODKA_PEERS names a virtual environment that has the peers.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/peers.sh
rounds=${ROUNDS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
unset OPENBLAS_CORETYPE
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1

round() {
  for layers in names all; do
    # shellcheck disable=SC2086  # the files are words
    {
      "$peers/bin/python" "$peer" speed $layers 1 $texts >>"$work/peer.$layers"
      for kernel in v4 v3 base; do
        SVODKA_KERNEL=$kernel "$bench" speed "$lang" $layers 1 3 $texts >>"$work/$kernel.$layers"
      done
      "$bench" speed "$lang" $layers 1 3 $texts >>"$work/one.$layers"
      "$bench" speed "$lang" $layers 2 3 $texts >>"$work/two.$layers"
    }
    "$peers/bin/python" "$peer" first $layers >>"$work/peer-first.$layers"
    for _ in 1 2 3 4; do "$bench" first "$lang" $layers >>"$work/first.$layers"; done
  done
}
for _ in $(seq "$rounds"); do round; done
"$bench" kernel >"$work/kernel"

echo "# Speed, $lang, $(date -u +%Y-%m-%d)"
echo
echo "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(getconf _NPROCESSORS_ONLN) processors; load $(cut -d' ' -f1 /proc/loadavg); $rounds rounds"
python3 Tests/Benchmarks/speed.py "$work"
