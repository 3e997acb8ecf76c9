#!/bin/sh
# From nothing to the first answer: installs what is missing, builds, and reads the sample pages of two newsrooms.
set -eu
cd "$(dirname "$0")/.."
. Samples/prerequisites.sh

echo "Building (a few minutes the first time) …" >&2
swift build -c release --product svodka >&2
svodka=$(swift build -c release --show-bin-path)/svodka
. Samples/models.sh

"$svodka" analyze --format text Samples/two-newsrooms
