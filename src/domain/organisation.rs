//! The startup behind entries, and what is known of it in every edition.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{OrganisationId, UserId};
use super::place;
use super::text::{self, TextError};

/// Most links of a profile.
pub const MAX_LINKS: usize = 6;
/// Stands among the regions of Morocco for every other country.
pub const ABROAD: &str = "abroad";
/// The earliest day on which a startup may have been founded.
const FIRST_YEAR: i32 = 1900;

crate::text_enum! {
    /// What a startup works in.
    pub enum Sector {
        /// Farming, food, water.
        Agriculture = "agriculture",
        /// Energy, climate, environment.
        Energy = "energy",
        /// Teaching and training.
        Education = "education",
        /// Health and care.
        Health = "health",
        /// Payments, credit, insurance.
        Finance = "finance",
        /// Selling, on line or off.
        Commerce = "commerce",
        /// Transport and delivery.
        Mobility = "mobility",
        /// Making things.
        Industry = "industry",
        /// Building and housing.
        Construction = "construction",
        /// Travel and hospitality.
        Tourism = "tourism",
        /// Culture, media, games.
        Culture = "culture",
        /// Services of the state, and to citizens.
        PublicServices = "public_services",
        /// Software for other businesses.
        Software = "software",
        /// Security of systems and data.
        Security = "security",
        /// Anything else.
        Other = "other",
    }
}

crate::text_enum! {
    /// How many people work in a startup.
    pub enum Size {
        /// One.
        Alone = "1",
        /// Two to nine.
        Few = "2-9",
        /// Ten to forty-nine.
        Tens = "10-49",
        /// Fifty to two hundred and forty-nine.
        Hundred = "50-249",
        /// Two hundred and fifty or more.
        Many = "250",
    }
}

crate::text_enum! {
    /// Who founded a startup.
    pub enum Founders {
        /// Women only.
        Women = "women",
        /// Women and men.
        Both = "both",
        /// Men only.
        Men = "men",
    }
}

/// What is known of a startup beside its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// What it works in.
    pub sector: Option<Sector>,
    /// When it was founded.
    pub founded_on: Option<NaiveDate>,
    /// How many people work in it.
    pub size: Option<Size>,
    /// Where it is at home: the code of a region of Morocco, or [`ABROAD`].
    pub region: Option<String>,
    /// Who founded it.
    pub founders: Option<Founders>,
    /// Its pages elsewhere, at most [`MAX_LINKS`].
    pub links: Vec<String>,
}

/// The startup behind an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// The person who keeps its profile.
    pub owner_id: UserId,
    /// Its name.
    pub name: String,
    /// Its web address, or empty.
    pub website: String,
    /// Its city, or empty.
    pub city: String,
    /// When the profile was made.
    pub created_at: DateTime<Utc>,
    /// What else is known of it.
    pub profile: Profile,
    /// Where the bytes of its logo are; none without one.
    pub logo_key: Option<String>,
}

/// Why a day of foundation is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FoundationError {
    /// It is no day.
    #[error("no day")]
    NotADay,
    /// It has not come yet, or is long past.
    #[error("no likely day")]
    Unlikely,
}

/// The regions that a startup may be at home in.
pub fn regions() -> impl Iterator<Item = &'static str> {
    place::regions().map(|region| region.code).chain([ABROAD])
}

/// A day of foundation as typed; none when empty.
pub fn founded_on(typed: &str, now: DateTime<Utc>) -> Result<Option<NaiveDate>, FoundationError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day = ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(typed, form).ok());
    let day = day.ok_or(FoundationError::NotADay)?;
    let is_likely = day.year() >= FIRST_YEAR && day <= now.date_naive();
    if is_likely { Ok(Some(day)) } else { Err(FoundationError::Unlikely) }
}

/// Web addresses, one to a line; the number of the first line that is none, from 1.
pub fn links(typed: &str) -> Result<Vec<String>, (usize, TextError)> {
    let lines = (1..).zip(typed.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| text::link(line).map_err(|error| (number, error))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_foundation_is_a_day_that_has_been() {
        let now = DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000);
        assert_eq!(founded_on(" ", now), Ok(None));
        assert_eq!(founded_on("2019-03-01", now), Ok(NaiveDate::from_ymd_opt(2019, 3, 1)));
        assert_eq!(founded_on("01/03/2019", now), Ok(NaiveDate::from_ymd_opt(2019, 3, 1)));
        assert_eq!(founded_on("en mars", now), Err(FoundationError::NotADay));
        assert_eq!(founded_on("2031-01-01", now), Err(FoundationError::Unlikely));
        assert_eq!(founded_on("1871-01-01", now), Err(FoundationError::Unlikely));
    }

    #[test]
    fn links_stand_one_to_a_line() {
        assert_eq!(
            links("a.example\n\n b.example/x \n"),
            Ok(vec!["https://a.example".into(), "https://b.example/x".into()])
        );
        assert_eq!(links("a.example\nfoo bar").unwrap_err().0, 2);
    }
}
