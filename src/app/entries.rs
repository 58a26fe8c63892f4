//! What an applicant does with an entry.
