-- Version 2: the history of decisions, follow-up meetings with their baselines, evidence on links,
-- signposts with thresholds, budgets, and the highest number ever given for each kind of item.

ALTER TABLE settings ADD COLUMN draft INTEGER;
ALTER TABLE settings ADD COLUMN version TEXT;
ALTER TABLE settings ADD COLUMN document_number TEXT;
ALTER TABLE settings ADD COLUMN rules_off TEXT;

ALTER TABLE node ADD COLUMN short TEXT;
ALTER TABLE node ADD COLUMN budget TEXT;
ALTER TABLE node ADD COLUMN sufficiency TEXT;
ALTER TABLE node ADD COLUMN change_type TEXT;

ALTER TABLE link ADD COLUMN evidence TEXT;
ALTER TABLE link ADD COLUMN assumption TEXT
    REFERENCES register (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE link ADD COLUMN owner TEXT;
ALTER TABLE link ADD COLUMN review_on TEXT;

ALTER TABLE register ADD COLUMN date TEXT;
ALTER TABLE register ADD COLUMN kpi TEXT REFERENCES kpi (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE register ADD COLUMN threshold ANY
    CHECK (typeof(threshold) IN ('null', 'integer', 'real'));
ALTER TABLE register ADD COLUMN lead TEXT;

CREATE TABLE baseline (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    date TEXT,
    note TEXT,
    "values" TEXT
) STRICT;

CREATE TABLE review (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    date TEXT,
    title TEXT,
    statement TEXT,
    decisions TEXT,
    baseline TEXT REFERENCES baseline (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE numbering (
    letter TEXT PRIMARY KEY NOT NULL,
    highest INTEGER NOT NULL CHECK (highest >= 0)
) STRICT;

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    reason TEXT,
    decider TEXT,
    changes TEXT NOT NULL
) STRICT;

INSERT INTO numbering (letter, highest)
SELECT substr(number, 1, 1), max(CAST(substr(number, 3) AS INTEGER))
FROM node
WHERE number GLOB '[VIGSMADE]-[0-9][0-9][0-9]*' AND substr(number, 3) NOT GLOB '*[^0-9]*'
GROUP BY 1;
