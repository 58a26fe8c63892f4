//! The program itself, run as from a terminal.

use std::path::Path;
use std::process::{Command, Output};

/// The program, with nothing of this machine's settings.
pub fn program(database_url: &str, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_digital-awards"));
    command
        .env_clear()
        .env("DATABASE_URL", database_url)
        .env("DIGITAL_AWARDS__MAIL__TRANSPORT", "folder")
        .env("DIGITAL_AWARDS__MAIL__FOLDER", folder.join("mail"))
        .env("DIGITAL_AWARDS__FILES__FOLDER", folder.join("files"))
        .current_dir(folder);
    command
}

/// Standard output and error of a command that must end with this code.
#[track_caller]
pub fn expect_code(output: &Output, code: i32) -> String {
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}
