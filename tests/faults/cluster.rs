//! A PostgreSQL of a test's own, that it may stop, freeze and follow: only where `TEST_DATABASE_URL` says that
//! this run is about PostgreSQL.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};

/// A server with its data in a folder of its own.
pub struct Server {
    folder: tempfile::TempDir,
    bin: PathBuf,
    /// Where it listens.
    pub port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.signal("CONT");
        self.stop();
    }
}

/// Where PostgreSQL's programs are.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions.filter_map(Result::ok).map(|version| version.path().join("bin")).filter(|bin| bin.exists()).max()
}

impl Server {
    /// An empty one; none in a run on SQLite, or where PostgreSQL is not installed.
    pub fn start() -> Option<Self> {
        let server = Self::prepare()?;
        server.run("initdb", &format!("-D {} -U awards -A trust -E UTF8 --no-sync", server.data()));
        let settings = "wal_level = replica\nmax_wal_senders = 4\nhot_standby = on\nmax_connections = 100\n\
                        listen_addresses = '127.0.0.1'\nlc_messages = 'C'\n";
        let file = server.folder.path().join("data/postgresql.conf");
        let known = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, format!("{known}\n{settings}")).unwrap();
        server.up();
        Some(server)
    }

    fn prepare() -> Option<Self> {
        if std::env::var("TEST_DATABASE_URL").is_ok_and(|url| !url.is_empty()) {
            let bin = programs()?;
            let folder = tempfile::tempdir().unwrap();
            if rustix::process::geteuid().is_root() {
                // PostgreSQL refuses to run as root: then as the account its package made.
                Command::new("chown").arg("postgres").arg(folder.path()).status().unwrap();
            }
            return Some(Self { folder, bin, port: crate::support::free_port() });
        }
        None
    }

    /// One that follows this one, and may take its place.
    pub fn follower(&self) -> Self {
        let follower = Self::prepare().unwrap();
        let source = format!("-h 127.0.0.1 -p {} -U awards", self.port);
        follower.run("pg_basebackup", &format!("{source} -D {} -R -X stream -c fast", follower.data()));
        follower.up();
        follower
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn run(&self, program: &str, arguments: &str) {
        let line = format!("{} {arguments}", self.bin.join(program).display());
        let mut command = if rustix::process::geteuid().is_root() {
            let mut su = Command::new("su");
            su.args(["-s", "/bin/sh", "postgres", "-c", &line]);
            su
        } else {
            let mut sh = Command::new("sh");
            sh.args(["-c", &line]);
            sh
        };
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("said")).unwrap();
        let status = command.current_dir(self.folder.path()).stdout(Stdio::null()).stderr(log).status().unwrap();
        let said = || std::fs::read_to_string(self.folder.path().join("said")).unwrap_or_default();
        assert!(status.success() || program == "pg_ctl", "{line}: {}", said());
    }

    /// Starts it.
    pub fn up(&self) {
        let options = format!("-o '-p {} -k {}'", self.port, self.folder.path().display());
        self.run("pg_ctl", &format!("-D {} -w -l {} {options} start", self.data(), self.log().display()));
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Stops it as a power cut would.
    pub fn stop(&self) {
        self.run("pg_ctl", &format!("-D {} -m immediate stop", self.data()));
    }

    /// Kills each of its processes at once.
    pub fn kill(&self) {
        self.signal("KILL");
    }

    /// Ends its following: from now on it takes writes.
    pub fn promote(&self) {
        self.run("pg_ctl", &format!("-D {} -w promote", self.data()));
    }

    /// Sends a signal to each of its processes: `STOP` freezes it, `CONT` lets it go on.
    pub fn signal(&self, name: &str) {
        let Some(main) = pid(&self.folder.path().join("data/postmaster.pid")) else { return };
        let _ = Command::new("pkill").args([&format!("-{name}"), "-P", &main]).stderr(Stdio::null()).status();
        let _ = Command::new("kill").args([&format!("-{name}"), &main]).stderr(Stdio::null()).status();
    }

    /// Changes a setting while it runs.
    pub fn set(&self, setting: &str) {
        let mut admin = PgConnection::establish(&self.url()).unwrap();
        sql_query(format!("ALTER SYSTEM SET {setting}")).execute(&mut admin).unwrap();
        sql_query("SELECT pg_reload_conf()").execute(&mut admin).unwrap();
    }

    /// From now on it speaks TLS with whoever wants to.
    #[cfg(feature = "postgres-tls")]
    pub fn speak_tls(&self, signed: &super::authority::Signed) {
        for (from, name) in [(&signed.certificate, "server.crt"), (&signed.key, "server.key")] {
            let to = self.folder.path().join("data").join(name);
            std::fs::copy(from, &to).unwrap();
            Command::new("chmod").arg("600").arg(&to).status().unwrap();
            if rustix::process::geteuid().is_root() {
                Command::new("chown").arg("postgres").arg(&to).status().unwrap();
            }
        }
        self.set("ssl = on");
    }

    /// Its address in a URL.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// A URL of its one database.
    pub fn url(&self) -> String {
        format!("postgres://awards@{}/postgres", self.host())
    }
}

/// A database and the one that follows it: what is acknowledged, both have.
pub struct Pair {
    /// The one that takes writes.
    pub first: Server,
    /// The one that may take its place.
    pub second: Server,
}

impl Pair {
    /// Two servers; none in a run on SQLite, or where PostgreSQL is not installed.
    pub fn start() -> Option<Self> {
        let first = Server::start()?;
        let second = first.follower();
        let pair = Self { first, second };
        pair.first.set("synchronous_standby_names = '*'");
        pair.first.set("synchronous_commit = on");
        Some(pair)
    }

    /// A URL that names both.
    pub fn url(&self) -> String {
        format!("postgres://awards@{},{}/postgres", self.first.host(), self.second.host())
    }

    /// Puts the second in the place of the first, which is gone: nobody follows it any more.
    pub fn take_over(&self) {
        self.second.promote();
        self.second.set("synchronous_standby_names = ''");
    }
}

fn pid(file: &Path) -> Option<String> {
    Some(std::fs::read_to_string(file).ok()?.lines().next()?.trim().to_owned())
}
