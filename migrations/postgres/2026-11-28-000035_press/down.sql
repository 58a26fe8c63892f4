DROP TABLE press_links;
