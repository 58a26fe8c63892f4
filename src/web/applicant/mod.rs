//! The applicant's desk.

pub mod certificate;
pub mod check;
pub mod desk;
pub mod eligibility;
pub mod entry;
pub mod feedback;
pub mod files;
pub mod history;
pub mod identity;
pub mod new;
pub mod organisation;
pub mod people;
pub mod question;
pub mod receipt;
pub mod section;
pub mod standing;
pub mod tally;
pub mod upload;
