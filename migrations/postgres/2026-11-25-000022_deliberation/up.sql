-- Where a jury decides: the order it talks about, as it was when the room opened.
CREATE TABLE rooms (
    round_id UUID PRIMARY KEY REFERENCES rounds (id),
    is_open BOOLEAN NOT NULL,
    standings JSONB NOT NULL,
    opened_by UUID NOT NULL REFERENCES users (id),
    opened_at TIMESTAMPTZ NOT NULL,
    talk_until TIMESTAMPTZ,
    -- Counts every act, so that open pages learn of it.
    acts INTEGER NOT NULL
);

-- What is proposed to the jury, and what it decided. Never deleted.
CREATE TABLE motions (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rooms (round_id),
    category_id UUID NOT NULL REFERENCES categories (id),
    text TEXT NOT NULL,
    entry_id UUID REFERENCES entries (id),
    prize_id UUID REFERENCES prizes (id),
    kind TEXT CHECK (kind IN ('winner', 'finalist')),
    ballot TEXT NOT NULL CHECK (ballot IN ('open', 'secret')),
    quorum INTEGER NOT NULL CHECK (quorum > 0),
    status TEXT NOT NULL CHECK (status IN ('open', 'adopted', 'rejected', 'withdrawn', 'reopened')),
    put_by UUID NOT NULL REFERENCES users (id),
    put_at TIMESTAMPTZ NOT NULL,
    decided_by UUID REFERENCES users (id),
    decided_at TIMESTAMPTZ,
    reason TEXT NOT NULL,
    follows UUID REFERENCES motions (id),
    reopen_by UUID REFERENCES users (id),
    reopen_reason TEXT NOT NULL,
    reopen_confirmed_by UUID REFERENCES users (id),
    CHECK ((kind IS NULL) = (prize_id IS NULL)),
    CHECK (kind IS NULL OR entry_id IS NOT NULL),
    CHECK ((status IN ('adopted', 'rejected', 'reopened')) = (decided_at IS NOT NULL))
);
CREATE INDEX motions_round_id_idx ON motions (round_id);

-- Who has voted; in an open vote, how.
CREATE TABLE motion_votes (
    motion_id UUID NOT NULL REFERENCES motions (id),
    juror_id UUID NOT NULL REFERENCES jurors (id),
    choice TEXT CHECK (choice IN ('for', 'against', 'abstain')),
    PRIMARY KEY (motion_id, juror_id)
);

-- The ballots of secret votes: neither whose, nor when.
CREATE TABLE motion_ballots (
    id UUID PRIMARY KEY,
    motion_id UUID NOT NULL REFERENCES motions (id),
    choice TEXT NOT NULL CHECK (choice IN ('for', 'against', 'abstain'))
);
CREATE INDEX motion_ballots_motion_id_idx ON motion_ballots (motion_id);
