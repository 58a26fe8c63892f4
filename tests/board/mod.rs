//! The assignment board: plans with their proof, applied as one, repaired after somebody steps back.

mod auto;
mod suspicions;
