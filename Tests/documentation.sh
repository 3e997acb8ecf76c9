#!/bin/sh
# Builds the documentation by swift-docc-plugin, which is fetched for this alone; a warning is an error. The archives lie under
# .build-documentation/plugins; to read while writing: swift package --disable-sandbox preview-documentation --target SvodkaKit
set -eu
cd "$(dirname "$0")/.."
export SVODKA_DOCUMENTATION=1
for target in ${*:-SvodkaKit SvodkaText}; do
  swift package --scratch-path .build-documentation generate-documentation --target "$target" --warnings-as-errors
done
