//! The command line: messages and exit codes that a script can rely on.

use crate::support::command::{expect_code, program};

#[test]
fn config_check_prints_the_settings_with_secrets_masked() {
    let folder = tempfile::tempdir().unwrap();
    let output = program("postgres://awards:hunter2@db/awards", folder.path())
        .env("DIGITAL_AWARDS__MAIL__SMTP_PASSWORD", "hunter3")
        .args(["config", "check"])
        .output()
        .unwrap();
    let text = expect_code(&output, 0);
    assert!(text.contains("postgres://awards:********@db/awards") && !text.contains("hunter"), "{text}");
}

#[test]
fn a_wrong_key_is_named_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("config")).unwrap();
    std::fs::write(folder.path().join("config/default.toml"), "[server]\nlissen = 1\n").unwrap();
    let output = program("sqlite://a.db", folder.path()).args(["config", "check"]).output().unwrap();
    let text = expect_code(&output, 1);
    assert!(text.contains("config/default.toml") && text.contains("line 2") && text.contains("lissen"), "{text}");
}

#[test]
fn a_secret_may_come_from_a_file_named_in_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("url"), "sqlite://from-file.db\n").unwrap();
    let output = program("", folder.path())
        .env_remove("DATABASE_URL")
        .env("DATABASE_URL_FILE", folder.path().join("url"))
        .args(["config", "check"])
        .output()
        .unwrap();
    assert!(expect_code(&output, 0).contains("from-file.db"));
}

#[test]
fn a_database_url_of_another_kind_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = program("mysql://x", folder.path()).args(["migrate"]).output().unwrap();
    assert!(expect_code(&output, 1).contains("database.url"));
}

#[test]
fn production_refuses_to_keep_mails_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let output = program("sqlite://a.db", folder.path())
        .env("DIGITAL_AWARDS__ENVIRONMENT", "production")
        .args(["config", "check"])
        .output()
        .unwrap();
    assert!(expect_code(&output, 1).contains("mail.transport"));
}

#[test]
fn unknown_arguments_end_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let output = program("sqlite://a.db", folder.path()).args(["fly"]).output().unwrap();
    expect_code(&output, 2);
}

#[test]
fn migrate_says_what_it_did() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/new/awards.db", folder.path().display());
    let first = program(&url, folder.path()).args(["migrate"]).output().unwrap();
    assert!(expect_code(&first, 0).contains("migrated"));
    let second = program(&url, folder.path()).args(["migrate"]).output().unwrap();
    assert!(expect_code(&second, 0).contains("up to date"));
}
