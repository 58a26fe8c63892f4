//! A round as it was closed, before the count.

use crate::judging::ranking::schulze::Duels;

use super::count::{CountError, counted, groups, model_and_scores};
use super::lines::{
    AssignmentLine, EarlierRulesLine, EntryLine, JurorLine, Line, ModelLine, ResultLine, RoundLine, Rules,
    ScorecardLine,
};

/// Everything a count needs, and nothing that names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub edition: String,
    pub round: String,
    /// RFC 3339, UTC.
    pub closed_at: String,
    pub audit_seq: i64,
    pub audit_head: String,
    pub rules: Rules,
    pub earlier_rules: Vec<EarlierRulesLine>,
    pub jurors: Vec<JurorLine>,
    pub entries: Vec<EntryLine>,
    pub assignments: Vec<AssignmentLine>,
    pub scorecards: Vec<ScorecardLine>,
}

impl Draft {
    /// Counts the round: every line of its tally, in the order of the format.
    pub fn count(mut self, threads: usize) -> Result<Vec<Line>, CountError> {
        self.sort();
        let (model, results) = self.counted_in_order(threads)?;
        let mut lines = self.lines();
        lines.extend(model.map(Line::Model));
        lines.extend(results.into_iter().map(Line::Result));
        Ok(lines)
    }

    /// The results alone, and every list put in the order of the format.
    pub fn results(&mut self, threads: usize) -> Result<Vec<ResultLine>, CountError> {
        self.sort();
        Ok(self.counted_in_order(threads)?.1)
    }

    /// The model, where there is one, and the results, of lists that are in the order of the format.
    fn counted_in_order(&self, threads: usize) -> Result<(Option<ModelLine>, Vec<ResultLine>), CountError> {
        let counted = counted(self)?;
        let (model, scores) = model_and_scores(self, &counted, threads)?;
        Ok((model, counted.results(self, &scores)))
    }

    /// The duels between the entries of each group, where jurors put entries in an order: the entries by
    /// name, and how many jurors put one above another.
    pub fn duels(mut self) -> Result<Vec<(Vec<String>, Duels)>, CountError> {
        self.sort();
        let counted = counted(&self)?;
        let of = |members: &Vec<usize>| {
            let names = members.iter().map(|&at| self.entries[at].entry.clone()).collect();
            (names, counted.duels(members))
        };
        Ok(groups(&self).values().map(of).collect())
    }

    /// Puts every list in the order of the format.
    fn sort(&mut self) {
        self.earlier_rules.sort_by_key(|line| line.version);
        self.jurors.sort_by(|a, b| a.juror.cmp(&b.juror));
        self.entries.sort_by(|a, b| a.entry.cmp(&b.entry));
        self.assignments.sort_by(|a, b| (&a.entry, &a.juror).cmp(&(&b.entry, &b.juror)));
        self.scorecards.sort_by(|a, b| (&a.entry, &a.juror).cmp(&(&b.entry, &b.juror)));
    }

    /// The lines before the model and the results.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines = vec![
            Line::Round(RoundLine {
                edition: self.edition.clone(),
                round: self.round.clone(),
                closed_at: self.closed_at.clone(),
                audit_seq: self.audit_seq,
                audit_head: self.audit_head.clone(),
                rules_sha256: self.rules.sha256(),
            }),
            Line::Rules(self.rules.clone()),
        ];
        lines.extend(self.earlier_rules.iter().cloned().map(Line::EarlierRules));
        lines.extend(self.jurors.iter().cloned().map(Line::Juror));
        lines.extend(self.entries.iter().cloned().map(Line::Entry));
        lines.extend(self.assignments.iter().cloned().map(Line::Assignment));
        lines.extend(self.scorecards.iter().cloned().map(Line::Scorecard));
        lines
    }

    /// The draft that lines were counted from; `None` without exactly one round and one rules.
    pub(super) fn of_lines(lines: &[Line]) -> Option<Self> {
        let (mut rounds, mut rules) = (Vec::new(), Vec::new());
        let mut draft = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for line in lines.iter().cloned() {
            match line {
                Line::Round(line) => rounds.push(line),
                Line::Rules(line) => rules.push(line),
                Line::EarlierRules(line) => draft.0.push(line),
                Line::Juror(line) => draft.1.push(line),
                Line::Entry(line) => draft.2.push(line),
                Line::Assignment(line) => draft.3.push(line),
                Line::Scorecard(line) => draft.4.push(line),
                Line::Model(_) | Line::Result(_) => {}
            }
        }
        let (1, Some(round)) = (rounds.len(), rounds.pop()) else { return None };
        let (1, Some(rules)) = (rules.len(), rules.pop()) else { return None };
        let mut draft = Self {
            edition: round.edition,
            round: round.round,
            closed_at: round.closed_at,
            audit_seq: round.audit_seq,
            audit_head: round.audit_head,
            rules,
            earlier_rules: draft.0,
            jurors: draft.1,
            entries: draft.2,
            assignments: draft.3,
            scorecards: draft.4,
        };
        draft.sort();
        Some(draft)
    }
}
