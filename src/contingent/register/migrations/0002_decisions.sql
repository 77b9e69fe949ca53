-- Decisions: what people said about claims and names. A decision is a row that is never changed; the one that undoes
-- another is a row of its own. A claim that a person entered stands in the table of claims and in no reading.

CREATE TABLE decisions (
    decision_id   TEXT NOT NULL PRIMARY KEY CHECK (length(decision_id) = 32), -- a hash of decision_json
    decision_json TEXT NOT NULL,                                              -- the columns below show it
    kind        TEXT AS (json_extract(decision_json, '$.kind')) VIRTUAL, -- accept, reject, correct, enter, merge, split, undo
    "by"        TEXT AS (json_extract(decision_json, '$.by')) VIRTUAL,
    made_at     TEXT AS (json_extract(decision_json, '$.made_at')) VIRTUAL, -- UTC
    reason      TEXT AS (json_extract(decision_json, '$.reason')) VIRTUAL,
    claim_id    TEXT AS (json_extract(decision_json, '$.claim_id')) VIRTUAL REFERENCES claims,
    claim_json  TEXT AS (json_extract(decision_json, '$.claim')) VIRTUAL, -- what a corrected or entered claim says
    document_id TEXT AS (json_extract(decision_json, '$.document_id')) VIRTUAL REFERENCES documents,
    quote_start INTEGER AS (json_extract(decision_json, '$.quote_start')) VIRTUAL,
    quote_end   INTEGER AS (json_extract(decision_json, '$.quote_end')) VIRTUAL,
    thing       TEXT AS (json_extract(decision_json, '$.thing')) VIRTUAL, -- operation, actor, element, person or place
    name        TEXT AS (json_extract(decision_json, '$.names[0]')) VIRTUAL, -- the two names that are merged or split
    other_name  TEXT AS (json_extract(decision_json, '$.names[1]')) VIRTUAL,
    undoes      TEXT AS (json_extract(decision_json, '$.undoes')) VIRTUAL REFERENCES decisions (decision_id)
);
CREATE INDEX decisions_by_claim ON decisions (claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX decisions_by_document ON decisions (document_id) WHERE document_id IS NOT NULL;

CREATE VIEW decision_list AS
SELECT decisions.made_at, decisions."by", decisions.kind, decisions.reason, decisions.claim_id, claims.kind AS claim_kind,
       claims.subject AS claim_subject, claims.object AS claim_object, decisions.claim_json, decisions.thing,
       decisions.name, decisions.other_name, decisions.undoes, decisions.decision_id
FROM decisions LEFT JOIN claims USING (claim_id)
ORDER BY decisions.made_at, decisions.decision_id;

CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: decisions are never changed'); END;
CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: decisions are never deleted'); END;
CREATE TRIGGER decisions_are_never_replaced BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: decisions are never replaced'); END;
