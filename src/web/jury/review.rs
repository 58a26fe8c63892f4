//! A juror's own scores: their order, two of them side by side, all of them as a PDF, and the word that they
//! stand.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use super::order::place_words;
use super::scorecard_url;
use crate::app::scoring::{self, Review, ReviewLine, ScorecardPage};
use crate::documents::{self, scores::Scores};
use crate::domain::ids::CategoryId;
use crate::domain::round::Criterion;
use crate::domain::scorecard::Mark;
use crate::web::error::PageError;
use crate::web::extract::{CurrentUser, Now, Query, id};
use crate::web::page::Page;
use crate::web::state::AppState;
use crate::web::{html, pdf_answer, see_other};

#[derive(Template)]
#[template(path = "jury/review.html")]
struct ReviewPage {
    p: Page,
    base: String,
    review: Option<Review>,
    /// Name of each category with sheets, and its lines.
    categories: Vec<(String, Vec<ReviewLine>)>,
}

/// A mark in words: the score, "can't judge", or a dash.
pub(super) fn mark(p: &Page, mark: Mark) -> String {
    match mark {
        Mark::Score(score) => score.to_string(),
        Mark::Cannot => p.t("review-cannot"),
        Mark::Blank => "–".to_owned(),
    }
}

impl ReviewPage {
    fn mark(&self, of: &Mark) -> String {
        mark(&self.p, *of)
    }

    fn total(&self, line: &ReviewLine) -> String {
        self.review.as_ref().map_or_else(String::new, |review| total(&self.p, review, line))
    }

    /// What is scored: nothing where jurors put entries in an order.
    fn columns(&self) -> &[Criterion] {
        let scored = self.review.as_ref().filter(|review| !review.round.is_ranked());
        scored.map_or(&[], |review| review.criteria.as_slice())
    }

    fn href(&self, line: &ReviewLine) -> String {
        let slug = self.review.as_ref().map_or("", |review| review.edition.slug.as_str());
        scorecard_url(&self.p, slug, line.id, "")
    }

    /// Every line, to choose two from.
    fn choices(&self) -> Vec<(String, String)> {
        let lines = self.review.iter().flat_map(|review| &review.lines);
        lines.map(|line| (line.id.to_string(), format!("{} · {}", line.title, line.reference))).collect()
    }

    /// One of the choices by its place, or empty.
    fn choice(&self, at: usize) -> String {
        self.choices().get(at).map(|(id, _)| id.clone()).unwrap_or_default()
    }

    fn pdf_href(&self) -> String {
        format!("{}ranking.pdf", self.base)
    }

    /// Whether the round shows jurors what the jury said.
    fn shows_jury(&self) -> bool {
        self.review.iter().flat_map(|review| &review.lines).any(|line| line.jury.is_some())
    }

    fn ties(&self) -> usize {
        self.review.iter().flat_map(|review| &review.lines).filter(|line| line.is_tied).count()
    }
}

/// The total of a line in words: the place, where jurors put entries in an order.
fn total(p: &Page, review: &Review, line: &ReviewLine) -> String {
    if review.round.is_ranked() {
        place_words(p, review.round.place_of_points(line.total / 100))
    } else {
        p.hundredths(i64::from(line.total), 2)
    }
}

fn by_category(p: &Page, review: &Review) -> Vec<(String, Vec<ReviewLine>)> {
    let of = |id: CategoryId| review.lines.iter().filter(move |line| line.category == id).cloned().collect::<Vec<_>>();
    let named = review.categories.iter().map(|category| (p.l(&category.name).to_owned(), of(category.id)));
    named.filter(|(_, lines)| !lines.is_empty()).collect()
}

/// The order of one's own scores.
pub async fn show(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, now) = (user.actor.clone(), path.1.clone(), p.now);
    let review = state.db.read(move |c| scoring::review(c, &actor, &slug, now)).await?;
    let p = match &review {
        Some(review) => p.in_zone(review.edition.zone()),
        None => p,
    };
    let categories = review.as_ref().map(|review| by_category(&p, review)).unwrap_or_default();
    html(&ReviewPage { base: p.url(&format!("/jury/{}/", path.1)), p, review, categories })
}

#[derive(Template)]
#[template(path = "jury/compare.html")]
struct ComparePage {
    p: Page,
    base: String,
    sides: [Side; 2],
    /// The questions that either has answered, with the answer of each.
    answers: Vec<(String, [Vec<String>; 2])>,
    marks: Vec<(String, [String; 2])>,
}

/// One of two entries.
struct Side {
    href: String,
    title: String,
    reference: String,
    pitch: String,
    language: &'static str,
    total: String,
    comment: String,
    note: String,
}

