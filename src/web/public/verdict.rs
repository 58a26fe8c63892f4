//! What is wrong with a tally, in the visitor's words.

use crate::judging::tally::count::CountError;
use crate::judging::tally::read::ReadError;
use crate::judging::tally::verify::Problem;
use crate::web::page::Page;

/// Problems that are told one by one; the first altered line is always among them.
pub const SHOWN: usize = 20;

/// A problem in words.
pub fn words(p: &Page, problem: &Problem) -> String {
    let at = |key: &str, line: &usize| p.m(key).arg("line", *line).to_string();
    let of = |key: &str, entry: &str| p.m(key).arg("entry", entry).to_string();
    match problem {
        Problem::Unreadable(ReadError::NotJson { line }) => at("verify-not-json", line),
        Problem::Unreadable(ReadError::Shape { .. }) => p.t("verify-not-a-tally"),
        Problem::NotCanonical { text_line } => at("verify-not-canonical", text_line),
        Problem::Altered { line } => at("verify-altered", line),
        Problem::Added { line } => at("verify-added", line),
        Problem::Removed { line } => at("verify-removed", line),
        Problem::Moved { line } => at("verify-moved", line),
        Problem::DigestAltered { line } => at("verify-digest-altered", line),
        Problem::WrongDigest => p.t("verify-wrong-digest"),
        Problem::WrongSignature => p.t("verify-wrong-signature"),
        Problem::OtherKey => p.t("verify-other-key"),
        Problem::BadLine { line } => at("verify-bad-line", line),
        Problem::OutOfOrder { line } => at("verify-out-of-order", line),
        Problem::WrongRulesHash => p.t("verify-wrong-rules"),
        Problem::Uncountable(error) => uncountable(p, error),
        Problem::WrongModel => p.t("verify-wrong-model"),
        Problem::NotOptimal => p.t("verify-not-optimal"),
        Problem::WrongResult { line, entry } => {
            p.m("verify-wrong-result").arg("line", *line).arg("entry", entry.as_str()).to_string()
        }
        Problem::MissingResult { entry } => of("verify-missing-result", entry),
    }
}

fn uncountable(p: &Page, error: &CountError) -> String {
    let pair = |key: &str, entry: &str, juror: &str| p.m(key).arg("entry", entry).arg("juror", juror).to_string();
    match error {
        CountError::Weights => p.t("verify-weights"),
        CountError::Criterion(name) => p.m("verify-criterion").arg("name", name.as_str()).to_string(),
        CountError::Scale => p.t("verify-scale"),
        CountError::Twice { name, .. } => p.m("verify-twice").arg("name", name.as_str()).to_string(),
        CountError::Unknown { entry, juror, .. } => pair("verify-unknown", entry, juror),
        CountError::Marks { entry, juror } => pair("verify-marks", entry, juror),
        CountError::Disagree { entry, juror } => pair("verify-disagree", entry, juror),
        CountError::Places => p.t("verify-places"),
        CountError::Order { juror } => p.m("verify-order").arg("juror", juror.as_str()).to_string(),
        CountError::Ranking(_) => p.t("verify-ranking"),
    }
}
