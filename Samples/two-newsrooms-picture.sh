#!/bin/sh
# Makes Samples/two-newsrooms.png, the picture of the README: the report on the two newsrooms as a browser shows it.
# Needs Chromium. SVODKA names the program; by default the debug build.
set -eu
cd "$(dirname "$0")/.."
program=${SVODKA:-$(swift build --show-bin-path)/svodka}
page=$(mktemp -d)/report.html
trap 'rm -r "$(dirname "$page")"' EXIT
"$program" compare --by source --meta-from-path '{source}/{date}-*.*' --format html -o "$page" Samples/two-newsrooms
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb --window-size=1000,1150 \
  --screenshot="$PWD/Samples/two-newsrooms.png" "file://$page" 2>/dev/null
