//! What the scores say: plain weighted means, computed exactly, and scores calibrated for the
//! severity of jurors, with how sure they are.

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
pub mod scores_csv;
mod sum;
pub mod table;
pub mod weighted;
