DELETE FROM outbox_mails WHERE kind IN ('reminder', 'extension');
ALTER TABLE outbox_mails DROP CONSTRAINT outbox_mails_kind_check;
ALTER TABLE outbox_mails ADD CONSTRAINT outbox_mails_kind_check CHECK (kind IN ('verify', 'already_registered', 'reset', 'receipt', 'returned', 'invitation', 'assignment', 'outcome_winner', 'outcome_other'));
DROP TABLE entry_reminders;
ALTER TABLE entries DROP COLUMN extended_until;
