//! An authority of a test's own, which signs certificates that nobody else believes.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::is_here;

/// The authority, in a folder.
pub struct Authority(tempfile::TempDir);

/// A certificate and its key.
pub struct Signed {
    /// The certificate (PEM).
    pub certificate: PathBuf,
    /// The key (PEM).
    pub key: PathBuf,
}

/// A new key on a curve that everybody knows, not encrypted.
const KEY: [&str; 5] = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

impl Authority {
    /// A new one; none where there is no openssl.
    pub fn new() -> Option<Self> {
        if !is_here("openssl") {
            return None;
        }
        let authority = Self(tempfile::tempdir().unwrap());
        let itself = ["-subj", "/CN=An authority", "-addext", "basicConstraints=critical,CA:TRUE"];
        authority.openssl(&["req", "-x509", "-days", "2", "-keyout", "ca.key", "-out", "ca.pem"], &[&KEY[..], &itself]);
        Some(authority)
    }

    /// Its own certificate (PEM), by which what it signs is believed.
    pub fn certificate(&self) -> PathBuf {
        self.0.path().join("ca.pem")
    }

    /// A certificate for the name `localhost` alone.
    pub fn sign(&self) -> Signed {
        std::fs::write(self.0.path().join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
            .unwrap();
        let ask = ["req", "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost"];
        self.openssl(&ask, &[&KEY]);
        let sign = ["x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
        self.openssl(&sign, &[&["-days", "2", "-extfile", "names", "-out", "server.pem"]]);
        Signed { certificate: self.0.path().join("server.pem"), key: self.0.path().join("server.key") }
    }

    fn openssl(&self, arguments: &[&str], more: &[&[&str]]) {
        let mut command = Command::new("openssl");
        command.args(arguments).args(more.concat()).current_dir(self.0.path()).stdin(Stdio::null());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
