-- The entries of a round after the first: those that went on from the round before.
CREATE TABLE round_entries (
    round_id TEXT NOT NULL REFERENCES rounds (id),
    entry_id TEXT NOT NULL REFERENCES entries (id),
    PRIMARY KEY (round_id, entry_id)
);
