#!/bin/sh
# Fuzzes what reads foreign text, with libFuzzer, which Swift's toolchain brings along.
#
#   Tests/Fuzz/run.sh [SECONDS] [TARGET…]     by default 60 seconds each of all targets
#
# Inputs that told something new are kept under Tests/Fuzz/.build-fuzz/corpus, those that crashed under …/found.
# SVODKA_FUZZ_SCRATCH names another folder than Tests/Fuzz/.build-fuzz.
set -eu
cd "$(dirname "$0")"

seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- rules schemes language decoding segmentation numbers dates pages analyzers dictionaries
scratch=${SVODKA_FUZZ_SCRATCH:-.build-fuzz}

swift build -c release --sanitize fuzzer --product TextFuzz --scratch-path "$scratch"
program=$(swift build -c release --sanitize fuzzer --scratch-path "$scratch" --show-bin-path)/TextFuzz

# Crashes are libFuzzer's to keep; what is freed is overwritten, so that later use of it shows.
export SWIFT_BACKTRACE=enable=no MALLOC_PERTURB_=165
export UBSAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigill=0:handle_sigfpe=0

failed=0
for target in "$@"; do
  seeds=$scratch/seeds/$target corpus=$scratch/corpus/$target
  mkdir -p "$seeds" "$corpus" "$scratch/found"
  [ ! -f "Seeds/$target.txt" ] || split -l 1 -a 3 "Seeds/$target.txt" "$seeds/"
  echo "== $target, $seconds s"
  if SVODKA_FUZZ=$target "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=2048 \
    -artifact_prefix="$scratch/found/$target-" -print_final_stats=1 "$corpus" "$seeds" \
    >"$scratch/$target.log" 2>&1; then
    grep -E 'stat::(number_of_executed_units|average_exec_per_sec|new_units_added)' "$scratch/$target.log"
  else
    failed=1
    tail -n 25 "$scratch/$target.log"
  fi
done
exit $failed
