//! The program in a process of its own, so that its processor time and memory are its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A process that answers, and ends with this value.
pub struct Server {
    process: Child,
    /// Where it answers.
    pub address: String,
    /// How long its first page took, from before the process was there.
    pub first_answer: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// The program, on a database that is there; ready when its front page is.
    pub fn start(database: &str, folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_digital-awards"));
        command
            .env_clear()
            .env("DATABASE_URL", database)
            .env("DIGITAL_AWARDS__ENVIRONMENT", "development")
            .env("DIGITAL_AWARDS__MAIL__TRANSPORT", "folder")
            .env("DIGITAL_AWARDS__MAIL__FOLDER", folder.join("mail"))
            .env("DIGITAL_AWARDS__FILES__FOLDER", folder.join("files"))
            .env("DIGITAL_AWARDS__TALLY__KEY_PATH", folder.join("tally.key"))
            .env("DIGITAL_AWARDS__SERVER__PUBLIC_URL", "http://127.0.0.1:0")
            .current_dir(folder)
            .args(["serve", "--listen", "127.0.0.1:0"]);
        Self::spawn(command, "/fr/")
    }

    /// This very program, serving what the server is compared with.
    pub fn reference(database: &str, folder: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.args(["--reference", database]).arg(folder);
        Self::spawn(command, "/plain")
    }

    fn spawn(mut command: Command, page: &str) -> Self {
        let begun = Instant::now();
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a process");
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        let said = loop {
            let line = lines.next().expect("a line that says where it listens").expect("a line");
            if let Some(at) = line.find("127.0.0.1:") {
                break line[at..].split([',', ' ']).next().unwrap_or_default().to_owned();
            }
        };
        // The log goes the same way: it is read, as a journal would, and thrown away.
        std::thread::spawn(move || lines.for_each(drop));
        let mut server = Self { process, address: said, first_answer: Duration::ZERO };
        server.ask(page);
        server.first_answer = begun.elapsed();
        server
    }

    fn ask(&self, page: &str) {
        use std::io::{Read, Write};
        let mut stream = std::net::TcpStream::connect(&self.address).expect("a connection");
        write!(stream, "GET {page} HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n\r\n").expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    }

    /// The processor time that it has used; zero where the system can't tell.
    pub fn cpu(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap_or_default();
        let after_name = stat.rsplit(") ").next().unwrap_or_default();
        let ticks: u64 = after_name.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        // A tick of Linux is a hundredth of a second for whoever reads it here.
        Duration::from_millis(10 * ticks)
    }

    /// Begins to watch the most memory that it has from now on.
    pub fn forget_peak(&self) {
        let _ = std::fs::write(format!("/proc/{}/clear_refs", self.process.id()), "5");
    }

    /// The most memory that it had, in megabytes; zero where the system can't tell.
    pub fn peak(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib: f64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0);
        kib * 1024.0 / 1e6
    }
}
