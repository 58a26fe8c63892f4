//! The room of a deliberation, as organisers and jurors see it, and as it changes under their eyes.

mod stream;

pub use stream::events;

use askama::Template;

use crate::app::AppError;
use crate::app::deliberation::{CategoryView, Line, MotionView, Own, RoomView, Seat};
use crate::domain::deliberation::{Ballot, Choice, Count, MotionStatus};
use crate::domain::ids::UserId;
use crate::domain::outcome::OutcomeKind;
use crate::i18n::isolated;
use crate::web::error::PageError;
use crate::web::organiser::lab::dots::{Dots, Given, Kind};
use crate::web::page::Page;

/// One category of the room: what changes while it is open. Pages hold it, and the stream of changes sends it
/// anew, so that nobody hears of a change that they don't see.
#[derive(Template)]
#[template(path = "deliberation/category.html")]
struct CategoryPart<'a> {
    p: &'a Page,
    /// Where the acts of this person go: `/fr/jury/2027/`.
    base: String,
    room: &'a RoomView,
    of: &'a CategoryView,
    dots: Option<Dots>,
    is_chair: bool,
    typed: Typed<'a>,
}

/// What was typed for a motion, and why it was refused.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed<'a> {
    /// The field it was typed in.
    pub field: &'a str,
    /// What was typed.
    pub text: &'a str,
    /// What is wrong with it.
    pub problem: &'a str,
}

impl CategoryPart<'_> {
    fn points(&self, micros: &Option<i64>) -> String {
        micros.map_or_else(|| "–".to_owned(), |micros| self.p.points(micros))
    }

    /// The corrected score and its interval: `4,27 (4,08 à 4,82)`.
    fn corrected(&self, line: &Line) -> String {
        let Some(calibrated) = line.standing.calibrated else { return "–".to_owned() };
        let score = self.p.points(calibrated);
        line.standing.interval.map_or_else(
            || score.clone(),
            |(low, high)| {
                let message = self.p.m("room-corrected-range").arg("score", score.as_str());
                message.arg("low", self.p.points(low)).arg("high", self.p.points(high)).to_string()
            },
        )
    }

    fn place(&self, line: &Line) -> String {
        line.standing.rank.map_or_else(|| "–".to_owned(), |rank| self.p.n(rank))
    }

    fn is_open(&self, motion: &MotionView) -> bool {
        motion.motion.status == MotionStatus::Open
    }

    fn is_decided(&self, motion: &MotionView) -> bool {
        matches!(motion.motion.status, MotionStatus::Adopted | MotionStatus::Rejected)
    }

    /// Where a motion stands: words, and the kind and icon of their tag.
    fn standing(&self, motion: &MotionView) -> (String, &'static str, &'static str) {
        let (kind, icon) = match motion.motion.status {
            MotionStatus::Open => ("gold", "clock"),
            MotionStatus::Adopted => ("ok", "circle-check"),
            MotionStatus::Rejected => ("bad", "circle-alert"),
            MotionStatus::Withdrawn => ("", "ban"),
            MotionStatus::Reopened => ("", "refresh-cw"),
        };
        (self.p.t(status(motion.motion.status)), kind, icon)
    }

    fn title(&self, motion: &MotionView) -> String {
        title(self.p, motion)
    }

    fn ballot(&self, motion: &MotionView) -> String {
        self.p.t(ballot(motion.motion.ballot))
    }

    fn count(&self, count: &Count) -> String {
        count_words(self.p, count)
    }

    fn votes(&self, motion: &MotionView, choice: Choice) -> String {
        let of = motion.votes.iter().filter(|(_, one)| *one == choice).map(|(name, _)| name.as_str());
        of.collect::<Vec<_>>().join(self.p.t("list-separator").as_str())
    }

    fn choices(&self) -> [(Choice, String); 3] {
        [Choice::For, Choice::Against, Choice::Abstain].map(|choice| (choice, self.p.t(choice_word(choice))))
    }

    fn may_vote(&self, motion: &MotionView) -> bool {
        self.is_open(motion) && matches!(motion.own, Own::Open | Own::Voted(_))
    }

    fn is_own(&self, motion: &MotionView, choice: &Choice) -> bool {
        motion.own == Own::Voted(*choice)
    }

    fn has_cast(&self, motion: &MotionView) -> bool {
        motion.own == Own::Cast
    }

    fn person(&self, id: &Option<UserId>) -> &str {
        id.as_ref().map_or("", |id| self.room.person(id))
    }

    fn decided_at(&self, motion: &MotionView) -> String {
        motion.motion.decided_at.map_or_else(String::new, |at| self.p.instant(&at))
    }

    /// What changes a motion's block as a whole, rather than its counts.
    fn key(&self, motion: &MotionView) -> String {
        format!("{}-{}-{}", motion.motion.id, motion.motion.status, motion.waits_for_second())
    }

    fn reopen_hint(&self) -> &'static str {
        if self.room.has_second { "motion-reopen-hint-second" } else { "motion-reopen-hint" }
    }

    /// What was typed in the field of a motion, and why it was refused.
    fn typed_in(&self, act: &str, motion: &MotionView) -> (String, &str, &str) {
        let field = format!("{act}-{}", motion.motion.id);
        if field == self.typed.field { (field, self.typed.text, self.typed.problem) } else { (field, "", "") }
    }
}

