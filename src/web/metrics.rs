//! Numbers for a monitoring system: counted around every request, shown to whoever knows the token.

use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest, HttpResponse};
use subtle::ConstantTimeEq;

use super::error::PageError;
use super::middleware::ForMachines;
use super::state::AppState;
use crate::app::AppError;
use crate::metrics::Moment;
use crate::store;

/// How long the database may take to say how many mails there are.
const PATIENCE: Duration = Duration::from_secs(1);

/// The pattern of a route, as its resource knows it.
#[derive(Debug, Clone, Copy)]
pub struct Pattern(pub &'static str);

/// Counts a request.
pub async fn measure(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(state) = request.app_data::<Data<AppState>>().cloned() else { return next.call(request).await };
    let is_write = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let flight = state.metrics.begin();
    let answered = next.call(request).await;
    let (route, status) = match &answered {
        Ok(response) => (response.request().app_data::<Pattern>().map_or("none", |p| p.0), response.status()),
        Err(error) => ("none", error.as_response_error().status_code()),
    };
    flight.end(route, is_write, status.as_u16());
    answered
}

/// The numbers, for whoever proves to know the token. Without a token in the settings there is no such page.
pub async fn show(request: HttpRequest, state: Data<AppState>) -> Result<HttpResponse, PageError> {
    let token = state.settings.metrics.token.0.as_bytes();
    if token.is_empty() {
        return Err(PageError::NotFound);
    }
    let header = request.headers().get(header::AUTHORIZATION);
    let given = header.and_then(|value| value.as_bytes().strip_prefix(b"Bearer ")).unwrap_or_default();
    if !bool::from(given.ct_eq(token)) {
        let mut answer = HttpResponse::Unauthorized()
            .insert_header((header::WWW_AUTHENTICATE, "Bearer"))
            .content_type("text/plain; charset=utf-8")
            .body("the token of metrics.token is needed\n");
        answer.extensions_mut().insert(ForMachines);
        return Ok(answer);
    }
    let count = state.db.read(|c| Ok::<_, AppError>(store::outbox::count_by_status(c)?));
    let mails = tokio::time::timeout(PATIENCE, count).await.ok().and_then(Result::ok);
    let text = state.metrics.write(&Moment { usage: state.db.usage(), mails, is_damaged: state.db.is_damaged() });
    let text = text.map_err(|e| PageError::Internal(e.to_string()))?;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}
