# Read by parity.sh and speed.sh: the peers of a language, and the texts. Sets `peers`, `bench` and `texts`.

. Tests/Benchmarks/environment.sh

data=${SVODKA_DATA:-../shared/data/real}
case ${1:-} in
  ru)
    need_peer natasha
    need_peer pymorphy3
    texts="$data/entities-facteval-dev.ru.jsonl $data/entities-pud-dev.ru.jsonl $data/opinions-ruopinionne-train.ru.jsonl"
    ;;
  en)
    need_peer spacy
    texts="$data/entities-pud-dev.en.jsonl $data/entities-ewt-dev.en.jsonl $data/entities-gum-dev.en.jsonl $data/entities-wikigold.en.jsonl"
    ;;
  *) echo "usage: $0 LANGUAGE [FILE.jsonl…], where LANGUAGE is en or ru" >&2; exit 64 ;;
esac
lang=$1
shift
[ $# = 0 ] || texts=$*
for file in $texts; do
  [ -f "$file" ] || { echo "$file is not here: name files of JSON Lines with a 'text' in every row" >&2; exit 66; }
done

# SVODKA_BENCHMARK names a program that is built already.
bench=${SVODKA_BENCHMARK:-}
if [ -z "$bench" ]; then
  swift build -c release --product language-benchmark >&2
  bench=$(swift build -c release --show-bin-path)/language-benchmark
fi
