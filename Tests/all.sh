#!/bin/sh
# All tests: installs what is missing, builds, runs the tests of every target, and then the quality gates.
set -eu
cd "$(dirname "$0")/.."
. Samples/prerequisites.sh

swift build --build-tests
svodka=$(swift build --show-bin-path)/svodka
. Samples/models.sh
swift test --skip-build

sh Tests/plugins.sh
sh Tests/quality.sh
