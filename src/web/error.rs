//! One error page for every refusal, in the visitor's language.
//!
//! A handler gives a [`PageError`]; the middleware renders it, since only there the language is
//! known. A 500 never shows its cause, and always a request id that finds it in the log.

use actix_web::http::StatusCode;
use actix_web::http::header::{LOCATION, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use chrono::{DateTime, Utc};

use crate::app::AppError;
use crate::domain::language::Language;
use crate::i18n::Args;

/// Why a request is not answered as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Sign in first, then come back.
    #[error("sign in first")]
    SignIn {
        /// The language of the sign-in page.
        language: Language,
        /// Where to come back to; empty for the start.
        next: String,
    },
    /// The password was right; a code is still to be given.
    #[error("a code is asked for")]
    SecondStep {
        /// The language of the page that asks.
        language: Language,
        /// Where to come back to; empty for the start.
        next: String,
    },
    /// Organisers set up a second factor before they go on.
    #[error("a second factor is needed")]
    SecondFactor {
        /// The language of the page where it is set up.
        language: Language,
        /// Where to come back to; empty for the start.
        next: String,
    },
    /// 400.
    #[error("unreadable request")]
    BadRequest,
    /// 403: this needs another role.
    #[error("forbidden")]
    Forbidden,
    /// 403: the form came from another site. With what was typed, to be copied.
    #[error("the form came from another site")]
    CrossSite(Vec<String>),
    /// 404, for what does not exist and for what is not this visitor's: the two look the same.
    #[error("not found")]
    NotFound,
    /// 405.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// 408.
    #[error("too slow")]
    TooSlow,
    /// 409: the state of things forbids it; the message says why and what to do next.
    #[error("refused: {key}")]
    Refused {
        /// The key of the message.
        key: &'static str,
        /// What the message needs.
        args: Args,
    },
    /// 410.
    #[error("the link is dead")]
    DeadLink,
    /// 413.
    #[error("too large")]
    TooLarge,
    /// 415.
    #[error("unsupported media type")]
    UnsupportedMedia,
    /// 422, where no form could be shown again.
    #[error("invalid")]
    Invalid,
    /// 429, until an instant.
    #[error("too many tries")]
    TooMany(DateTime<Utc>),
    /// 503.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// 500. The cause goes to the log only.
    #[error("internal: {0}")]
    Internal(String),
}

impl PageError {
    /// The status it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn { .. } | Self::SecondStep { .. } | Self::SecondFactor { .. } => StatusCode::SEE_OTHER,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden | Self::CrossSite(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Refused { .. } => StatusCode::CONFLICT,
            Self::DeadLink => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The error that a status alone stands for: actix's own refusals.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            StatusCode::CONFLICT => Self::Refused { key: "error-409-text", args: Vec::new() },
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedMedia,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable(String::new()),
            status if status.is_client_error() => Self::BadRequest,
            status => Self::Internal(format!("answered {status}")),
        }
    }
}

impl From<AppError> for PageError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound => Self::NotFound,
            AppError::Forbidden => Self::Forbidden,
            AppError::Refused { key, args } => Self::Refused { key, args },
            AppError::Stale => Self::Refused { key: "error-stale", args: Vec::new() },
            AppError::DeadLink => Self::DeadLink,
            AppError::TooMany(until) => Self::TooMany(until),
            AppError::Unavailable(cause) => Self::Unavailable(cause),
            AppError::Invalid(problems) => {
                // A handler that takes a form shows it again; getting here is a form of one button.
                tracing::warn!(?problems, "a form was refused without being shown again");
                Self::Invalid
            }
            AppError::Internal(cause) => Self::Internal(cause),
            AppError::Store(error) => Self::Internal(format!("{error:?}")),
        }
    }
}

impl From<crate::store::StoreError> for PageError {
    fn from(error: crate::store::StoreError) -> Self {
        AppError::from(error).into()
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Internal(format!("template: {error}"))
    }
}

/// The address of a page of the account that comes back to another.
fn account_page(language: Language, page: &str, next: &str) -> String {
    let next = percent_encoding::utf8_percent_encode(next, percent_encoding::NON_ALPHANUMERIC).to_string();
    let query = if next.is_empty() { String::new() } else { format!("?next={next}") };
    format!("/{language}/account/{page}{query}")
}

impl ResponseError for PageError {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    /// An empty answer that carries the error: the middleware, which knows when the request began,
    /// gives it its page.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status());
        match self {
            Self::SignIn { language, next } => {
                response.insert_header((LOCATION, account_page(*language, "sign-in", next)));
            }
            Self::SecondStep { language, next } => {
                response.insert_header((LOCATION, account_page(*language, "second", next)));
            }
            Self::SecondFactor { language, next } => {
                response.insert_header((LOCATION, account_page(*language, "second-factor", next)));
            }
            Self::Unavailable(_) => {
                response.insert_header((RETRY_AFTER, "5"));
            }
            _ => {}
        }
        let mut response = response.finish();
        response.extensions_mut().insert(self.clone());
        response
    }
}
