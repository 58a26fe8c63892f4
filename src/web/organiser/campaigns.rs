//! Mails that organisers write themselves.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::desk::Desk;
use super::sheet::{Sheet, Values, localised};
use crate::app::AppError;
use crate::app::campaigns::{self, CampaignText, CampaignView, Letter, Order, PICKED};
use crate::app::outbox::Standing;
use crate::domain::campaign::{Audience, Campaign, CampaignStatus};
use crate::domain::category::Category;
use crate::domain::ids::CampaignId;
use crate::domain::language::Language;
use crate::store::{self, Conn};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form, Now, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, html_as, see_other};

#[derive(Template)]
#[template(path = "organiser/campaigns.html")]
struct CampaignsPage {
    p: Page,
    desk: Desk,
    campaigns: Vec<(Campaign, Standing)>,
}

/// A status in words, and its colour.
fn status_words(p: &Page, status: CampaignStatus) -> (String, &'static str) {
    match status {
        CampaignStatus::Draft => (p.t("campaign-draft"), "gold"),
        CampaignStatus::Scheduled => (p.t("campaign-scheduled"), "brand"),
        CampaignStatus::Sent => (p.t("campaign-sent"), "ok"),
        CampaignStatus::Cancelled => (p.t("campaign-cancelled"), ""),
    }
}

impl CampaignsPage {
    fn title(&self, campaign: &Campaign) -> String {
        let subject = self.p.l(&campaign.subject);
        if subject.is_empty() { self.p.t("campaign-untitled") } else { subject.to_owned() }
    }

    fn status(&self, campaign: &Campaign) -> (String, &'static str) {
        status_words(&self.p, campaign.status)
    }
}

/// The list.
pub async fn index(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let (opened, campaigns) = state.db.read(move |c| campaigns::list(c, &actor, &slug)).await?;
    let desk = Desk::new(opened, "campaigns");
    html(&CampaignsPage { p: p.in_zone(desk.edition.zone()), desk, campaigns })
}

/// Begins a campaign.
pub async fn begin(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    let begun = state.db.write(move |c| campaigns::begin(c, &actor, &slug, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/campaigns/{begun}", path.1))))
}

#[derive(Template)]
#[template(path = "organiser/campaign.html")]
struct CampaignPage {
    p: Page,
    desk: Desk,
    view: CampaignView,
    categories: Vec<Category>,
    sheet: Sheet,
    /// The form that orders it.
    order: Sheet,
    /// What the chosen recipient reads, and which of them it is.
    letter: Option<Letter>,
    chosen: usize,
}

impl CampaignPage {
    fn url(&self, act: &str) -> String {
        self.desk.url(&self.p, &format!("campaigns/{}{act}", self.view.campaign.id))
    }

    fn is_draft(&self) -> bool {
        self.view.campaign.status == CampaignStatus::Draft
    }

    fn may_stop(&self) -> bool {
        match self.view.campaign.status {
            CampaignStatus::Scheduled => true,
            CampaignStatus::Sent => self.view.mails.unsent() > 0,
            CampaignStatus::Draft | CampaignStatus::Cancelled => false,
        }
    }

    fn status(&self) -> (String, &'static str) {
        status_words(&self.p, self.view.campaign.status)
    }

    fn groups(&self) -> Vec<(String, String, bool)> {
        let words = |group: Audience| match group {
            Audience::Drafts => "audience-drafts",
            Audience::Returned => "audience-returned",
            Audience::Pending => "audience-pending",
            Audience::Eligible => "audience-eligible",
            Audience::Ineligible => "audience-ineligible",
            Audience::Invited => "audience-invited",
            Audience::Jurors => "audience-jurors",
        };
        let ticked = self.sheet.all("audience");
        let group = |group: &Audience| {
            (group.to_string(), self.p.t(words(*group)), ticked.iter().any(|word| word == group.as_str()))
        };
        let mut groups: Vec<_> = Audience::ALL.iter().map(group).collect();
        let picked = self.view.campaign.recipients.len();
        if self.is_draft() && picked > 0 {
            let words = self.p.m("audience-picked").arg("n", picked).to_string();
            groups.insert(0, (PICKED.to_owned(), words, ticked.iter().any(|word| word == PICKED)));
        }
        groups
    }

    fn category_choices(&self) -> Vec<(String, String)> {
        self.categories.iter().map(|x| (x.code.clone(), self.p.l(&x.name).to_owned())).collect()
    }

    fn people(&self) -> Vec<(String, String)> {
        let of = self.view.recipients.iter().enumerate();
        of.map(|(at, to)| (at.to_string(), format!("{} · {}", to.name, to.email))).collect()
    }

    fn languages(&self) -> Vec<(String, String)> {
        Language::ALL.iter().map(|l| (l.to_string(), self.p.t(l.name_key()))).collect()
    }

    /// The languages of recipients in which something is missing.
    fn missing(&self) -> String {
        let names: Vec<String> =
            campaigns::missing_languages(&self.view).iter().map(|l| self.p.t(l.name_key())).collect();
        names.join(&self.p.t("list-separator"))
    }

    fn paragraphs<'a>(&self, letter: &'a Letter) -> Vec<&'a str> {
        letter.text.lines().filter(|line| !line.trim().is_empty()).collect()
    }
}

