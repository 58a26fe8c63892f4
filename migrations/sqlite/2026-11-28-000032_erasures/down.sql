DROP TABLE erased_files;
DROP TABLE erasure_requests;
