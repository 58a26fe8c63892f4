//! Putting the application together, and running it until it is told to stop.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::web::Data;
use actix_web::{App, HttpServer};

use crate::clock::Clock;
use crate::config::Settings;
use crate::files::Files;
use crate::jobs::{self, Jobs};
use crate::mail::Mailer;
use crate::security::password::Passwords;
use crate::security::tally_key::TallyKey;
use crate::store::{self, Conn, Db, Engine};
use crate::web::state::AppState;
use crate::web::{metrics, middleware, routes};

/// Why the application can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A folder could not be made.
    #[error("could not create {path}: {cause}")]
    Folder {
        /// Which.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// The database.
    #[error(transparent)]
    Database(#[from] store::ConnectError),
    /// The schema.
    #[error(transparent)]
    Migration(#[from] store::migrations::MigrationError),
    /// The file store.
    #[error(transparent)]
    Files(#[from] crate::files::FilesError),
    /// Mail.
    #[error(transparent)]
    Mail(#[from] crate::mail::MailError),
    /// Passwords.
    #[error(transparent)]
    Passwords(#[from] crate::security::password::HashError),
    /// The key that signs tallies.
    #[error(transparent)]
    TallyKey(#[from] crate::security::tally_key::KeyError),
    /// The port.
    #[error("could not listen on {address}: {cause}")]
    Listen {
        /// Where.
        address: String,
        /// Why.
        cause: std::io::Error,
    },
}

/// An application that listens but does not answer yet.
pub struct Application {
    port: u16,
    server: Server,
    jobs: Jobs,
    state: AppState,
}

/// Creates the folder of an SQLite database.
pub fn prepare_folder(settings: &Settings) -> Result<(), StartError> {
    let options = settings.db_options();
    if Engine::of(&options.url)? == Engine::Sqlite
        && let Some(folder) = std::path::Path::new(store::sqlite_path(&options.url)).parent()
    {
        let path = folder.display().to_string();
        std::fs::create_dir_all(folder).map_err(|cause| StartError::Folder { path, cause })?;
    }
    Ok(())
}

/// Creates the folder of an SQLite database and brings the schema of any database up to date.
/// Returns the names of the migrations that ran.
pub fn prepare_database(settings: &Settings) -> Result<Vec<String>, StartError> {
    prepare_folder(settings)?;
    let mut conn: Conn = store::connect(&settings.db_options())?;
    Ok(store::migrations::run(&mut conn)?)
}

/// What handlers and commands may reach, on a database that is up to date.
pub fn open_state(settings: Settings, clock: Clock) -> Result<AppState, StartError> {
    Ok(AppState {
        db: Db::open(&settings.db_options())?,
        passwords: Passwords::new(&settings.security)?,
        files: Files::open(&settings.files)?,
        tally_key: TallyKey::open(&settings.tally)?,
        cards: crate::web::public::card::Cards::default(),
        standings: crate::web::crowd::Crowd::default(),
        editions: crate::web::editions::Editions::default(),
        lists: crate::web::jury::list::Lists::default(),
        counts: crate::web::organiser::counts::Counts::default(),
        drawn: crate::web::drawn::Drawn::default(),
        shelf: crate::web::public::shelf::Shelf::default(),
        looks: crate::web::site::Looks::default(),
        progress: crate::web::progress::Progress::default(),
        metrics: crate::metrics::Metrics::default(),
        readiness: crate::web::public::health::Readiness::default(),
        settings: Arc::new(settings),
        clock,
    })
}

impl Application {
    /// Opens everything and listens. With port 0 a free one is taken, and a public URL that named
    /// port 0 names it too.
    pub fn build(mut settings: Settings, clock: Clock) -> Result<Self, StartError> {
        let address = settings.server.listen.clone();
        let listen_error = |cause| StartError::Listen { address: address.clone(), cause };
        let listener = TcpListener::bind(&address).map_err(listen_error)?;
        let port = listener.local_addr().map_err(listen_error)?.port();
        if let Some(base) = settings.server.public_url.strip_suffix(":0") {
            settings.server.public_url = format!("{base}:{port}");
        }
        prepare_database(&settings)?;
        let mailer = Mailer::new(&settings)?;
        let workers = settings.server.workers;
        let drain = settings.server.drain_seconds;
        let state = open_state(settings, clock)?;
        let data = Data::new(state.clone());
        let mut server = HttpServer::new(move || {
            App::new()
                .app_data(data.clone())
                .wrap(from_fn(middleware::surround))
                .wrap(from_fn(metrics::measure))
                .configure(routes::configure)
        })
        // It is told to stop by us, who first say so to whoever asks.
        .disable_signals()
        .client_request_timeout(Duration::from_secs(10))
        // What blocks has seats of its own (see `store::Db`); a thread costs memory even while it waits.
        .worker_max_blocking_threads(64)
        .shutdown_timeout(drain);
        if workers > 0 {
            server = server.workers(workers);
        }
        let server = server.listen(listener).map_err(listen_error)?.run();
        let (db, files) = (state.db.clone(), state.files.clone());
        let jobs = Jobs::new(db, state.clock.clone(), mailer, files, &state.settings, state.tally_key.clone())
            .counted_by(state.metrics.clone());
        Ok(Self { port, server, jobs, state })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What its handlers may reach: for commands and tests that fill it.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// What its jobs do, to be done by hand.
    pub fn jobs(&self) -> Jobs {
        self.jobs.clone()
    }

    /// Answers, and does the jobs, until SIGTERM or Ctrl-C; then lets requests in flight end.
    pub async fn run_until_stopped(self) -> std::io::Result<()> {
        let (handle, readiness) = (self.server.handle(), self.state.readiness.clone());
        let leave = Duration::from_secs(self.state.settings.server.leave_seconds);
        tokio::spawn(async move {
            let signal = stop_signal().await;
            readiness.leave();
            if signal == Signal::Terminate {
                // A second one is answered at once.
                tokio::select! {
                    () = tokio::time::sleep(leave) => {}
                    _ = stop_signal() => {}
                }
            }
            handle.stop(true).await;
        });
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let worker = tokio::spawn(jobs::run(self.jobs, stopped));
        let result = self.server.await;
        let _ = stop.send(true);
        let _ = worker.await;
        result
    }

    /// Answers without doing the jobs, until stopped by its handle: for tests, which do them by hand.
    pub fn into_server(self) -> Server {
        self.server
    }
}

/// What tells the program to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signal {
    /// A person, at the terminal.
    Interrupt,
    /// The system: others may still send requests here.
    Terminate,
}

#[cfg(unix)]
async fn stop_signal() -> Signal {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return Signal::Interrupt;
    };
    tokio::select! {
        _ = terminate.recv() => Signal::Terminate,
        _ = tokio::signal::ctrl_c() => Signal::Interrupt,
    }
}

#[cfg(not(unix))]
async fn stop_signal() -> Signal {
    let _ = tokio::signal::ctrl_c().await;
    Signal::Interrupt
}
