#!/bin/sh
# All tests: installs what is missing, builds, runs the tests of every target, and then the quality gates.
set -eu
cd "$(dirname "$0")/.."
. Samples/prerequisites.sh

swift build --build-tests
swift test --skip-build
