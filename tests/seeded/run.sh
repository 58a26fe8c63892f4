#!/usr/bin/env bash
# Breaks a copy of the program on purpose, one defect for each row of the threat model, and sees that the tests
# notice every one.
#   tests/seeded/run.sh            all rows
#   tests/seeded/run.sh T04 T19    some
set -euo pipefail
exec python3 "$(dirname "$0")/seed.py" "$@"
