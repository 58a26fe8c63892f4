//! The rules.

use super::super::conn::Engine;
use super::Rule;

const fn rule(says: &'static str, sql: &'static str) -> Rule {
    Rule { says, on: None, sql }
}

const fn of_sqlite(says: &'static str, sql: &'static str) -> Rule {
    Rule { says, on: Some(Engine::Sqlite), sql }
}

/// All of them. `{unchained}` and `{held}` stand for instants.
pub const RULES: &[Rule] = &[
    of_sqlite("the database file is whole", "SELECT quick_check AS who FROM pragma_quick_check WHERE quick_check <> 'ok'"),
    of_sqlite(
        "every reference leads to a row",
        "SELECT \"table\" || ' ' || coalesce(rowid, '') || ' -> ' || parent AS who FROM pragma_foreign_key_check",
    ),
    // Entries.
    rule(
        "every submitted entry has its snapshot",
        "SELECT e.reference AS who FROM entries e
         WHERE (e.status IN ('submitted', 'returned') OR e.snapshot_id IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM entry_snapshots s WHERE s.id = e.snapshot_id AND s.entry_id = e.id)",
    ),
    rule(
        "the snapshot of an entry is its newest",
        "SELECT e.reference AS who FROM entries e JOIN entry_snapshots s ON s.id = e.snapshot_id
         WHERE s.number < (SELECT max(t.number) FROM entry_snapshots t WHERE t.entry_id = e.id)",
    ),
    rule(
        "the snapshots of an entry are numbered without holes",
        "SELECT CAST(entry_id AS TEXT) AS who FROM entry_snapshots GROUP BY entry_id
         HAVING count(*) <> max(number) OR min(number) <> 1",
    ),
    rule(
        "whoever has submitted has the instant of it",
        "SELECT reference AS who FROM entries
         WHERE status IN ('submitted', 'returned') AND (submitted_at IS NULL OR snapshot_id IS NULL)",
    ),
    rule(
        "an entry was withdrawn exactly when it has the instant of it",
        "SELECT reference AS who FROM entries WHERE (status = 'withdrawn') <> (withdrawn_at IS NOT NULL)",
    ),
    rule(
        "an entry was screened exactly when somebody did it at some instant",
        "SELECT reference AS who FROM entries WHERE (screening = 'pending') <> (screened_at IS NULL)
         OR (screened_at IS NULL) <> (screened_by IS NULL)",
    ),
    rule(
        "an entry that is back with its applicant was sent back by the screening",
        "SELECT reference AS who FROM entries WHERE status <> 'withdrawn' AND (status = 'returned') <> (screening = 'returned')",
    ),
    rule(
        "an entry, its category, its form and its snapshots are of one edition",
        "SELECT e.reference AS who FROM entries e JOIN categories k ON k.id = e.category_id
         JOIN entry_forms f ON f.id = e.form_id
         WHERE k.edition_id <> e.edition_id OR f.edition_id <> e.edition_id
         OR EXISTS (SELECT 1 FROM entry_snapshots s JOIN categories c ON c.id = s.category_id
                    WHERE s.entry_id = e.id AND c.edition_id <> e.edition_id)",
    ),
    rule(
        "references are unique in their edition",
        "SELECT reference AS who FROM entries GROUP BY edition_id, reference HAVING count(*) > 1",
    ),
    rule(
        "a late code was used at most as often as it may be",
        "SELECT code AS who FROM late_codes WHERE uses > max_uses",
    ),
    rule(
        "whoever joined an entry has an account",
        "SELECT CAST(id AS TEXT) AS who FROM collaborators WHERE (joined_at IS NULL) <> (user_id IS NULL)",
    ),
    // The jury.
    rule(
        "a juror, the entry and the round of an assignment are of one edition",
        "SELECT CAST(a.id AS TEXT) AS who FROM assignments a JOIN rounds r ON r.id = a.round_id
         JOIN jurors j ON j.id = a.juror_id JOIN entries e ON e.id = a.entry_id
         WHERE j.edition_id <> r.edition_id OR e.edition_id <> r.edition_id",
    ),
    rule(
        "no juror has an entry twice in a round",
        "SELECT CAST(juror_id AS TEXT) || ' ' || CAST(entry_id AS TEXT) AS who FROM assignments
         WHERE status NOT IN ('recused', 'withdrawn') GROUP BY round_id, juror_id, entry_id HAVING count(*) > 1",
    ),
    rule(
        "whoever has assignments to score has accepted",
        "SELECT CAST(a.id AS TEXT) AS who FROM assignments a JOIN jurors j ON j.id = a.juror_id
         WHERE a.status IN ('assigned', 'drafting') AND j.status <> 'accepted'",
    ),
    rule(
        "no juror scores an entry of an organisation they have a tie with",
        "SELECT CAST(a.id AS TEXT) AS who FROM assignments a JOIN entries e ON e.id = a.entry_id
         JOIN conflicts x ON x.juror_id = a.juror_id AND x.organisation_id = e.organisation_id
         WHERE a.status IN ('assigned', 'drafting')",
    ),
    rule(
        "the entries of a round that has begun are eligible",
        "SELECT DISTINCT e.reference AS who FROM assignments a JOIN rounds r ON r.id = a.round_id
         JOIN entries e ON e.id = a.entry_id
         WHERE r.status <> 'draft' AND a.status IN ('assigned', 'drafting', 'submitted', 'locked')
         AND (e.snapshot_id IS NULL OR e.status = 'draft' OR (e.status = 'submitted' AND e.screening <> 'eligible'))",
    ),
    rule(
        "the entries that went on to a round are of its edition, and were submitted",
        "SELECT e.reference AS who FROM round_entries x JOIN rounds r ON r.id = x.round_id
         JOIN entries e ON e.id = x.entry_id WHERE e.edition_id <> r.edition_id OR e.snapshot_id IS NULL",
    ),
    rule(
        "no scorecard is without its assignment",
        "SELECT CAST(s.id AS TEXT) AS who FROM scorecards s
         WHERE NOT EXISTS (SELECT 1 FROM assignments a WHERE a.id = s.assignment_id)",
    ),
    rule(
        "an assignment has one scorecard at most",
        "SELECT CAST(assignment_id AS TEXT) AS who FROM scorecards GROUP BY assignment_id HAVING count(*) > 1",
    ),
    rule(
        "no score is without its scorecard",
        "SELECT CAST(x.scorecard_id AS TEXT) AS who FROM scores x
         WHERE NOT EXISTS (SELECT 1 FROM scorecards s WHERE s.id = x.scorecard_id)",
    ),
    rule(
        "no score is on a criterion of another round",
        "SELECT CAST(s.id AS TEXT) AS who FROM scores x JOIN scorecards s ON s.id = x.scorecard_id
         JOIN assignments a ON a.id = s.assignment_id
         WHERE NOT EXISTS (SELECT 1 FROM criteria k WHERE k.id = x.criterion_id AND k.round_id = a.round_id)",
    ),
    rule(
        "no score is off the scale",
        "SELECT CAST(s.id AS TEXT) AS who FROM scores x JOIN scorecards s ON s.id = x.scorecard_id
         JOIN assignments a ON a.id = s.assignment_id JOIN rounds r ON r.id = a.round_id
         WHERE x.value IS NOT NULL
         AND (x.value < r.scale_min * 100 OR x.value > r.scale_max * 100 OR x.value % 100 <> 0)",
    ),
    rule(
        "a sheet that was handed in is complete",
        "SELECT CAST(a.id AS TEXT) AS who FROM assignments a
         WHERE a.status IN ('submitted', 'locked')
         AND (NOT EXISTS (SELECT 1 FROM scorecards s JOIN scores x ON x.scorecard_id = s.id
                          WHERE s.assignment_id = a.id AND s.submitted_at IS NOT NULL AND x.value IS NOT NULL)
              OR EXISTS (SELECT 1 FROM criteria k WHERE k.round_id = a.round_id AND NOT EXISTS (
                         SELECT 1 FROM scores x JOIN scorecards s ON s.id = x.scorecard_id
                         WHERE s.assignment_id = a.id AND x.criterion_id = k.id)))",
    ),
    rule(
        "a sheet is handed in exactly when its assignment says so",
        "SELECT CAST(s.id AS TEXT) AS who FROM scorecards s JOIN assignments a ON a.id = s.assignment_id
         WHERE a.status = 'drafting' AND s.submitted_at IS NOT NULL
         OR a.status IN ('submitted', 'locked') AND s.submitted_at IS NULL",
    ),
    rule(
        "no sheet is handed in and put off at once",
        "SELECT CAST(id AS TEXT) AS who FROM scorecards WHERE submitted_at IS NOT NULL AND is_passed",
    ),
    rule(
        "what is begun has a sheet",
        "SELECT CAST(a.id AS TEXT) AS who FROM assignments a WHERE a.status = 'drafting'
         AND NOT EXISTS (SELECT 1 FROM scorecards s WHERE s.assignment_id = a.id)",
    ),
    rule(
        "sheets are locked exactly while their round is closed",
        "SELECT CAST(a.id AS TEXT) AS who FROM assignments a JOIN rounds r ON r.id = a.round_id
         WHERE a.status = 'submitted' AND r.status = 'closed' OR a.status = 'locked' AND r.status <> 'closed'",
    ),
    rule(
        "a round is closed exactly when it has the instant of it",
        "SELECT CAST(id AS TEXT) AS who FROM rounds WHERE (status = 'closed') <> (closed_at IS NOT NULL)",
    ),
    rule(
        "a closed round was sealed when it closed",
        "SELECT CAST(r.id AS TEXT) AS who FROM rounds r WHERE r.status = 'closed'
         AND NOT EXISTS (SELECT 1 FROM tallies t WHERE t.round_id = r.id AND t.sealed_at >= r.closed_at)",
    ),
    rule(
        "the seals of a round are numbered without holes",
        "SELECT CAST(round_id AS TEXT) AS who FROM tallies GROUP BY round_id
         HAVING count(*) <> max(number) OR min(number) <> 1",
    ),
    rule(
        "a secret vote has as many ballots as voters, an open one a choice of each",
        "SELECT CAST(m.id AS TEXT) AS who FROM motions m WHERE m.ballot = 'secret'
         AND (SELECT count(*) FROM motion_votes v WHERE v.motion_id = m.id)
             <> (SELECT count(*) FROM motion_ballots b WHERE b.motion_id = m.id)
         OR m.ballot = 'open' AND EXISTS (SELECT 1 FROM motion_votes v WHERE v.motion_id = m.id AND v.choice IS NULL)",
    ),
    // Results.
    rule(
        "a prize has one winner, as decided and as published",
        "SELECT CAST(prize_id AS TEXT) AS who FROM outcomes GROUP BY prize_id
         HAVING sum(CASE WHEN staged = 'winner' THEN 1 ELSE 0 END) > 1
         OR sum(CASE WHEN published = 'winner' THEN 1 ELSE 0 END) > 1",
    ),
    rule(
        "an entry has one outcome of a prize",
        "SELECT CAST(prize_id AS TEXT) || ' ' || CAST(entry_id AS TEXT) AS who FROM outcomes
         GROUP BY prize_id, entry_id HAVING count(*) > 1",
    ),
    rule(
        "what is public was announced",
        "SELECT o.slug AS who FROM outcomes o WHERE (o.published IS NULL) <> (o.announcement_id IS NULL)
         OR o.published IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM announcements a
            WHERE a.id = o.announcement_id AND a.status = 'published' AND a.edition_id = o.edition_id)",
    ),
    rule(
        "an outcome, its prize and its entry are of one edition",
        "SELECT o.slug AS who FROM outcomes o JOIN prizes p ON p.id = o.prize_id JOIN entries e ON e.id = o.entry_id
         WHERE p.edition_id <> o.edition_id OR e.edition_id <> o.edition_id",
    ),
    rule(
        "an edition is announced exactly when one announcement of it is published",
        "SELECT d.slug AS who FROM editions d WHERE (d.status IN ('announced', 'archived')) <> (d.announced_at IS NOT NULL)
         OR (SELECT count(*) FROM announcements a WHERE a.edition_id = d.id AND a.status = 'published')
            <> (CASE WHEN d.announced_at IS NULL THEN 0 ELSE 1 END)",
    ),
    rule(
        "whoever got something was told with the announcement",
        "SELECT e.reference AS who FROM outcomes o JOIN entries e ON e.id = o.entry_id
         JOIN users u ON u.id = e.owner_id
         WHERE o.published IS NOT NULL AND u.disabled_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM outbox_mails m
            WHERE m.dedupe_key = 'outcome:' || CAST(o.announcement_id AS TEXT) || ':' || CAST(e.id AS TEXT))",
    ),
    rule(
        "a signed record is of something public",
        "SELECT CAST(d.id AS TEXT) AS who FROM distinctions d
         WHERE NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.id = d.outcome_id AND o.published IS NOT NULL)",
    ),
    // Mails, the log, jobs.
    rule(
        "no mail is in the outbox twice",
        "SELECT dedupe_key AS who FROM outbox_mails GROUP BY dedupe_key HAVING count(*) > 1",
    ),
    rule(
        "a mail has left exactly when it has the instant of it",
        "SELECT CAST(id AS TEXT) AS who FROM outbox_mails WHERE (status = 'sent') <> (sent_at IS NOT NULL)",
    ),
    rule(
        "no event of the log waits for its place longer than a minute",
        "SELECT CAST(id AS TEXT) AS who FROM audit_events WHERE seq IS NULL AND at < '{unchained}'",
    ),
    rule("no job is held far into the future", "SELECT name AS who FROM job_locks WHERE held_until > '{held}'"),
];
