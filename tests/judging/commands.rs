//! The commands of the judging engine, as a person types them.

use std::path::Path;
use std::process::{Command, Output};

use digital_awards::judging::tally::lines::{MethodRule, RankWithin};

use super::tally_fixture::{public_key, sealed};

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_digital-awards")).args(arguments).current_dir(folder).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn rank_answers_in_json_and_writes_both_tables() {
    let folder = tempfile::tempdir().unwrap();
    let scores = include_str!("data/penicillin.csv").split_once('\n').unwrap().1;
    std::fs::write(folder.path().join("scores.csv"), scores).unwrap();
    let arguments = ["rank", "scores.csv", "--criteria", "score:1", "--seed", "5", "--json", "--out", "ranking.csv"];
    let (code, answer, warnings) = run(folder.path(), &arguments);
    assert_eq!((code, warnings.as_str()), (Some(0), ""));
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    for (key, value) in [("n", 144), ("entries", 24), ("jurors", 6), ("components", 1)] {
        assert_eq!(answer[key], value);
    }
    for (key, value) in [
        ("reml_criterion", 330.860_588_991),
        ("mu", 22.972_222_222),
        ("se_mu", 0.808_573_391),
        ("sd_entry", 0.846_704_324),
        ("sd_juror", 1.931_558_405),
        ("sd_resid", 0.549_923_139),
    ] {
        assert!((answer[key].as_f64().unwrap() - value).abs() < 1e-6, "{key}");
    }
    assert_eq!(answer["ranking"].as_array().unwrap().len(), 24);
    let ranking = std::fs::read_to_string(folder.path().join("ranking.csv")).unwrap();
    let mut lines = ranking.lines();
    assert!(lines.next().unwrap().starts_with(
        "entry,n_reviews,component,raw_mean,ls_effect,blup,se,p_top3,expected_rank,rank_lo95,rank_hi95,rank_blup,rank_raw"
    ));
    assert!(lines.next().unwrap().starts_with("m,6,0,24.5,24.5,24.3996444,0.81795437"));
    let jurors = std::fs::read_to_string(folder.path().join("ranking_jurors.csv")).unwrap();
    assert!(jurors.contains("\nA,24,2.187057967,2.194444444,"));
    // The same seed, the same answer to the last digit.
    run(folder.path(), &["rank", "scores.csv", "--criteria", "score:1", "--seed", "5", "--out", "again.csv"]);
    assert_eq!(ranking, std::fs::read_to_string(folder.path().join("again.csv")).unwrap());
}

