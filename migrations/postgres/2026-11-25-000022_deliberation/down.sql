DROP TABLE motion_ballots;
DROP TABLE motion_votes;
DROP TABLE motions;
DROP TABLE rooms;
