-- What a juror's own list shows, and what the count of a closed round shows, have versions too: every transaction
-- that changes any of it replaces them, and what was read for one version is kept in memory as long as it stays.
-- What jurors and organisers read beside that (editions, rounds, criteria, categories, prizes) counts as public.
CREATE TABLE juror_states (
    juror_id UUID PRIMARY KEY,
    version TEXT NOT NULL
);
CREATE TABLE count_states (
    edition_id UUID PRIMARY KEY,
    version TEXT NOT NULL
);

-- By ON CONFLICT: an UPDATE would read the small tables whole, and transactions of different jurors would collide.
CREATE FUNCTION juror_states_change(jurors UUID[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(jurors) > 0 THEN
        INSERT INTO juror_states
        SELECT id, gen_random_uuid()::text FROM (SELECT DISTINCT unnest(jurors) AS id) AS changed ORDER BY id
        ON CONFLICT (juror_id) DO UPDATE SET version = excluded.version;
    END IF;
END $$;
CREATE FUNCTION count_states_change(editions UUID[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(editions) > 0 THEN
        INSERT INTO count_states
        SELECT id, gen_random_uuid()::text FROM (SELECT DISTINCT unnest(editions) AS id) AS changed ORDER BY id
        ON CONFLICT (edition_id) DO UPDATE SET version = excluded.version;
    END IF;
END $$;

-- A juror's own: their place on the jury, their sheets, their ties, what they practise on. The marks of a sheet are
-- written together with the sheet, which has a version of its own: they need no trigger.
CREATE FUNCTION judging_jurors_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jurors := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT changed.id));
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE edition_id = changed.edition_id AND status = 'closed'));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_jurors AFTER INSERT OR UPDATE OR DELETE ON jurors
FOR EACH ROW EXECUTE FUNCTION judging_jurors_change();

CREATE FUNCTION judging_assignments_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed assignments := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT changed.juror_id));
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE id = changed.round_id AND status = 'closed'));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_assignments AFTER INSERT OR UPDATE OR DELETE ON assignments
FOR EACH ROW EXECUTE FUNCTION judging_assignments_change();

CREATE FUNCTION judging_scorecards_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed scorecards := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT juror_id FROM assignments WHERE id = changed.assignment_id));
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE status = 'closed' AND id = (SELECT round_id FROM assignments WHERE id = changed.assignment_id)));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_scorecards AFTER INSERT OR UPDATE OR DELETE ON scorecards
FOR EACH ROW EXECUTE FUNCTION judging_scorecards_change();

CREATE FUNCTION judging_conflicts_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed conflicts := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT changed.juror_id));
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM jurors WHERE id = changed.juror_id)));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_conflicts AFTER INSERT OR UPDATE OR DELETE ON conflicts
FOR EACH ROW EXECUTE FUNCTION judging_conflicts_change();

CREATE FUNCTION judging_collaborators_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed collaborators := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT id FROM jurors WHERE user_id = changed.user_id));
    IF TG_OP = 'UPDATE' THEN
        PERFORM juror_states_change(ARRAY(SELECT id FROM jurors WHERE user_id = OLD.user_id));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER judging_collaborators AFTER INSERT OR UPDATE OR DELETE ON collaborators
FOR EACH ROW EXECUTE FUNCTION judging_collaborators_change();

CREATE FUNCTION judging_practices_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed practices := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT id FROM jurors WHERE edition_id = (SELECT edition_id FROM rounds WHERE id = changed.round_id)));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_practices AFTER INSERT OR UPDATE OR DELETE ON practices
FOR EACH ROW EXECUTE FUNCTION judging_practices_change();

CREATE FUNCTION judging_practice_sheets_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed practice_sheets := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT changed.juror_id));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_practice_sheets AFTER INSERT OR UPDATE OR DELETE ON practice_sheets
FOR EACH ROW EXECUTE FUNCTION judging_practice_sheets_change();

-- Entries are written all the time while nobody judges them: only those count that are assigned, or whose
-- edition has a count.
CREATE FUNCTION judging_entries_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed entries := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT juror_id FROM assignments WHERE entry_id = changed.id));
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE edition_id = changed.edition_id AND status = 'closed'));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_entries AFTER INSERT OR UPDATE OR DELETE ON entries
FOR EACH ROW EXECUTE FUNCTION judging_entries_change();

CREATE FUNCTION judging_entry_snapshots_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed entry_snapshots := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM juror_states_change(ARRAY(SELECT juror_id FROM assignments WHERE entry_id = changed.entry_id));
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id = (SELECT edition_id FROM entries WHERE id = changed.entry_id)));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_entry_snapshots AFTER INSERT OR UPDATE OR DELETE ON entry_snapshots
FOR EACH ROW EXECUTE FUNCTION judging_entry_snapshots_change();

-- What only a count shows.
CREATE FUNCTION judging_round_entries_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed round_entries := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE id = changed.round_id AND status = 'closed'));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_round_entries AFTER INSERT OR UPDATE OR DELETE ON round_entries
FOR EACH ROW EXECUTE FUNCTION judging_round_entries_change();

CREATE FUNCTION judging_outcomes_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed outcomes := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM count_states_change(ARRAY(SELECT changed.edition_id));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_outcomes AFTER INSERT OR UPDATE OR DELETE ON outcomes
FOR EACH ROW EXECUTE FUNCTION judging_outcomes_change();

CREATE FUNCTION judging_organisations_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed organisations := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM count_states_change(ARRAY(SELECT edition_id FROM rounds WHERE status = 'closed' AND edition_id IN (SELECT edition_id FROM entries WHERE organisation_id = changed.id)));
    RETURN NULL;
END $$;
CREATE TRIGGER judging_organisations AFTER UPDATE ON organisations
FOR EACH ROW EXECUTE FUNCTION judging_organisations_change();
