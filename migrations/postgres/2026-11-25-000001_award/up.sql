-- People.
CREATE TABLE users (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL CONSTRAINT users_email_key UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    verified_at TIMESTAMPTZ,
    is_founder BOOLEAN NOT NULL,
    disabled_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE sessions (
    id_hash TEXT PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);

CREATE TABLE rate_limits (
    bucket TEXT NOT NULL,
    window_start TIMESTAMPTZ NOT NULL,
    hits INTEGER NOT NULL,
    PRIMARY KEY (bucket, window_start)
);

-- Editions.
CREATE TABLE editions (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL CONSTRAINT editions_slug_key UNIQUE,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    name JSONB NOT NULL,
    tagline JSONB NOT NULL,
    lede JSONB NOT NULL,
    rules JSONB NOT NULL,
    charter JSONB NOT NULL,
    faq JSONB NOT NULL,
    contact_email TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed', 'judging', 'deliberation', 'announced', 'archived')),
    is_current BOOLEAN NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    grace_seconds INTEGER NOT NULL CHECK (grace_seconds BETWEEN 0 AND 86400),
    results_on TIMESTAMPTZ NOT NULL,
    announced_at TIMESTAMPTZ,
    version INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CHECK (opens_at < closes_at),
    CHECK ((status IN ('announced', 'archived')) = (announced_at IS NOT NULL))
);
CREATE UNIQUE INDEX editions_is_current_key ON editions (is_current) WHERE is_current;

CREATE TABLE organisers (
    edition_id UUID NOT NULL REFERENCES editions (id),
    user_id UUID NOT NULL REFERENCES users (id),
    role TEXT NOT NULL CHECK (role IN ('owner', 'organiser', 'screener', 'observer')),
    added_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (edition_id, user_id)
);
CREATE INDEX organisers_user_id_idx ON organisers (user_id);

CREATE TABLE categories (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    code TEXT NOT NULL,
    name JSONB NOT NULL,
    description JSONB NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT categories_edition_id_code_key UNIQUE (edition_id, code)
);

CREATE TABLE prizes (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    category_id UUID REFERENCES categories (id),
    name JSONB NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX prizes_edition_id_idx ON prizes (edition_id);

CREATE TABLE entry_forms (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    version INTEGER NOT NULL,
    sections JSONB NOT NULL,
    fields JSONB NOT NULL,
    CONSTRAINT entry_forms_edition_id_version_key UNIQUE (edition_id, version)
);

-- Entries.
CREATE TABLE organisations (
    id UUID PRIMARY KEY,
    owner_id UUID NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    website TEXT NOT NULL,
    city TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX organisations_owner_id_idx ON organisations (owner_id);

-- Taken when a draft is created, in a short transaction of its own: no rush touches it.
CREATE TABLE reference_counters (
    edition_id UUID NOT NULL REFERENCES editions (id),
    category_id UUID NOT NULL REFERENCES categories (id),
    last_number INTEGER NOT NULL,
    PRIMARY KEY (edition_id, category_id)
);

CREATE TABLE entries (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    category_id UUID NOT NULL REFERENCES categories (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    owner_id UUID NOT NULL REFERENCES users (id),
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'returned', 'withdrawn')),
    screening TEXT NOT NULL CHECK (screening IN ('pending', 'eligible', 'ineligible', 'returned')),
    screening_reason TEXT,
    screened_by UUID REFERENCES users (id),
    screened_at TIMESTAMPTZ,
    form_id UUID NOT NULL REFERENCES entry_forms (id),
    answers JSONB NOT NULL,
    snapshot_id UUID,
    submitted_at TIMESTAMPTZ,
    withdrawn_at TIMESTAMPTZ,
    version INTEGER NOT NULL,
    search TEXT NOT NULL,
    import_key TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
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
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    number INTEGER NOT NULL,
    category_id UUID NOT NULL REFERENCES categories (id),
    form_id UUID NOT NULL REFERENCES entry_forms (id),
    title TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    answers JSONB NOT NULL,
    files JSONB NOT NULL,
    hash TEXT NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    submitted_by UUID NOT NULL REFERENCES users (id),
    CONSTRAINT entry_snapshots_entry_id_number_key UNIQUE (entry_id, number)
);

CREATE TABLE entry_files (
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    field_key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')),
    size BIGINT NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL,
    storage_key TEXT NOT NULL CONSTRAINT entry_files_storage_key_key UNIQUE,
    uploaded_by UUID NOT NULL REFERENCES users (id),
    created_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ
);
CREATE INDEX entry_files_entry_id_idx ON entry_files (entry_id);

-- The jury.
CREATE TABLE jurors (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    user_id UUID REFERENCES users (id),
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    reads JSONB NOT NULL,
    categories JSONB NOT NULL,
    expertise TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('invited', 'accepted', 'declined', 'revoked')),
    decline_reason TEXT,
    charter_accepted_at TIMESTAMPTZ,
    conflicts_declared_at TIMESTAMPTZ,
    max_load INTEGER CHECK (max_load >= 0),
    invited_at TIMESTAMPTZ NOT NULL,
    responded_at TIMESTAMPTZ,
    CONSTRAINT jurors_edition_id_email_key UNIQUE (edition_id, email),
    CONSTRAINT jurors_edition_id_user_id_key UNIQUE (edition_id, user_id),
    CHECK (status <> 'accepted' OR user_id IS NOT NULL)
);
CREATE INDEX jurors_user_id_idx ON jurors (user_id);

CREATE TABLE conflicts (
    id UUID PRIMARY KEY,
    juror_id UUID NOT NULL REFERENCES jurors (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('juror', 'organiser')),
    created_by UUID NOT NULL REFERENCES users (id),
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT conflicts_juror_id_organisation_id_key UNIQUE (juror_id, organisation_id)
);
CREATE INDEX conflicts_organisation_id_idx ON conflicts (organisation_id);

CREATE TABLE rounds (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    name JSONB NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ,
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
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    key TEXT NOT NULL,
    name JSONB NOT NULL,
    description JSONB NOT NULL,
    weight_bp INTEGER NOT NULL CHECK (weight_bp BETWEEN 1 AND 10000),
    anchors JSONB NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT criteria_round_id_key_key UNIQUE (round_id, key)
);

CREATE TABLE assignments (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    entry_id UUID NOT NULL REFERENCES entries (id),
    juror_id UUID NOT NULL REFERENCES jurors (id),
    status TEXT NOT NULL CHECK (status IN ('proposed', 'assigned', 'drafting', 'submitted', 'locked', 'recused', 'withdrawn')),
    reason TEXT,
    assigned_by UUID NOT NULL REFERENCES users (id),
    assigned_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT assignments_round_id_entry_id_juror_id_key UNIQUE (round_id, entry_id, juror_id),
    CHECK (status <> 'recused' OR reason IS NOT NULL)
);
CREATE INDEX assignments_juror_id_idx ON assignments (juror_id);
CREATE INDEX assignments_entry_id_idx ON assignments (entry_id);

CREATE TABLE scorecards (
    id UUID PRIMARY KEY,
    assignment_id UUID NOT NULL CONSTRAINT scorecards_assignment_id_key UNIQUE REFERENCES assignments (id),
    comment TEXT NOT NULL,
    note TEXT NOT NULL,
    is_passed BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    submitted_at TIMESTAMPTZ
);

CREATE TABLE scores (
    scorecard_id UUID NOT NULL REFERENCES scorecards (id),
    criterion_id UUID NOT NULL REFERENCES criteria (id),
    value INTEGER CHECK (value BETWEEN 0 AND 1000),
    PRIMARY KEY (scorecard_id, criterion_id)
);

-- Results.
CREATE TABLE announcements (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'published', 'cancelled')),
    embargo_at TIMESTAMPTZ NOT NULL,
    created_by UUID NOT NULL REFERENCES users (id),
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    CHECK ((status = 'published') = (published_at IS NOT NULL))
);
CREATE UNIQUE INDEX announcements_edition_id_live_key ON announcements (edition_id) WHERE status <> 'cancelled';

