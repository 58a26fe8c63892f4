-- The entries of a round after the first: those that went on from the round before.
CREATE TABLE round_entries (
    round_id UUID NOT NULL REFERENCES rounds (id),
    entry_id UUID NOT NULL REFERENCES entries (id),
    PRIMARY KEY (round_id, entry_id)
);
