//! The program as a process that serves: started, stopped and killed as on a server.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::Browser;
use super::command::program;

/// A process that serves. Dropped, it is killed (SIGKILL).
pub struct Node {
    /// Where it answers.
    pub url: String,
    process: Process,
}

/// A process that ends with the test, however that ends.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a node is started with.
pub struct Plan {
    command: Command,
    address: String,
}

impl Plan {
    /// A node on a database, with its files in a folder and a mail server on this machine.
    pub fn new(database_url: &str, folder: &Path, smtp_port: u16) -> Self {
        let mut command = program(database_url, folder);
        command
            .env("DIGITAL_AWARDS__MAIL__TRANSPORT", "smtp")
            .env("DIGITAL_AWARDS__MAIL__SMTP_HOST", "127.0.0.1")
            .env("DIGITAL_AWARDS__MAIL__SMTP_PORT", smtp_port.to_string())
            .env("DIGITAL_AWARDS__MAIL__SMTP_TLS", "none")
            .env("DIGITAL_AWARDS__MAIL__RETRY_SECONDS", "1")
            .env("DIGITAL_AWARDS__MAIL__HOLD_SECONDS", "5")
            .env("DIGITAL_AWARDS__TALLY__KEY_PATH", folder.join("tally.key"))
            .env("DIGITAL_AWARDS__SERVER__PUBLIC_URL", "http://127.0.0.1:0")
            .env("DIGITAL_AWARDS__DATABASE__POOL_SIZE", "4")
            .env("DIGITAL_AWARDS__LOG__FILTER", "off")
            .stdout(Stdio::piped());
        Self { command, address: "127.0.0.1:0".into() }
    }

    /// With a setting, or any other variable.
    pub fn with(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// With a log of everything, at level debug, in a file.
    pub fn logging(mut self, log: &Path) -> Self {
        self.command.env("DIGITAL_AWARDS__LOG__FILTER", "debug").stderr(std::fs::File::create(log).unwrap());
        self
    }

    /// On a port of its own choice.
    pub fn on(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    /// Starts it without waiting.
    pub fn spawn(mut self) -> Starting {
        Starting(Process(self.command.args(["serve", "--listen", &self.address]).spawn().unwrap()))
    }

    /// Starts it and waits until it says where it listens.
    pub fn start(self) -> Node {
        self.spawn().listening()
    }
}

impl Node {
    /// Starts one on a database and waits until it says where it listens.
    pub fn start(database_url: &str, folder: &Path, smtp_port: u16) -> Self {
        Plan::new(database_url, folder, smtp_port).start()
    }

    /// The most memory that it ever had, in bytes; none where the system can't tell.
    pub fn peak_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.0.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? << 10)
    }

    /// Its process.
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.process.0)
    }

    /// Tells it to end (SIGTERM).
    pub fn terminate(&self) {
        kill_process(self.pid(), Signal::TERM).unwrap();
    }

    /// Waits until it has ended.
    pub fn ended(mut self) -> ExitStatus {
        self.process.0.wait().unwrap()
    }

    /// A browser on it.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }
}

/// A process that has not said yet where it listens.
pub struct Starting(Process);

impl Starting {
    /// Waits until it says so.
    pub fn listening(mut self) -> Node {
        let mut lines = BufReader::new(self.0.0.stdout.take().unwrap()).lines();
        let line = lines.next().expect("a line that says where it listens").unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("127.0.0.1:")).expect("an address");
        Node { url: format!("http://{}", url.trim_end_matches(',')), process: self.0 }
    }
}
