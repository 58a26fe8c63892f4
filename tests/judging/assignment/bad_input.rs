//! Wrong files are refused with file and line; nothing a file holds makes the reader panic.

use digital_awards::judging::assignment::{Options, read_instance, solve};
use proptest::prelude::*;

use super::generator::{Files, Recipe};
use super::open;

const TINY: Recipe = Recipe { entries: 6, jurors: 5, candidates: 5, need: 2, seed: 1, is_tight: false };

/// Two entries, two jurors, all pairs allowed.
fn files() -> Files {
    Files {
        meta: r#"{"format":"juror-assignment/1","n_entries":2,"n_jurors":2}"#.to_owned(),
        entries: "entry,k\n0,1\n1,1\n".to_owned(),
        jurors: "juror,min,max\n0,0,2\n1,0,2\n".to_owned(),
        affinity: "entry,juror,affinity\n0,0,5\n0,1,4\n1,0,3\n1,1,2\n".to_owned(),
        conflicts: "entry,juror\n".to_owned(),
        locked: "entry,juror\n".to_owned(),
    }
}

fn refusal(change: impl Fn(&mut Files)) -> String {
    let mut files = files();
    change(&mut files);
    read_instance(&|name| open(&files, name)).unwrap_err().to_string()
}

#[test]
fn the_unchanged_files_are_read() {
    let files = files();
    let instance = read_instance(&|name| open(&files, name)).unwrap();
    assert_eq!((instance.entries().len(), instance.jurors().len(), instance.pair_count()), (2, 2, 4));
}

#[test]
fn refusals_name_the_file_and_the_line() {
    let set =
        |file: fn(&mut Files) -> &mut String, text: &'static str| refusal(move |files| text.clone_into(file(files)));
    let cases = [
        (set(|f| &mut f.meta, "{}"), "meta.json:1: missing field `format` at line 1 column 2"),
        (
            set(|f| &mut f.meta, r#"{"format":"juror-assignment/2","n_entries":2,"n_jurors":2}"#),
            r#"meta.json: the format is "juror-assignment/2", not "juror-assignment/1""#,
        ),
        (
            set(|f| &mut f.meta, r#"{"format":"juror-assignment/1","n_entries":3,"n_jurors":2}"#),
            "entries.csv: 2 rows, but meta.json says n_entries is 3",
        ),
        (set(|f| &mut f.entries, ""), "entries.csv:1: the file is empty: no header line"),
        (set(|f| &mut f.entries, "entry,need\n"), r#"entries.csv:1: no column "k" in the header"#),
        (
            set(|f| &mut f.entries, "entry,k\n0,1\n1,-1\n"),
            r#"entries.csv:3: k must be a whole number, zero or more, within bounds, not "-1""#,
        ),
        (set(|f| &mut f.entries, "entry,k\n0,1\n1,3\n"), "entries.csv:3: entry needs 3 jurors, but there are only 2"),
        (
            set(|f| &mut f.entries, "entry,k\n0,1\n0,1\n"),
            "entries.csv:3: id 0 where 1 was expected: ids count from 0, each once",
        ),
        (
            set(|f| &mut f.jurors, "juror,min,max\n0,0,2\n1,-2,2\n"),
            r#"jurors.csv:3: min must be a whole number, zero or more, within bounds, not "-2""#,
        ),
        (
            set(|f| &mut f.jurors, "juror,min,max\n0,3,2\n1,0,2\n"),
            "jurors.csv:2: juror's least load 3 is above the most, 2",
        ),
        (
            set(|f| &mut f.affinity, "entry,juror,affinity\n0,0,NaN\n"),
            r#"affinity.csv:2: affinity must be a whole number within bounds, not "NaN""#,
        ),
        (
            set(|f| &mut f.affinity, "entry,juror,affinity\n0,0,99999999999999999999\n"),
            r#"affinity.csv:2: affinity must be a whole number within bounds, not "99999999999999999999""#,
        ),
        (
            set(|f| &mut f.affinity, "entry,juror,affinity\n0,0,1\n0,1,9223372036854775807\n"),
            "affinity.csv:3: affinities are too large to be summed without overflow",
        ),
        (
            set(|f| &mut f.affinity, "entry,juror,affinity\n1,0,1\n0,1,1\n1,0,2\n"),
            "affinity.csv:4: entry 1 and juror 0 are listed twice",
        ),
        (set(|f| &mut f.affinity, "entry,juror,affinity\n2,0,1\n"), "affinity.csv:2: there is no entry 2"),
        (set(|f| &mut f.affinity, "entry,juror,affinity\n0,0\n"), "affinity.csv:2: 2 columns where the header has 3"),
        (set(|f| &mut f.conflicts, "entry,juror\n0,7\n"), "conflicts.csv:2: there is no juror 7"),
        (
            set(|f| &mut f.locked, "entry,juror\n\n0,0\n0,1\n"),
            "locked.csv:4: entry 0 has more locked jurors than the 1 it needs",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn a_locked_pair_must_be_allowed() {
    let conflict = refusal(|files| {
        files.conflicts.push_str("0,0\n");
        files.locked.push_str("0,0\n");
    });
    assert_eq!(conflict, "locked.csv:2: locked pair of entry 0 and juror 0 is a conflict of interest");
    let absent = refusal(|files| {
        "entry,juror,affinity\n0,1,4\n1,1,2\n".clone_into(&mut files.affinity);
        files.locked.push_str("1,0\n");
    });
    assert_eq!(absent, "locked.csv:2: locked pair of entry 1 and juror 0 is not among the allowed pairs");
}

fn survives(files: &Files) {
    if let Ok(instance) = read_instance(&|name| open(files, name)) {
        // Whatever was read must also be solved or refused, within reason.
        if instance.jurors().len() < 50 {
            let _ = solve(&instance, &Options { bottleneck: true, level: true, ..Options::default() });
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(which in 0_usize..6, bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let names = ["meta.json", "entries.csv", "jurors.csv", "affinity.csv", "conflicts.csv", "locked.csv"];
        let files = files();
        let open = |name: &str| -> std::io::Result<Box<dyn std::io::Read>> {
            if name == names[which] { Ok(Box::new(std::io::Cursor::new(bytes.clone()))) } else { open(&files, name) }
        };
        let _ = read_instance(&open);
    }

    #[test]
    fn damaged_files_are_read_or_refused(
        which in 0_usize..6,
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[0-9,\n\"-]{0,3}"), 1..4),
    ) {
        let mut files = TINY.files();
        let file = match which {
            0 => &mut files.meta,
            1 => &mut files.entries,
            2 => &mut files.jurors,
            3 => &mut files.affinity,
            4 => &mut files.conflicts,
            _ => &mut files.locked,
        };
        for (at, text) in edits {
            let at = at.index(file.len());
            file.replace_range(at..=at, &text);
            if file.is_empty() {
                break;
            }
        }
        survives(&files);
    }
}
