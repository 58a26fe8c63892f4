# Two commands matter: `cargo run --release -- demo`, and `make test`.

.PHONY: test check bench setup deny seeded

# With every part that a test reaches: files on S3 are left out of a build for a try.
export CARGO_TEST = cargo test --features s3

# Everything: the suite on SQLite, the same suite on PostgreSQL, and the pages in a real browser.
test: setup deny
	$(CARGO_TEST)
	tests/postgres.sh $(CARGO_TEST) --test it
	tests/browser.sh

# Style and lints.
check:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings

# What may be built in: bans, licences, sources.
deny:
	tests/deny.sh

# Defects on purpose, one for each row of SECURITY.md: the tests must notice every one. Takes its time.
seeded:
	tests/seeded/run.sh

# Claims about speed, each as a ratio to a reference in the same run.
bench:
	cargo bench
	POSTGRES_DURABLE=1 tests/postgres.sh cargo bench --bench http

# What a bare Debian with Rust lacks; elsewhere, says what to install.
setup:
	tests/setup.sh
