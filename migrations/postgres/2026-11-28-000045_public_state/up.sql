-- What the public may read has a version, which every transaction that changes any of it replaces: pages are
-- kept in memory as long as it stays. Random, so that no two histories of a database share one.
CREATE TABLE public_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version TEXT NOT NULL
);

CREATE FUNCTION public_state_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public_state VALUES (1, gen_random_uuid()::text)
    ON CONFLICT (id) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $$;

-- Tables that public pages read: any change counts.
CREATE TRIGGER public_editions AFTER INSERT OR UPDATE OR DELETE ON editions
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_categories AFTER INSERT OR UPDATE OR DELETE ON categories
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_prizes AFTER INSERT OR UPDATE OR DELETE ON prizes
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_rounds AFTER INSERT OR UPDATE OR DELETE ON rounds
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_criteria AFTER INSERT OR UPDATE OR DELETE ON criteria
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_entry_forms AFTER INSERT OR UPDATE OR DELETE ON entry_forms
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_rules_versions AFTER INSERT OR UPDATE OR DELETE ON rules_versions
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_season_reports AFTER INSERT OR UPDATE OR DELETE ON season_reports
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_distinctions AFTER INSERT OR UPDATE OR DELETE ON distinctions
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_gallery_consents AFTER INSERT OR UPDATE OR DELETE ON gallery_consents
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_tallies AFTER INSERT OR UPDATE OR DELETE ON tallies
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_earlier_rules AFTER INSERT OR UPDATE OR DELETE ON earlier_rules
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_sites AFTER INSERT OR UPDATE OR DELETE ON sites
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_site_pages AFTER INSERT OR UPDATE OR DELETE ON site_pages
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();

-- What is staged is nobody's business but the organisers'.
CREATE TRIGGER public_outcomes_insert AFTER INSERT ON outcomes
FOR EACH ROW WHEN (NEW.published IS NOT NULL) EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_outcomes_update AFTER UPDATE ON outcomes
FOR EACH ROW WHEN (OLD.published IS NOT NULL OR NEW.published IS NOT NULL) EXECUTE FUNCTION public_state_changes();
CREATE TRIGGER public_outcomes_delete AFTER DELETE ON outcomes
FOR EACH ROW WHEN (OLD.published IS NOT NULL) EXECUTE FUNCTION public_state_changes();

-- Entries are written all the time while nobody reads them: only those of an announced edition count.
CREATE FUNCTION public_state_of_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM editions WHERE id = OLD.edition_id AND announced_at IS NOT NULL) THEN
        INSERT INTO public_state VALUES (1, gen_random_uuid()::text)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER public_entries AFTER UPDATE OR DELETE ON entries
FOR EACH ROW EXECUTE FUNCTION public_state_of_entries();

-- Snapshots change when somebody is forgotten; a new one is nobody's yet.
CREATE TRIGGER public_entry_snapshots AFTER UPDATE OR DELETE ON entry_snapshots
FOR EACH STATEMENT EXECUTE FUNCTION public_state_changes();

-- Of a startup the public reads the address of its site.
CREATE TRIGGER public_organisations AFTER UPDATE ON organisations
FOR EACH ROW WHEN (OLD.website IS DISTINCT FROM NEW.website) EXECUTE FUNCTION public_state_changes();
