//! The check of a published tally. Nothing in the file is believed: the digests, the signature,
//! the rules' hash and every result are computed again.

use std::collections::HashMap;

use crate::judging::ranking::decimal::Decimal6;
use crate::judging::ranking::fit::Fit;
use crate::judging::ranking::table::Table;

use super::canonical::sha256;
use super::compare::differences;
use super::count::{CountError, Counted, counted, estimates, model_and_scores};
use super::draft::Draft;
use super::lines::{Line, MethodRule, ModelLine, ModelStatus, ResultLine};
use super::read::{Parsed, ReadError, read};
use super::seal::digest_of;

/// Something wrong with a tally. Lines are those of the tally, from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    #[error("text line {text_line} is not written in the only form the format allows")]
    NotCanonical { text_line: usize },
    #[error("line {line} was altered")]
    Altered { line: usize },
    #[error("line {line} was added")]
    Added { line: usize },
    #[error("line {line} of the sealed tally was removed")]
    Removed { line: usize },
    #[error("line {line} was moved from its place")]
    Moved { line: usize },
    #[error("digest {line} in the list of digests was altered")]
    DigestAltered { line: usize },
    #[error("the digest of the whole is not that of its lines")]
    WrongDigest,
    #[error("the signature is not that of this digest by this key")]
    WrongSignature,
    #[error("the tally was signed by another key")]
    OtherKey,
    #[error("line {line} does not say what its kind must say")]
    BadLine { line: usize },
    #[error("line {line} is out of order")]
    OutOfOrder { line: usize },
    #[error("the rules are not those whose hash was published")]
    WrongRulesHash,
    #[error("the round can't be counted: {0}")]
    Uncountable(#[from] CountError),
    #[error("the model is not the one these scores give")]
    WrongModel,
    #[error("the model's criterion is not at its optimum")]
    NotOptimal,
    #[error("line {line}: the result of entry {entry} is not the one these scores give")]
    WrongResult { line: usize, entry: String },
    #[error("entry {entry} has no result")]
    MissingResult { entry: String },
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub problems: Vec<Problem>,
    /// Digest and key named by the file, when it could be read.
    pub digest: Option<String>,
    pub key: Option<String>,
    /// Lines and scorecards that were checked.
    pub lines: usize,
    pub scorecards: usize,
}

