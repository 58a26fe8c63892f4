//! `bounced`: what a mail server sends back.

use std::io::Read;
use std::path::PathBuf;

use clap::Args;

use super::{Failure, Outcome, say};
use crate::config::Settings;
use crate::mail::bounce;
use crate::startup;
use crate::store::{self, Db};

/// Note that a mail came back: reads the mail server's report (RFC 3464) from standard input or a file.
#[derive(Debug, Args)]
#[command(after_help = "Example, in /etc/aliases of the server that mails are sent from:
  no-reply: \"|/usr/bin/digital-awards bounced\"")]
pub struct Bounced {
    /// The report; without it, standard input.
    file: Option<PathBuf>,
}

impl Bounced {
    /// Runs the command.
    pub fn run(self, settings: &Settings) -> Outcome {
        let mut report = Vec::new();
        match &self.file {
            Some(path) => report = std::fs::read(path).map_err(|e| Failure(format!("{}: {e}", path.display())))?,
            None => {
                std::io::stdin().take(bounce::MAX_BYTES).read_to_end(&mut report)?;
            }
        }
        let Some(bounce) = bounce::read(&report) else {
            return Err(Failure("this is no report that names a mail of ours".into()));
        };
        startup::prepare_database(settings)?;
        let db = Db::open(&settings.db_options())?;
        let noted = db
            .write_now(|c| Ok::<_, crate::app::AppError>(store::outbox::mark_bounced(c, bounce.mail, &bounce.said)?))?;
        if !noted {
            return Err(Failure(format!("there is no mail {} that left", bounce.mail)));
        }
        say(&format!("{} came back: {}", bounce.mail, bounce.said));
        Ok(())
    }
}
