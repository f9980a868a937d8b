-- The peer: records sealed by pgcrypto, found by an HMAC, and a log of which each line holds the hash of the one before.
CREATE EXTENSION pgcrypto;

-- What is sealed does not compress: spare it the attempt.
CREATE TABLE record(
    id uuid PRIMARY KEY,
    bsn_hmac bytea NOT NULL,
    sealed bytea NOT NULL
);
ALTER TABLE record ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX record_by_bsn ON record(bsn_hmac);

CREATE TABLE log(
    entry bigint PRIMARY KEY,
    line bytea NOT NULL,
    hash bytea NOT NULL
);
-- The last of the chain. Room on its page, so that it is changed in place and no index ever moves.
CREATE TABLE head(entry bigint NOT NULL, hash bytea NOT NULL) WITH (fillfactor = 10, autovacuum_enabled = off);
INSERT INTO head VALUES (0, sha256(''));

-- 'raw': a bare AES key and a fresh initialisation vector; else the options of pgp_sym_encrypt.
CREATE FUNCTION seal(plain bytea, key text, how text) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE iv bytea;
BEGIN
    IF how = 'raw' THEN
        iv := gen_random_bytes(16);
        RETURN iv || encrypt_iv(plain, decode(key, 'hex'), iv, 'aes-cbc');
    END IF;
    RETURN pgp_sym_encrypt_bytea(plain, key, how);
END $$;

CREATE FUNCTION unseal(box bytea, key text, how text) RETURNS bytea LANGUAGE plpgsql AS $$
BEGIN
    IF how = 'raw' THEN
        RETURN decrypt_iv(substr(box, 17), decode(key, 'hex'), substr(box, 1, 16), 'aes-cbc');
    END IF;
    RETURN pgp_sym_decrypt_bytea(box, key);
END $$;

-- The line that the log gets, but for its place in the chain.
CREATE FUNCTION line_of(event text, who uuid, actor text) RETURNS bytea LANGUAGE sql AS $$
    SELECT convert_to(concat_ws('|', clock_timestamp(), event, who, actor, 'receptie', 'care', 'name_contact',
        'balie 1', 'success', 'bench 1'), 'UTF8')
$$;

-- Chain 1, `row`: the lock on the row of the head is held until the commit is on the disk.
CREATE FUNCTION append_row(line bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE e bigint; h bytea;
BEGIN
    UPDATE head SET entry = head.entry + 1, hash = sha256(head.hash || line) RETURNING entry, hash INTO e, h;
    INSERT INTO log VALUES (e, line, h);
END $$;

-- Chain 2, `advisory`: an advisory lock, and the last line itself as the head.
CREATE FUNCTION append_advisory(line bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE e bigint; h bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(1);
    SELECT entry, hash INTO e, h FROM log ORDER BY entry DESC LIMIT 1;
    INSERT INTO log VALUES (coalesce(e, 0) + 1, line, sha256(coalesce(h, sha256('')) || line));
END $$;

CREATE FUNCTION insert_row(id uuid, bsn text, plain bytea, key text, how text, actor text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record VALUES (id, hmac(bsn, key, 'sha256'), seal(plain, key, how));
    PERFORM append_row(line_of('patient_created', id, actor));
END $$;

CREATE FUNCTION insert_advisory(id uuid, bsn text, plain bytea, key text, how text, actor text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record VALUES (id, hmac(bsn, key, 'sha256'), seal(plain, key, how));
    PERFORM append_advisory(line_of('patient_created', id, actor));
END $$;

CREATE FUNCTION read_row(wanted uuid, key text, how text, actor text) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE plain bytea;
BEGIN
    SELECT unseal(sealed, key, how) INTO STRICT plain FROM record WHERE id = wanted;
    PERFORM append_row(line_of('looked', wanted, actor));
    RETURN plain;
END $$;

CREATE FUNCTION read_advisory(wanted uuid, key text, how text, actor text) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE plain bytea;
BEGIN
    SELECT unseal(sealed, key, how) INTO STRICT plain FROM record WHERE id = wanted;
    PERFORM append_advisory(line_of('looked', wanted, actor));
    RETURN plain;
END $$;

-- Chain 3, `split`: the first commit does not wait for the disk, so the head is free at once; the second waits for all
-- that was written before it. The client hears of it after the second, so that what he was told is durable, and many
-- share one sync. What a crash takes from the end of the chain nobody was told of.
CREATE PROCEDURE insert_split(id uuid, bsn text, plain bytea, key text, how text, actor text)
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO record VALUES (id, hmac(bsn, key, 'sha256'), seal(plain, key, how));
    PERFORM append_row(line_of('patient_created', id, actor));
    COMMIT;
    PERFORM pg_logical_emit_message(true, 'sync', '');
END $$;

CREATE PROCEDURE read_split(wanted uuid, key text, how text, actor text, INOUT plain bytea)
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    SELECT unseal(sealed, key, how) INTO STRICT plain FROM record WHERE id = wanted;
    PERFORM append_row(line_of('looked', wanted, actor));
    COMMIT;
    PERFORM pg_logical_emit_message(true, 'sync', '');
END $$;

-- Walks the chain: true when every line holds the hash of the one before.
CREATE FUNCTION chain_holds() RETURNS boolean LANGUAGE sql AS $$
    SELECT coalesce(bool_and(hash = sha256(before || line)), true)
    FROM (SELECT line, hash, lag(hash, 1, sha256('')) OVER (ORDER BY entry) AS before FROM log) AS chained
$$;
