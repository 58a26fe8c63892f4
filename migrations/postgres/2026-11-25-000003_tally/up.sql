-- What else the rules of a round say: how equal scores are separated, how many places are honoured.
ALTER TABLE rounds ADD COLUMN tie_breaks JSONB NOT NULL DEFAULT '[]';
ALTER TABLE rounds ADD COLUMN winners INTEGER NOT NULL DEFAULT 3 CHECK (winners BETWEEN 1 AND 20);

-- Rules that were replaced after scoring had begun. Everybody may read them.
CREATE TABLE earlier_rules (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    version BIGINT NOT NULL CHECK (version >= 1),
    sha256 TEXT NOT NULL,
    reason TEXT NOT NULL,
    replaced_by UUID NOT NULL REFERENCES users (id),
    replaced_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT earlier_rules_round_id_version_key UNIQUE (round_id, version)
);

-- A round as it was counted and signed. Closing it again makes another; none is ever changed.
CREATE TABLE tallies (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    digest TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL,
    bundle TEXT NOT NULL,
    sealed_by UUID NOT NULL REFERENCES users (id),
    sealed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT tallies_round_id_number_key UNIQUE (round_id, number)
);

-- What opens a commitment of a tally. Erasing a person deletes theirs; the tally stays valid.
CREATE TABLE openings (
    tally_id UUID NOT NULL REFERENCES tallies (id),
    reference TEXT NOT NULL,
    juror_id UUID REFERENCES jurors (id),
    entry_id UUID REFERENCES entries (id),
    salt TEXT NOT NULL,
    value JSONB NOT NULL,
    PRIMARY KEY (tally_id, reference),
    CHECK ((juror_id IS NULL) <> (entry_id IS NULL))
);
CREATE INDEX openings_juror_id_idx ON openings (juror_id);
CREATE INDEX openings_entry_id_idx ON openings (entry_id);
