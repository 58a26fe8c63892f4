//! The command `assign`, as a person or a script meets it.

use std::path::Path;
use std::process::{Command, Output};

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/assignment/100x20");

fn assign(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_digital-awards")).arg("assign").args(arguments).output().unwrap()
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

#[test]
fn a_plan_is_made_written_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (plan, proof) = (path("plan.csv"), path("proof.json"));
    let made = assign(&[SMALL, "--bottleneck", "--out", &plan, "--certificate", &proof]);
    let said = lines(&made);
    assert_eq!(said[..4], ["objective 150359", "loads 9..22", "worst 149", "components 1"]);
    assert!(said[4].starts_with("read ") && said[5].starts_with("solve ") && said.len() == 6, "{said:?}");
    let verified = assign(&["check", SMALL, &plan, &proof]);
    assert_eq!(lines(&verified), ["ok: objective 150359, proven optimal"]);
    let text = std::fs::read_to_string(&plan).unwrap();
    std::fs::write(&plan, text.replacen("\n0,", "\n1,", 1)).unwrap();
    let refused = assign(&["check", SMALL, &plan, &proof]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(complaint(&refused).starts_with("error: "), "{}", complaint(&refused));
}

#[test]
fn json_says_the_same() {
    let answer: serde_json::Value = serde_json::from_slice(&assign(&[SMALL, "--json"]).stdout).unwrap();
    assert_eq!(answer["objective"], 150_403);
    assert_eq!(answer["loads"], serde_json::json!({ "min": 9, "max": 22 }));
    assert_eq!((&answer["worst"], &answer["components"]), (&148.into(), &1.into()));
    assert!(answer["read"].is_number() && answer["solve"].is_number());
}

#[test]
fn a_juror_who_leaves_is_replaced_with_all_else_in_place() {
    let plan = Path::new(SMALL).join("optimal_assignment.csv").display().to_string();
    let said = lines(&assign(&[SMALL, "--keep", &plan, "--drop", "3"]));
    let old = std::fs::read_to_string(&plan).unwrap();
    let lost = old.lines().filter(|line| line.ends_with(",3")).count();
    assert!(said.contains(&format!("changed {lost}")), "{said:?}");
}

#[test]
fn the_impossible_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["meta.json", "entries.csv", "affinity.csv", "conflicts.csv", "locked.csv"] {
        std::fs::copy(Path::new(SMALL).join(name), folder.path().join(name)).unwrap();
    }
    let jurors: Vec<String> = (0..20).map(|id| format!("{id},0,14")).collect();
    std::fs::write(folder.path().join("jurors.csv"), format!("juror,min,max\n{}", jurors.join("\n"))).unwrap();
    let refused = assign(&[&folder.path().display().to_string()]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        complaint(&refused),
        "error: 100 entries (0, 1, 2, 3, 4, 5, 6, 7, …) need 299 scorecards, and the 20 jurors (0, 1, 2, 3, 4, 5, 6, 7, …) \
         who alone can give them may take 279: invite 2 more jurors, or raise their limit to 15"
    );
}
