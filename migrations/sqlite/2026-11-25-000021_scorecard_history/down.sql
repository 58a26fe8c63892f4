DROP TABLE scorecard_revisions;
