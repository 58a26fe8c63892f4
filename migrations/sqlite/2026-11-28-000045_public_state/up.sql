-- What the public may read has a version, which every transaction that changes any of it replaces: pages are
-- kept in memory as long as it stays. Random, so that no two histories of a database share one.
CREATE TABLE public_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version TEXT NOT NULL
);

-- Tables that public pages read: any change counts.
CREATE TRIGGER public_editions_insert AFTER INSERT ON editions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_editions_update AFTER UPDATE ON editions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_editions_delete AFTER DELETE ON editions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_categories_insert AFTER INSERT ON categories
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_categories_update AFTER UPDATE ON categories
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_categories_delete AFTER DELETE ON categories
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_prizes_insert AFTER INSERT ON prizes
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_prizes_update AFTER UPDATE ON prizes
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_prizes_delete AFTER DELETE ON prizes
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_rounds_insert AFTER INSERT ON rounds
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_rounds_update AFTER UPDATE ON rounds
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_rounds_delete AFTER DELETE ON rounds
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_criteria_insert AFTER INSERT ON criteria
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_criteria_update AFTER UPDATE ON criteria
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_criteria_delete AFTER DELETE ON criteria
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_entry_forms_insert AFTER INSERT ON entry_forms
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_entry_forms_update AFTER UPDATE ON entry_forms
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_entry_forms_delete AFTER DELETE ON entry_forms
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_rules_versions_insert AFTER INSERT ON rules_versions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_rules_versions_update AFTER UPDATE ON rules_versions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_rules_versions_delete AFTER DELETE ON rules_versions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_season_reports_insert AFTER INSERT ON season_reports
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_season_reports_update AFTER UPDATE ON season_reports
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_season_reports_delete AFTER DELETE ON season_reports
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_distinctions_insert AFTER INSERT ON distinctions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_distinctions_update AFTER UPDATE ON distinctions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_distinctions_delete AFTER DELETE ON distinctions
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_gallery_consents_insert AFTER INSERT ON gallery_consents
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_gallery_consents_update AFTER UPDATE ON gallery_consents
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_gallery_consents_delete AFTER DELETE ON gallery_consents
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_tallies_insert AFTER INSERT ON tallies
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_tallies_update AFTER UPDATE ON tallies
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_tallies_delete AFTER DELETE ON tallies
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_earlier_rules_insert AFTER INSERT ON earlier_rules
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_earlier_rules_update AFTER UPDATE ON earlier_rules
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_earlier_rules_delete AFTER DELETE ON earlier_rules
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_sites_insert AFTER INSERT ON sites
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_sites_update AFTER UPDATE ON sites
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_sites_delete AFTER DELETE ON sites
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_site_pages_insert AFTER INSERT ON site_pages
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_site_pages_update AFTER UPDATE ON site_pages
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_site_pages_delete AFTER DELETE ON site_pages
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;

-- What is staged is nobody's business but the organisers'.
CREATE TRIGGER public_outcomes_insert AFTER INSERT ON outcomes WHEN NEW.published IS NOT NULL
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_outcomes_update AFTER UPDATE ON outcomes WHEN OLD.published IS NOT NULL OR NEW.published IS NOT NULL
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_outcomes_delete AFTER DELETE ON outcomes WHEN OLD.published IS NOT NULL
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;

-- Entries are written all the time while nobody reads them: only those of an announced edition count.
CREATE TRIGGER public_entries_update AFTER UPDATE ON entries
WHEN EXISTS (SELECT 1 FROM editions WHERE id = NEW.edition_id AND announced_at IS NOT NULL)
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_entries_delete AFTER DELETE ON entries
WHEN EXISTS (SELECT 1 FROM editions WHERE id = OLD.edition_id AND announced_at IS NOT NULL)
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;

-- Snapshots change when somebody is forgotten; a new one is nobody's yet.
CREATE TRIGGER public_entry_snapshots_update AFTER UPDATE ON entry_snapshots
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
CREATE TRIGGER public_entry_snapshots_delete AFTER DELETE ON entry_snapshots
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;

-- Of a startup the public reads the address of its site.
CREATE TRIGGER public_organisations_update AFTER UPDATE ON organisations WHEN OLD.website IS NOT NEW.website
BEGIN DELETE FROM public_state; INSERT INTO public_state VALUES (1, lower(hex(randomblob(16)))); END;
