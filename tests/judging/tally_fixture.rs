//! Rounds to count, with a recusal, a missing mark, a tie and an entry nobody scored.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    reason = "small made-up numbers"
)]

use digital_awards::judging::tally::draft::Draft;
use digital_awards::judging::tally::lines::{
    AssignmentLine, AssignmentState, CriterionRule, EntryLine, JurorLine, MethodRule, RankWithin, Rules, ScorecardLine,
};
use digital_awards::judging::tally::seal::{Sealed, commitment};
use ed25519_dalek::SigningKey;
use serde_json::json;

pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

pub fn public_key() -> String {
    hex::encode(key().verifying_key().to_bytes())
}

pub fn draft(method: MethodRule, rank_within: RankWithin) -> Draft {
    let criterion = |key: &str, weight| CriterionRule { key: key.to_owned(), weight };
    let rules = Rules {
        version: 1,
        criteria: vec![
            criterion("innovation", 5000),
            criterion("creativity", 3000),
            criterion("entrepreneurship", 2000),
        ],
        scale_min: 0,
        scale_max: 500,
        method,
        tie_breaks: vec!["innovation".to_owned(), "entrepreneurship".to_owned()],
        rank_within,
        winners: 3,
    };
    let entry_name = |e: i64| format!("2027-{}-{e:03}", ["AGR", "ÉDU"][(e % 2) as usize]);
    let juror_name = |j: i64| format!("J{j}");
    let commit = |n: i64, name: &str| commitment(&[n as u8; 32], &json!({ "name": name })).unwrap();
    let mut assignments = Vec::new();
    let mut scorecards = Vec::new();
    for e in 0..9_i64 {
        for j in 0..5_i64 {
            if (e + 2 * j) % 5 > 2 {
                continue;
            }
            let state = match (e, j) {
                (8, 0) => AssignmentState::Withdrawn,
                (8, _) => AssignmentState::Unscored,
                (3, 1) => AssignmentState::Recused,
                _ => AssignmentState::Submitted,
            };
            assignments.push(AssignmentLine { entry: entry_name(e), juror: juror_name(j), state });
            if matches!(state, AssignmentState::Unscored | AssignmentState::Withdrawn) {
                continue;
            }
            let mark = |c: i64| ((e * 7 + j * j * 3 + c * 5 + e * j * (c + 1)) % 6) * 100;
            let mut marks = match e {
                // Equal totals from other marks, and equal marks.
                4 => vec![Some(500), Some(100), Some(100)],
                6 => vec![Some(300), Some(300), Some(300)],
                5 | 7 => vec![Some(200), Some(200), Some(200)],
                _ => vec![Some(mark(0)), Some(mark(1)), Some(mark(2))],
            };
            if (e, j) == (2, 4) {
                marks[1] = None;
            }
            scorecards.push(ScorecardLine { entry: entry_name(e), juror: juror_name(j), marks });
        }
    }
    let rules = if method.is_ranked() { put_in_order(&mut scorecards, rules) } else { rules };
    Draft {
        edition: "2027".to_owned(),
        round: "Présélection · القائمة".to_owned(),
        closed_at: "2027-04-30T22:59:59Z".to_owned(),
        audit_seq: 1234,
        audit_head: "ab".repeat(32),
        rules,
        earlier_rules: Vec::new(),
        jurors: (0..5)
            .map(|j| JurorLine { juror: juror_name(j), commitment: commit(j, &format!("juror {j}")) })
            .collect(),
        entries: (0..9)
            .map(|e| EntryLine {
                entry: entry_name(e),
                category: ["agritech", "edtech"][(e % 2) as usize].to_owned(),
                commitment: commit(100 + e, &format!("entry {e}")),
            })
            .collect(),
        assignments,
        scorecards,
    }
}

/// The same round where jurors put their first three of each category, or of the round, in an order: the
/// better the first mark was, the earlier.
fn put_in_order(scorecards: &mut [ScorecardLine], rules: Rules) -> Rules {
    let mut order: Vec<usize> = (0..scorecards.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(scorecards[at].marks[0]), at));
    let mut given = std::collections::BTreeMap::new();
    for at in order {
        let card = &mut scorecards[at];
        let group = if rules.rank_within == RankWithin::Category { card.entry[5..8].to_owned() } else { String::new() };
        let place = given.entry((card.juror.clone(), group)).or_insert(0);
        card.marks = vec![Some((300 - 100 * *place).max(0))];
        *place += 1;
    }
    let criteria = vec![CriterionRule { key: "place".to_owned(), weight: 10_000 }];
    Rules { criteria, scale_max: 300, tie_breaks: vec!["place".to_owned()], ..rules }
}

pub fn sealed(method: MethodRule, rank_within: RankWithin) -> Sealed {
    Sealed::new(&draft(method, rank_within).count(1).unwrap(), &key()).unwrap()
}
