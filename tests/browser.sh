#!/usr/bin/env bash
# Runs the browser tests with a chromedriver of their own.
set -euo pipefail
port=$((9600 + RANDOM % 300))
chromedriver --port="$port" --log-level=SEVERE >/dev/null 2>&1 &
driver=$!
trap 'kill $driver 2>/dev/null || true' EXIT
for _ in $(seq 50); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.1; done
export TEST_WEBDRIVER_URL="http://127.0.0.1:$port"
${CARGO_TEST:-cargo test} --test it browser:: -- --test-threads=2
