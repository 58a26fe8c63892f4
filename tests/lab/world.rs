//! A closed round whose marks the tests know.

use std::collections::BTreeMap;

use digital_awards::app::AppError;
use digital_awards::domain::round::RankingMethod;
use digital_awards::judging::ranking::fit::Fit;
use digital_awards::judging::ranking::table::Table;
use digital_awards::judging::ranking::weighted::Scorecard;
use digital_awards::store::{self, Conn};

use crate::jury::award::{Award, OnJury};
use crate::support::client::Response;

/// Weights of the criteria every edition begins with.
pub const WEIGHTS: [u32; 3] = [4000, 3000, 3000];

/// Who gave which marks to which entry: (juror, entry, marks), both from 0.
pub type Marks = Vec<(u32, u32, [i32; 3])>;

/// A closed round.
pub struct Lab {
    pub award: Award,
    pub jurors: Vec<OnJury>,
    pub marks: Marks,
}

/// Six entries and five jurors, everybody on three to five entries; juror 1 is strict, juror 4
/// generous. No two entries are equal.
pub fn usual() -> Marks {
    let quality = [4.2, 3.9, 3.6, 3.1, 2.6, 2.2];
    let severity = [0.1, -0.8, 0.2, -0.1, 0.7];
    let mut marks = Vec::new();
    for entry in 0..6_u32 {
        for juror in 0..5_u32 {
            if (entry + 2 * juror) % 5 < 2 {
                continue;
            }
            let mark = |criterion: u32| {
                let noise = f64::from((entry * 7 + juror * 11 + criterion * 5) % 9) / 8.0 - 0.5;
                let exact: f64 = quality[entry as usize] + severity[juror as usize] + noise;
                (1..=5).min_by(|a, b| (f64::from(*a) - exact).abs().total_cmp(&(f64::from(*b) - exact).abs())).unwrap()
            };
            marks.push((juror, entry, [mark(0), mark(1), mark(2)]));
        }
    }
    marks
}

impl Lab {
    /// Everything scored as given and the round closed.
    pub async fn closed(entries: u32, jurors: u32, marks: Marks, method: RankingMethod) -> Self {
        let mut lab = Self::open(entries, jurors, marks, method).await;
        lab.close().await;
        lab
    }

    /// Everything scored as given; the round is still open.
    pub async fn open(entries: u32, jurors: u32, marks: Marks, method: RankingMethod) -> Self {
        let award = Award::with_entries(i32::try_from(entries).unwrap()).await;
        let mut round = award.round.clone();
        round.method = method;
        round.winners = 2;
        award
            .app
            .state
            .db
            .write(move |c: &mut Conn| Ok::<_, AppError>(store::rounds::update(c, round.clone())?))
            .await
            .unwrap();
        let mut seated = Vec::new();
        for number in 0..jurors {
            let juror = award.juror(&format!("juror-{number}")).await;
            let mine: Vec<_> = marks.iter().filter(|(j, ..)| *j == number).collect();
            let places: Vec<usize> = mine.iter().map(|(_, entry, _)| *entry as usize).collect();
            for (id, (_, _, marks)) in award.assign(&juror, &places).await.into_iter().zip(mine) {
                let [a, b, c] = marks.map(|mark| mark.to_string());
                let sheet = [("version", "0"), ("c-innovation", &a), ("c-creativity", &b), ("c-entrepreneurship", &c)];
                juror.browser.post(&award.url(id, "/submit"), &sheet).await.expect(303);
                award.app.wait(chrono::TimeDelta::seconds(20));
            }
            seated.push(juror);
        }
        Self { award, jurors: seated, marks }
    }

    /// Closes the round as an organiser does.
    pub async fn close(&mut self) {
        let close = format!("/fr/organiser/2027/rounds/{}/close", self.award.round.id);
        self.award.organiser.browser.post(&close, &[]).await.expect(303);
    }

    /// A page of the lab.
    pub async fn page(&self, path: &str) -> Response {
        self.award.organiser.browser.get(&format!("/fr/organiser/2027/results/lab{path}")).await
    }

    /// The scorecards as the judging code reads them; jurors in the order of the world.
    pub fn cards(&self) -> Vec<Scorecard> {
        let card = |&(juror, entry, marks): &(u32, u32, [i32; 3])| Scorecard {
            entry,
            juror,
            marks: marks.iter().map(|mark| Some(100 * i64::from(*mark))).collect(),
        };
        self.marks.iter().map(card).collect()
    }

    /// The model of these scorecards.
    pub fn fit(&self) -> Fit {
        let (entries, jurors) = (self.award.entries.len() as u32, self.jurors.len() as u32);
        let table = Table::of_totals(entries, jurors, &WEIGHTS, &self.cards()).unwrap();
        Fit::published(&table, 1).unwrap()
    }

    /// The plain mean of every entry that was scored, by hand.
    pub fn means(&self) -> BTreeMap<u32, f64> {
        means(&self.marks, WEIGHTS.map(f64::from))
    }
}

/// The plain mean of every entry that was scored, with these weights.
pub fn means(marks: &Marks, weights: [f64; 3]) -> BTreeMap<u32, f64> {
    let mut totals: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for (_, entry, marks) in marks {
        let sum: f64 = marks.iter().zip(weights).map(|(mark, weight)| f64::from(*mark) * weight).sum();
        totals.entry(*entry).or_default().push(sum / weights.iter().sum::<f64>());
    }
    totals.into_iter().map(|(entry, all)| (entry, all.iter().sum::<f64>() / all.len() as f64)).collect()
}

/// A number of a French page.
#[track_caller]
pub fn number(text: &str) -> f64 {
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}' | '\u{202F}' | '+')).collect();
    let plain = plain.replace(',', ".").replace('\u{2212}', "-");
    plain.trim().parse().unwrap_or_else(|_| panic!("no number: {text:?}"))
}

/// Both ends of an interval of a French page.
pub fn interval(text: &str) -> (f64, f64) {
    let (low, high) = text.split_once(" à ").unwrap();
    (number(low), number(high))
}

/// A number as it stands on a French page, two decimals.
pub fn shown(value: f64) -> String {
    format!("{value:.2}").replace('.', ",").replace('-', "\u{2212}")
}
