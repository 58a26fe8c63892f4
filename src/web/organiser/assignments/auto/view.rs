//! The plan as its page shows it.

use askama::Template;

use super::{form, words};
use crate::app::assignments::auto::{Answer, Facts, Impossible, Proposal, Standing, Wish, Wishes};
use crate::domain::round::{Round, RoundStatus};
use crate::web::organiser::desk::Desk;
use crate::web::organiser::pages::Pages;
use crate::web::organiser::sheet::Sheet;
use crate::web::page::Page;

/// Entries on one page of the plan.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "organiser/auto.html")]
pub struct AutoPage {
    pub p: Page,
    pub desk: Desk,
    pub sheet: Sheet,
    pub rounds: Vec<(String, String, bool)>,
    pub round: Option<Round>,
    pub keeps: Vec<(String, String)>,
    pub has_changed: bool,
    pub outcome: Option<Outcome>,
}

/// What the page says of a plan, or of why there is none.
pub enum Outcome {
    Plan(Box<PlanView>),
    Impossible(ImpossibleView),
}

/// Why there is no plan.
pub struct ImpossibleView {
    pub sentence: String,
    pub cure: String,
    /// The same wishes without the one that stands in the way.
    pub loosen: Option<String>,
    pub entries: Vec<(String, String)>,
    pub jurors: Vec<(String, u32)>,
    pub is_proven: bool,
}

/// A juror's line of the loads.
pub struct LoadLine {
    pub name: String,
    pub before: String,
    pub after: String,
    pub most: String,
    pub bar: usize,
}

/// A juror beside an entry.
pub struct SeatLine {
    pub name: String,
    pub why: String,
    pub words: String,
    pub standing: String,
    pub kind: &'static str,
}

/// An entry of the plan.
pub struct EntryLine {
    pub reference: String,
    pub title: String,
    pub detail: String,
    pub seats: Vec<SeatLine>,
}

