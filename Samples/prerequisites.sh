# Read by the scripts that build: installs the Debian packages that are missing, and says clearly what else is.

need_packages="git libicu-dev libxml2-dev zlib1g-dev libmd-dev pkg-config python3 python3-pip"

if ! command -v swift >/dev/null 2>&1; then
  echo "Swift is missing: install Swift 6.2 or later (https://www.swift.org/install/linux/) and put it on the PATH." >&2
  exit 69
fi

missing=""
for package in $need_packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "These packages are missing, and this system has no apt-get to install them:$missing" >&2
    exit 69
  fi
  if [ "$(id -u)" -eq 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
  else
    echo "These packages are missing:$missing" >&2
    echo "Run this script as root, or have someone run: apt-get install$missing" >&2
    exit 77
  fi
  echo "Installing:$missing" >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 || {
    echo "apt-get could not install:$missing" >&2
    exit 69
  }
fi
