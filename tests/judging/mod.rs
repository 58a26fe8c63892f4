mod assignment;
mod ranking;
mod ranking_properties;
