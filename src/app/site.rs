//! What the installation calls itself and looks like: for those who may create editions.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::audit::{self, Event};
use super::editions::texts::{DOCUMENT_LIMIT, NAME_LIMIT, Reader, SENTENCE_LIMIT};
use super::problems::text_problem;
use super::{AppError, AppResult, FieldProblem, storage};
use crate::domain::audit::AuditActor;
use crate::domain::language::Localised;
use crate::domain::policy::{self, Actor};
use crate::domain::site::{Colour, MAX_PAGES, MAX_PARTNERS, Partner, Site, SitePage};
use crate::domain::text;
use crate::store::{self, Conn};

/// The site as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteText {
    /// Its name.
    pub name: Localised,
    /// A few words under it.
    pub tagline: Localised,
    /// Its colour.
    pub brand: String,
    /// Partners, one to a line: name, then its address.
    pub partners: String,
    /// What it adds to the page of data and rights.
    pub legal: Localised,
    /// The version that the form was made from.
    pub version: String,
}

/// A page as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageText {
    /// Its word in addresses.
    pub slug: String,
    /// Its title.
    pub title: Localised,
    /// What it says.
    pub text: Localised,
    /// Its place.
    pub position: String,
    /// The version that the form was made from; empty for a new page.
    pub version: String,
}

/// The site and its pages, for everybody.
pub fn read(c: &mut Conn) -> AppResult<(Site, Vec<SitePage>)> {
    Ok((store::sites::get(c)?, store::sites::list_pages(c)?))
}

/// The site and its pages, for who may change them; others find nothing.
pub fn open(c: &mut Conn, actor: &Actor) -> AppResult<(Site, Vec<SitePage>)> {
    policy::can_create_edition(actor)?;
    read(c)
}

/// A page, for everybody.
pub fn page(c: &mut Conn, slug: &str) -> AppResult<SitePage> {
    store::sites::find_page(c, slug)?.ok_or(AppError::NotFound)
}

/// Partners as typed: a name, and its address after it.
fn partners(typed: &str, problems: &mut Vec<FieldProblem>) -> Vec<Partner> {
    let mut partners = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, url) = match line.rsplit_once(char::is_whitespace) {
            Some((name, url)) if url.contains('.') => (name, url),
            _ => (line, ""),
        };
        let url = if url.is_empty() { Ok(String::new()) } else { text::link(url) };
        match (text::line(name, NAME_LIMIT), url) {
            (Ok(name), Ok(url)) => partners.push(Partner { name, url }),
            (Err(error), _) | (_, Err(error)) => problems.push(text_problem("partners", error)),
        }
    }
    if partners.len() > MAX_PARTNERS {
        problems.push(FieldProblem::new("partners", "site-problem-partners"));
    }
    partners
}

/// Saves the site. A colour that white letters can't be read on is refused, with its contrast.
pub fn save(c: &mut Conn, actor: &Actor, typed: &SiteText, now: DateTime<Utc>) -> AppResult<()> {
    let (saved, _) = open(c, actor)?;
    let mut reader = Reader::default();
    let name = reader.line("name", &typed.name, NAME_LIMIT, false);
    let tagline = reader.line("tagline", &typed.tagline, SENTENCE_LIMIT, false);
    let legal = reader.paragraphs("legal", &typed.legal, DOCUMENT_LIMIT);
    let partners = partners(&typed.partners, &mut reader.problems);
    let brand = match (typed.brand.trim(), Colour::parse(&typed.brand)) {
        ("", _) => String::new(),
        (_, Some(colour)) if colour.carries_white() => colour.hex(),
        (_, Some(colour)) => {
            let contrast = format!("{:.1}", colour.contrast(Colour([255; 3])));
            reader.problems.push(FieldProblem::new("brand", "site-problem-contrast").arg("contrast", contrast));
            String::new()
        }
        (_, None) => {
            reader.wrong("brand", "site-problem-colour");
            String::new()
        }
    };
    let wanted = reader.finish(Site { name, tagline, brand, partners, legal, ..saved.clone() })?;
    if wanted == saved {
        return Ok(());
    }
    if typed.version != saved.version.to_string() {
        return Err(AppError::Stale);
    }
    let version = saved.version + 1;
    let event =
        Event::new("site.changed", "site", saved.id).after(json!({ "name": wanted.name, "brand": wanted.brand }));
    store::sites::put(c, Site { version, ..wanted })?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Sets the logo, whose bytes lie under `key`, or takes it away. The bytes of the one before stay for a day.
pub fn set_logo(c: &mut Conn, actor: &Actor, key: Option<String>, now: DateTime<Utc>) -> AppResult<()> {
    let (site, _) = open(c, actor)?;
    let event = Event::new("site.changed", "site", site.id).after(json!({ "has_logo": key.is_some() }));
    storage::exchange(c, site.logo_key.as_deref(), key.as_deref(), now)?;
    store::sites::put(c, Site { logo_key: key, version: site.version + 1, ..site })?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Saves a page: a new one, or the one of the word `old`.
pub fn save_page(
    c: &mut Conn,
    actor: &Actor,
    old: Option<&str>,
    typed: &PageText,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (_, pages) = open(c, actor)?;
    let saved = match old {
        Some(slug) => Some(pages.iter().find(|page| page.slug == slug).ok_or(AppError::NotFound)?),
        None if pages.len() >= MAX_PAGES => return Err(AppError::refused("site-refused-pages")),
        None => None,
    };
    let mut reader = Reader::default();
    let slug = typed.slug.trim().to_owned();
    let is_word = (1..=40).contains(&slug.len())
        && slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !is_word {
        reader.wrong("slug", "edition-problem-slug");
    } else if pages.iter().any(|page| page.slug == slug && Some(page.slug.as_str()) != old) {
        reader.wrong("slug", "edition-problem-slug-taken");
    }
    let title = reader.line("title", &typed.title, NAME_LIMIT, true);
    let text = reader.paragraphs("text", &typed.text, DOCUMENT_LIMIT);
    let position = reader.number("position", &typed.position, 1, 99);
    let wanted =
        reader.finish(SitePage { slug, title, text, position, version: saved.map_or(1, |page| page.version + 1) })?;
    if saved.is_some_and(|page| page.version.to_string() != typed.version) {
        return Err(AppError::Stale);
    }
    if let Some(old) = old {
        store::sites::delete_page(c, old)?;
    }
    let event = Event::new("site.page_changed", "site_page", &wanted.slug);
    store::sites::put_page(c, wanted)?;
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}

/// Takes a page away.
pub fn remove_page(c: &mut Conn, actor: &Actor, slug: &str, now: DateTime<Utc>) -> AppResult<()> {
    open(c, actor)?;
    if !store::sites::delete_page(c, slug)? {
        return Err(AppError::NotFound);
    }
    let event = Event::new("site.page_removed", "site_page", slug);
    audit::record(c, AuditActor::User(actor.user_id), event, now)?;
    Ok(())
}
