-- A second proof of who signs in, and when somebody last proved who they are.
ALTER TABLE users ADD COLUMN second_factor_at TIMESTAMPTZ;
ALTER TABLE sessions ADD COLUMN second_at TIMESTAMPTZ;
ALTER TABLE sessions ADD COLUMN proved_at TIMESTAMPTZ;

-- The secret is not here: it is derived from this salt and a key that lies outside the database.
CREATE TABLE second_factors (
    user_id UUID PRIMARY KEY REFERENCES users (id),
    salt TEXT NOT NULL,
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_codes (
    user_id UUID NOT NULL REFERENCES users (id),
    hash TEXT NOT NULL,
    PRIMARY KEY (user_id, hash)
);
