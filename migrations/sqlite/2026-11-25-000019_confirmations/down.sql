DROP TABLE score_confirmations;
