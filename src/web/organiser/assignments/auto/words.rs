//! What a plan means, in words an organiser can act on.

use crate::app::assignments::auto::{Facts, Impossible, Seat, Standing, Wish, Wishes};
use crate::judging::assignment::{Bridge, CutKind, Pair};
use crate::web::page::Page;

/// The key of a wish.
pub fn wish(wish: Wish) -> &'static str {
    match wish {
        Wish::Level => "auto-cost-level",
        Wish::Bottleneck => "auto-cost-bottleneck",
        Wish::Connect => "auto-cost-connect",
        Wish::Prefer => "auto-cost-prefer",
        Wish::Given => "auto-cost-given",
        Wish::Begun => "auto-cost-begun",
        Wish::Scored => "auto-cost-scored",
    }
}

/// What a wish costs.
pub fn cost(p: &Page, cost: i64) -> String {
    if cost == 0 {
        p.t("auto-cost-nothing")
    } else {
        p.m("auto-points").arg("n", cost).arg("points", p.n(cost)).to_string()
    }
}

/// How a pair stood before the plan.
pub fn standing(p: &Page, standing: Option<Standing>) -> String {
    match standing {
        None | Some(Standing::Never) => p.t("auto-standing-new"),
        Some(Standing::Given) => p.t("auto-standing-given"),
        Some(Standing::Begun) => p.t("auto-standing-begun"),
        Some(Standing::Scored) => p.t("auto-standing-scored"),
    }
}

/// Why this juror: the components by their weights, which add up to the affinity.
pub fn why(p: &Page, wishes: &Wishes, seat: &Seat) -> String {
    p.m("auto-why")
        .arg("total", p.n(seat.value))
        .arg("category", seat.fit.category)
        .arg("wc", wishes.weights.category)
        .arg("expertise", seat.fit.expertise)
        .arg("we", wishes.weights.expertise)
        .arg("language", seat.fit.language)
        .arg("wl", wishes.weights.language)
        .arg("preference", seat.fit.preference)
        .arg("wp", wishes.weights.preference)
        .to_string()
}

/// A number that may be larger than pages usually show.
pub fn big(p: &Page, number: i128) -> String {
    i64::try_from(number).map_or_else(|_| number.to_string(), |number| p.n(number))
}

/// What a bridge changes.
pub fn bridge(p: &Page, facts: &Facts, bridge: &Bridge) -> String {
    let named = |pairs: &[Pair]| {
        let name = |pair: &Pair| {
            let entry = facts.entries.get(pair.0 as usize).map_or("", |entry| entry.reference.as_str());
            let juror = facts.jurors.get(pair.1 as usize).map_or("", |juror| juror.name.as_str());
            p.m("auto-pair").arg("entry", entry).arg("juror", juror).to_string()
        };
        pairs.iter().map(name).collect::<Vec<_>>().join(&p.t("auto-comma"))
    };
    let points = cost(p, bridge.cost);
    p.m("auto-bridge")
        .arg("added", named(&bridge.added))
        .arg("removed", named(&bridge.removed))
        .arg("cost", points)
        .to_string()
}

/// Which entries need more than which jurors may take.
pub fn cut(p: &Page, facts: &Facts, why: &Impossible) -> String {
    let of_category = |(id, count): &(_, usize)| {
        let category = facts.categories.iter().find(|category| category.id == *id)?;
        Some(p.m("auto-cut-of").arg("n", *count).arg("category", p.l(&category.name)).to_string())
    };
    let entries = why.by_category.iter().filter_map(of_category).collect::<Vec<_>>().join(&p.t("auto-comma"));
    let scorecards = |n: i64| p.m("auto-scorecards").arg("n", n).to_string();
    if has_nobody(why) {
        let lacking = scorecards(why.cut.lacking());
        return p.m("auto-cut-nobody").arg("entries", entries).arg("lacking", lacking).to_string();
    }
    p.m("auto-cut-places")
        .arg("entries", entries)
        .arg("need", scorecards(why.cut.need))
        .arg("n", why.cut.jurors.len())
        .arg("capacity", why.cut.capacity)
        .to_string()
}

/// What would make a plan possible.
pub fn cure(p: &Page, why: &Impossible) -> String {
    match why.raise {
        _ if has_nobody(why) => p.t("auto-cure-nobody"),
        Some(limit) => p.m("auto-cure").arg("n", why.invite).arg("limit", limit).to_string(),
        None => p.m("auto-cure-invite").arg("n", why.invite).to_string(),
    }
}

/// Whether everybody who may score the entries does already.
fn has_nobody(why: &Impossible) -> bool {
    why.cut.jurors.is_empty() || why.cut.kind == CutKind::TooFewEntries
}
