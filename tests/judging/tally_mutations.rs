//! A thousand random changes to sealed tallies: every one is caught by both verifiers, and no
//! untouched tally is refused by either.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    reason = "small made-up numbers"
)]

use std::collections::BTreeMap;
use std::process::Command;

use digital_awards::judging::tally::canonical::sha256;
use digital_awards::judging::tally::lines::{MethodRule, RankWithin};
use digital_awards::judging::tally::seal::{Sealed, digest_of};
use digital_awards::judging::tally::verify::verify;
use ed25519_dalek::SigningKey;

use super::tally_fixture::{draft, public_key};

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// A changed copy of a sealed file.
fn mutate(sealed: &Sealed, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sealed.to_text().into_bytes();
    let mut copy = sealed.clone();
    let (line, other) = (dice.roll(copy.lines.len()), dice.roll(copy.lines.len()));
    match dice.roll(10) {
        0 => {
            let at = dice.roll(bytes.len());
            bytes[at] ^= 1 << dice.roll(8);
            return bytes;
        }
        1 => {
            let digits: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).collect();
            let at = digits[dice.roll(digits.len())];
            bytes[at] = b'0' + (bytes[at] - b'0' + 1 + dice.roll(9) as u8) % 10;
            return bytes;
        }
        2 => {
            bytes.remove(dice.roll(bytes.len()));
            return bytes;
        }
        3 => {
            bytes.insert(dice.roll(bytes.len() + 1), b" \n\t0,"[dice.roll(5)]);
            return bytes;
        }
        4 => drop(copy.lines.remove(line)),
        5 => copy.lines.insert(other, copy.lines[line].clone()),
        6 => {
            let next = (line + 1 + dice.roll(copy.lines.len() - 1)) % copy.lines.len();
            copy.lines.swap(line, next);
        }
        // The last three know the format: they make the digests fit again.
        7 | 8 => {
            let digit = copy.lines[line].find(|c: char| c.is_ascii_digit() && c != '1').unwrap_or(0);
            let mut changed = copy.lines[line].clone();
            changed.replace_range(digit..=digit, if digit == 0 { " [" } else { "1" });
            copy.lines[line] = changed;
            refit(&mut copy);
        }
        _ => {
            copy.lines.remove(line);
            refit(&mut copy);
        }
    }
    copy.to_text().into_bytes()
}

fn refit(copy: &mut Sealed) {
    copy.digests = copy.lines.iter().map(|line| sha256(line.as_bytes())).collect();
    copy.digest = digest_of(&copy.digests);
}

#[test]
fn a_thousand_mutations_are_caught_and_none_falsely() {
    let mut dice = Dice(2027);
    let folder = tempfile::tempdir().unwrap();
    let mut expected = BTreeMap::new();
    let mut write = |name: String, bytes: &[u8], valid: bool| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(verify(bytes, Some(&public_key()), 1).is_valid(), valid, "{}", path.display());
        expected.insert(path.display().to_string(), valid);
    };
    let mut originals = Vec::new();
    for (method, within) in [
        (MethodRule::WeightedMean, RankWithin::Category),
        (MethodRule::WeightedMean, RankWithin::Round),
        (MethodRule::Calibrated, RankWithin::Category),
        (MethodRule::Calibrated, RankWithin::Round),
        (MethodRule::Borda, RankWithin::Category),
        (MethodRule::Schulze, RankWithin::Category),
        (MethodRule::Schulze, RankWithin::Round),
    ] {
        for _ in 0..5 {
            let mut round = draft(method, within);
            round.audit_seq += dice.roll(99) as i64;
            for card in round.scorecards.iter_mut().filter(|_| !method.is_ranked()) {
                let mark = dice.roll(3);
                card.marks[mark] = if dice.roll(9) == 0 { None } else { Some(50 * dice.roll(11) as i64) };
            }
            let lines = round.count(1).unwrap();
            let sealed = Sealed::new(&lines, &super::tally_fixture::key()).unwrap();
            write(format!("valid-{}.json", originals.len()), sealed.to_text().as_bytes(), true);
            originals.push((sealed, lines));
        }
    }
    for at in 0..1000 {
        let (sealed, lines) = &originals[at % originals.len()];
        let bytes = if at % 50 == 0 {
            // Someone else counts honestly and signs with a key of their own.
            let thief = SigningKey::from_bytes(&[(at % 200) as u8 + 9; 32]);
            Sealed::new(lines, &thief).unwrap().to_text().into_bytes()
        } else {
            mutate(sealed, &mut dice)
        };
        assert_ne!(bytes, sealed.to_text().into_bytes());
        write(format!("mutation-{at}.json"), &bytes, false);
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify_tally.py");
    let output = Command::new("python3").args([script, "--key", &public_key()]).args(expected.keys()).output();
    let Ok(output) = output else {
        eprintln!("skipped: no python3 for the second implementation");
        return;
    };
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let mut valid = 0;
    let mut wrong = std::collections::BTreeSet::new();
    for line in said.lines() {
        let Some((path, sentence)) = line.split_once(": ") else { continue };
        if sentence == "valid" {
            assert!(expected[path], "{path} was altered and passes");
            valid += 1;
        } else {
            assert!(!expected.get(path).copied().unwrap_or(false), "{line}");
            wrong.insert(path.to_owned());
        }
    }
    assert_eq!((valid, wrong.len()), (originals.len(), 1000));
}