/// Two entries side by side.
pub async fn compare(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    query: Query,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let pair = (id(query.text("a"))?, id(query.text("b"))?);
    let (actor, slug, now) = (user.actor.clone(), path.1.clone(), p.now);
    let pages = state.db.read(move |c| scoring::compare(c, &actor, &slug, pair, now)).await?;
    let side = |page: &ScorecardPage| Side {
        href: scorecard_url(&p, &page.edition.slug, page.id, ""),
        title: page.entry.title.clone(),
        reference: page.entry.reference.clone(),
        pitch: page.entry.pitch.clone(),
        language: page.entry.language.as_str(),
        total: page.total().map_or_else(|| "–".to_owned(), |total| p.hundredths(i64::from(total), 2)),
        comment: page.sheet.comment.clone(),
        note: page.sheet.note.clone(),
    };
    let sides = [side(&pages[0]), side(&pages[1])];
    let criteria = pages[0].criteria.iter().enumerate();
    let of = |page: &ScorecardPage, at: usize| mark(&p, page.sheet.marks.get(at).copied().unwrap_or(Mark::Blank));
    let marks = criteria
        .map(|(at, criterion)| (p.l(&criterion.name).to_owned(), [of(&pages[0], at), of(&pages[1], at)]))
        .collect();
    html(&ComparePage {
        base: p.url(&format!("/jury/{}/ranking", path.1)),
        sides,
        answers: answers(&p, &pages),
        marks,
        p,
    })
}

/// The long answers of both, question by question, in the order of the first's form.
fn answers(p: &Page, pages: &[ScorecardPage; 2]) -> Vec<(String, [Vec<String>; 2])> {
    let all = |page: &ScorecardPage| {
        let answers = page.entry.sections.iter().flat_map(|section| section.answers.clone());
        answers.collect::<Vec<_>>()
    };
    let (first, second) = (all(&pages[0]), all(&pages[1]));
    let mut lines: Vec<(String, String, [Vec<String>; 2])> = Vec::new();
    for (side, answers) in [first, second].into_iter().enumerate() {
        for answer in answers {
            let known = lines.iter().position(|(key, ..)| *key == answer.key);
            let at = known.unwrap_or_else(|| {
                lines.push((answer.key.clone(), p.l(&answer.label).to_owned(), [Vec::new(), Vec::new()]));
                lines.len() - 1
            });
            lines[at].2[side] = answer.paragraphs;
        }
    }
    lines.into_iter().map(|(_, label, texts)| (label, texts)).collect()
}

/// Everything one has scored, as a PDF.
pub async fn pdf(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug, now) = (user.actor.clone(), path.1.clone(), p.now);
    let review = state.db.read(move |c| scoring::review(c, &actor, &slug, now)).await?.ok_or(PageError::NotFound)?;
    let p = p.in_zone(review.edition.zone());
    let line = |line: &ReviewLine| {
        let marks = review.criteria.iter().zip(&line.marks).filter(|_| !review.round.is_ranked());
        let marks = marks.map(|(criterion, of)| format!("{} : {}", p.l(&criterion.name), mark(&p, *of)));
        let mut said = vec![
            p.m("review-pdf-total").arg("total", total(&p, &review, line)).to_string(),
            marks.collect::<Vec<_>>().join(" · "),
        ];
        for (key, text) in [("scorecard-comment", &line.comment), ("scorecard-note", &line.note)] {
            if !text.is_empty() {
                said.push(format!("{} : {text}", p.t(key)));
            }
        }
        (format!("{}. {} · {}", line.place, line.title, line.reference), said.join("\n"))
    };
    let scores = Scores {
        edition: p.l(&review.edition.name).to_owned(),
        juror: review.juror.name.clone(),
        made_at: format!("{} ({})", p.instant(&p.now), p.zone_name()),
        categories: by_category(&p, &review)
            .iter()
            .map(|(name, lines)| (name.clone(), lines.iter().map(line).collect()))
            .collect(),
    };
    let (language, name) = (p.language, format!("{}-scores", review.edition.slug));
    pdf_answer::answer(&name, move || documents::scores::pdf(language, &scores)).await
}

/// Says that all one's scores stand.
pub async fn confirm(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| scoring::confirm(c, &actor, &slug, now)).await?;
    Ok(see_other(p.url(&format!("/jury/{}/ranking?done=scores-confirmed", path.1))))
}

/// Takes that back.
pub async fn unconfirm(
    path: Path<(String, String)>,
    p: Page,
    user: CurrentUser,
    Now(now): Now,
    state: Data<AppState>,
) -> Result<HttpResponse, PageError> {
    let (actor, slug) = (user.actor.clone(), path.1.clone());
    state.db.write(move |c| scoring::unconfirm(c, &actor, &slug, now)).await?;
    Ok(see_other(p.url(&format!("/jury/{}/ranking?done=scores-unconfirmed", path.1))))
}
