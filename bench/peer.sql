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

-- The chain must be made one line after the other. `row`: the lock on the row of the head sees to that.
CREATE FUNCTION append_by_row(line bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE e bigint; h bytea;
BEGIN
    UPDATE head SET entry = head.entry + 1, hash = sha256(head.hash || line) RETURNING entry, hash INTO e, h;
    INSERT INTO log VALUES (e, line, h);
END $$;

-- `advisory`: an advisory lock before it, so that nobody waits for a row that has changed when he gets it.
CREATE FUNCTION append_by_advisory(line bytea) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1);
    PERFORM append_by_row(line);
END $$;

-- `trigger`: the lines go in without a place; a trigger gives them one.
CREATE FUNCTION chain_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1);
    UPDATE head SET entry = head.entry + 1, hash = sha256(head.hash || NEW.line)
        RETURNING entry, hash INTO NEW.entry, NEW.hash;
    RETURN NEW;
END $$;
CREATE TRIGGER chain_line BEFORE INSERT ON log FOR EACH ROW WHEN (NEW.entry IS NULL) EXECUTE FUNCTION chain_line();
CREATE FUNCTION append_by_trigger(line bytea) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO log(line) VALUES (line);
END $$;

-- `held`: a request is one transaction, and the chain is locked until its commit is on the disk.
-- `split`: the first commit does not wait for the disk, so that the chain is free at once; the second waits for all
-- that was written before it. The client is answered after the second: what he was told is durable, and many share one
-- sync. What a crash takes from the end of the chain nobody was told of.
DO $do$
DECLARE how text;
BEGIN
    FOREACH how IN ARRAY ARRAY['row', 'advisory', 'trigger'] LOOP
        EXECUTE replace($sql$
            CREATE FUNCTION insert_HOW_held(id uuid, bsn text, plain bytea, key text, cipher text, actor text)
            RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO record VALUES (id, hmac(bsn, key, 'sha256'), seal(plain, key, cipher));
                PERFORM append_by_HOW(line_of('patient_created', id, actor));
            END $$;

            CREATE FUNCTION read_HOW_held(wanted uuid, key text, cipher text, actor text)
            RETURNS bytea LANGUAGE plpgsql AS $$
            DECLARE plain bytea;
            BEGIN
                SELECT unseal(sealed, key, cipher) INTO STRICT plain FROM record WHERE id = wanted;
                PERFORM append_by_HOW(line_of('looked', wanted, actor));
                RETURN plain;
            END $$;

            CREATE PROCEDURE insert_HOW_split(id uuid, bsn text, plain bytea, key text, cipher text, actor text)
            LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM set_config('synchronous_commit', 'off', true);
                INSERT INTO record VALUES (id, hmac(bsn, key, 'sha256'), seal(plain, key, cipher));
                PERFORM append_by_HOW(line_of('patient_created', id, actor));
                COMMIT;
                PERFORM pg_logical_emit_message(true, 'sync', '');
            END $$;

            CREATE PROCEDURE read_HOW_split(wanted uuid, key text, cipher text, actor text, INOUT plain bytea)
            LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM set_config('synchronous_commit', 'off', true);
                SELECT unseal(sealed, key, cipher) INTO STRICT plain FROM record WHERE id = wanted;
                PERFORM append_by_HOW(line_of('looked', wanted, actor));
                COMMIT;
                PERFORM pg_logical_emit_message(true, 'sync', '');
            END $$;
        $sql$, 'HOW', how);
    END LOOP;
END $do$;

-- Walks the chain: true when every line holds the hash of the one before.
CREATE FUNCTION chain_holds() RETURNS boolean LANGUAGE sql AS $$
    SELECT coalesce(bool_and(hash = sha256(before || line)), true)
    FROM (SELECT line, hash, lag(hash, 1, sha256('')) OVER (ORDER BY entry) AS before FROM log) AS chained
$$;
