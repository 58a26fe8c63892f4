//! Asking to be forgotten.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::erasure;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now};
use crate::web::page::Page;
use crate::web::see_other;
use crate::web::state::AppState;

/// Asks, or takes the wish back.
pub async fn ask(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    form: Form,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (id, is_back) = (user.user.id, form.has("take-back"));
    let write = move |c: &mut crate::store::Conn| {
        if is_back { erasure::take_back(c, id, now) } else { erasure::ask(c, id, now) }
    };
    state.db.write(write).await?;
    Ok(see_other(p.url("/account/?done=saved")))
}
