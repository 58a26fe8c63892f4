//! Whether the server lives, and whether it can work.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::AppError;
use crate::store;
use crate::web::state::AppState;

/// The process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

/// The database answers too.
pub async fn ready(state: Data<AppState>) -> HttpResponse {
    match state.db.read(|c| Ok::<_, AppError>(store::editions::find_current(c)?)).await {
        Ok(_) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(_) => HttpResponse::ServiceUnavailable().content_type("application/json").body("{\"ready\":false}"),
    }
}
