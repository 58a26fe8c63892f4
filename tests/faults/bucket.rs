//! A real S3 server (s3s-fs) over a folder, with one bucket.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use digital_awards::config::{FileSettings, FileStore, Secret};

use super::until;

/// The server; it ends with the test.
pub struct S3 {
    process: Child,
    port: u16,
    folder: tempfile::TempDir,
}

const BUCKET: &str = "awards";
const ACCESS_KEY: &str = "AWARDS";
const SECRET_KEY: &str = "khettara";

impl Drop for S3 {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl S3 {
    /// With an empty bucket; none where the server is not installed.
    pub async fn start() -> Option<Self> {
        let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/s3s-fs");
        let program = if own.exists() { own } else { "s3s-fs".into() };
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let port = crate::support::free_port();
        let started = Command::new(program)
            .args(["--host", "127.0.0.1", "--port", &port.to_string()])
            .args(["--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY])
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

    /// The folder in which the bucket's objects lie.
    pub fn folder(&self) -> PathBuf {
        Path::new(self.folder.path()).join(BUCKET)
    }

    fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The settings of an application that keeps its files there.
    pub fn settings(&self, own: &FileSettings) -> FileSettings {
        FileSettings {
            store: FileStore::S3,
            s3_endpoint: self.endpoint(),
            s3_bucket: BUCKET.into(),
            s3_access_key: ACCESS_KEY.into(),
            s3_secret_key: Secret(SECRET_KEY.into()),
            ..own.clone()
        }
    }

    /// The same for a process.
    pub fn variables(&self) -> [(&'static str, String); 5] {
        [
            ("DIGITAL_AWARDS__FILES__STORE", "s3".into()),
            ("DIGITAL_AWARDS__FILES__S3_ENDPOINT", self.endpoint()),
            ("DIGITAL_AWARDS__FILES__S3_BUCKET", BUCKET.into()),
            ("DIGITAL_AWARDS__FILES__S3_ACCESS_KEY", ACCESS_KEY.into()),
            ("DIGITAL_AWARDS__FILES__S3_SECRET_KEY", SECRET_KEY.into()),
        ]
    }
}
