mod ranking;
mod ranking_properties;
