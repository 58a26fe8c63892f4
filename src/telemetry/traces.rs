//! Traces: what the program does for each request, sent to a collector in portions (OTLP over HTTP).

use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::Layer;

use super::Part;
use crate::version;

const NAME: &str = "digital-awards";

/// Sends traces, in a thread of its own. Dropped, it sends what it still has.
#[derive(Debug)]
pub(super) struct Sender(SdkTracerProvider);

impl Sender {
    pub(super) fn start(endpoint: &str) -> Result<Self, String> {
        let exporter =
            SpanExporter::builder().with_http().with_endpoint(endpoint).build().map_err(|error| error.to_string())?;
        let version = opentelemetry::KeyValue::new("service.version", version::NUMBER);
        let resource = Resource::builder().with_service_name(NAME).with_attribute(version).build();
        Ok(Self(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build()))
    }

    pub(super) fn layer(&self) -> Part {
        let layer = tracing_opentelemetry::layer().with_tracer(self.0.tracer(NAME));
        // What the sender itself does is no part of a trace.
        let own = tracing_subscriber::filter::Targets::new().with_target("digital_awards", LevelFilter::INFO);
        layer.with_filter(own).boxed()
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "some traces were not sent");
        }
    }
}
