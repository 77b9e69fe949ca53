-- The register's first form: documents, the pages they came from, what was read from them, and the claims.
-- Rows are only ever added. A row that is named by its content (a hash) can be proved against its name.

PRAGMA application_id = 1129598535; -- the letters CTNG: by this a file is known as a register

CREATE TABLE documents (
    document_id      TEXT NOT NULL PRIMARY KEY CHECK (length(document_id) = 64), -- SHA-256 of the bytes, hexadecimal
    size_in_bytes    INTEGER NOT NULL,
    compressed_bytes BLOB NOT NULL,                                     -- the original bytes, zlib
    added_at         TEXT NOT NULL                                      -- UTC, as 2021-04-15T12:00:00.000Z
);

CREATE TABLE pages (
    page_id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE -- an http(s) address, or a path (relative to the register's folder if below it)
);

-- What stood at an address, in order of version: a page that changes gets one more row.
CREATE TABLE versions (
    page_id     INTEGER NOT NULL REFERENCES pages,
    version     INTEGER NOT NULL CHECK (version >= 1),
    document_id TEXT NOT NULL REFERENCES documents,
    seen_at     TEXT NOT NULL,
    PRIMARY KEY (page_id, version)
) WITHOUT ROWID;
CREATE INDEX versions_by_document ON versions (document_id);

CREATE TABLE texts (
    text_id TEXT NOT NULL PRIMARY KEY CHECK (length(text_id) = 64), -- SHA-256 of the text in UTF-8, hexadecimal
    text    TEXT NOT NULL
);

-- One reading of one document; the newest one counts. A newer reader or another statement about the document
-- (its day of publication, its language) makes a further reading and leaves the older ones as they are.
CREATE TABLE readings (
    reading_id          INTEGER PRIMARY KEY,
    document_id         TEXT NOT NULL REFERENCES documents,
    text_id             TEXT NOT NULL REFERENCES texts,
    reader              TEXT NOT NULL, -- the version of the reader
    address             TEXT,          -- where the bytes came from at this reading; null: standard input
    declared_media_type TEXT,          -- what the sender called the bytes; null: nobody said
    title               TEXT,
    publisher           TEXT,
    language            TEXT NOT NULL, -- ISO 639-1
    published           TEXT,          -- 2021, 2021-04, 2021-04-15 or 2021-04-15/2021-04-20; null: unknown
    published_from      TEXT,          -- where the day was found: option, metadata or text
    claims              INTEGER NOT NULL CHECK (claims >= 0), -- how many it found
    read_at             TEXT NOT NULL,
    CHECK ((published IS NULL) = (published_from IS NULL))
);
CREATE INDEX readings_by_document ON readings (document_id);

-- A claim: what one document states, and where it does. Named by document, place and content.
CREATE TABLE claims (
    claim_id    TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents,
    quote_start INTEGER NOT NULL CHECK (quote_start >= 0),       -- in code points from the start of the text
    quote_end   INTEGER NOT NULL CHECK (quote_end > quote_start), -- the first code point behind the quote
    claim_json  TEXT NOT NULL,                                    -- the claim format; the columns below show it
    kind     TEXT AS (json_extract(claim_json, '$.kind')) VIRTUAL,
    subject  TEXT AS (json_extract(claim_json, '$.subject')) VIRTUAL,
    object   TEXT AS (json_extract(claim_json, '$.object')) VIRTUAL,
    quantity_low  AS (json_extract(claim_json, '$.quantity.low')) VIRTUAL,
    quantity_high AS (json_extract(claim_json, '$.quantity.high')) VIRTUAL,
    quantity_is_approximate INTEGER AS (json_extract(claim_json, '$.quantity.approx')) VIRTUAL,
    quantity_unit TEXT AS (json_extract(claim_json, '$.quantity.unit')) VIRTUAL,
    "start"  TEXT AS (json_extract(claim_json, '$.start')) VIRTUAL,
    "end"    TEXT AS (json_extract(claim_json, '$.end')) VIRTUAL,
    as_of    TEXT AS (json_extract(claim_json, '$.as_of')) VIRTUAL,
    modality TEXT AS (json_extract(claim_json, '$.modality')) VIRTUAL,
    title    TEXT AS (json_extract(claim_json, '$.title')) VIRTUAL,
    "rank"   TEXT AS (json_extract(claim_json, '$.rank')) VIRTUAL,
    role     TEXT AS (json_extract(claim_json, '$.role')) VIRTUAL,
    scope    TEXT AS (json_extract(claim_json, '$.scope')) VIRTUAL,
    quote    TEXT AS (json_extract(claim_json, '$.quote')) VIRTUAL
);
CREATE INDEX claims_by_document ON claims (document_id);

-- Which claims a reading found, in the order of the page.
CREATE TABLE reading_claims (
    reading_id INTEGER NOT NULL REFERENCES readings,
    position   INTEGER NOT NULL,
    claim_id   TEXT NOT NULL REFERENCES claims,
    PRIMARY KEY (reading_id, position)
) WITHOUT ROWID;
CREATE INDEX reading_claims_by_claim ON reading_claims (claim_id);

CREATE VIEW current_readings AS
SELECT * FROM readings WHERE reading_id IN (SELECT max(reading_id) FROM readings GROUP BY document_id);

CREATE VIEW current_claims AS
SELECT claims.claim_id, claims.kind, claims.subject, claims.object, claims.quantity_low, claims.quantity_high,
       claims.quantity_is_approximate, claims.quantity_unit, claims."start", claims."end", claims.as_of,
       claims.modality, claims.title, claims."rank", claims.role, claims.scope, claims.quote, claims.quote_start,
       claims.quote_end, current_readings.document_id, current_readings.title AS document_title,
       current_readings.publisher, current_readings.published, current_readings.address
FROM current_readings
JOIN reading_claims USING (reading_id)
JOIN claims USING (claim_id);

CREATE VIEW document_list AS
SELECT current_readings.document_id, current_readings.published, current_readings.published_from,
       current_readings.language, current_readings.publisher, current_readings.title, current_readings.address,
       current_readings.claims, documents.size_in_bytes, documents.added_at, current_readings.reader
FROM current_readings JOIN documents USING (document_id);

CREATE VIEW page_history AS
SELECT pages.address, versions.version, versions.seen_at, versions.document_id
FROM pages JOIN versions USING (page_id)
ORDER BY pages.address, versions.version;

-- Nothing is updated, deleted or replaced, whoever opens the file. INSERT OR REPLACE deletes without asking the
-- triggers for DELETE, so a row that is there refuses its successor before the fact.

CREATE TRIGGER documents_are_never_changed BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: documents are never changed'); END;
CREATE TRIGGER documents_are_never_deleted BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: documents are never deleted'); END;
CREATE TRIGGER documents_are_never_replaced BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE document_id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: documents are never replaced'); END;

CREATE TRIGGER pages_are_never_changed BEFORE UPDATE ON pages
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: pages are never changed'); END;
CREATE TRIGGER pages_are_never_deleted BEFORE DELETE ON pages
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: pages are never deleted'); END;
CREATE TRIGGER pages_are_never_replaced BEFORE INSERT ON pages
WHEN EXISTS (SELECT 1 FROM pages WHERE page_id = NEW.page_id OR address = NEW.address)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: pages are never replaced'); END;

CREATE TRIGGER versions_are_never_changed BEFORE UPDATE ON versions
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: versions are never changed'); END;
CREATE TRIGGER versions_are_never_deleted BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: versions are never deleted'); END;
CREATE TRIGGER versions_are_never_replaced BEFORE INSERT ON versions
WHEN EXISTS (SELECT 1 FROM versions WHERE page_id = NEW.page_id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: versions are never replaced'); END;

CREATE TRIGGER texts_are_never_changed BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: texts are never changed'); END;
CREATE TRIGGER texts_are_never_deleted BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: texts are never deleted'); END;
CREATE TRIGGER texts_are_never_replaced BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE text_id = NEW.text_id)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: texts are never replaced'); END;

CREATE TRIGGER readings_are_never_changed BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: readings are never changed'); END;
CREATE TRIGGER readings_are_never_deleted BEFORE DELETE ON readings
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: readings are never deleted'); END;
CREATE TRIGGER readings_are_never_replaced BEFORE INSERT ON readings
WHEN EXISTS (SELECT 1 FROM readings WHERE reading_id = NEW.reading_id)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: readings are never replaced'); END;

CREATE TRIGGER claims_are_never_changed BEFORE UPDATE ON claims
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: claims are never changed'); END;
CREATE TRIGGER claims_are_never_deleted BEFORE DELETE ON claims
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: claims are never deleted'); END;
CREATE TRIGGER claims_are_never_replaced BEFORE INSERT ON claims
WHEN EXISTS (SELECT 1 FROM claims WHERE claim_id = NEW.claim_id)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: claims are never replaced'); END;

CREATE TRIGGER reading_claims_are_never_changed BEFORE UPDATE ON reading_claims
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: reading_claims are never changed'); END;
CREATE TRIGGER reading_claims_are_never_deleted BEFORE DELETE ON reading_claims
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: reading_claims are never deleted'); END;
CREATE TRIGGER reading_claims_are_never_replaced BEFORE INSERT ON reading_claims
WHEN EXISTS (SELECT 1 FROM reading_claims WHERE reading_id = NEW.reading_id AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: reading_claims are never replaced'); END;

CREATE TRIGGER migrations_are_never_changed BEFORE UPDATE ON migrations
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: migrations are never changed'); END;
CREATE TRIGGER migrations_are_never_deleted BEFORE DELETE ON migrations
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: migrations are never deleted'); END;
CREATE TRIGGER migrations_are_never_replaced BEFORE INSERT ON migrations
WHEN EXISTS (SELECT 1 FROM migrations WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: migrations are never replaced'); END;
