//! What the scores say: plain weighted means, computed exactly, and scores calibrated for the
//! severity of jurors, with how sure they are.
//!
//! - [`weighted`] and [`order`]: exact means, places, ties and tie-breaks.
//! - [`table`] and [`components`]: the scores the model reads, and which of them can be compared.
//! - [`fit`]: the crossed mixed model by restricted maximum likelihood. [`posterior`] and
//!   [`draws`]: standard errors, pairs too close to call, ranks under uncertainty. [`effects`]:
//!   the same without shrinkage.
//! - [`schulze`]: the order of entries that jurors put in an order themselves.
//! - [`official`]: the ranking that the rules ask for. [`explain`]: why an entry has its score.
//! - [`robustness`], [`advisor`], [`jurors`]: for the people who deliberate.
//! - [`report`] and [`scores_csv`]: everything at once, for the command line.
//!
//! Jurors and entries are numbers from zero; marks are hundredths of a point. The same input and
//! seed give the same output, whatever the number of threads.

pub mod advisor;
pub mod components;
mod criterion;
pub mod decimal;
mod dense;
mod design;
pub mod draws;
pub mod effects;
pub mod explain;
pub mod fit;
pub mod jurors;
pub mod official;
mod optimum;
pub mod order;
pub mod posterior;
mod random;
mod ranks;
pub mod ratio;
mod reml;
pub mod report;
pub mod robustness;
pub mod schulze;
pub mod scores_csv;
mod sum;
pub mod table;
pub mod weighted;
