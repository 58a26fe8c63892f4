//! `digital-awards demo`: a disposable instance full of made-up entries.

mod accounts;
mod content;
mod edition;
mod fill;
mod scores;

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Outcome, complain, say};
use crate::clock::Clock;
use crate::config::{
    DatabaseSettings, Environment, FileSettings, LogFormat, LogSettings, MailSettings, MailTransport, Secret,
    ServerSettings, Settings, TallySettings,
};
use crate::startup::Application;
use crate::telemetry;

/// Start a disposable instance full of made-up entries, and print sign-in links.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  digital-awards demo
  digital-awards demo --port 0 --accounts accounts.json
  digital-awards demo --data demo-data          keeps the instance for next time")]
pub struct Demo {
    /// The port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Keep everything in this folder; without it, everything is gone at the end.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Write accounts, entries and assignments to this file, for scripts.
    #[arg(long)]
    accounts: Option<PathBuf>,
}

impl Demo {
    /// Makes the instance and serves it until Ctrl-C.
    pub fn run(self) -> Outcome {
        let throwaway = tempfile::Builder::new().prefix("digital-awards-demo-").tempdir()?;
        let folder = self.data.clone().unwrap_or_else(|| throwaway.path().to_owned());
        let settings = settings(&folder, self.port);
        telemetry::start(&settings.log);
        complain("making up an award…");
        actix_web::rt::System::new().block_on(async move {
            let application = Application::build(settings, Clock::system())?;
            let state = application.state().clone();
            let world = fill::fill(&state).map_err(|e| Failure(format!("could not fill the demo: {e}")))?;
            if let Some(path) = &self.accounts {
                std::fs::write(path, serde_json::to_vec_pretty(&world)?)?;
            }
            for line in world.table() {
                say(&line);
            }
            let result = application.run_until_stopped().await.map_err(Failure::from);
            drop(throwaway);
            result
        })
    }
}

fn settings(folder: &std::path::Path, port: u16) -> Settings {
    Settings {
        environment: Environment::Demo,
        server: ServerSettings {
            listen: format!("127.0.0.1:{port}"),
            public_url: format!("http://127.0.0.1:{port}"),
            drain_seconds: 2,
            ..ServerSettings::default()
        },
        database: DatabaseSettings {
            url: Secret(format!("sqlite://{}", folder.join("awards.db").display())),
            ..DatabaseSettings::default()
        },
        mail: MailSettings { transport: MailTransport::Folder, folder: folder.join("mail"), ..MailSettings::default() },
        files: FileSettings { folder: folder.join("files"), ..FileSettings::default() },
        tally: TallySettings { key_path: folder.join("tally.key"), ..TallySettings::default() },
        log: LogSettings { format: LogFormat::Text, filter: "warn".into() },
        ..Settings::default()
    }
}
