//! Mails that organisers write themselves.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::Conn;
use super::error::{StoreError, StoreResult};
use super::schema::campaigns;
use super::types::{At, Json};
use crate::domain::campaign::{Audience, Campaign, CampaignStatus, Recipient};
use crate::domain::ids::{CampaignId, CategoryId, EditionId, UserId};
use crate::domain::language::Localised;

row!(CampaignRow of Campaign in campaigns {
    id: CampaignId, edition_id: EditionId, audience: Json<Vec<Audience>>, category_id: Option<CategoryId>,
    subject: Json<Localised>, text: Json<Localised>, status: CampaignStatus, recipients: Json<Vec<Recipient>>,
    send_at: Option<At>, written_by: UserId, written_at: At, ordered_by: Option<UserId>, version: i32,
});

/// The campaign of an id.
pub fn get(c: &mut Conn, id: CampaignId) -> StoreResult<Campaign> {
    Ok(campaigns::table.find(id).first::<CampaignRow>(c)?.into())
}

/// The campaigns of an edition, newest first.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Campaign>> {
    let of = campaigns::table.filter(campaigns::edition_id.eq(edition)).order(campaigns::id.desc());
    Ok(of.load::<CampaignRow>(c)?.into_iter().map(Into::into).collect())
}

/// The campaigns whose instant has come.
pub fn list_due(c: &mut Conn, now: DateTime<Utc>) -> StoreResult<Vec<Campaign>> {
    let due = campaigns::table
        .filter(campaigns::status.eq(CampaignStatus::Scheduled))
        .filter(campaigns::send_at.le(Some(At(now))));
    Ok(due.load::<CampaignRow>(c)?.into_iter().map(Into::into).collect())
}

/// A new campaign.
pub fn insert(c: &mut Conn, campaign: Campaign) -> StoreResult<()> {
    diesel::insert_into(campaigns::table).values(CampaignRow::from(campaign)).execute(c)?;
    Ok(())
}

/// Changes a campaign of the version that was read.
pub fn update(c: &mut Conn, mut campaign: Campaign) -> StoreResult<()> {
    let known = campaigns::table.find(campaign.id).filter(campaigns::version.eq(campaign.version));
    campaign.version += 1;
    match diesel::update(known).set(CampaignRow::from(campaign)).execute(c)? {
        0 => Err(StoreError::Stale),
        _ => Ok(()),
    }
}

/// Forgets a campaign.
pub fn delete(c: &mut Conn, id: CampaignId) -> StoreResult<()> {
    diesel::delete(campaigns::table.find(id)).execute(c)?;
    Ok(())
}
