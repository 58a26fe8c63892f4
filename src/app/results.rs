//! The ranking of a closed round, and staged outcomes.
