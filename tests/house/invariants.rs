//! The check of a live database: silent where all is well, and each of its questions finds what breaks it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chrono::Utc;
use digital_awards::app::AppError;
use digital_awards::app::invariants::{self, Finding};
use digital_awards::store::{self, Conn, Engine};

use crate::applicant::{open_edition, started};
use crate::jury::award::Award;
use crate::support::TestApp;
use crate::support::command::{expect_code, program};

/// An id that nothing has.
const NEW: &str = "00000000-0000-7000-8000-000000000001";
const WHOLE: &str = "the database file is whole";

/// What each rule finds: statements that break it. `{new}` is an id that nothing has.
const BREAKS: &[(&str, &[&str])] = &[
    ("every reference leads to a row", &["UPDATE entries SET owner_id = '{new}'"]),
    ("every submitted entry has its snapshot", &["UPDATE entries SET snapshot_id = '{new}'"]),
    ("the snapshot of an entry is its newest", &[ANOTHER_SNAPSHOT]),
    ("the snapshots of an entry are numbered without holes", &["UPDATE entry_snapshots SET number = 3"]),
    ("whoever has submitted has the instant of it", &["UPDATE entries SET submitted_at = NULL"]),
    ("an entry was withdrawn exactly when it has the instant of it", &["UPDATE entries SET withdrawn_at = created_at"]),
    ("an entry was screened exactly when somebody did it at some instant", &["UPDATE entries SET screened_at = NULL"]),
    (
        "an entry that is back with its applicant was sent back by the screening",
        &["UPDATE entries SET screening = 'returned'"],
    ),
    (
        "an entry, its category, its form and its snapshots are of one edition",
        &["UPDATE categories SET edition_id = '{new}'"],
    ),
    ("references are unique in their edition", &["STRIP entries", "UPDATE entries SET reference = '2027-AGR-001'"]),
    (
        "a late code was used at most as often as it may be",
        &["INSERT INTO late_codes (id, edition_id, code, note, valid_until, max_uses, uses, created_by, created_at)
           SELECT '{new}', edition_id, 'x', '', created_at, 1, 2, owner_id, created_at FROM entries LIMIT 1"],
    ),
    (
        "whoever joined an entry has an account",
        &["INSERT INTO collaborators (id, entry_id, email, user_id, role, invited_by, invited_at, joined_at)
           SELECT '{new}', id, 'x@people.example', NULL, 'view', owner_id, created_at, created_at FROM entries LIMIT 1"],
    ),
    (
        "a juror, the entry and the round of an assignment are of one edition",
        &["UPDATE rounds SET edition_id = '{new}'"],
    ),
    (
        "no juror has an entry twice in a round",
        &[
            "STRIP assignments",
            "INSERT INTO assignments (id, round_id, entry_id, juror_id, status, assigned_by, assigned_at, changed_at)
             SELECT '{new}', round_id, entry_id, juror_id, 'assigned', assigned_by, assigned_at, changed_at
             FROM assignments LIMIT 1",
        ],
    ),
    (
        "whoever has assignments to score has accepted",
        &["UPDATE assignments SET status = 'assigned'", "UPDATE jurors SET status = 'declined'"],
    ),
    (
        "no juror scores an entry of an organisation they have a tie with",
        &[
            "UPDATE assignments SET status = 'drafting'",
            "INSERT INTO conflicts (id, juror_id, organisation_id, reason, source, created_by, created_at)
             SELECT '{new}', a.juror_id, e.organisation_id, 'r', 'juror', a.assigned_by, a.assigned_at
             FROM assignments a JOIN entries e ON e.id = a.entry_id LIMIT 1",
        ],
    ),
    ("the entries of a round that has begun are eligible", &["UPDATE entries SET screening = 'ineligible'"]),
    (
        "the entries that went on to a round are of its edition, and were submitted",
        &[
            "INSERT INTO round_entries (round_id, entry_id) SELECT r.id, e.id FROM rounds r, entries e LIMIT 1",
            "UPDATE entries SET snapshot_id = NULL",
        ],
    ),
    ("no scorecard is without its assignment", &["DELETE FROM assignments"]),
    (
        "an assignment has one scorecard at most",
        &[
            "STRIP scorecards",
            "INSERT INTO scorecards (id, assignment_id, comment, note, is_passed, version, started_at, saved_at, comment_held)
             SELECT '{new}', assignment_id, '', '', FALSE, 1, started_at, saved_at, FALSE FROM scorecards LIMIT 1",
        ],
    ),
    ("no score is without its scorecard", &["DELETE FROM scorecards"]),
    ("no score is on a criterion of another round", &["UPDATE criteria SET round_id = '{new}'"]),
    ("no score is off the scale", &["UPDATE scores SET value = 9900"]),
    (
        "a sheet that was handed in is complete",
        &["DELETE FROM scores WHERE criterion_id = (SELECT id FROM criteria ORDER BY id LIMIT 1)"],
    ),
    ("a sheet is handed in exactly when its assignment says so", &["UPDATE scorecards SET submitted_at = NULL"]),
    ("no sheet is handed in and put off at once", &["UPDATE scorecards SET is_passed = TRUE"]),
    ("what is begun has a sheet", &["UPDATE assignments SET status = 'drafting'", "DELETE FROM scorecards"]),
    ("sheets are locked exactly while their round is closed", &["UPDATE assignments SET status = 'submitted'"]),
    ("a round is closed exactly when it has the instant of it", &["UPDATE rounds SET closed_at = NULL"]),
    ("a closed round was sealed when it closed", &["DELETE FROM tallies"]),
    ("the seals of a round are numbered without holes", &["UPDATE tallies SET number = 3"]),
    (
        "a secret vote has as many ballots as voters, an open one a choice of each",
        &[
            "INSERT INTO motions (id, round_id, category_id, text, ballot, quorum, status, put_by, put_at, reason, reopen_reason)
             SELECT '{new}', r.id, e.category_id, 't', 'secret', 1, 'open', e.owner_id, e.created_at, '', ''
             FROM rounds r, entries e LIMIT 1",
            "INSERT INTO motion_votes (motion_id, juror_id, choice) SELECT '{new}', id, NULL FROM jurors LIMIT 1",
        ],
    ),
    (
        "a prize has one winner, as decided and as published",
        &[
            "DROP INDEX IF EXISTS outcomes_staged_winner_key",
            "DROP INDEX IF EXISTS outcomes_published_winner_key",
            "INSERT INTO outcomes (id, edition_id, prize_id, entry_id, staged, published, citation, summary, staged_by,
                                   staged_at, announcement_id, slug)
             SELECT '{new}', edition_id, prize_id, (SELECT e.id FROM entries e WHERE e.id <> o.entry_id LIMIT 1), staged,
                    published, citation, summary, staged_by, staged_at, announcement_id, 'other' FROM outcomes o LIMIT 1",
        ],
    ),
    (
        "an entry has one outcome of a prize",
        &[
            "STRIP outcomes",
            "INSERT INTO outcomes (id, edition_id, prize_id, entry_id, citation, summary, staged_by, staged_at, slug)
             SELECT '{new}', edition_id, prize_id, entry_id, citation, summary, staged_by, staged_at, 'other'
             FROM outcomes LIMIT 1",
        ],
    ),
    ("what is public was announced", &["UPDATE announcements SET status = 'cancelled'"]),
    ("an outcome, its prize and its entry are of one edition", &["UPDATE prizes SET edition_id = '{new}'"]),
    (
        "an edition is announced exactly when one announcement of it is published",
        &["UPDATE editions SET announced_at = NULL, status = 'deliberation'"],
    ),
    ("whoever got something was told with the announcement", &["DELETE FROM outbox_mails"]),
    ("a signed record is of something public", &["UPDATE outcomes SET published = NULL"]),
    ("no mail is in the outbox twice", &["STRIP outbox_mails", "UPDATE outbox_mails SET dedupe_key = 'x'"]),
    ("a mail has left exactly when it has the instant of it", &["UPDATE outbox_mails SET sent_at = created_at"]),
    (
        "no event of the log waits for its place longer than a minute",
        &["UPDATE audit_events SET seq = NULL, hash = NULL, at = '2020-01-01T00:00:00.000000Z'"],
    ),
    (
        "no job is held far into the future",
        &["INSERT INTO job_locks (name, holder, held_until) VALUES ('x', 'y', '2199-01-01T00:00:00.000000Z')"],
    ),
    // Those that compute.
    ("every snapshot has the hash of its content", &["UPDATE entry_snapshots SET title = 'Another'"]),
    ("every file of a snapshot is known, with the same hash", &[A_FILE_OF_NOBODY]),
    ("every reference is within its counter", &["UPDATE reference_counters SET last_number = 0"]),
    ("every tally is as it was sealed", &["UPDATE tallies SET digest = 'x'"]),
    ("the chain of the log is intact", &["UPDATE audit_events SET action = 'x.done' WHERE seq = 2"]),
];

const ANOTHER_SNAPSHOT: &str = "INSERT INTO entry_snapshots (id, entry_id, number, category_id, form_id, title,
        organisation_name, answers, files, hash, received_at, submitted_by)
    SELECT '{new}', entry_id, 2, category_id, form_id, title, organisation_name, answers, files, hash, received_at,
        submitted_by FROM entry_snapshots LIMIT 1";
