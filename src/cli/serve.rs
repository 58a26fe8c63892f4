//! `digital-awards serve`

use clap::Args;

use super::{Failure, Outcome, say};
use crate::clock::Clock;
use crate::config::Settings;
use crate::startup::Application;
use crate::telemetry;

/// Serve the site.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  digital-awards serve
  DATABASE_URL=postgres://awards@localhost/awards digital-awards serve --listen 0.0.0.0:8080")]
pub struct Serve {
    /// Address and port to listen on, instead of server.listen.
    #[arg(long)]
    listen: Option<String>,
}

impl Serve {
    /// Serves until SIGTERM or Ctrl-C.
    pub fn run(self, mut settings: Settings) -> Outcome {
        if let Some(listen) = self.listen {
            settings.server.listen = listen;
            settings.check()?;
        }
        // Until the end: what was not sent yet is sent then.
        let _traces = telemetry::start_with_traces(&settings.log, &settings.telemetry)?;
        actix_web::rt::System::new().block_on(async move {
            let public_url = settings.server.public_url.clone();
            let address = settings.server.listen.clone();
            let application = Application::build(settings, Clock::system())?;
            let port = application.port();
            let host = address.rsplit_once(':').map_or("", |(host, _)| host).to_owned();
            say(&format!(
                "listening on {host}:{port}, public address {}",
                public_url.replace(":0", &format!(":{port}"))
            ));
            application.run_until_stopped().await.map_err(Failure::from)
        })
    }
}
