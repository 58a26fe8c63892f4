//! `digital-awards organiser add EMAIL`

use clap::{Args, Subcommand};

use super::{Failure, Outcome, say};
use crate::app::{AppError, accounts};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::text::EmailAddress;
use crate::startup;
use crate::store::Db;

/// Decide who organises.
#[derive(Debug, Args)]
pub struct Organiser {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Let somebody organise, and print a link that signs them in once.
    #[command(after_help = "Examples:
  digital-awards organiser add you@your-award.org --name \"Asmaa Lakhdar\"
  digital-awards organiser add colleague@your-award.org --edition 2027")]
    Add {
        /// The person's address. An account is made if there is none.
        email: String,
        /// The person's name, for a new account.
        #[arg(long, default_value = "")]
        name: String,
        /// Only this edition, by its slug; without it, all editions and the right to create more.
        #[arg(long)]
        edition: Option<String>,
    },
    /// Forget the second factor of somebody who has lost their app and their recovery codes. Their sessions end.
    #[command(after_help = "Example:
  digital-awards organiser forget-second-factor colleague@your-award.org")]
    ForgetSecondFactor {
        /// The person's address.
        email: String,
    },
}

impl Organiser {
    /// Runs the command.
    pub fn run(self, settings: &Settings) -> Outcome {
        let (email, name, edition) = match self.command {
            Command::Add { email, name, edition } => (email, name, edition),
            Command::ForgetSecondFactor { email } => return forget(settings, &email),
        };
        let email = EmailAddress::parse(&email).map_err(|e| Failure(format!("{email}: {e}")))?;
        let name = if name.trim().is_empty() {
            email.as_str().split('@').next().unwrap_or_default().to_owned()
        } else {
            crate::domain::text::line(&name, 120).map_err(|e| Failure(format!("--name: {e}")))?
        };
        startup::prepare_database(settings)?;
        let db = Db::open(&settings.db_options())?;
        let now = Clock::system().now();
        let url = settings.server.public_url.as_str();
        let (user, link) = db
            .write_now(|c| accounts::make_organiser(c, &email, &name, edition.as_deref(), url, now))
            .map_err(|error| match error {
            AppError::NotFound => Failure(format!("there is no edition {}", edition.as_deref().unwrap_or_default())),
            other => other.into(),
        })?;
        say(&format!("{} may organise. This link works once, for 24 hours:", user.email));
        say(&link);
        Ok(())
    }
}

fn forget(settings: &Settings, email: &str) -> Outcome {
    let email = EmailAddress::parse(email).map_err(|e| Failure(format!("{email}: {e}")))?;
    startup::prepare_database(settings)?;
    let db = Db::open(&settings.db_options())?;
    let now = Clock::system().now();
    db.write_now(|c| accounts::forget_second_factor(c, &email, now)).map_err(|error| match error {
        AppError::NotFound => Failure(format!("{email} has no account")),
        other => other.into(),
    })?;
    say(&format!(
        "{email} signs in with the password alone, and is asked to set up a second factor where one is needed."
    ));
    Ok(())
}
