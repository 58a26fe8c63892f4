//! Which extra scorecards would most settle the podiums.

use std::collections::HashSet;

use super::ScoredRound;
use super::ranking::Numbers;
use crate::app::AppResult;
use crate::judging::ranking::advisor::{Advice, Availability};
use crate::judging::ranking::fit::Degenerate;

/// What is advised for one category.
#[derive(Debug, Clone, PartialEq)]
pub struct CategoryAdvice {
    /// The category, by its place.
    pub category: u32,
    /// Scorecards to ask for, the most useful first.
    pub advice: Vec<Advice>,
}

/// The scorecards that most settle the podium of each category, or why no model can say. Each
/// category is advised as if it alone could ask its jurors.
pub fn advice(round: &ScoredRound, wanted: usize) -> AppResult<Result<Vec<CategoryAdvice>, Degenerate>> {
    let fit = match Numbers::of(round)?.model {
        Ok(fit) => fit,
        Err(reason) => return Ok(Err(reason)),
    };
    let jurors = u32::try_from(round.jurors.len()).unwrap_or(u32::MAX);
    let spare: Vec<u32> = (0..jurors).map(|juror| round.spare(juror)).collect();
    let of_category = |category: u32| {
        let entries = round.of_category(category);
        let pairs = entries.iter().flat_map(|&entry| (0..jurors).map(move |juror| (entry, juror)));
        let forbidden: HashSet<_> = pairs.filter(|&(entry, juror)| !round.may_score(entry, juror)).collect();
        let availability = Availability { spare: &spare, forbidden: &forbidden };
        CategoryAdvice { category, advice: fit.advise(&entries, round.top(), wanted, &availability) }
    };
    Ok(Ok((0..).zip(&round.categories).map(|(category, _)| of_category(category)).collect()))
}
