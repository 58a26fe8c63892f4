//! Files on a real S3 server: every node reads what any of them was given.

#![cfg(feature = "s3")]

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use digital_awards::config::{FileSettings, FileStore, Secret};
use digital_awards::files::Files;

use super::until;
use crate::applicant::{open_edition, started};
use crate::support::TestApp;
use crate::support::command::{expect_code, program};

/// The server (s3s-fs) over a folder, with one bucket.
struct S3 {
    process: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Drop for S3 {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl S3 {
    async fn start() -> Option<Self> {
        let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/s3s-fs");
        let program = if own.exists() { own } else { "s3s-fs".into() };
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("awards")).unwrap();
        let port = crate::support::free_port();
        let started = Command::new(program)
            .args(["--host", "127.0.0.1", "--port", &port.to_string()])
            .args(["--access-key", "AWARDS", "--secret-key", "khettara"])
            .arg(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(process) = started else {
            eprintln!("left out: no s3s-fs here (`make setup` installs it)");
            return None;
        };
        let s3 = Self { process, port, folder };
        until("the S3 server", async || tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok()).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        Some(s3)
    }

    fn settings(&self, own: &FileSettings) -> FileSettings {
        FileSettings {
            store: FileStore::S3,
            s3_endpoint: format!("http://127.0.0.1:{}", self.port),
            s3_bucket: "awards".into(),
            s3_access_key: "AWARDS".into(),
            s3_secret_key: Secret("khettara".into()),
            ..own.clone()
        }
    }
}

#[actix_web::test]
async fn files_are_kept_on_s3_read_from_anywhere_backed_up_and_forgotten() {
    let Some(s3) = S3::start().await else { return };
    let app = TestApp::start_with(|settings| settings.files = s3.settings(&settings.files)).await;
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let pdf: &[u8] = b"%PDF-1.7\n%%EOF";
    let fields = [("section", "4")];
    hanane.browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "plan.pdf", pdf).await.expect(303);
    let section = hanane.browser.get(&format!("{entry}/sections/4")).await.expect(200);
    let link = section.attribute(".uploaded a", "href");
    assert_eq!(hanane.browser.get(&link).await.expect(200).bytes, pdf);

    // Another node, which has no folder in common with the first.
    let elsewhere = Files::open(&app.state.settings.files).unwrap();
    let listed = elsewhere.list().await.unwrap();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert!(!app.folder().join("files").exists(), "nothing lies on this machine");
    assert!(s3.folder.path().join("awards").read_dir().unwrap().next().is_some());

    let settings = &app.state.settings;
    let as_on_s3 = |arguments: &[&str]| {
        let mut command = program(&settings.database.url.0, app.folder());
        command
            .env("DIGITAL_AWARDS__FILES__STORE", "s3")
            .env("DIGITAL_AWARDS__FILES__S3_ENDPOINT", &settings.files.s3_endpoint)
            .env("DIGITAL_AWARDS__FILES__S3_BUCKET", "awards")
            .env("DIGITAL_AWARDS__FILES__S3_ACCESS_KEY", "AWARDS")
            .env("DIGITAL_AWARDS__FILES__S3_SECRET_KEY", "khettara")
            .args(arguments)
            .output()
            .unwrap()
    };
    expect_code(&as_on_s3(&["invariants", "--files"]), 0);
    let copy = app.folder().join("copy");
    expect_code(&as_on_s3(&["backup", copy.to_str().unwrap()]), 0);
    let manifest = std::fs::read_to_string(copy.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"files\""), "{manifest}");
}