impl Verdict {
    pub fn is_valid(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Checks a file; `key` is the public key published by the award, in hexadecimal, if known.
pub fn verify(bytes: &[u8], key: Option<&str>, threads: usize) -> Verdict {
    let parsed = match read(bytes) {
        Ok(parsed) => parsed,
        Err(error) => {
            return Verdict { problems: vec![error.into()], digest: None, key: None, lines: 0, scorecards: 0 };
        }
    };
    let mut problems = seal_problems(&parsed, key);
    let mut lines = Vec::with_capacity(parsed.values.len());
    for (at, value) in parsed.values.iter().enumerate() {
        match Line::from_value(value) {
            Some(line) => lines.push(line),
            None => problems.push(Problem::BadLine { line: at + 1 }),
        }
    }
    if lines.len() == parsed.values.len() {
        problems.extend(count_problems(&lines, threads));
    }
    Verdict {
        problems,
        scorecards: lines.iter().filter(|line| matches!(line, Line::Scorecard(_))).count(),
        lines: parsed.sealed.lines.len(),
        digest: Some(parsed.sealed.digest),
        key: Some(parsed.sealed.key),
    }
}

/// Whether a file is what was sealed under a digest: its lines, their digests and the signature agree. Results are
/// not computed again.
pub fn is_sealed(bytes: &[u8], digest: &str) -> bool {
    read(bytes).is_ok_and(|parsed| parsed.sealed.digest == digest && seal_problems(&parsed, None).is_empty())
}

/// Digests, signature and key.
fn seal_problems(parsed: &Parsed, key: Option<&str>) -> Vec<Problem> {
    let sealed = &parsed.sealed;
    let mut problems = Vec::new();
    let found: Vec<String> = sealed.lines.iter().map(|line| sha256(line.as_bytes())).collect();
    if found != sealed.digests {
        if digest_of(&found) == sealed.digest {
            // The lines are those that were sealed: the list of digests is what changed.
            let longest = found.len().max(sealed.digests.len());
            problems.extend(
                (0..longest)
                    .filter(|&at| found.get(at) != sealed.digests.get(at))
                    .map(|at| Problem::DigestAltered { line: at + 1 }),
            );
        } else {
            problems.extend(differences(&found, &sealed.digests));
        }
    }
    if digest_of(&sealed.digests) != sealed.digest && digest_of(&found) != sealed.digest {
        problems.push(Problem::WrongDigest);
    }
    if !sealed.is_signed() {
        problems.push(Problem::WrongSignature);
    }
    if key.is_some_and(|key| key != sealed.key) {
        problems.push(Problem::OtherKey);
    }
    if let Some(text_line) = parsed.odd_text_line {
        problems.push(Problem::NotCanonical { text_line });
    }
    problems
}

/// Order, rules and results.
fn count_problems(lines: &[Line], threads: usize) -> Vec<Problem> {
    let Some(draft) = Draft::of_lines(lines) else {
        return vec![Problem::BadLine { line: 1 }];
    };
    let mut problems = Vec::new();
    let head = draft.lines();
    // The first lines are the draft's, in its order; only the rules' hash may be another.
    for (at, (line, expected)) in lines.iter().zip(&head).enumerate() {
        match (line, expected) {
            (Line::Round(line), Line::Round(expected)) => {
                problems.extend((line.rules_sha256 != expected.rules_sha256).then_some(Problem::WrongRulesHash));
            }
            _ if line != expected => {
                problems.push(Problem::OutOfOrder { line: at + 1 });
                return problems;
            }
            _ => {}
        }
    }
    let mut rest = lines.get(head.len()..).unwrap_or_default();
    let mut model = None;
    if let Some((Line::Model(line), after)) = rest.split_first() {
        (model, rest) = (Some(line), after);
    }
    let first_result = lines.len() - rest.len();
    let mut results = Vec::new();
    for (at, line) in rest.iter().enumerate() {
        match line {
            Line::Result(result) => results.push(result),
            _ => problems.push(Problem::OutOfOrder { line: first_result + at + 1 }),
        }
    }
    match counted(&draft) {
        Ok(counted) => {
            problems.extend(result_problems(&draft, &counted, model, &results, first_result, threads));
        }
        Err(error) => problems.push(error.into()),
    }
    problems
}

fn result_problems(
    draft: &Draft,
    counted: &Counted,
    model: Option<&ModelLine>,
    results: &[&ResultLine],
    first_result: usize,
    threads: usize,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let scores = match (draft.rules.method, model) {
        (MethodRule::WeightedMean | MethodRule::Borda | MethodRule::Schulze, None) => {
            counted.scores_without_model(draft)
        }
        (MethodRule::Calibrated, Some(model)) => match calibrated_scores(draft, counted, model, results, threads) {
            Ok((scores, found)) => {
                problems.extend(found);
                scores
            }
            Err(problem) => return vec![problem],
        },
        _ => return vec![Problem::WrongModel],
    };
    let expected = counted.results(draft, &scores);
    for (at, expected) in expected.iter().enumerate() {
        match results.get(at) {
            Some(&result) if result == expected => {}
            Some(result) => {
                problems.push(Problem::WrongResult { line: first_result + at + 1, entry: result.entry.clone() });
            }
            None => problems.push(Problem::MissingResult { entry: expected.entry.clone() }),
        }
    }
    for (at, result) in results.iter().enumerate().skip(expected.len()) {
        problems.push(Problem::WrongResult { line: first_result + at + 1, entry: result.entry.clone() });
    }
    problems
}

/// Half a millionth, and room for the last digits of two different machines.
const ROUNDING: f64 = 0.5e-6 + 1e-9;

/// The scores the file states, once they solve the model's equations; the calculated ones where
/// they do not, so that the wrong lines show.
fn calibrated_scores(
    draft: &Draft,
    counted: &Counted,
    model: &ModelLine,
    results: &[&ResultLine],
    threads: usize,
) -> Result<(Vec<Option<Decimal6>>, Vec<Problem>), Problem> {
    let Some(ratios) = model.ratios.as_ref().filter(|_| model.status == ModelStatus::Fitted) else {
        let (expected, scores) = model_and_scores(draft, counted, threads)?;
        return if expected.as_ref() == Some(model) { Ok((scores, Vec::new())) } else { Err(Problem::WrongModel) };
    };
    let table = counted.table()?;
    let ratio = |at: usize| {
        let value: f64 = ratios[at].parse().ok()?;
        (format!("{value:.12}") == ratios[at] && value >= 0.0).then_some(value)
    };
    let (Some(entry), Some(juror)) = (ratio(0), ratio(1)) else { return Err(Problem::WrongModel) };
    let fit = Fit::at_ratios(&table, entry, juror, threads).map_err(|_| Problem::WrongModel)?;
    let mut problems = Vec::new();
    let near = |text: &str, value: f64| {
        text.parse::<Decimal6>()
            .is_ok_and(|stated| (stated.to_f64() - value).abs() <= ROUNDING * (1.0 + value.abs() * 1e-6))
    };
    let components = fit.components();
    let stated = model.estimates.as_ref().ok_or(Problem::WrongModel)?;
    let agrees = near(&stated.reml_criterion, components.reml_criterion)
        && near(&stated.mu, components.mu)
        && near(&stated.sd_entry, components.sd_entry)
        && near(&stated.sd_juror, components.sd_juror)
        && near(&stated.sd_resid, components.sd_resid)
        && estimates(&fit).is_some();
    if !agrees {
        problems.push(Problem::WrongModel);
    }
    if !is_optimal(&table, entry, juror, components.reml_criterion) {
        problems.push(Problem::NotOptimal);
    }
    let stated: HashMap<&str, Option<&str>> =
        results.iter().map(|line| (line.entry.as_str(), line.score.as_deref())).collect();
    let scores = (0..)
        .zip(&counted.entries)
        .map(|(number, name)| {
            let score = fit.score(number)?;
            let text = stated.get(name.as_str()).copied().flatten();
            match text {
                Some(text) if near(text, score) => text.parse().ok(),
                _ => Decimal6::from_f64(score),
            }
        })
        .collect();
    Ok((scores, problems))
}

/// Whether no other pair of ratios has a lower criterion, near by or on a wide grid.
fn is_optimal(table: &Table, entry: f64, juror: f64, criterion: f64) -> bool {
    let near = |ratio: f64| {
        if ratio > 0.0 { [ratio * (-1e-3_f64).exp(), ratio, ratio * 1e-3_f64.exp()] } else { [0.0, 1e-6, 1e-3] }
    };
    let grid: Vec<f64> = std::iter::once(0.0).chain((-3..=3).map(|step| f64::from(3 * step).exp())).collect();
    let pairs =
        |a: &[f64], b: &[f64]| -> Vec<(f64, f64)> { a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y))).collect() };
    let mut others = pairs(&near(entry), &near(juror));
    others.extend(pairs(&grid, &grid));
    others
        .into_iter()
        .all(|(entry, juror)| Fit::criterion_at(table, entry, juror).is_none_or(|there| there >= criterion - 1e-7))
}
