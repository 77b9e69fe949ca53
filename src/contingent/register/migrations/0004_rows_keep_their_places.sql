-- A row is also known by its number. INSERT OR REPLACE with the number of a row that is there would delete that row
-- without asking the triggers for DELETE, whatever its name, so such a row refuses its successor as well.

CREATE TRIGGER documents_keep_their_places BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: documents are never replaced'); END;
CREATE TRIGGER texts_keep_their_places BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: texts are never replaced'); END;
CREATE TRIGGER claims_keep_their_places BEFORE INSERT ON claims
WHEN EXISTS (SELECT 1 FROM claims WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: claims are never replaced'); END;
CREATE TRIGGER decisions_keep_their_places BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the register only ever adds: decisions are never replaced'); END;