async fn page(
    p: Page,
    user: &CurrentUser,
    state: &AppState,
    path: &(String, String, String),
    chosen: usize,
    (sheet, order): (Option<Sheet>, Sheet),
) -> Result<CampaignPage, PageError> {
    let (actor, slug, campaign) = (user.actor.clone(), path.1.clone(), id::<CampaignId>(&path.2)?);
    let url = state.settings.server.public_url.clone();
    let read = move |c: &mut Conn| {
        let view = campaigns::get(c, &actor, &slug, campaign)?;
        let edition = view.opened.edition.clone();
        let letter = match view.recipients.get(chosen).or(view.recipients.first()) {
            Some(to) => Some(campaigns::letter(c, &edition, &view.campaign, &to.clone(), &url)?),
            None => None,
        };
        Ok::<_, AppError>((view, letter, store::categories::list(c, edition.id)?))
    };
    let (view, letter, categories) = state.db.read(read).await?;
    let values = || {
        let category = categories.iter().find(|x| Some(x.id) == view.campaign.category_id);
        let mut values = Values::default()
            .with("category", category.map_or("", |x| x.code.as_str()))
            .localised("subject", &view.campaign.subject)
            .localised("text", &view.campaign.text);
        if !view.campaign.recipients.is_empty() {
            values = values.with("audience", PICKED);
        }
        for group in &view.campaign.audience {
            values = values.with("audience", group);
        }
        values
    };
    let sheet = sheet.unwrap_or_else(|| Sheet::saved(values()));
    let desk = Desk::new(view.opened.clone(), "campaigns");
    Ok(CampaignPage { p: p.in_zone(desk.edition.zone()), desk, view, categories, sheet, order, letter, chosen })
}

/// One campaign; `?as=` chooses whose mail is shown.
pub async fn show(
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    html(&page(p, &user, &state, &path, query.parse("as").unwrap_or(0), (None, order_form())).await?)
}

/// Saves what was written.
pub async fn save(
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let typed = CampaignText {
        audience: form.all("audience").to_vec(),
        category: form.text("category").to_owned(),
        subject: localised(&form, "subject"),
        text: localised(&form, "text"),
        version: form.text("version").to_owned(),
    };
    let (actor, slug, campaign) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    let saved = state.db.write(move |c| campaigns::save(c, &actor, &slug, campaign, &typed)).await;
    let (status, sheet) = match saved {
        Ok(()) => return Ok(see_other(one(&p, &path, "saved"))),
        Err(error) => Sheet::again(&p, form, error)?,
    };
    html_as(status, &page(p, &user, &state, &path, 0, (Some(sheet), order_form())).await?)
}

/// The order as it is before anybody has typed: now.
fn order_form() -> Sheet {
    Sheet::saved(Values::default().with("when", "now"))
}

fn one(p: &Page, path: &(String, String, String), done: &str) -> String {
    p.url(&format!("/organiser/{}/campaigns/{}?done={done}", path.1, path.2))
}

/// Orders a campaign.
pub async fn order(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let order = Order {
        send_at: (form.text("when") == "later").then(|| form.text("send_at").to_owned()),
        count: form.text("count").to_owned(),
        seen: form.text("seen").to_owned(),
    };
    let (actor, slug, campaign) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    let url = state.settings.server.public_url.clone();
    let ordered = state.db.write(move |c| campaigns::order(c, &actor, &slug, campaign, &order, &url, now)).await;
    match ordered {
        Ok(CampaignStatus::Sent) => Ok(see_other(one(&p, &path, "campaign-sent"))),
        Ok(_) => Ok(see_other(one(&p, &path, "campaign-scheduled"))),
        Err(error) => {
            // The page again with the order as typed: what is wrong, or the list as it is now.
            let (status, order) = Sheet::again(&p, form, error)?;
            html_as(status, &page(p, &user, &state, &path, 0, (None, order)).await?)
        }
    }
}

/// Sends the organiser what recipients would read.
pub async fn test(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, campaign) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    let language = form.parse("language").unwrap_or(p.language);
    let url = state.settings.server.public_url.clone();
    state.db.write(move |c| campaigns::test(c, &actor, &slug, campaign, language, &url, now)).await?;
    Ok(see_other(one(&p, &path, "campaign-tested")))
}

/// Calls a campaign off, or stops what has not left.
pub async fn stop(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, campaign) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| campaigns::stop(c, &actor, &slug, campaign, now)).await?;
    Ok(see_other(one(&p, &path, "campaign-stopped")))
}

/// Forgets a draft.
pub async fn remove(
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, campaign) = (user.actor.clone(), path.1.clone(), id(&path.2)?);
    state.db.write(move |c| campaigns::remove(c, &actor, &slug, campaign, now)).await?;
    Ok(see_other(p.url(&format!("/organiser/{}/campaigns?done=saved", path.1))))
}
