-- People.
CREATE TABLE users (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL CONSTRAINT users_email_key UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    verified_at TEXT,
    is_founder BOOLEAN NOT NULL,
    disabled_at TEXT,
    created_at TEXT NOT NULL
);

CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);

CREATE TABLE rate_limits (
    bucket TEXT NOT NULL,
    window_start TEXT NOT NULL,
    hits INTEGER NOT NULL,
    PRIMARY KEY (bucket, window_start)
);

-- Editions.
CREATE TABLE editions (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL CONSTRAINT editions_slug_key UNIQUE,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    name TEXT NOT NULL,
    tagline TEXT NOT NULL,
    lede TEXT NOT NULL,
    rules TEXT NOT NULL,
    charter TEXT NOT NULL,
    faq TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed', 'judging', 'deliberation', 'announced', 'archived')),
    is_current BOOLEAN NOT NULL,
    opens_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    grace_seconds INTEGER NOT NULL CHECK (grace_seconds BETWEEN 0 AND 86400),
    results_on TEXT NOT NULL,
    announced_at TEXT,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    CHECK (opens_at < closes_at),
    CHECK ((status IN ('announced', 'archived')) = (announced_at IS NOT NULL))
);
CREATE UNIQUE INDEX editions_is_current_key ON editions (is_current) WHERE is_current;

CREATE TABLE organisers (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL CHECK (role IN ('owner', 'organiser', 'screener', 'observer')),
    added_at TEXT NOT NULL,
    PRIMARY KEY (edition_id, user_id)
);
CREATE INDEX organisers_user_id_idx ON organisers (user_id);

CREATE TABLE categories (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT categories_edition_id_code_key UNIQUE (edition_id, code)
);

CREATE TABLE prizes (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    category_id TEXT REFERENCES categories (id),
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX prizes_edition_id_idx ON prizes (edition_id);

CREATE TABLE entry_forms (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    version INTEGER NOT NULL,
    sections TEXT NOT NULL,
    fields TEXT NOT NULL,
    CONSTRAINT entry_forms_edition_id_version_key UNIQUE (edition_id, version)
);

-- Entries.
CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    website TEXT NOT NULL,
    city TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX organisations_owner_id_idx ON organisations (owner_id);

-- Taken when a draft is created, in a short transaction of its own: no rush touches it.
CREATE TABLE reference_counters (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    category_id TEXT NOT NULL REFERENCES categories (id),
    last_number INTEGER NOT NULL,
    PRIMARY KEY (edition_id, category_id)
);

CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    category_id TEXT NOT NULL REFERENCES categories (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    owner_id TEXT NOT NULL REFERENCES users (id),
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'returned', 'withdrawn')),
    screening TEXT NOT NULL CHECK (screening IN ('pending', 'eligible', 'ineligible', 'returned')),
    screening_reason TEXT,
    screened_by TEXT REFERENCES users (id),
    screened_at TEXT,
    form_id TEXT NOT NULL REFERENCES entry_forms (id),
    answers TEXT NOT NULL,
    snapshot_id TEXT,
    submitted_at TEXT,
    withdrawn_at TEXT,
    version INTEGER NOT NULL,
    search TEXT NOT NULL,
    import_key TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CONSTRAINT entries_edition_id_reference_key UNIQUE (edition_id, reference),
    CONSTRAINT entries_edition_id_import_key_key UNIQUE (edition_id, import_key),
    CHECK (status NOT IN ('submitted', 'returned') OR (snapshot_id IS NOT NULL AND submitted_at IS NOT NULL)),
    CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK ((screening = 'pending') = (screened_at IS NULL)),
    CHECK ((screened_at IS NULL) = (screened_by IS NULL)),
    CHECK (screening NOT IN ('ineligible', 'returned') OR screening_reason IS NOT NULL)
);
CREATE INDEX entries_owner_id_idx ON entries (owner_id);
CREATE INDEX entries_edition_id_status_idx ON entries (edition_id, status);
CREATE INDEX entries_organisation_id_idx ON entries (organisation_id);

