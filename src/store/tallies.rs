//! Sealed tallies, what opens their commitments, and rules that were replaced.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{earlier_rules, openings, rounds, tallies};
use super::types::{At, Json};
use crate::domain::ids::{EarlierRulesId, EditionId, EntryId, JurorId, RoundId, TallyId, UserId};
use crate::domain::language::Localised;
use crate::domain::tally::{EarlierRules, Opening, Tally};

row!(TallyRow of Tally in tallies {
    id: TallyId, round_id: RoundId, number: i32, digest: String, key: String, signature: String, bundle: String,
    sealed_by: UserId, sealed_at: At,
});
row!(OpeningRow of Opening in openings {
    tally_id: TallyId, reference: String, juror_id: Option<JurorId>, entry_id: Option<EntryId>, salt: String,
    value: Json<serde_json::Value>,
});
row!(EarlierRulesRow of EarlierRules in earlier_rules {
    id: EarlierRulesId, round_id: RoundId, version: i64, sha256: String, reason: String, replaced_by: UserId,
    replaced_at: At,
});

/// A new tally.
pub fn insert(c: &mut Conn, tally: Tally) -> StoreResult<()> {
    diesel::insert_into(tallies::table).values(TallyRow::from(tally)).execute(c)?;
    Ok(())
}

/// The tallies of an edition, in the order they were sealed.
pub fn list(c: &mut Conn, edition: EditionId) -> StoreResult<Vec<Tally>> {
    let rows = tallies::table
        .inner_join(rounds::table)
        .filter(rounds::edition_id.eq(edition))
        .order((rounds::position, tallies::number))
        .select(tallies::all_columns)
        .load::<TallyRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The tallies of a round, in the order they were sealed.
pub fn list_of_round(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Tally>> {
    let rows = tallies::table.filter(tallies::round_id.eq(round)).order(tallies::number).load::<TallyRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The tally of a digest.
pub fn find_by_digest(c: &mut Conn, digest: &str) -> StoreResult<Option<Tally>> {
    let row = tallies::table.filter(tallies::digest.eq(digest)).first::<TallyRow>(c).optional_row()?;
    Ok(row.map(Into::into))
}

/// What opens a commitment.
pub fn insert_opening(c: &mut Conn, opening: Opening) -> StoreResult<()> {
    diesel::insert_into(openings::table).values(OpeningRow::from(opening)).execute(c)?;
    Ok(())
}

/// What opens a juror's commitments, with the tally and the name of its round; oldest seal first.
pub fn list_openings_of_juror(c: &mut Conn, juror: JurorId) -> StoreResult<Vec<(Opening, Tally, Localised)>> {
    let rows = openings::table
        .inner_join(tallies::table.inner_join(rounds::table))
        .filter(openings::juror_id.eq(juror))
        .order(tallies::sealed_at)
        .select((openings::all_columns, tallies::all_columns, rounds::name))
        .load::<(OpeningRow, TallyRow, Json<Localised>)>(c)?;
    Ok(rows.into_iter().map(|(opening, tally, round)| (opening.into(), tally.into(), round.0)).collect())
}

/// The same for an entry.
pub fn list_openings_of_entry(c: &mut Conn, entry: EntryId) -> StoreResult<Vec<(Opening, Tally, Localised)>> {
    let rows = openings::table
        .inner_join(tallies::table.inner_join(rounds::table))
        .filter(openings::entry_id.eq(entry))
        .order(tallies::sealed_at)
        .select((openings::all_columns, tallies::all_columns, rounds::name))
        .load::<(OpeningRow, TallyRow, Json<Localised>)>(c)?;
    Ok(rows.into_iter().map(|(opening, tally, round)| (opening.into(), tally.into(), round.0)).collect())
}

/// Rules that were replaced.
pub fn insert_earlier_rules(c: &mut Conn, rules: EarlierRules) -> StoreResult<()> {
    diesel::insert_into(earlier_rules::table).values(EarlierRulesRow::from(rules)).execute(c)?;
    Ok(())
}

/// The rules of a round that were replaced, oldest first.
pub fn list_earlier_rules(c: &mut Conn, round: RoundId) -> StoreResult<Vec<EarlierRules>> {
    let rows = earlier_rules::table
        .filter(earlier_rules::round_id.eq(round))
        .order(earlier_rules::version)
        .load::<EarlierRulesRow>(c)?;
    Ok(rows.into_iter().map(Into::into).collect())
}
