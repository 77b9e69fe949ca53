"""The queries of a view, and what they see in place of the whole register when it looks back to a day."""

VERSIONS = """
SELECT p.address, v.version, v.document_id, v.seen_at, r.published, r.reader
FROM pages AS p
JOIN versions AS v USING (page_id)
JOIN current_readings AS r ON r.document_id = v.document_id
WHERE p.address = ?
ORDER BY v.version
"""

VERSION_NUMBERS = """
SELECT v.document_id, p.address, max(v.version), (SELECT max(o.version) FROM versions AS o WHERE o.page_id = v.page_id)
FROM versions AS v
JOIN pages AS p USING (page_id)
WHERE v.document_id IN (SELECT value FROM json_each(?))
GROUP BY v.document_id, v.page_id
"""

DOCUMENTS = """
SELECT r.document_id, r.address, r.declared_media_type, r.title, r.publisher, r.language, r.published,
       r.published_from, r.reader, r.claims, d.size_in_bytes, d.added_at,
       coalesce(max(v.version), 0),
       coalesce((SELECT max(later.version) FROM versions AS later WHERE later.page_id = p.page_id), 0)
FROM current_readings AS r
JOIN documents AS d USING (document_id)
LEFT JOIN pages AS p ON p.address = r.address
LEFT JOIN versions AS v ON v.page_id = p.page_id AND v.document_id = r.document_id
"""

_EVIDENCE = """
SELECT c.claim_json, c.claim_id, r.document_id, c.quote_start, c.quote_end,
       r.publisher, r.title, r.address, r.published, d.added_at
"""
CLAIMS = f"""
{_EVIDENCE}
FROM current_readings AS r
JOIN documents AS d USING (document_id)
JOIN reading_claims AS l USING (reading_id)
JOIN claims AS c USING (claim_id)
WHERE {{condition}}
ORDER BY r.reading_id, l.position
"""
"""The claims of the newest readings, on a condition."""
NUMBERED_CLAIMS = f"""
WITH found AS MATERIALIZED (
    SELECT c.claim_json, c.claim_id, c.quote_start, c.quote_end, l.reading_id, l.position
    FROM claims AS c CROSS JOIN reading_claims AS l USING (claim_id)
    WHERE {{condition}})
{_EVIDENCE}
FROM found AS c
CROSS JOIN current_readings AS r USING (reading_id)
JOIN documents AS d USING (document_id)
ORDER BY r.reading_id, c.position
"""
"""The same, from the claims to the readings and not the other way: quicker where few claims are asked for."""
ENTERED_CLAIMS = f"""
{_EVIDENCE}
FROM claims AS c
CROSS JOIN current_readings AS r ON r.document_id = c.document_id
JOIN documents AS d ON d.document_id = c.document_id
WHERE c.claim_id IN (SELECT value FROM json_each(?))
  AND NOT EXISTS (SELECT 1 FROM reading_claims AS l WHERE l.reading_id = r.reading_id AND l.claim_id = c.claim_id)
  AND {{condition}}
ORDER BY r.reading_id, c.quote_start, c.claim_id
"""
"""The claims of a list of names that people entered and the reader did not read as well."""

MENTIONING = """
SELECT c.rowid FROM json_each(?) AS m CROSS JOIN claims AS c
ON c.kind = m.value ->> 0 AND c.subject = m.value ->> 1 AND c.named IS m.value ->> 2
UNION SELECT rowid FROM claims WHERE claim_id IN (SELECT value FROM json_each(?))
"""
"""The numbers of the claims that mention one of a list, or bear one of a list of names. CROSS: from the list to the
index, and not the other way."""

REPLACED = """
SELECT older.document_id, CASE WHEN r2.published > coalesce(r.published, '') THEN r2.published
                               ELSE substr(newer.seen_at, 1, 10) END
FROM versions AS newer
JOIN versions AS older ON older.page_id = newer.page_id AND older.version = newer.version - 1
JOIN pages AS p ON p.page_id = newer.page_id
JOIN current_readings AS r ON r.document_id = older.document_id AND r.address = p.address
JOIN current_readings AS r2 ON r2.document_id = newer.document_id
WHERE older.document_id <> (SELECT v.document_id FROM versions AS v WHERE v.page_id = p.page_id
                            ORDER BY v.version DESC LIMIT 1)
ORDER BY newer.version
"""
"""For each document that no longer stands at its address: the day of what came next.

A page that changes its words and not its day was changed, as far as anybody knows, by the day of the capture.
"""

CAPTURED = """
SELECT r.document_id, substr(max(v.seen_at), 1, 10)
FROM current_readings AS r
JOIN pages AS p ON p.address = r.address
JOIN versions AS v ON v.page_id = p.page_id AND v.document_id = r.document_id
WHERE r.published IS NULL
  AND EXISTS (SELECT 1 FROM versions AS o WHERE o.page_id = p.page_id AND o.document_id <> r.document_id)
GROUP BY r.document_id
"""
"""For each version of a page that has no day of publication: the day on which it was last captured.

A page that changes is kept up, so that it tells of the day on which it was captured; of a single document without a
day nobody knows whether it does.
"""

REACHED = """
SELECT (SELECT max(reading_id) FROM readings), last.seen_at,
       (SELECT count(*) FROM versions WHERE seen_at = last.seen_at), (SELECT max(rowid) FROM decisions)
FROM (SELECT max(seen_at) AS seen_at FROM versions) AS last
"""

DOCUMENTS_SINCE = """
WITH read_since AS (SELECT document_id FROM readings WHERE reading_id > ?),
     pages_since AS (
        SELECT page_id FROM versions WHERE seen_at > ?
        -- Versions of one moment are seen together, but for another process that wrote within the same millisecond.
        OR (seen_at = ? AND ? <> (SELECT count(*) FROM versions WHERE seen_at = ?))
        UNION SELECT page_id FROM versions WHERE document_id IN (SELECT document_id FROM read_since))
SELECT document_id FROM read_since
UNION SELECT document_id FROM versions WHERE page_id IN (SELECT page_id FROM pages_since)
"""

NEWEST = """
CREATE TEMP VIEW current_readings AS
SELECT * FROM main.readings AS r WHERE reading_id =
    (SELECT max(reading_id) FROM main.readings AS o WHERE o.document_id = r.document_id);
"""
"""The newest readings, found document by document: a question about one of them looks at none of the others."""

AS_OF = """
CREATE TEMP VIEW current_readings AS
SELECT * FROM main.readings WHERE reading_id IN
    (SELECT max(reading_id) FROM main.readings WHERE read_at < '{end}' GROUP BY document_id);
CREATE TEMP VIEW versions AS SELECT * FROM main.versions WHERE seen_at < '{end}';
CREATE TEMP VIEW decisions AS SELECT * FROM main.decisions WHERE made_at < '{end}';
"""
"""What every query of a view as of a day sees in place of the whole: a name is looked up in temp before main."""
