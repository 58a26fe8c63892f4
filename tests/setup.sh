#!/usr/bin/env bash
# Installs what a bare Debian with Rust lacks for `make test`; elsewhere says what to install.
set -euo pipefail
missing=()
command -v cc >/dev/null || missing+=(gcc)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
command -v chromedriver >/dev/null || missing+=(chromium-driver)
# One test has an office suite read the workbooks; it says so where there is none.
office() {
    command -v soffice >/dev/null || { "$@" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "$@" apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null; } ||
        echo "no LibreOffice here: the test of the workbooks will skip that part"
}
# Another has a reader of PDFs say what it reads.
reader() {
    command -v pdftotext >/dev/null || { "$@" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "$@" apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null; } ||
        echo "no pdftotext here: the test of the Arabic of documents will skip"
}
if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then office env && reader env; elif command -v sudo >/dev/null; then office sudo && reader sudo; fi
fi
[ ${#missing[@]} -gt 0 ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-noto-core >/dev/null
elif command -v apt-get >/dev/null && command -v sudo >/dev/null; then
    echo "installing ${missing[*]} (sudo)"
    sudo apt-get update -qq
    sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-noto-core >/dev/null
else
    echo "please install first: ${missing[*]}" >&2
    exit 1
fi
