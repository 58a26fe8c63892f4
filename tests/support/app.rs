//! The application under test.

use chrono::{DateTime, TimeZone, Utc};
use digital_awards::clock::Clock;
use digital_awards::config::{
    DatabaseSettings, Environment, FileSettings, MailSettings, MailTransport, Secret, SecuritySettings, ServerSettings,
    Settings, SmtpTls, TallySettings,
};
use digital_awards::jobs::Jobs;
use digital_awards::startup::Application;
use digital_awards::web::state::AppState;

use super::client::Browser;
use super::database::FreshDatabase;
use super::mailbox::Mailbox;

/// A running application: real server, fresh database, real mail server, a clock of its own.
pub struct TestApp {
    /// Its address: `http://127.0.0.1:PORT`.
    pub url: String,
    /// What its handlers may reach.
    pub state: AppState,
    /// Its jobs, done by hand.
    pub jobs: Jobs,
    /// The mails it sent.
    pub mails: Mailbox,
    /// Its clock.
    pub clock: Clock,
    server: actix_web::dev::ServerHandle,
    database: Option<FreshDatabase>,
    folder: tempfile::TempDir,
}

/// The day on which tests begin: before the demo edition opens.
pub fn first_day() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 1, 11, 9, 0, 0).unwrap()
}

impl TestApp {
    /// Starts an application without any data.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// Starts an application with other settings.
    #[allow(clippy::unused_async)] // as everything else that begins a story
    pub async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        digital_awards::telemetry::start(&digital_awards::config::LogSettings {
            filter: std::env::var("TEST_LOG").unwrap_or_else(|_| "off".into()),
            ..Default::default()
        });
        let folder = tempfile::tempdir().unwrap();
        let database = FreshDatabase::new(folder.path());
        let mails = Mailbox::start();
        let clock = Clock::standing(first_day());
        let mut settings = settings(&database.url, folder.path(), mails.port);
        change(&mut settings);
        let application = Application::build(settings, clock.clone()).unwrap_or_else(|e| panic!("{e}"));
        let url = format!("http://127.0.0.1:{}", application.port());
        let state = application.state().clone();
        let jobs = application.jobs();
        let server = application.into_server();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        Self { url, state, jobs, mails, clock, server: handle, database: Some(database), folder }
    }

    /// A new browser: no cookies yet, French.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// Does everything that is due, mail included.
    pub async fn do_jobs(&self) {
        self.jobs.tick().await.unwrap_or_else(|e| panic!("{e}"));
    }

    /// The time of the application.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Moves the clock forward.
    pub fn wait(&self, duration: chrono::TimeDelta) {
        self.clock.set(self.clock.now() + duration);
    }

    /// The folder in which everything of this application lies.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.server.stop(false));
        // The database goes last: nothing uses it any more.
        self.database.take();
    }
}

fn settings(database_url: &str, folder: &std::path::Path, smtp_port: u16) -> Settings {
    Settings {
        environment: Environment::Development,
        server: ServerSettings {
            listen: "127.0.0.1:0".into(),
            public_url: "http://127.0.0.1:0".into(),
            workers: 1,
            drain_seconds: 1,
            events_seconds: 1,
            ..ServerSettings::default()
        },
        database: DatabaseSettings {
            url: Secret(database_url.to_owned()),
            pool_size: 4,
            pool_timeout_seconds: 20,
            ..DatabaseSettings::default()
        },
        mail: MailSettings {
            transport: MailTransport::Smtp,
            smtp_host: "127.0.0.1".into(),
            smtp_port,
            smtp_tls: SmtpTls::None,
            folder: folder.join("mail"),
            ..MailSettings::default()
        },
        files: FileSettings {
            folder: folder.join("files"),
            renderer: env!("CARGO_BIN_EXE_digital-awards").into(),
            ..FileSettings::default()
        },
        tally: TallySettings { key_path: folder.join("tally.key"), ..TallySettings::default() },
        // Weak on purpose: hundreds of sign-ins, and nothing to protect.
        security: SecuritySettings { argon2_memory_kib: 64, argon2_passes: 1, ..SecuritySettings::default() },
        ..Settings::default()
    }
}