const A_FILE_OF_NOBODY: &str = r#"UPDATE entry_snapshots SET files = '[{"id": "{new}", "field_key": "attachments",
    "name": "plan.pdf", "kind": "application/pdf", "size": 1, "sha256": "00"}]'"#;

/// Lets this transaction write what the schema forbids.
fn loosen(c: &mut Conn, engine: Engine) {
    let statements: &[&str] = match engine {
        Engine::Sqlite => &["PRAGMA defer_foreign_keys = ON", "PRAGMA ignore_check_constraints = ON"],
        Engine::Postgres => &[
            "SET LOCAL session_replication_role = replica",
            "DO $$ DECLARE x record; BEGIN
               FOR x IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
                        WHERE contype IN ('c', 'u') AND connamespace = 'public'::regnamespace AND conrelid <> 0 LOOP
                 EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', x.t, x.conname);
               END LOOP; END $$",
        ],
    };
    for statement in statements {
        store::audit::tamper(c, statement).unwrap();
    }
}

/// Runs a statement; `STRIP table` takes from a table what SQLite can't drop: its keys.
fn run(c: &mut Conn, engine: Engine, statement: &str) {
    let statements = match (statement.strip_prefix("STRIP "), engine) {
        (Some(_), Engine::Postgres) => Vec::new(),
        (Some(table), Engine::Sqlite) => vec![
            format!("CREATE TABLE stripped AS SELECT * FROM {table}"),
            format!("DROP TABLE {table}"),
            // Triggers of other tables name it, and are not to be looked at while it is gone.
            "PRAGMA legacy_alter_table = ON".to_owned(),
            format!("ALTER TABLE stripped RENAME TO {table}"),
            // What refers to a row still can.
            format!("CREATE UNIQUE INDEX stripped_id ON {table} (id)"),
        ],
        (None, _) => vec![statement.replace("{new}", NEW)],
    };
    for statement in statements {
        store::audit::tamper(c, &statement).unwrap_or_else(|e| panic!("{statement}: {e}"));
    }
}

