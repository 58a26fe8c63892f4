-- What a juror's own list shows, and what the count of a closed round shows, have versions too: every transaction
-- that changes any of it replaces them, and what was read for one version is kept in memory as long as it stays.
-- What jurors and organisers read beside that (editions, rounds, criteria, categories, prizes) counts as public.
CREATE TABLE juror_states (
    juror_id TEXT PRIMARY KEY,
    version TEXT NOT NULL
);
CREATE TABLE count_states (
    edition_id TEXT PRIMARY KEY,
    version TEXT NOT NULL
);
INSERT INTO juror_states SELECT id, lower(hex(randomblob(16))) FROM jurors;

-- A juror's own: their place on the jury, their sheets, their ties, what they practise on. The marks of a sheet are
-- written together with the sheet, which has a version of its own: they need no trigger.
CREATE TRIGGER judging_jurors_insert AFTER INSERT ON jurors
BEGIN
    INSERT INTO juror_states VALUES (NEW.id, lower(hex(randomblob(16))));
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
END;
CREATE TRIGGER judging_jurors_update AFTER UPDATE ON jurors
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
END;
CREATE TRIGGER judging_jurors_delete AFTER DELETE ON jurors
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT OLD.id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE edition_id = OLD.edition_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE edition_id = OLD.edition_id AND status = 'closed');
END;

CREATE TRIGGER judging_assignments_insert AFTER INSERT ON assignments
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.juror_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
END;
CREATE TRIGGER judging_assignments_update AFTER UPDATE ON assignments
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.juror_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
END;
CREATE TRIGGER judging_assignments_delete AFTER DELETE ON assignments
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT OLD.juror_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE id = OLD.round_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE id = OLD.round_id AND status = 'closed');
END;

CREATE TRIGGER judging_scorecards_insert AFTER INSERT ON scorecards
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE id = NEW.assignment_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = NEW.assignment_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = NEW.assignment_id));
END;
CREATE TRIGGER judging_scorecards_update AFTER UPDATE ON scorecards
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE id = NEW.assignment_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = NEW.assignment_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = NEW.assignment_id));
END;
CREATE TRIGGER judging_scorecards_delete AFTER DELETE ON scorecards
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE id = OLD.assignment_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = OLD.assignment_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = OLD.assignment_id));
END;

CREATE TRIGGER judging_conflicts_insert AFTER INSERT ON conflicts
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.juror_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = NEW.juror_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = NEW.juror_id));
END;
CREATE TRIGGER judging_conflicts_update AFTER UPDATE ON conflicts
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.juror_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = NEW.juror_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = NEW.juror_id));
END;
CREATE TRIGGER judging_conflicts_delete AFTER DELETE ON conflicts
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT OLD.juror_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = OLD.juror_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = OLD.juror_id));
END;

CREATE TRIGGER judging_collaborators_insert AFTER INSERT ON collaborators
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE user_id = NEW.user_id);
END;
CREATE TRIGGER judging_collaborators_update AFTER UPDATE ON collaborators
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE user_id = OLD.user_id);
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE user_id = NEW.user_id);
END;
CREATE TRIGGER judging_collaborators_delete AFTER DELETE ON collaborators
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE user_id = OLD.user_id);
END;

CREATE TRIGGER judging_practices_insert AFTER INSERT ON practices
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE edition_id = (SELECT edition_id FROM rounds WHERE id = NEW.round_id));
END;
CREATE TRIGGER judging_practices_update AFTER UPDATE ON practices
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE edition_id = (SELECT edition_id FROM rounds WHERE id = NEW.round_id));
END;
CREATE TRIGGER judging_practices_delete AFTER DELETE ON practices
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT id FROM jurors WHERE edition_id = (SELECT edition_id FROM rounds WHERE id = OLD.round_id));
END;

CREATE TRIGGER judging_practice_sheets_insert AFTER INSERT ON practice_sheets
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.juror_id);
END;
CREATE TRIGGER judging_practice_sheets_update AFTER UPDATE ON practice_sheets
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT NEW.juror_id);
END;
CREATE TRIGGER judging_practice_sheets_delete AFTER DELETE ON practice_sheets
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT OLD.juror_id);
END;

-- Entries are written all the time while nobody judges them: only those count that are assigned, or whose
-- edition has a count.
CREATE TRIGGER judging_entries_insert AFTER INSERT ON entries
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE entry_id = NEW.id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
END;
CREATE TRIGGER judging_entries_update AFTER UPDATE ON entries
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE entry_id = NEW.id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE edition_id = NEW.edition_id AND status = 'closed');
END;
CREATE TRIGGER judging_entries_delete AFTER DELETE ON entries
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE entry_id = OLD.id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE edition_id = OLD.edition_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE edition_id = OLD.edition_id AND status = 'closed');
END;

CREATE TRIGGER judging_entry_snapshots_insert AFTER INSERT ON entry_snapshots
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE entry_id = NEW.entry_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = NEW.entry_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = NEW.entry_id));
END;
CREATE TRIGGER judging_entry_snapshots_update AFTER UPDATE ON entry_snapshots
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE entry_id = NEW.entry_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = NEW.entry_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = NEW.entry_id));
END;
CREATE TRIGGER judging_entry_snapshots_delete AFTER DELETE ON entry_snapshots
BEGIN
    UPDATE juror_states SET version = lower(hex(randomblob(16))) WHERE juror_id IN (SELECT juror_id FROM assignments WHERE entry_id = OLD.entry_id);
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = OLD.entry_id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = OLD.entry_id));
END;

-- What only a count shows.
CREATE TRIGGER judging_round_entries_insert AFTER INSERT ON round_entries
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
END;
CREATE TRIGGER judging_round_entries_update AFTER UPDATE ON round_entries
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE id = NEW.round_id AND status = 'closed');
END;
CREATE TRIGGER judging_round_entries_delete AFTER DELETE ON round_entries
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE id = OLD.round_id AND status = 'closed');
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE id = OLD.round_id AND status = 'closed');
END;

CREATE TRIGGER judging_outcomes_insert AFTER INSERT ON outcomes
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT NEW.edition_id);
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT NEW.edition_id);
END;
CREATE TRIGGER judging_outcomes_update AFTER UPDATE ON outcomes
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT NEW.edition_id);
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT NEW.edition_id);
END;
CREATE TRIGGER judging_outcomes_delete AFTER DELETE ON outcomes
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT OLD.edition_id);
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT OLD.edition_id);
END;

CREATE TRIGGER judging_organisations_update AFTER UPDATE ON organisations
BEGIN
    DELETE FROM count_states WHERE edition_id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id IN (SELECT edition_id FROM entries WHERE organisation_id = NEW.id));
    INSERT INTO count_states SELECT id, lower(hex(randomblob(16))) FROM editions WHERE id IN (SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id IN (SELECT edition_id FROM entries WHERE organisation_id = NEW.id));
END;