/// What a motion proposes, in a line.
pub fn title(p: &Page, motion: &MotionView) -> String {
    let entry = isolated(motion.entry.as_deref().unwrap_or_default());
    let prize = isolated(motion.prize.as_ref().map_or("", |prize| p.l(&prize.name)));
    match motion.motion.kind {
        Some(OutcomeKind::Winner) => p.m("motion-winner").arg("entry", entry).arg("prize", prize).to_string(),
        Some(OutcomeKind::Finalist) => p.m("motion-finalist").arg("entry", entry).arg("prize", prize).to_string(),
        None if motion.entry.is_none() => p.t("motion-general"),
        None => p.m("motion-about").arg("entry", entry).to_string(),
    }
}

/// Where a motion stands.
pub fn status(status: MotionStatus) -> &'static str {
    match status {
        MotionStatus::Open => "motion-open",
        MotionStatus::Adopted => "motion-adopted",
        MotionStatus::Rejected => "motion-rejected",
        MotionStatus::Withdrawn => "motion-withdrawn",
        MotionStatus::Reopened => "motion-reopened",
    }
}

/// How a motion is voted on.
pub fn ballot(ballot: Ballot) -> &'static str {
    match ballot {
        Ballot::Open => "ballot-open",
        Ballot::Secret => "ballot-secret",
    }
}

fn choice_word(choice: Choice) -> &'static str {
    match choice {
        Choice::For => "choice-for",
        Choice::Against => "choice-against",
        Choice::Abstain => "choice-abstain",
    }
}

/// A count in words.
pub fn count_words(p: &Page, count: &Count) -> String {
    let message = p.m("motion-count").arg("favour", count.favour).arg("against", count.against);
    message.arg("abstain", count.abstain).to_string()
}

/// The category that is asked for, else the first with entries.
pub fn chosen<'a>(room: &'a RoomView, code: &str) -> Result<Option<&'a CategoryView>, PageError> {
    match room.categories.iter().find(|of| of.category.code == code) {
        Some(of) => Ok(Some(of)),
        None if code.is_empty() => {
            Ok(room.categories.iter().find(|of| !of.lines.is_empty()).or(room.categories.first()))
        }
        None if room.room.is_none() => Ok(None),
        None => Err(AppError::NotFound.into()),
    }
}

/// A category of the room as HTML.
pub fn part(p: &Page, room: &RoomView, of: &CategoryView, typed: Typed<'_>) -> Result<String, PageError> {
    let is_chair = room.seat == Seat::Chair;
    let base = p.url(&format!("/{}/{}/", if is_chair { "organiser" } else { "jury" }, room.edition.slug));
    let dots = dots(p, of);
    Ok(CategoryPart { p, base, room, of, dots, is_chair, typed }.render()?)
}

/// Most rows of the plot.
const DRAWN: usize = 20;

#[expect(clippy::cast_precision_loss, reason = "scores are a few points")]
fn dots(p: &Page, of: &CategoryView) -> Option<Dots> {
    let real = |micros: i64| micros as f64 / 1e6;
    let shown = of.lines.iter().take(DRAWN).enumerate();
    let given = shown.filter_map(|(at, line)| {
        Some(Given {
            name: format!("{} · {}", p.n(line.standing.rank?), isolated(&line.title)),
            mid: real(line.standing.calibrated.or(line.standing.score)?),
            interval: line.standing.interval.map(|(low, high)| (real(low), real(high))),
            tick: line.standing.score.filter(|_| line.standing.calibrated.is_some()).map(real),
            kind: match line.standing.rank {
                Some(1) => Kind::First,
                Some(2 | 3) => Kind::Podium,
                _ => Kind::Plain,
            },
            is_close: line.standing.is_close && at + 1 < of.lines.len().min(DRAWN),
        })
    });
    Dots::new(p, p.m("lab-plot-label").arg("category", p.l(&of.category.name)).to_string(), given.collect(), false)
}
