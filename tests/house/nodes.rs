//! Several processes of the program on one database: the same pages from each, and everything that
//! happens by itself happens once.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use digital_awards::app::announcements::{self, Publisher};
use digital_awards::app::results::{self, Staging};
use digital_awards::app::{AppError, rounds};
use digital_awards::domain::edition::EditionStatus;
use digital_awards::domain::language::Localised;
use digital_awards::domain::outcome::OutcomeKind;
use digital_awards::store;

use crate::jury::award::Award;
use crate::support::command::program;
use crate::support::database::FreshDatabase;
use crate::support::mailbox::Mailbox;
use crate::support::{Browser, TestApp};

/// How long anything may take that happens by itself.
const PATIENCE: Duration = Duration::from_secs(60);

/// A process that serves.
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

impl Node {
    /// Starts one and waits until it says where it listens.
    pub fn start(database_url: &str, folder: &Path, smtp_port: u16) -> Self {
        Self::spawn(database_url, folder, smtp_port).listening()
    }

    /// The same with a log of everything at level debug, in a file.
    pub fn start_logging(database_url: &str, folder: &Path, smtp_port: u16, log: &Path) -> Self {
        let mut command = Self::command(database_url, folder, smtp_port);
        command.env("DIGITAL_AWARDS__LOG__FILTER", "debug").stderr(std::fs::File::create(log).unwrap());
        Starting(Process(command.spawn().unwrap())).listening()
    }

    /// The id of its process.
    pub fn pid(&self) -> u32 {
        self.process.0.id()
    }

    /// Waits until it ends; its code.
    pub fn ended(mut self) -> Option<i32> {
        self.process.0.wait().unwrap().code()
    }

    fn spawn(database_url: &str, folder: &Path, smtp_port: u16) -> Starting {
        Starting(Process(Self::command(database_url, folder, smtp_port).spawn().unwrap()))
    }

    fn command(database_url: &str, folder: &Path, smtp_port: u16) -> Command {
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
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped());
        command
    }

    /// The most memory that it ever had, in bytes; none where the system can't tell.
    pub fn peak_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.0.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? << 10)
    }

    /// A browser on it.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }
}

/// A process that has not said yet where it listens.
struct Starting(Process);

impl Starting {
    fn listening(mut self) -> Node {
        let mut lines = BufReader::new(self.0.0.stdout.take().unwrap()).lines();
        let line = lines.next().expect("a line that says where it listens").unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("127.0.0.1:")).expect("an address");
        Node { url: format!("http://{}", url.trim_end_matches(',')), process: self.0 }
    }
}

/// Waits for something that happens by itself.
async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "not in time: {what}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[actix_web::test]
async fn twoprocesses_that_start_at_once_on_an_empty_database_are_one_site() {
    let folder = tempfile::tempdir().unwrap();
    let database = FreshDatabase::new(folder.path());
    let mails = Mailbox::start();
    let nodes = [(); 2].map(|()| Node::spawn(&database.url, folder.path(), mails.port));
    let [one, two] = nodes.map(Starting::listening);
    for node in [&one, &two] {
        node.browser().get("/readyz").await.expect(200);
    }

    let account = [("name", "Hanane"), ("email", "hanane@people.example"), ("password", "khettara de Fezna")];
    one.browser().post("/fr/account/sign-up", &account).await.expect(303);
    until("the mail of the account", async || !mails.to("hanane@people.example").is_empty()).await;
    let link = mails.last_to("hanane@people.example").link();
    two.browser().post(&link, &[]).await.expect(303);

    let browser = one.browser();
    browser.post("/fr/account/sign-in", &account[1..]).await.expect(303);
    browser.get("/fr/entries/").await.expect(200);
    let elsewhere = two.browser().with_cookie(&browser.cookies());
    assert!(elsewhere.get("/fr/entries/").await.expect(200).body().contains("Hanane"), "signed in on both");
    elsewhere.post("/fr/account/sign-out", &[]).await.expect(303);
    browser.get("/fr/entries/").await.expect(303);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(mails.to("hanane@people.example").len(), 1, "one process sent the mail, and once");
}

#[actix_web::test]
async fn an_announcement_that_falls_due_under_twoprocesses_happens_once() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let award = Award::with_entries_on(app, 20).await;
    let juror = award.juror("najat").await;
    for id in award.assign(&juror, &(0..20).collect::<Vec<_>>()).await {
        let sheet = [("version", "0"), ("c-innovation", "4"), ("c-creativity", "4"), ("c-entrepreneurship", "4")];
        juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
    }
    let (organiser, round, entry) = (award.organising().await, award.round.id, award.entries[0].id);
    let (edition, key, now) = (award.edition.id, award.app.state.tally_key.clone(), award.app.now());
    let embargo = Utc::now() + TimeDelta::seconds(3);
    let schedule = move |c: &mut store::Conn| {
        rounds::close(c, &organiser, round, key.signing(), now)?;
        let mut closed = store::editions::get(c, edition)?;
        closed.status = EditionStatus::Deliberation;
        store::editions::update(c, closed)?;
        let category = store::entries::get(c, entry)?.category_id;
        let prizes = store::categories::list_prizes(c, edition)?;
        let prize = prizes.iter().find(|prize| prize.category_id == Some(category)).unwrap().id;
        let citation = Localised::same("Pour son eau");
        let staging = Staging { prize, entry, kind: OutcomeKind::Winner, citation, summary: Localised::same("Eau") };
        results::stage(c, &organiser, "2027", &staging, now)?;
        let publisher = Publisher { public_url: "http://127.0.0.1:0", key: key.signing() };
        announcements::announce(c, &organiser, "2027", "2027", Some(embargo), publisher, now)?;
        Ok::<_, AppError>(())
    };
    award.app.state.db.write(schedule).await.unwrap();

    let (url, folder) = (&award.app.state.settings.database.url.0, award.app.folder());
    let nodes = [(); 2].map(|()| Node::start(url, folder, award.app.mails.port));
    let page = "/fr/editions/2027/winners";
    for node in &nodes {
        if Utc::now() < embargo {
            node.browser().get(page).await.expect(404);
        }
    }
    for node in &nodes {
        until("winners", async || node.browser().get(page).await.status == 200).await;
        assert!(node.browser().get(page).await.expect(200).body().contains("Entry 1"));
    }
    let outcomes = || award.app.mails.to("applicant@people.example");
    until("a mail per entry", async || outcomes().len() >= 20).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(outcomes().len(), 20, "a mail per entry, each once");
    let log = move |c: &mut store::Conn| {
        let (events, _) =
            store::audit::list_of_edition(c, edition, &store::audit::AuditFilter::default(), 0, i64::MAX)?;
        Ok::<_, AppError>(events.iter().filter(|event| event.action == "announcement.published").count())
    };
    assert_eq!(award.app.state.db.read(log).await.unwrap(), 1);
}
