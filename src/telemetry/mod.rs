//! The log: structured, with the id of the request on every line; and traces, for whoever has a collector.

#[cfg(feature = "otel")]
mod traces;

use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Registry};

use crate::config::{LogFormat, LogSettings, TelemetrySettings};

/// What has to be sent before the program ends.
#[derive(Debug, Default)]
pub struct Traces {
    /// Sends what it has when it goes.
    #[cfg(feature = "otel")]
    #[allow(dead_code, reason = "held until it is dropped")]
    sender: Option<traces::Sender>,
}

/// Why no traces can be sent.
#[derive(Debug, thiserror::Error)]
#[error("telemetry.otlp_endpoint: {0}")]
pub struct TracesError(String);

type Part = Box<dyn Layer<Registry> + Send + Sync>;

/// Starts the log, on standard error. A second call changes nothing, so tests may call it freely.
pub fn start(settings: &LogSettings) {
    let _ = Registry::default().with(log(settings)).try_init();
}

/// Starts the log and the traces. What was not sent yet is sent when the answer is dropped.
pub fn start_with_traces(log_settings: &LogSettings, settings: &TelemetrySettings) -> Result<Traces, TracesError> {
    let mut parts = vec![log(log_settings)];
    let traces = begin(settings, &mut parts)?;
    let _ = Registry::default().with(parts).try_init();
    Ok(traces)
}

#[cfg(feature = "otel")]
fn begin(settings: &TelemetrySettings, parts: &mut Vec<Part>) -> Result<Traces, TracesError> {
    if settings.otlp_endpoint.is_empty() {
        return Ok(Traces::default());
    }
    let sender = traces::Sender::start(&settings.otlp_endpoint).map_err(TracesError)?;
    parts.push(sender.layer());
    Ok(Traces { sender: Some(sender) })
}

/// Settings that ask for traces are refused by a binary that can't send any.
#[cfg(not(feature = "otel"))]
#[allow(clippy::unnecessary_wraps, reason = "as where there are traces")]
fn begin(_: &TelemetrySettings, _: &mut Vec<Part>) -> Result<Traces, TracesError> {
    Ok(Traces::default())
}

fn log(settings: &LogSettings) -> Part {
    let filter = EnvFilter::try_from_default_env()
        .or_else(|_| EnvFilter::try_new(&settings.filter))
        .unwrap_or_else(|_| EnvFilter::new("info"));
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    match settings.format {
        LogFormat::Text => layer.with_target(false).with_filter(filter).boxed(),
        LogFormat::Json => {
            layer.json().flatten_event(true).with_current_span(true).with_span_list(false).with_filter(filter).boxed()
        }
    }
}
