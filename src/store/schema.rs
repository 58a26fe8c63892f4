//! The tables, as diesel sees them. Hand-written; a test compares it with both databases.

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    users (id) {
        id -> IdSql,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        language -> Text,
        verified_at -> Nullable<InstantSql>,
        is_founder -> Bool,
        disabled_at -> Nullable<InstantSql>,
        created_at -> InstantSql,
        second_factor_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    sessions (id_hash) {
        id_hash -> Text,
        user_id -> IdSql,
        created_at -> InstantSql,
        last_seen_at -> InstantSql,
        expires_at -> InstantSql,
        user_agent -> Text,
        address -> Text,
        second_at -> Nullable<InstantSql>,
        proved_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{InstantSql};

    rate_limits (bucket, window_start) {
        bucket -> Text,
        window_start -> InstantSql,
        hits -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    editions (id) {
        id -> IdSql,
        slug -> Text,
        year -> Integer,
        name -> JsonSql,
        tagline -> JsonSql,
        lede -> JsonSql,
        rules -> JsonSql,
        charter -> JsonSql,
        faq -> JsonSql,
        eligibility -> JsonSql,
        auto_submit -> Bool,
        max_entries -> Nullable<Integer>,
        max_per_category -> Nullable<Integer>,
        feedback -> Text,
        contact_email -> Text,
        time_zone -> Text,
        status -> Text,
        is_current -> Bool,
        opens_at -> InstantSql,
        closes_at -> InstantSql,
        grace_seconds -> Integer,
        results_on -> InstantSql,
        announced_at -> Nullable<InstantSql>,
        version -> Integer,
        created_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    organisers (edition_id, user_id) {
        edition_id -> IdSql,
        user_id -> IdSql,
        role -> Text,
        added_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    categories (id) {
        id -> IdSql,
        edition_id -> IdSql,
        code -> Text,
        name -> JsonSql,
        description -> JsonSql,
        position -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    prizes (id) {
        id -> IdSql,
        edition_id -> IdSql,
        category_id -> Nullable<IdSql>,
        name -> JsonSql,
        position -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    entry_forms (id) {
        id -> IdSql,
        edition_id -> IdSql,
        version -> Integer,
        sections -> JsonSql,
        fields -> JsonSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    organisations (id) {
        id -> IdSql,
        owner_id -> IdSql,
        name -> Text,
        website -> Text,
        city -> Text,
        created_at -> InstantSql,
        profile -> JsonSql,
        logo_key -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql};

    reference_counters (edition_id, category_id) {
        edition_id -> IdSql,
        category_id -> IdSql,
        last_number -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    entries (id) {
        id -> IdSql,
        edition_id -> IdSql,
        category_id -> IdSql,
        organisation_id -> IdSql,
        owner_id -> IdSql,
        reference -> Text,
        title -> Text,
        language -> Text,
        status -> Text,
        screening -> Text,
        screening_reason -> Nullable<Text>,
        screened_by -> Nullable<IdSql>,
        screened_at -> Nullable<InstantSql>,
        form_id -> IdSql,
        answers -> JsonSql,
        snapshot_id -> Nullable<IdSql>,
        submitted_at -> Nullable<InstantSql>,
        withdrawn_at -> Nullable<InstantSql>,
        version -> Integer,
        search -> Text,
        import_key -> Nullable<Text>,
        extended_until -> Nullable<InstantSql>,
        open_questions -> JsonSql,
        created_at -> InstantSql,
        updated_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    entry_snapshots (id) {
        id -> IdSql,
        entry_id -> IdSql,
        number -> Integer,
        category_id -> IdSql,
        form_id -> IdSql,
        title -> Text,
        organisation_name -> Text,
        answers -> JsonSql,
        files -> JsonSql,
        hash -> Text,
        received_at -> InstantSql,
        submitted_by -> IdSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    entry_files (id) {
        id -> IdSql,
        entry_id -> IdSql,
        field_key -> Text,
        name -> Text,
        kind -> Text,
        size -> BigInt,
        sha256 -> Text,
        storage_key -> Text,
        uploaded_by -> IdSql,
        created_at -> InstantSql,
        removed_at -> Nullable<InstantSql>,
        position -> Integer,
        alt -> Text,
        has_preview -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    late_codes (id) {
        id -> IdSql,
        edition_id -> IdSql,
        code -> Text,
        note -> Text,
        valid_until -> InstantSql,
        max_uses -> Integer,
        uses -> Integer,
        created_by -> IdSql,
        created_at -> InstantSql,
        revoked_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    collaborators (id) {
        id -> IdSql,
        entry_id -> IdSql,
        email -> Text,
        user_id -> Nullable<IdSql>,
        role -> Text,
        invited_by -> IdSql,
        invited_at -> InstantSql,
        joined_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    entry_presence (entry_id, user_id) {
        entry_id -> IdSql,
        user_id -> IdSql,
        section -> Integer,
        seen_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    score_confirmations (round_id, juror_id) {
        round_id -> IdSql,
        juror_id -> IdSql,
        confirmed_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    round_entries (round_id, entry_id) {
        round_id -> IdSql,
        entry_id -> IdSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    scorecard_revisions (scorecard_id, number) {
        scorecard_id -> IdSql,
        number -> Integer,
        sheet -> JsonSql,
        begun_at -> InstantSql,
        saved_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    juror_reminders (round_id, juror_id) {
        round_id -> IdSql,
        juror_id -> IdSql,
        sent_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    entry_reminders (entry_id, hours) {
        entry_id -> IdSql,
        hours -> Integer,
        sent_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    entry_revisions (id) {
        id -> IdSql,
        entry_id -> IdSql,
        number -> Integer,
        answers -> JsonSql,
        saved_by -> IdSql,
        begun_at -> InstantSql,
        saved_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    jurors (id) {
        id -> IdSql,
        edition_id -> IdSql,
        user_id -> Nullable<IdSql>,
        email -> Text,
        name -> Text,
        organisation -> Text,
        title -> Text,
        language -> Text,
        reads -> JsonSql,
        categories -> JsonSql,
        expertise -> Text,
        status -> Text,
        decline_reason -> Nullable<Text>,
        charter_accepted_at -> Nullable<InstantSql>,
        conflicts_declared_at -> Nullable<InstantSql>,
        max_load -> Nullable<Integer>,
        invited_at -> InstantSql,
        responded_at -> Nullable<InstantSql>,
        preferences -> JsonSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    conflicts (id) {
        id -> IdSql,
        juror_id -> IdSql,
        organisation_id -> IdSql,
        reason -> Text,
        source -> Text,
        created_by -> IdSql,
        created_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    rounds (id) {
        id -> IdSql,
        edition_id -> IdSql,
        position -> Integer,
        name -> JsonSql,
        status -> Text,
        opens_at -> InstantSql,
        closes_at -> InstantSql,
        closed_at -> Nullable<InstantSql>,
        jurors_per_entry -> Integer,
        scale_min -> Integer,
        scale_max -> Integer,
        method -> Text,
        version -> Integer,
        tie_breaks -> JsonSql,
        winners -> Integer,
        hides_identity -> Bool,
        shows_scores -> Bool,
        shows_comments -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    criteria (id) {
        id -> IdSql,
        round_id -> IdSql,
        key -> Text,
        name -> JsonSql,
        description -> JsonSql,
        weight_bp -> Integer,
        anchors -> JsonSql,
        position -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    assignments (id) {
        id -> IdSql,
        round_id -> IdSql,
        entry_id -> IdSql,
        juror_id -> IdSql,
        status -> Text,
        reason -> Nullable<Text>,
        assigned_by -> IdSql,
        assigned_at -> InstantSql,
        changed_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    assignment_batches (id) {
        id -> IdSql,
        round_id -> IdSql,
        objective -> BigInt,
        added -> JsonSql,
        removed -> JsonSql,
        applied_by -> IdSql,
        applied_at -> InstantSql,
        undone_by -> Nullable<IdSql>,
        undone_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    dismissed_suspicions (juror_id, organisation_id, kind) {
        juror_id -> IdSql,
        organisation_id -> IdSql,
        kind -> Text,
        dismissed_by -> IdSql,
        dismissed_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    scorecards (id) {
        id -> IdSql,
        assignment_id -> IdSql,
        comment -> Text,
        note -> Text,
        is_passed -> Bool,
        version -> Integer,
        started_at -> InstantSql,
        saved_at -> InstantSql,
        submitted_at -> Nullable<InstantSql>,
        comment_held -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql};

    scores (scorecard_id, criterion_id) {
        scorecard_id -> IdSql,
        criterion_id -> IdSql,
        value -> Nullable<Integer>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    announcements (id) {
        id -> IdSql,
        edition_id -> IdSql,
        status -> Text,
        embargo_at -> InstantSql,
        created_by -> IdSql,
        created_at -> InstantSql,
        published_at -> Nullable<InstantSql>,
        confirmed_by -> Nullable<IdSql>,
        taken_back_by -> Nullable<IdSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    outcomes (id) {
        id -> IdSql,
        edition_id -> IdSql,
        prize_id -> IdSql,
        entry_id -> IdSql,
        staged -> Nullable<Text>,
        published -> Nullable<Text>,
        citation -> JsonSql,
        summary -> JsonSql,
        staged_by -> IdSql,
        staged_at -> InstantSql,
        announcement_id -> Nullable<IdSql>,
        slug -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    tokens (id) {
        id -> IdSql,
        kind -> Text,
        user_id -> Nullable<IdSql>,
        juror_id -> Nullable<IdSql>,
        hash -> Text,
        created_at -> InstantSql,
        expires_at -> InstantSql,
        used_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    outbox_mails (id) {
        id -> IdSql,
        kind -> Text,
        recipient -> Text,
        recipient_name -> Text,
        language -> Text,
        params -> JsonSql,
        dedupe_key -> Text,
        status -> Text,
        attempts -> Integer,
        next_attempt_at -> InstantSql,
        last_error -> Nullable<Text>,
        created_at -> InstantSql,
        sent_at -> Nullable<InstantSql>,
        edition_id -> Nullable<IdSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    audit_events (id) {
        id -> IdSql,
        edition_id -> Nullable<IdSql>,
        actor_id -> Nullable<IdSql>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        before -> Nullable<JsonSql>,
        after -> Nullable<JsonSql>,
        at -> InstantSql,
        seq -> Nullable<BigInt>,
        hash -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{InstantSql};

    job_locks (name) {
        name -> Text,
        holder -> Text,
        held_until -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    earlier_rules (id) {
        id -> IdSql,
        round_id -> IdSql,
        version -> BigInt,
        sha256 -> Text,
        reason -> Text,
        replaced_by -> IdSql,
        replaced_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    tallies (id) {
        id -> IdSql,
        round_id -> IdSql,
        number -> Integer,
        digest -> Text,
        key -> Text,
        signature -> Text,
        bundle -> Text,
        sealed_by -> IdSql,
        sealed_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    openings (tally_id, reference) {
        tally_id -> IdSql,
        reference -> Text,
        juror_id -> Nullable<IdSql>,
        entry_id -> Nullable<IdSql>,
        salt -> Text,
        value -> JsonSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    rooms (round_id) {
        round_id -> IdSql,
        is_open -> Bool,
        standings -> JsonSql,
        opened_by -> IdSql,
        opened_at -> InstantSql,
        talk_until -> Nullable<InstantSql>,
        acts -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    motions (id) {
        id -> IdSql,
        round_id -> IdSql,
        category_id -> IdSql,
        text -> Text,
        entry_id -> Nullable<IdSql>,
        prize_id -> Nullable<IdSql>,
        kind -> Nullable<Text>,
        ballot -> Text,
        quorum -> Integer,
        status -> Text,
        put_by -> IdSql,
        put_at -> InstantSql,
        decided_by -> Nullable<IdSql>,
        decided_at -> Nullable<InstantSql>,
        reason -> Text,
        follows -> Nullable<IdSql>,
        reopen_by -> Nullable<IdSql>,
        reopen_reason -> Text,
        reopen_confirmed_by -> Nullable<IdSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    motion_votes (motion_id, juror_id) {
        motion_id -> IdSql,
        juror_id -> IdSql,
        choice -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    motion_ballots (id) {
        id -> IdSql,
        motion_id -> IdSql,
        choice -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    practices (id) {
        id -> IdSql,
        round_id -> IdSql,
        title -> JsonSql,
        text -> JsonSql,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    practice_sheets (practice_id, juror_id) {
        practice_id -> IdSql,
        juror_id -> IdSql,
        marks -> JsonSql,
        submitted_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    campaigns (id) {
        id -> IdSql,
        edition_id -> IdSql,
        audience -> JsonSql,
        category_id -> Nullable<IdSql>,
        subject -> JsonSql,
        text -> JsonSql,
        status -> Text,
        recipients -> JsonSql,
        send_at -> Nullable<InstantSql>,
        written_by -> IdSql,
        written_at -> InstantSql,
        ordered_by -> Nullable<IdSql>,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    season_reports (edition_id) {
        edition_id -> IdSql,
        content -> JsonSql,
        published_by -> IdSql,
        published_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    second_factors (user_id) {
        user_id -> IdSql,
        salt -> Text,
        last_step -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    recovery_codes (user_id, hash) {
        user_id -> IdSql,
        hash -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    distinctions (id) {
        id -> IdSql,
        edition_id -> IdSql,
        outcome_id -> IdSql,
        record -> Text,
        key -> Text,
        signature -> Text,
        issued_at -> InstantSql,
        revoked_at -> Nullable<InstantSql>,
        revoked_by -> Nullable<IdSql>,
        revoked_reason -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    mail_texts (edition_id, kind) {
        edition_id -> IdSql,
        kind -> Text,
        subject -> JsonSql,
        text -> JsonSql,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    erasure_requests (id) {
        id -> IdSql,
        user_id -> IdSql,
        asked_at -> InstantSql,
        done_by -> Nullable<IdSql>,
        done_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::InstantSql;

    erased_files (storage_key) {
        storage_key -> Text,
        erased_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, JsonSql};

    screening_rules (edition_id) {
        edition_id -> IdSql,
        checklist -> JsonSql,
        reasons -> JsonSql,
        second_reader -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    refusals (entry_id) {
        entry_id -> IdSql,
        reason -> Text,
        proposed_by -> IdSql,
        proposed_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    entry_notes (id) {
        id -> IdSql,
        entry_id -> IdSql,
        written_by -> IdSql,
        written_at -> InstantSql,
        text -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    entry_tags (entry_id, tag) {
        entry_id -> IdSql,
        tag -> Text,
        edition_id -> IdSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    entry_views (id) {
        id -> IdSql,
        edition_id -> IdSql,
        user_id -> IdSql,
        name -> Text,
        query -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::JsonSql;

    sites (id) {
        id -> Integer,
        name -> JsonSql,
        tagline -> JsonSql,
        brand -> Text,
        partners -> JsonSql,
        legal -> JsonSql,
        logo_key -> Nullable<Text>,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::JsonSql;

    site_pages (slug) {
        slug -> Text,
        title -> JsonSql,
        text -> JsonSql,
        position -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    press_links (id) {
        id -> IdSql,
        edition_id -> IdSql,
        hash -> Text,
        given_to -> Text,
        created_by -> IdSql,
        created_at -> InstantSql,
        revoked_at -> Nullable<InstantSql>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql};

    gallery_consents (entry_id) {
        entry_id -> IdSql,
        given_by -> IdSql,
        given_at -> InstantSql,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::{IdSql, InstantSql, JsonSql};

    rules_versions (id) {
        id -> IdSql,
        edition_id -> IdSql,
        number -> Integer,
        rules -> JsonSql,
        replaced_by -> IdSql,
        replaced_at -> InstantSql,
    }
}

diesel::table! {
    public_state (id) {
        id -> Integer,
        version -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    juror_states (juror_id) {
        juror_id -> IdSql,
        version -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    count_states (edition_id) {
        edition_id -> IdSql,
        version -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use super::super::types::IdSql;

    entry_words (entry_id) {
        entry_id -> IdSql,
        words -> Text,
    }
}

diesel::joinable!(entry_words -> entries (entry_id));
diesel::joinable!(gallery_consents -> entries (entry_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(organisers -> users (user_id));
diesel::joinable!(organisers -> editions (edition_id));
diesel::joinable!(jurors -> editions (edition_id));
diesel::joinable!(categories -> editions (edition_id));
diesel::joinable!(entries -> editions (edition_id));
diesel::joinable!(entries -> categories (category_id));
diesel::joinable!(entries -> organisations (organisation_id));
diesel::joinable!(entries -> users (owner_id));
diesel::joinable!(assignments -> entries (entry_id));
diesel::joinable!(assignments -> jurors (juror_id));
diesel::joinable!(assignments -> rounds (round_id));
diesel::joinable!(scorecards -> assignments (assignment_id));
diesel::joinable!(scores -> scorecards (scorecard_id));
diesel::joinable!(scores -> criteria (criterion_id));
diesel::joinable!(conflicts -> jurors (juror_id));
diesel::joinable!(conflicts -> organisations (organisation_id));
diesel::joinable!(outcomes -> entries (entry_id));
diesel::joinable!(outcomes -> prizes (prize_id));
diesel::joinable!(rounds -> editions (edition_id));
diesel::joinable!(prizes -> categories (category_id));
diesel::joinable!(entry_snapshots -> entries (entry_id));
diesel::joinable!(entry_files -> entries (entry_id));
diesel::joinable!(entry_revisions -> entries (entry_id));
diesel::joinable!(entry_reminders -> entries (entry_id));
diesel::joinable!(collaborators -> entries (entry_id));
diesel::joinable!(openings -> tallies (tally_id));
diesel::joinable!(tallies -> rounds (round_id));

diesel::allow_tables_to_appear_in_same_query!(
    users,
    sessions,
    rate_limits,
    editions,
    organisers,
    categories,
    prizes,
    entry_forms,
    organisations,
    reference_counters,
    entries,
    entry_snapshots,
    entry_files,
    entry_revisions,
    entry_reminders,
    collaborators,
    entry_presence,
    late_codes,
    juror_reminders,
    score_confirmations,
    scorecard_revisions,
    round_entries,
    jurors,
    conflicts,
    rounds,
    criteria,
    assignments,
    assignment_batches,
    dismissed_suspicions,
    scorecards,
    scores,
    announcements,
    outcomes,
    rooms,
    motions,
    motion_votes,
    motion_ballots,
    practices,
    practice_sheets,
    campaigns,
    season_reports,
    entry_words,
    rules_versions,
    public_state,
    juror_states,
    count_states,
    gallery_consents,
    press_links,
    sites,
    site_pages,
    screening_rules,
    refusals,
    entry_notes,
    entry_tags,
    entry_views,
    erasure_requests,
    erased_files,
    mail_texts,
    distinctions,
    second_factors,
    recovery_codes,
    tokens,
    outbox_mails,
    audit_events,
    job_locks,
    earlier_rules,
    tallies,
    openings,
);