/// The plan.
pub struct PlanView {
    pub digest: String,
    pub fields: Vec<(&'static str, String)>,
    pub entries: usize,
    pub per_entry: u32,
    pub added: usize,
    pub stays: usize,
    pub removed: Vec<(String, String)>,
    pub objective: String,
    pub worst: String,
    pub primal: String,
    pub dual: String,
    pub optimum: String,
    pub bridges: Vec<String>,
    pub bridges_cost: String,
    pub groups: Vec<Vec<String>>,
    pub files: Vec<(String, &'static str)>,
    pub histogram: Vec<(usize, String, String)>,
    pub loads: Vec<LoadLine>,
    pub least: String,
    pub most: String,
    pub costs: Vec<(&'static str, String)>,
    pub lines: Vec<EntryLine>,
    pub shown: Pages,
}

impl AutoPage {
    /// While the edition has no round.
    pub fn without_round(p: Page, desk: Desk) -> Self {
        Self {
            p,
            desk,
            sheet: Sheet::default(),
            rounds: Vec::new(),
            round: None,
            keeps: Vec::new(),
            has_changed: false,
            outcome: None,
        }
    }

    /// Without a plan yet.
    pub fn new(p: Page, desk: Desk, facts: &Facts, has_changed: bool) -> Self {
        let base = desk.url(&p, "assignments/auto");
        let round =
            |r: &Round| (format!("{base}?round={}", r.position), p.l(&r.name).to_owned(), r.id == facts.round.id);
        let rounds = facts.rounds.iter().map(round).collect();
        let keeps = form::keeps().iter().map(|(keep, key)| (keep.to_string(), p.t(key))).collect();
        let round = Some(facts.round.clone());
        Self { rounds, round, keeps, has_changed, ..Self::without_round(p, desk) }
    }

    fn is_closed(&self) -> bool {
        self.round.as_ref().is_some_and(|round| round.status == RoundStatus::Closed)
    }

    fn check_command() -> &'static str {
        "digital-awards assign check instance plan.csv certificate.json"
    }

    fn position(&self) -> i32 {
        self.round.as_ref().map_or(0, |round| round.position)
    }
}

impl Outcome {
    /// Of an answer; `here` is the page of entries.
    pub fn new(
        page: &AutoPage,
        facts: &Facts,
        wishes: &Wishes,
        answer: &Answer,
        costs: &[(Wish, i64)],
        here: i64,
    ) -> Self {
        match answer {
            Answer::Plan(proposal) => Self::Plan(Box::new(plan(page, facts, wishes, proposal, costs, here))),
            Answer::Impossible(why) => Self::Impossible(impossible(page, facts, wishes, why)),
        }
    }
}

fn impossible(page: &AutoPage, facts: &Facts, wishes: &Wishes, why: &Impossible) -> ImpossibleView {
    let entries = why.cut.entries.iter().filter_map(|at| facts.entries.get(*at as usize));
    let p = &page.p;
    let loosened = || {
        let wishes = Wishes { only_categories: false, ..wishes.clone() };
        let query = form::query(&wishes, facts.round.position, &[]);
        format!("{}{query}#plan", page.desk.url(p, "assignments/auto"))
    };
    let jurors = why.cut.jurors.iter().filter_map(|at| facts.jurors.get(*at as usize));
    ImpossibleView {
        sentence: words::cut(p, facts, why),
        cure: words::cure(p, why),
        loosen: wishes.only_categories.then(loosened),
        entries: entries.map(|entry| (entry.reference.clone(), entry.title.clone())).collect(),
        jurors: jurors.zip(&why.limits).map(|(juror, limit)| (juror.name.clone(), *limit)).collect(),
        is_proven: why.is_proven,
    }
}

fn plan(page: &AutoPage, facts: &Facts, wishes: &Wishes, x: &Proposal, costs: &[(Wish, i64)], here: i64) -> PlanView {
    let p = &page.p;
    let base = |more: &[(&str, &str)]| form::query(wishes, facts.round.position, more);
    let url = |file: &str| format!("{}{}", page.desk.url(p, &format!("assignments/auto/{file}")), base(&[]));
    let name = |juror: usize| facts.jurors.get(juror).map_or_else(String::new, |j| j.name.clone());
    let reference = |entry: u32| facts.entries.get(entry as usize).map_or_else(String::new, |e| e.reference.clone());
    let added = x.added().count();
    let total = i64::try_from(facts.entries.len()).unwrap_or(i64::MAX);
    let size = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let here = here.clamp(1, (total + size - 1) / size);
    let from = usize::try_from((here - 1) * size).unwrap_or(0);
    let address =
        |n: i64| format!("{}{}#plan", page.desk.url(p, "assignments/auto"), base(&[("page", &n.to_string())]));
    let lines = facts.entries.iter().zip(&x.seats).enumerate().skip(from).take(PAGE);
    let costs = costs.iter().map(|(wish, cost)| (words::wish(*wish), words::cost(p, *cost))).collect();
    PlanView {
        digest: x.digest.clone(),
        fields: form::fields(wishes),
        entries: facts.entries.len(),
        per_entry: wishes.per_entry,
        added,
        stays: x.plan.pairs.len() - added,
        removed: x.removed.iter().map(|pair| (reference(pair.0), name(pair.1 as usize))).collect(),
        objective: p.n(x.plan.objective),
        worst: x.plan.worst.map_or_else(|| "–".to_owned(), |worst| p.n(worst)),
        primal: words::big(p, x.proof.primal),
        dual: words::big(p, x.proof.dual),
        optimum: p.n(x.plan.objective + x.bridges_cost()),
        bridges: x.plan.bridges().iter().map(|bridge| words::bridge(p, facts, bridge)).collect(),
        bridges_cost: p.n(x.bridges_cost()),
        groups: x.groups.iter().map(|group| group.iter().map(|juror| name(*juror)).collect()).collect(),
        files: vec![
            (url("proof.zip"), "auto-file-proof"),
            (url("plan.csv"), "auto-file-plan"),
            (url("certificate.json"), "auto-file-certificate"),
        ],
        histogram: histogram(p, x),
        loads: loads(p, facts, x),
        least: p.n(x.plan.loads.0),
        most: p.n(x.plan.loads.1),
        costs,
        lines: lines
            .map(|(at, (entry, seats))| EntryLine {
                reference: entry.reference.clone(),
                title: entry.title.clone(),
                detail: facts.category(at).map_or_else(String::new, |category| p.l(&category.name).to_owned()),
                seats: seats
                    .iter()
                    .map(|seat| SeatLine {
                        name: name(seat.juror),
                        why: words::why(p, wishes, seat),
                        words: x.affinities.words(at, seat.juror, 3).join(", "),
                        standing: words::standing(p, seat.standing),
                        kind: match seat.standing {
                            None => "brand",
                            Some(Standing::Scored) => "ok",
                            Some(_) => "",
                        },
                    })
                    .collect(),
            })
            .collect(),
        shown: Pages::new(p, total, size, here, address),
    }
}

/// How many jurors have how many entries, from none to the most: height, load, count.
fn histogram(p: &Page, x: &Proposal) -> Vec<(usize, String, String)> {
    let least = x.loads.iter().map(|load| load.after).min().unwrap_or(0);
    let most = x.loads.iter().map(|load| load.after).max().unwrap_or(0);
    // Of a wide spread, the bars stand for steps of several entries.
    let step = (most - least) / 20 + 1;
    let bars: Vec<(usize, usize)> = (least..=most)
        .step_by(step)
        .map(|from| (from, x.loads.iter().filter(|load| (from..from + step).contains(&load.after)).count()))
        .collect();
    let tallest = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let label = |from: usize| if step == 1 { p.n(from) } else { format!("{}–{}", p.n(from), p.n(from + step - 1)) };
    bars.into_iter().map(|(from, count)| (count * 1000 / tallest, label(from), p.n(count))).collect()
}

fn loads(p: &Page, facts: &Facts, x: &Proposal) -> Vec<LoadLine> {
    let most = x.loads.iter().map(|load| load.after).max().unwrap_or(1).max(1);
    let mut lines: Vec<(usize, LoadLine)> = facts
        .jurors
        .iter()
        .zip(&x.loads)
        .map(|(juror, load)| {
            let line = LoadLine {
                name: juror.name.clone(),
                before: p.n(load.before),
                after: p.n(load.after),
                most: if load.most as usize >= facts.entries.len() { p.t("auto-no-limit") } else { p.n(load.most) },
                bar: load.after * 1000 / most,
            };
            (load.after, line)
        })
        .collect();
    lines.sort_by_key(|(after, _)| std::cmp::Reverse(*after));
    lines.into_iter().map(|(_, line)| line).collect()
}
