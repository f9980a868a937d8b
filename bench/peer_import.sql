-- The same rows by the peer: each sealed as it stands, found by an HMAC of its first column, one line in the log a file.
-- What an import is besides, it leaves out: nothing is read, checked, merged or asked about.
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMP TABLE patients(c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text, c9 text, c10
    text, c11 text, c12 text, c13 text, c14 text, c15 text, c16 text, c17 text, c18 text, c19 text, c20 text, c21
    text, c22 text) ON COMMIT DROP;
CREATE TEMP TABLE treatments(c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text, c9 text,
    c10 text) ON COMMIT DROP;
CREATE TEMP TABLE invoices(c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text) ON COMMIT DROP;
CREATE TEMP TABLE appointments(c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text) ON COMMIT
    DROP;
\copy patients FROM 'patienten.csv' WITH (FORMAT csv, HEADER, DELIMITER ';', ENCODING 'WIN1252')
\copy treatments FROM 'behandelingen.csv' WITH (FORMAT csv, HEADER, DELIMITER ';', ENCODING 'WIN1252')
\copy invoices FROM 'facturen.csv' WITH (FORMAT csv, HEADER, DELIMITER ';', ENCODING 'WIN1252')
\copy appointments FROM 'afspraken.csv' WITH (FORMAT csv, HEADER, DELIMITER ';', ENCODING 'WIN1252')
INSERT INTO record
SELECT gen_random_uuid(), hmac(key, 'key', 'sha256'),
    seal(convert_to(line, 'UTF8'), 'key', 'cipher-algo=aes256, s2k-mode=1, compress-algo=0')
FROM (
    SELECT c1 AS key, patients::text AS line FROM patients
    UNION ALL SELECT c1, treatments::text FROM treatments
    UNION ALL SELECT c1, invoices::text FROM invoices
    UNION ALL SELECT c1, appointments::text FROM appointments
) AS staging;
SELECT append_by_row(line_of('imported', gen_random_uuid(), 'import')) FROM generate_series(1, 4) AS file;
COMMIT;
