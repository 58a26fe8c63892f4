//! After somebody stepped back: who could take over, with everything else in place, to confirm at once.

use super::{form, load, propose, words};
use crate::app::assignments::auto::{self, Answer, Facts, Proposal, Wishes};
use crate::app::{AppError, AppResult};
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Form};
use crate::web::organiser::desk::Desk;
use crate::web::page::Page;
use crate::web::state::AppState;

/// Most gaps that are filled beside another page: more are a plan to look at.
const MOST: usize = 60;

/// Places that are open, and who could take them.
pub struct Gaps {
    /// How many scorecards have nobody.
    pub count: usize,
    /// Entry, title, juror, why.
    pub lines: Vec<(String, String, String, String)>,
    /// What the button sends: the plan that is shown.
    pub fields: Vec<(&'static str, String)>,
    /// Why there is no such plan, or empty.
    pub obstacle: String,
    /// Where to see and change the plan.
    pub href: String,
}

/// The open places of a round that is under way; none where all are filled.
pub async fn find(
    p: &Page,
    desk: &Desk,
    user: &CurrentUser,
    asked: &Form,
    state: &AppState,
) -> Result<Option<Gaps>, PageError> {
    if !desk.may_run() {
        return Ok(None);
    }
    let (actor, slug, position) = (user.actor.clone(), desk.edition.slug.clone(), asked.parse("round"));
    let open = state.db.read(move |c| auto::gaps(c, &actor, &slug, position)).await?;
    let Some((round, count)) = open.filter(|(_, count)| *count > 0) else { return Ok(None) };
    let mut wishes = Wishes::of_round(&round);
    let href = |wishes: &Wishes| {
        format!("{}{}#plan", desk.url(p, "assignments/auto"), form::query(wishes, round.position, &[]))
    };
    let empty = Gaps { count, lines: Vec::new(), fields: Vec::new(), obstacle: String::new(), href: href(&wishes) };
    if count > MOST {
        return Ok(Some(empty));
    }
    let Some(facts) = load(&desk.edition.slug, user, asked, state).await? else { return Ok(None) };
    let (mut facts, mut answer) = propose(facts, wishes.clone()).await?;
    if !matches!(answer, Ok(Answer::Plan(_))) {
        // Somebody of another category is better than nobody.
        wishes.only_categories = false;
        (facts, answer) = propose(facts, wishes.clone()).await?;
    }
    let gaps = Gaps { href: href(&wishes), ..empty };
    Ok(Some(fill(p, &facts, &wishes, answer, gaps)?))
}

/// Says who could take the open places, or what stands in the way.
fn fill(p: &Page, facts: &Facts, wishes: &Wishes, answer: AppResult<Answer>, gaps: Gaps) -> AppResult<Gaps> {
    Ok(match answer {
        Ok(Answer::Plan(proposal)) => {
            let mut fields = form::fields(wishes);
            fields.push(("round", facts.round.position.to_string()));
            fields.push(("digest", proposal.digest.clone()));
            Gaps { lines: lines(p, facts, wishes, &proposal), fields, ..gaps }
        }
        Ok(Answer::Impossible(why)) => {
            Gaps { obstacle: format!("{} {}", words::cut(p, facts, &why), words::cure(p, &why)), ..gaps }
        }
        Err(AppError::Invalid(problems)) => {
            let said = problems.first().map(|problem| p.m(problem.key).args(&problem.args).to_string());
            Gaps { obstacle: said.unwrap_or_default(), ..gaps }
        }
        Err(AppError::Refused { key, args }) => Gaps { obstacle: p.m(key).args(&args).to_string(), ..gaps },
        Err(error) => return Err(error),
    })
}

fn lines(p: &Page, facts: &Facts, wishes: &Wishes, proposal: &Proposal) -> Vec<(String, String, String, String)> {
    let mut lines = Vec::new();
    for (entry, seats) in facts.entries.iter().zip(&proposal.seats) {
        for seat in seats.iter().filter(|seat| seat.standing.is_none()) {
            let juror = facts.jurors.get(seat.juror).map_or_else(String::new, |juror| juror.name.clone());
            lines.push((entry.reference.clone(), entry.title.clone(), juror, words::why(p, wishes, seat)));
        }
    }
    lines
}
