DROP TABLE entry_presence;
DROP TABLE collaborators;
DELETE FROM outbox_mails WHERE kind = 'collaboration';
ALTER TABLE outbox_mails DROP CONSTRAINT outbox_mails_kind_check;
ALTER TABLE outbox_mails ADD CONSTRAINT outbox_mails_kind_check CHECK (kind IN ('verify', 'already_registered', 'reset', 'receipt', 'returned', 'reminder', 'extension', 'invitation', 'assignment', 'outcome_winner', 'outcome_other'));
