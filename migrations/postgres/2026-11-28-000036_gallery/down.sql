DROP TABLE gallery_consents;
