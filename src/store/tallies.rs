//! Sealed tallies, what opens their commitments, and rules that were replaced.

use diesel::prelude::*;

use super::Conn;
use super::error::{OptionalRow, StoreResult};
use super::schema::{earlier_rules, openings, rounds, tallies};
use super::types::{At, Json};
use crate::domain::ids::{EarlierRulesId, EntryId, JurorId, RoundId, TallyId, UserId};
use crate::domain::language::Localised;
use crate::domain::tally::{EarlierRules, Opening, Seal, Tally};

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

/// The last tally of a round.
pub fn find_last(c: &mut Conn, round: RoundId) -> StoreResult<Option<Tally>> {
    let of_round = tallies::table.filter(tallies::round_id.eq(round)).order(tallies::number.desc());
    Ok(of_round.first::<TallyRow>(c).optional_row()?.map(Into::into))
}

/// A seal as it is read: files may be large, and stay where they are.
type SealColumns = (RoundId, i32, String, At);

fn seal((round_id, number, digest, sealed_at): SealColumns) -> Seal {
    Seal { round_id, number, digest, sealed_at: sealed_at.0 }
}

/// The seals of a round, in the order they were made.
pub fn list_seals(c: &mut Conn, round: RoundId) -> StoreResult<Vec<Seal>> {
    let rows = tallies::table
        .filter(tallies::round_id.eq(round))
        .order(tallies::number)
        .select((tallies::round_id, tallies::number, tallies::digest, tallies::sealed_at))
        .load::<SealColumns>(c)?;
    Ok(rows.into_iter().map(seal).collect())
}

/// The seal of a digest.
pub fn find_seal(c: &mut Conn, digest: &str) -> StoreResult<Option<Seal>> {
    let row = tallies::table
        .filter(tallies::digest.eq(digest))
        .select((tallies::round_id, tallies::number, tallies::digest, tallies::sealed_at))
        .first::<SealColumns>(c)
        .optional_row()?;
    Ok(row.map(seal))
}

/// What opens a commitment.
pub fn insert_opening(c: &mut Conn, opening: Opening) -> StoreResult<()> {
    diesel::insert_into(openings::table).values(OpeningRow::from(opening)).execute(c)?;
    Ok(())
}

/// Whose commitments are to be opened.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// A juror's.
    Juror(JurorId),
    /// An entry's.
    Entry(EntryId),
}

/// What opens somebody's commitments, with the tally and the name of its round; oldest seal first.
pub fn list_openings(c: &mut Conn, whose: Whose) -> StoreResult<Vec<(Opening, Tally, Localised)>> {
    let all = openings::table.inner_join(tallies::table.inner_join(rounds::table)).order(tallies::sealed_at).select((
        openings::all_columns,
        tallies::all_columns,
        rounds::name,
    ));
    let rows = match whose {
        Whose::Juror(juror) => {
            all.filter(openings::juror_id.eq(juror)).load::<(OpeningRow, TallyRow, Json<Localised>)>(c)
        }
        Whose::Entry(entry) => all.filter(openings::entry_id.eq(entry)).load(c),
    }?;
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