/// What is broken.
fn broken(findings: &[Finding]) -> Vec<String> {
    let broken = findings.iter().filter(|finding| !finding.is_kept());
    broken.map(|f| format!("{} ({}): {}", f.says, f.broken.count, f.broken.first.join(", "))).collect()
}

/// Asserts that an application's database and files break nothing, by its own clock.
pub async fn assert_kept(app: &TestApp) {
    let (engine, now) = (app.state.db.engine(), app.now());
    let check =
        move |c: &mut Conn| Ok::<_, AppError>((invariants::of_database(c, engine, now)?, invariants::known(c)?));
    let (mut findings, known) = app.state.db.read(check).await.unwrap();
    let listed = app.state.files.list().await.unwrap();
    findings.extend(invariants::of_files(&known, &known, &listed, Utc::now()));
    assert!(findings.len() > 40);
    assert_eq!(broken(&findings), Vec::<String>::new());
}

/// An award that is announced: three entries, a juror who scored them, a winner.
async fn announced() -> Award {
    let award = Award::with_entries(3).await;
    award.score_and_announce(None).await;
    let chain = |c: &mut Conn| Ok::<_, AppError>(digital_awards::app::audit::chain(c, i64::MAX)?);
    award.app.state.db.write(chain).await.unwrap();
    award
}

