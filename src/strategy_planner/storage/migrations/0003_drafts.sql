-- Version 3: what-ifs, changes that are kept under a name and not made.

CREATE TABLE draft (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    reason TEXT,
    changes TEXT
) STRICT;