CREATE TABLE entry_snapshots (
    id TEXT PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES entries (id),
    number INTEGER NOT NULL,
    category_id TEXT NOT NULL REFERENCES categories (id),
    form_id TEXT NOT NULL REFERENCES entry_forms (id),
    title TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    answers TEXT NOT NULL,
    files TEXT NOT NULL,
    hash TEXT NOT NULL,
    received_at TEXT NOT NULL,
    submitted_by TEXT NOT NULL REFERENCES users (id),
    CONSTRAINT entry_snapshots_entry_id_number_key UNIQUE (entry_id, number)
);

CREATE TABLE entry_files (
    id TEXT PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES entries (id),
    field_key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')),
    size BIGINT NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL,
    storage_key TEXT NOT NULL CONSTRAINT entry_files_storage_key_key UNIQUE,
    uploaded_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    removed_at TEXT
);
CREATE INDEX entry_files_entry_id_idx ON entry_files (entry_id);

-- The jury.
CREATE TABLE jurors (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    user_id TEXT REFERENCES users (id),
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    reads TEXT NOT NULL,
    categories TEXT NOT NULL,
    expertise TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('invited', 'accepted', 'declined', 'revoked')),
    decline_reason TEXT,
    charter_accepted_at TEXT,
    conflicts_declared_at TEXT,
    max_load INTEGER CHECK (max_load >= 0),
    invited_at TEXT NOT NULL,
    responded_at TEXT,
    CONSTRAINT jurors_edition_id_email_key UNIQUE (edition_id, email),
    CONSTRAINT jurors_edition_id_user_id_key UNIQUE (edition_id, user_id),
    CHECK (status <> 'accepted' OR user_id IS NOT NULL)
);
CREATE INDEX jurors_user_id_idx ON jurors (user_id);

CREATE TABLE conflicts (
    id TEXT PRIMARY KEY,
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('juror', 'organiser')),
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    CONSTRAINT conflicts_juror_id_organisation_id_key UNIQUE (juror_id, organisation_id)
);
CREATE INDEX conflicts_organisation_id_idx ON conflicts (organisation_id);

CREATE TABLE rounds (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
    opens_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    closed_at TEXT,
    jurors_per_entry INTEGER NOT NULL CHECK (jurors_per_entry BETWEEN 1 AND 50),
    scale_min INTEGER NOT NULL,
    scale_max INTEGER NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('weighted_mean', 'calibrated')),
    version INTEGER NOT NULL,
    CONSTRAINT rounds_edition_id_position_key UNIQUE (edition_id, position),
    CHECK (opens_at < closes_at),
    CHECK (scale_min >= 0 AND scale_min < scale_max AND scale_max <= 10),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);

CREATE TABLE criteria (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    weight_bp INTEGER NOT NULL CHECK (weight_bp BETWEEN 1 AND 10000),
    anchors TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT criteria_round_id_key_key UNIQUE (round_id, key)
);

CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES rounds (id),
    entry_id TEXT NOT NULL REFERENCES entries (id),
    juror_id TEXT NOT NULL REFERENCES jurors (id),
    status TEXT NOT NULL CHECK (status IN ('proposed', 'assigned', 'drafting', 'submitted', 'locked', 'recused', 'withdrawn')),
    reason TEXT,
    assigned_by TEXT NOT NULL REFERENCES users (id),
    assigned_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CONSTRAINT assignments_round_id_entry_id_juror_id_key UNIQUE (round_id, entry_id, juror_id),
    CHECK (status <> 'recused' OR reason IS NOT NULL)
);
CREATE INDEX assignments_juror_id_idx ON assignments (juror_id);
CREATE INDEX assignments_entry_id_idx ON assignments (entry_id);

