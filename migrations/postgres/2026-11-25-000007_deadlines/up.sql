-- Organisers may give one entry more time.
ALTER TABLE entries ADD COLUMN extended_until TIMESTAMPTZ;

-- Who was reminded of the deadline, each time once.
CREATE TABLE entry_reminders (
    entry_id UUID NOT NULL REFERENCES entries (id),
    hours INTEGER NOT NULL CHECK (hours IN (168, 48, 6)),
    sent_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (entry_id, hours)
);

ALTER TABLE outbox_mails DROP CONSTRAINT outbox_mails_kind_check;
ALTER TABLE outbox_mails ADD CONSTRAINT outbox_mails_kind_check CHECK (kind IN ('verify', 'already_registered', 'reset', 'receipt', 'returned', 'reminder', 'extension', 'invitation', 'assignment', 'outcome_winner', 'outcome_other'));
