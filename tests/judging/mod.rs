mod assignment;
mod commands;
mod ranking;
mod ranking_properties;
mod tally;
mod tally_fixture;
mod tally_mutations;