CREATE TABLE scorecards (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL CONSTRAINT scorecards_assignment_id_key UNIQUE REFERENCES assignments (id),
    comment TEXT NOT NULL,
    note TEXT NOT NULL,
    is_passed BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    submitted_at TEXT
);

CREATE TABLE scores (
    scorecard_id TEXT NOT NULL REFERENCES scorecards (id),
    criterion_id TEXT NOT NULL REFERENCES criteria (id),
    value INTEGER CHECK (value BETWEEN 0 AND 1000),
    PRIMARY KEY (scorecard_id, criterion_id)
);

-- Results.
CREATE TABLE announcements (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'published', 'cancelled')),
    embargo_at TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL,
    published_at TEXT,
    CHECK ((status = 'published') = (published_at IS NOT NULL))
);
CREATE UNIQUE INDEX announcements_edition_id_live_key ON announcements (edition_id) WHERE status <> 'cancelled';

CREATE TABLE outcomes (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    prize_id TEXT NOT NULL REFERENCES prizes (id),
    entry_id TEXT NOT NULL REFERENCES entries (id),
    staged TEXT CHECK (staged IN ('winner', 'finalist')),
    published TEXT CHECK (published IN ('winner', 'finalist')),
    citation TEXT NOT NULL,
    summary TEXT NOT NULL,
    staged_by TEXT NOT NULL REFERENCES users (id),
    staged_at TEXT NOT NULL,
    announcement_id TEXT REFERENCES announcements (id),
    slug TEXT NOT NULL,
    CONSTRAINT outcomes_prize_id_entry_id_key UNIQUE (prize_id, entry_id),
    CONSTRAINT outcomes_edition_id_slug_key UNIQUE (edition_id, slug),
    CHECK ((published IS NULL) = (announcement_id IS NULL))
);
-- One winner per prize, as decided and as published.
CREATE UNIQUE INDEX outcomes_staged_winner_key ON outcomes (prize_id) WHERE staged = 'winner';
CREATE UNIQUE INDEX outcomes_published_winner_key ON outcomes (prize_id) WHERE published = 'winner';

-- Links sent by mail, and mails.
CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('verify', 'reset', 'invitation', 'sign_in')),
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    juror_id TEXT REFERENCES jurors (id) ON DELETE CASCADE,
    hash TEXT NOT NULL CONSTRAINT tokens_hash_key UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    CHECK ((user_id IS NULL) <> (juror_id IS NULL))
);
CREATE INDEX tokens_user_id_idx ON tokens (user_id);
CREATE INDEX tokens_juror_id_idx ON tokens (juror_id);

CREATE TABLE outbox_mails (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('verify', 'already_registered', 'reset', 'receipt', 'returned', 'invitation', 'assignment', 'outcome_winner', 'outcome_other')),
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    params TEXT NOT NULL,
    dedupe_key TEXT NOT NULL CONSTRAINT outbox_mails_dedupe_key_key UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed')),
    attempts INTEGER NOT NULL,
    next_attempt_at TEXT NOT NULL,
    last_error TEXT,
    created_at TEXT NOT NULL,
    sent_at TEXT,
    CHECK ((status = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX outbox_mails_status_next_attempt_at_idx ON outbox_mails (status, next_attempt_at);

-- The log. Events are inserted plainly; the sequencer numbers and chains them.
CREATE TABLE audit_events (
    id TEXT PRIMARY KEY,
    edition_id TEXT,
    actor_id TEXT,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    at TEXT NOT NULL,
    seq BIGINT CONSTRAINT audit_events_seq_key UNIQUE,
    hash TEXT,
    CHECK ((seq IS NULL) = (hash IS NULL))
);
CREATE INDEX audit_events_edition_id_at_idx ON audit_events (edition_id, at);
CREATE INDEX audit_events_unchained_idx ON audit_events (at) WHERE seq IS NULL;

-- One holder per job across all nodes, until an instant.
CREATE TABLE job_locks (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    held_until TEXT NOT NULL
);
