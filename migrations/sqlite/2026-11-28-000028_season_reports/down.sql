DROP TABLE season_reports;
