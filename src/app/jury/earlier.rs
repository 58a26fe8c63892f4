//! Jurors of earlier editions, who are invited again with one click.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::invite::{Invitation, invite};
use super::organised;
use crate::app::{AppError, AppResult};
use crate::domain::edition::Edition;
use crate::domain::ids::{CategoryId, JurorId};
use crate::domain::juror::{Juror, JurorStatus};
use crate::domain::policy::{self, Actor, OrganiserAct};
use crate::store::{self, Conn};

/// Somebody who was on the jury of an earlier edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierJuror {
    /// As they were then.
    pub juror: Juror,
    /// The latest edition that they judged.
    pub edition: Edition,
}

/// Those who judged an earlier edition that the actor organises too, and are not on this one's jury, by
/// name. Each stands there once, as in the latest edition.
pub fn list_earlier(c: &mut Conn, actor: &Actor, slug: &str) -> AppResult<Vec<EarlierJuror>> {
    let edition = organised(c, actor, slug, OrganiserAct::Run)?;
    let here: Vec<String> = store::jurors::list(c, edition.id)?.into_iter().map(|x| x.email.to_string()).collect();
    let mut editions = store::editions::list(c)?;
    editions.retain(|x| x.id != edition.id && policy::can_organise(actor, x.id, OrganiserAct::Run).is_ok());
    editions.sort_by_key(|x| x.year);
    let mut found: BTreeMap<String, EarlierJuror> = BTreeMap::new();
    for edition in editions {
        for juror in store::jurors::list(c, edition.id)? {
            let email = juror.email.to_string();
            if juror.status == JurorStatus::Accepted && !here.contains(&email) {
                found.insert(email, EarlierJuror { juror, edition: edition.clone() });
            }
        }
    }
    let mut earlier: Vec<EarlierJuror> = found.into_values().collect();
    earlier.sort_by(|a, b| a.juror.name.cmp(&b.juror.name));
    Ok(earlier)
}

/// Invites somebody of an earlier edition, with what was known of them then; their categories are those of
/// the same code.
pub fn invite_again(
    c: &mut Conn,
    actor: &Actor,
    slug: &str,
    before: JurorId,
    public_url: &str,
    now: DateTime<Utc>,
) -> AppResult<Juror> {
    let edition = organised(c, actor, slug, OrganiserAct::Run)?;
    let earlier = list_earlier(c, actor, slug)?.into_iter().find(|x| x.juror.id == before);
    let EarlierJuror { juror, edition: then } = earlier.ok_or(AppError::NotFound)?;
    let codes: BTreeMap<CategoryId, String> =
        store::categories::list(c, then.id)?.into_iter().map(|category| (category.id, category.code)).collect();
    let judged: Vec<&String> = juror.categories.iter().filter_map(|id| codes.get(id)).collect();
    let categories = store::categories::list(c, edition.id)?;
    let categories = categories.into_iter().filter(|category| judged.contains(&&category.code));
    let invitation = Invitation {
        email: juror.email.to_string(),
        name: juror.name,
        organisation: juror.organisation,
        title: juror.title,
        language: Some(juror.language),
        reads: juror.reads,
        categories: categories.map(|category| category.id).collect(),
        expertise: juror.expertise,
        max_load: juror.max_load,
    };
    invite(c, actor, edition.id, invitation, public_url, now)
}
