//! What the award is: its words, its lifecycles, its rules. Pure: no database, no HTTP, no clock
//! (`now` is an argument), nothing that can fail for a technical reason.

pub mod assignment;
pub mod audit;
pub mod campaign;
pub mod category;
pub mod collaborator;
pub mod conflict;
pub mod deliberation;
pub mod distinction;
pub mod edition;
pub mod entry;
pub mod erasure;
pub mod file;
pub mod form;
pub mod ids;
pub mod juror;
pub mod language;
pub mod late_code;
pub mod mail_text;
pub mod notice;
pub mod organisation;
pub mod outcome;
pub mod place;
pub mod policy;
pub mod practice;
pub mod press;
pub mod round;
pub mod scorecard;
pub mod screening;
pub mod season;
pub mod site;
pub mod tally;
pub mod text;
pub mod text_enum;
pub mod token;
pub mod user;
