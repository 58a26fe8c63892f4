//! The words of the mails that leave by themselves.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use super::words;
use crate::app::mail_texts::{self, MailTextView, Words};
use crate::domain::language::Language;
use crate::domain::mail_text::variables;
use crate::domain::notice::{MailKind, OutboxMail};
use crate::domain::policy::OrganiserAct;
use crate::mail::render::{Rendered, render};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/mail_texts.html")]
struct ListPage {
    p: Page,
    desk: Desk,
    kinds: Vec<(MailKind, bool)>,
}

impl ListPage {
    fn name(&self, kind: &MailKind) -> String {
        self.p.t(words::mail_text(*kind))
    }
}

/// Every kind.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let desk = Desk::open(&user, &path.1, OrganiserAct::Run, "mail-texts")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let kinds = state.db.read(move |c| mail_texts::list(c, &actor, &slug)).await?;
    html(&ListPage { p, desk, kinds })
}

#[derive(Template)]
#[template(path = "organiser/mail_text.html")]
struct TextPage {
    p: Page,
    desk: Desk,
    view: MailTextView,
    name: String,
    sheet: Sheet,
    language: Language,
    letter: Rendered,
}

impl TextPage {
    fn variables(&self) -> Vec<(String, String)> {
        let said = |name: &&str| (format!("{{{name}}}"), self.p.t(words::mail_variable(name)));
        variables(self.view.text.kind).iter().map(said).collect()
    }

    fn url(&self, rest: &str) -> String {
        self.desk.url(&self.p, &format!("mail-texts/{}{rest}", self.view.text.kind))
    }

    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.to_string(), self.p.t(l.name_key()))).collect()
    }

    fn paragraphs(&self) -> Vec<&str> {
        self.letter.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }
}

type Params = Path<(String, String, String)>;

fn kind_of(path: &Params) -> Result<MailKind, PageError> {
    path.2.parse().map_err(|_| PageError::NotFound)
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &Params,
    language: Option<Language>,
    sheet: Option<Sheet>,
) -> Result<TextPage, PageError> {
    let (kind, now) = (kind_of(path)?, p.now);
    let desk = Desk::open(user, &path.1, OrganiserAct::Run, "mail-texts")?;
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let view = state.db.read(move |c| mail_texts::view(c, &actor, &slug, kind, now)).await?;
    let language = language.unwrap_or(view.sample.language);
    let sample = OutboxMail { language, ..view.sample.clone() };
    let letter = render(&sample, Some(&view.text)).map_err(|e| PageError::Internal(e.to_string()))?;
    let values = || {
        Values::default()
            .localised("subject", &view.text.subject)
            .localised("text", &view.text.text)
            .with("version", view.text.version)
    };
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values()));
    Ok(TextPage { name: p.t(words::mail_text(kind)), p, desk, view, sheet, language, letter })
}

/// One kind.
pub async fn show(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Params,
    query: Query,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path, query.parse("language"), None).await?)
}

/// Saves the words of a kind.
pub async fn save(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Params,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let typed = Words {
        subject: localised(&form, "subject"),
        text: localised(&form, "text"),
        version: form.text("version").to_owned(),
    };
    let (actor, slug, kind) = (user.actor.clone(), path.1.clone(), kind_of(&path)?);
    let saved = state.db.write(move |c| mail_texts::save(c, &actor, &slug, kind, &typed, now)).await;
    let (status, sheet) = match saved {
        Ok(()) => return Ok(see_other(p.url(&format!("/organiser/{}/mail-texts/{kind}?done=saved", path.1)))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, &path, None, Some(sheet)).await?)
}

/// Sends one to whoever asks.
pub async fn test(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Params,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let language = form.parse("language").unwrap_or(p.language);
    let (actor, slug, kind) = (user.actor.clone(), path.1.clone(), kind_of(&path)?);
    let url = state.settings.server.public_url.clone();
    state.db.write(move |c| mail_texts::test(c, &actor, &slug, kind, (language, &url), now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/mail-texts/{kind}?done=campaign-tested", path.1))))
}
