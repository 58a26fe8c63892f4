DROP TABLE entry_views;
DROP TABLE entry_tags;
DROP TABLE entry_notes;
DROP TABLE refusals;
DROP TABLE screening_rules;