#[actix_web::test]
async fn every_question_finds_what_breaks_it_and_nothing_else_is_found() {
    let award = announced().await;
    assert_kept(&award.app).await;
    let (db, engine, now) = (&award.app.state.db, award.app.state.db.engine(), award.app.now());
    let mut silent = Vec::new();
    for (says, statements) in BREAKS {
        let rule = store::invariants::RULES.iter().find(|rule| rule.says == *says);
        let mut found = None;
        // An error undoes what the closure did.
        let undone = db.write_now(|c| {
            loosen(c, engine);
            for statement in *statements {
                run(c, engine, statement);
            }
            let seen = if let Some(rule) = rule {
                store::invariants::ask(c, engine, rule, now)?.map(|broken| broken.count)
            } else {
                let findings = invariants::of_database(c, engine, now)?;
                findings.iter().find(|finding| finding.says == *says).map(|finding| finding.broken.count)
            };
            Err::<(), _>(AppError::Internal(seen.map_or_else(|| "not asked".to_owned(), |count| count.to_string())))
        });
        if let Err(AppError::Internal(count)) = &undone {
            found = Some(count.clone());
        }
        let is_found = found.as_deref().is_some_and(|count| count != "0");
        if !is_found {
            silent.push(format!("{says}: {undone:?}"));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    if engine == Engine::Sqlite {
        db.write_now(|c| Ok::<_, AppError>(store::audit::tamper(c, "PRAGMA ignore_check_constraints = OFF")?)).unwrap();
    }
    assert_kept(&award.app).await;
}

#[test]
fn every_rule_has_a_break_that_it_must_find() {
    let tried: BTreeSet<&str> = BREAKS.iter().map(|(says, _)| *says).chain([WHOLE]).collect();
    let rules: BTreeSet<&str> = store::invariants::RULES.iter().map(|rule| rule.says).collect();
    assert_eq!(rules.difference(&tried).collect::<Vec<_>>(), Vec::<&&str>::new());
}

/// The bytes of the file that was uploaded.
fn stored_file(folder: &Path) -> PathBuf {
    let mut found = Vec::new();
    for shelf in std::fs::read_dir(folder.join("files")).unwrap() {
        for file in std::fs::read_dir(shelf.unwrap().path()).unwrap() {
            found.push(file.unwrap().path());
        }
    }
    found.retain(|path| path.extension().is_none());
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[actix_web::test]
async fn files_that_are_gone_altered_or_of_nobody_are_found_by_the_command() {
    let app = TestApp::start().await;
    app.clock.set(Utc::now());
    let edition = open_edition(&app).await;
    let hanane = app.person("hanane").await;
    let entry = started(&app, &hanane, &edition).await;
    let fields = [("section", "4")];
    let pdf = b"%PDF-1.7\n%%EOF";
    hanane.browser.upload(&format!("{entry}/files"), &fields, "answer-attachments", "p.pdf", pdf).await.expect(303);
    app.do_jobs().await;
    let check = |arguments: &[&str], code| {
        let (url, folder) = (&app.state.settings.database.url.0, app.folder());
        expect_code(&program(url, folder).arg("invariants").args(arguments).output().unwrap(), code)
    };
    let said = check(&["--files"], 0);
    assert!(said.lines().count() > 45 && said.lines().all(|line| line.starts_with("ok ")), "{said}");
    let path = stored_file(app.folder());
    // Another byte of the same length: only who reads finds it.
    std::fs::write(&path, b"%PDF-1.7\n%%EOG").unwrap();
    check(&[], 0);
    assert!(check(&["--files"], 1).contains("BROKEN      1  the bytes of every file have its hash: "));
    std::fs::write(&path, b"%PDF").unwrap();
    assert!(check(&[], 1).contains("BROKEN      1  every file has its bytes, as many as it should"));
    std::fs::remove_file(&path).unwrap();
    assert!(check(&[], 1).contains("BROKEN      1  every file has its bytes, as many as it should"));
    std::fs::write(&path, pdf).unwrap();
    check(&["--files"], 0);
    // What a process left behind that died while it wrote.
    let shelf = path.parent().unwrap();
    for name in ["0123456789", "0123456789#1"] {
        let orphan = shelf.join(name);
        std::fs::write(&orphan, b"%PDF").unwrap();
        check(&[], 0);
        let long_ago = SystemTime::now() - Duration::from_secs(2 * 3600);
        std::fs::File::options().write(true).open(&orphan).unwrap().set_modified(long_ago).unwrap();
        let said = check(&[], 1);
        assert!(said.contains("BROKEN      1  no bytes older than an hour") && said.contains(name), "{said}");
        std::fs::remove_file(&orphan).unwrap();
    }
}

#[actix_web::test]
async fn a_database_file_that_was_damaged_is_found() {
    let award = announced().await;
    if award.app.state.db.engine() == Engine::Postgres {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("awards.db");
    let url = format!("sqlite://{}", copy.display());
    let backup = folder.path().join("backup");
    let live = &award.app.state.settings.database.url.0;
    let made = program(live, award.app.folder()).args(["backup", backup.to_str().unwrap()]).output().unwrap();
    expect_code(&made, 0);
    let whole = std::fs::read(backup.join("database/awards.db")).unwrap();
    let mut damaged = 0;
    for page in (1..whole.len() / 4096).step_by(7) {
        let mut bytes = whole.clone();
        bytes[page * 4096..page * 4096 + 2048].fill(0xA5);
        std::fs::write(&copy, bytes).unwrap();
        let _ = std::fs::remove_file(folder.path().join("awards.db-wal"));
        let output = program(&url, award.app.folder()).arg("invariants").output().unwrap();
        damaged += usize::from(output.status.code() == Some(1));
    }
    assert!(damaged > 0 && damaged == (1..whole.len() / 4096).step_by(7).count(), "{damaged}");
}
