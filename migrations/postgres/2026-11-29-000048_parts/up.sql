-- What people have a part in: what they organise (with their role), what they judge (as which juror), and of what they
-- organise, in whose race they have an entry, as its owner or by invitation (with neither). Every request of somebody
-- who is signed in asks for theirs, at once, together with the version of what is public.
--
-- What was assigned to jurors is in the race even when it was withdrawn: its scores are still there. An entry that
-- was imported without an address belongs to whoever imported it, in the applicant's stead: that is no part.
CREATE VIEW parts AS
SELECT o.user_id, o.edition_id, e.slug, o.role, NULL::uuid AS juror_id, s.version,
    (SELECT version FROM public_state) AS public_version
FROM organisers o
JOIN editions e ON e.id = o.edition_id
LEFT JOIN count_states s ON s.edition_id = o.edition_id
UNION ALL
SELECT j.user_id, j.edition_id, e.slug, NULL::text, j.id, s.version, (SELECT version FROM public_state)
FROM jurors j
JOIN editions e ON e.id = j.edition_id
LEFT JOIN juror_states s ON s.juror_id = j.id
WHERE j.status = 'accepted'
UNION ALL
SELECT n.owner_id, n.edition_id, '', NULL::text, NULL::uuid, NULL::text, NULL::text
FROM organisers o
JOIN entries n ON n.owner_id = o.user_id AND n.edition_id = o.edition_id
WHERE n.import_key IS NULL
    AND (n.status IN ('submitted', 'returned') OR EXISTS (SELECT 1 FROM assignments a WHERE a.entry_id = n.id))
UNION ALL
SELECT c.user_id, n.edition_id, '', NULL::text, NULL::uuid, NULL::text, NULL::text
FROM organisers o
JOIN collaborators c ON c.user_id = o.user_id
JOIN entries n ON n.id = c.entry_id AND n.edition_id = o.edition_id
WHERE c.joined_at IS NOT NULL
    AND (n.status IN ('submitted', 'returned') OR EXISTS (SELECT 1 FROM assignments a WHERE a.entry_id = n.id));
DROP INDEX entries_owner_id_idx;
CREATE INDEX entries_owner_id_edition_id_idx ON entries (owner_id, edition_id);

-- What waits on the desk of an edition: submitted entries that nobody has screened yet, and mails that failed.
CREATE VIEW desks AS
SELECT e.id AS edition_id,
    (SELECT count(*) FROM entries n WHERE n.edition_id = e.id AND n.status = 'submitted' AND n.screening = 'pending') AS to_screen,
    (SELECT count(*) FROM outbox_mails m WHERE m.edition_id = e.id AND m.status = 'failed') AS failed_mails
FROM editions e;