#[test]
fn rank_says_what_would_change_the_podium_and_which_scorecards_would_settle_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = vec!["entry,juror,a,b".to_owned()];
    for (entry, (name, quality)) in
        [("P", 42), ("Q", 40), ("R", 39), ("S", 31), ("T", 27), ("U", 22)].iter().enumerate()
    {
        for juror in 0..5 {
            if (entry + 2 * juror) % 5 > 0 {
                let mark = |salt: usize| (quality + juror + (entry * 7 + juror * 11 + salt) % 9) as f64 / 10.0;
                lines.push(format!("{name},{juror},{},{}", mark(0), mark(3)));
            }
        }
    }
    let podium = |lines: &[String], criteria: &str| -> serde_json::Value {
        std::fs::write(folder.path().join("some.csv"), lines.join("\n")).unwrap();
        let arguments =
            ["rank", "some.csv", "--criteria", criteria, "--top", "2", "--json", "--robustness", "--work", "1"];
        let (code, answer, _) = run(folder.path(), &arguments);
        assert_eq!(code, Some(0));
        serde_json::from_str::<serde_json::Value>(&answer).unwrap()["robustness"]["podium"].take()
    };
    std::fs::write(folder.path().join("scores.csv"), lines.join("\n")).unwrap();
    let arguments = ["rank", "scores.csv", "--criteria", "a:0.6,b:0.4", "--top", "2", "--robustness", "--advise", "2"];
    let (code, said, _) = run(folder.path(), &arguments);
    assert_eq!(code, Some(0));
    let (_, answer, _) = run(folder.path(), &[&arguments[..], &["--json"]].concat());
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let robustness = &answer["robustness"];
    assert_eq!(robustness["podium"], podium(&lines, "a:0.6,b:0.4"));
    // Each juror left out of the file changes the podium exactly where the answer says so.
    assert_eq!(
        (&robustness["without_juror"]["tried"], &robustness["without_juror"]["complete"]),
        (&5.into(), &true.into())
    );
    for juror in 0..5 {
        let left: Vec<String> =
            lines.iter().filter(|line| line.split(',').nth(1) != Some(&juror.to_string())).cloned().collect();
        let without = podium(&left, "a:0.6,b:0.4");
        let changes = robustness["without_juror"]["changes"].as_array().unwrap();
        let said = changes.iter().find(|change| change["juror"] == juror.to_string());
        assert_eq!(
            said.map(|change| &change["podium"]),
            (without != robustness["podium"]).then_some(&without),
            "{juror}"
        );
    }
    let steps = robustness["one_step"]["changes"].as_array().unwrap();
    assert!(!steps.is_empty());
    let step = &steps[0];
    let start = format!("{},{},", step["entry"].as_str().unwrap(), step["juror"].as_str().unwrap());
    let moved: Vec<String> = lines
        .iter()
        .map(|line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if line.starts_with(&start) {
                cells[if step["criterion"] == "a" { 2 } else { 3 }] = step["to"].to_string();
            }
            cells.join(",")
        })
        .collect();
    assert_eq!(step["podium"], podium(&moved, "a:0.6,b:0.4"));
    let advice = answer["advice"].as_array().unwrap();
    assert_eq!(advice.len(), 2);
    for advice in advice {
        let pair = format!("{},{},", advice["entry"].as_str().unwrap(), advice["juror"].as_str().unwrap());
        assert!(!lines.iter().any(|line| line.starts_with(&pair)), "it exists: {pair}");
        assert!(advice["doubt_after"].as_f64() < advice["doubt_before"].as_f64());
    }
    assert_eq!(said.lines().filter(|line| line.starts_with("advice  juror ")).count(), 2);
    assert!(said.contains(&format!("one_step  {} of", steps.len())), "{said}");
}

#[test]
fn rank_warns_of_separate_juries_and_names_the_cure() {
    let folder = tempfile::tempdir().unwrap();
    let scores = "team,judge,q\nA,1,3\nA,2,4\nB,1,2\nB,2,2.5\nC,3,5\nC,4,4\nD,3,3\nD,4,3.5\n";
    std::fs::write(folder.path().join("two.csv"), scores).unwrap();
    let arguments = ["rank", "two.csv", "--entry", "team", "--juror", "judge", "--criteria", "q:1"];
    let (code, said, warned) = run(folder.path(), &arguments);
    assert_eq!(code, Some(0));
    assert!(said.contains("components 2\n"), "{said}");
    assert!(warned.contains("2 parts") && warned.contains("entry C by juror 1"), "{warned}");
}

#[test]
fn wrong_scores_are_an_error_with_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.csv"), "entry,juror,q\nA,1,3\nA,2,NaN\n").unwrap();
    let (code, _, error) = run(folder.path(), &["rank", "bad.csv", "--criteria", "q:1"]);
    assert_eq!(code, Some(1));
    assert!(error.starts_with("error: bad.csv: line 3, column 'q': 'NaN' is not a number"), "{error}");
    let (code, _, error) = run(folder.path(), &["rank", "bad.csv", "--criteria", "k:1"]);
    assert_eq!(code, Some(1));
    assert!(error.contains("no column 'k'"), "{error}");
}

#[test]
fn verify_accepts_what_was_sealed_and_names_what_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    let sealed = sealed(MethodRule::Calibrated, RankWithin::Category);
    let path = folder.path().join("tally.json");
    std::fs::write(&path, sealed.to_text()).unwrap();
    std::fs::write(folder.path().join("key.pub"), format!("{}\n", public_key())).unwrap();
    for key in [public_key().as_str(), "key.pub"] {
        let (code, said, _) = run(folder.path(), &["verify", "tally.json", "--key", key]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(&sealed.digest));
    }
    let at = sealed.lines.iter().position(|line| line.starts_with("[\"scorecard\"")).unwrap();
    std::fs::write(&path, sealed.to_text().replace(&sealed.lines[at], &sealed.lines[at + 1])).unwrap();
    let (code, said, _) = run(folder.path(), &["verify", "tally.json"]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with(&format!("tally.json: line {} was altered\n", at + 1)), "{said}");
}
