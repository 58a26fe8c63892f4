//! What a juror does with a scorecard.