CREATE TABLE outcomes (
    id UUID PRIMARY KEY,
    edition_id UUID NOT NULL REFERENCES editions (id),
    prize_id UUID NOT NULL REFERENCES prizes (id),
    entry_id UUID NOT NULL REFERENCES entries (id),
    staged TEXT CHECK (staged IN ('winner', 'finalist')),
    published TEXT CHECK (published IN ('winner', 'finalist')),
    citation JSONB NOT NULL,
    summary JSONB NOT NULL,
    staged_by UUID NOT NULL REFERENCES users (id),
    staged_at TIMESTAMPTZ NOT NULL,
    announcement_id UUID REFERENCES announcements (id),
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
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('verify', 'reset', 'invitation', 'sign_in')),
    user_id UUID REFERENCES users (id) ON DELETE CASCADE,
    juror_id UUID REFERENCES jurors (id) ON DELETE CASCADE,
    hash TEXT NOT NULL CONSTRAINT tokens_hash_key UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    CHECK ((user_id IS NULL) <> (juror_id IS NULL))
);
CREATE INDEX tokens_user_id_idx ON tokens (user_id);
CREATE INDEX tokens_juror_id_idx ON tokens (juror_id);

CREATE TABLE outbox_mails (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('verify', 'already_registered', 'reset', 'receipt', 'returned', 'invitation', 'assignment', 'outcome_winner', 'outcome_other')),
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'ar', 'en')),
    params JSONB NOT NULL,
    dedupe_key TEXT NOT NULL CONSTRAINT outbox_mails_dedupe_key_key UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed')),
    attempts INTEGER NOT NULL,
    next_attempt_at TIMESTAMPTZ NOT NULL,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    CHECK ((status = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX outbox_mails_status_next_attempt_at_idx ON outbox_mails (status, next_attempt_at);

-- The log. Events are inserted plainly; the sequencer numbers and chains them.
CREATE TABLE audit_events (
    id UUID PRIMARY KEY,
    edition_id UUID,
    actor_id UUID,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before JSONB,
    after JSONB,
    at TIMESTAMPTZ NOT NULL,
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
    held_until TIMESTAMPTZ NOT NULL
);
