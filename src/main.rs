//! Parses arguments and calls the command line.

use clap::Parser;

fn main() -> std::process::ExitCode {
    digital_awards::cli::run(digital_awards::cli::Arguments::parse())
}
