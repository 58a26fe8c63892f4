//! The applicant's desk.
