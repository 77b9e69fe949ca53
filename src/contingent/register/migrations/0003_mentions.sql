-- What each claim names, so that the claims about a thing are found among millions without looking at all of them.
-- Objects that are words of their own (a task, a type, an authority) name nothing that can be asked for.

ALTER TABLE claims ADD COLUMN named TEXT AS (
    CASE WHEN json_extract(claim_json, '$.kind') IN
        ('participation', 'lead', 'element', 'posting', 'support', 'location')
    THEN json_extract(claim_json, '$.object') END) VIRTUAL;
CREATE INDEX claims_by_mention ON claims (kind, subject, named);
