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
# The tests of faults make the disk fail, move the clock, sign certificates, and put a balancer before two nodes.
faults() {
    command -v strace >/dev/null && command -v haproxy >/dev/null && command -v openssl >/dev/null && ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 ||
        { "$@" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "$@" apt-get install -y -qq --no-install-recommends strace haproxy faketime openssl procps >/dev/null; } ||
        echo "no strace, haproxy, faketime or openssl here: their tests of faults will skip"
}
# And keep files on an S3 server, built once into target/tools.
[ -x target/tools/bin/s3s-fs ] || cargo install s3s-fs --version 0.11.1 --features binary --locked --quiet --root target/tools ||
    echo "no s3s-fs here: the tests of files on S3 will skip"
if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then office env && reader env && faults env; elif command -v sudo >/dev/null; then office sudo && reader sudo && faults sudo; fi
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
