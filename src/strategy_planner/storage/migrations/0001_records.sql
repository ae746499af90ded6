-- The first version of the project file: one table for each kind of record.
--
-- Numbers are ANY so that an integer stays an integer and a fraction a fraction; lists and
-- free-form values are JSON text. NULL means "not said by the planner". Foreign keys are deferred:
-- the records of one save may be written in any order.

CREATE TABLE project (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    project_id TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    id TEXT PRIMARY KEY NOT NULL CHECK (id = 'settings'),
    position INTEGER NOT NULL,
    title TEXT,
    organisation TEXT,
    authors TEXT,
    marking TEXT,
    language TEXT,
    fiscal_year_start INTEGER,
    show_era INTEGER,
    status_date TEXT,
    reference_date TEXT,
    horizon_start TEXT,
    horizon_end TEXT,
    description TEXT,
    background TEXT,
    approach TEXT,
    near_critical_days INTEGER,
    conventions TEXT,
    holidays TEXT,
    distribution TEXT,
    choices_mode TEXT,
    money_unit TEXT
) STRICT;

CREATE TABLE track (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    "order" INTEGER,
    color TEXT
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    kind TEXT
) STRICT;

CREATE TABLE gate (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    "every" TEXT,
    "on" TEXT,
    opens TEXT,
    leads TEXT
) STRICT;

CREATE TABLE node (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    title TEXT NOT NULL,
    description TEXT,
    parent TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    track TEXT REFERENCES track (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    date_read_on TEXT,
    not_before TEXT,
    not_after TEXT,
    target TEXT,
    duration TEXT,
    optimistic TEXT,
    pessimistic TEXT,
    success ANY CHECK (typeof(success) IN ('null', 'integer', 'real')),
    owner TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT,
    progress ANY CHECK (typeof(progress) IN ('null', 'integer', 'real')),
    actual_start TEXT,
    actual_finish TEXT,
    cost ANY CHECK (typeof(cost) IN ('null', 'integer', 'real')),
    gate TEXT REFERENCES gate (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT,
    tags TEXT,
    pin TEXT,
    notes TEXT
) STRICT;

CREATE TABLE choice (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT,
    needed INTEGER
) STRICT;

CREATE TABLE link (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    prerequisite TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    dependent TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    relation TEXT NOT NULL,
    type TEXT,
    lag TEXT,
    choice TEXT REFERENCES choice (id) DEFERRABLE INITIALLY DEFERRED,
    option TEXT,
    basis TEXT,
    reason TEXT
) STRICT;

CREATE TABLE pathway (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    chosen TEXT,
    active INTEGER
) STRICT;

CREATE TABLE kpi (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    node TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT,
    unit TEXT,
    direction TEXT,
    baseline TEXT,
    target TEXT,
    waypoints TEXT,
    shape TEXT,
    reached_at ANY CHECK (typeof(reached_at) IN ('null', 'integer', 'real')),
    execution INTEGER,
    note TEXT
) STRICT;

CREATE TABLE measurement (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    kpi TEXT REFERENCES kpi (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    value ANY CHECK (typeof(value) IN ('null', 'integer', 'real')),
    source TEXT,
    note TEXT
) STRICT;

CREATE TABLE contribution (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    node TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    kpi TEXT REFERENCES kpi (id) DEFERRABLE INITIALLY DEFERRED,
    amount ANY CHECK (typeof(amount) IN ('null', 'integer', 'real')),
    ramp TEXT
) STRICT;

CREATE TABLE register (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT,
    title TEXT,
    description TEXT,
    likelihood ANY CHECK (typeof(likelihood) IN ('null', 'integer', 'real')),
    impact INTEGER,
    delay TEXT,
    "trigger" TEXT,
    response TEXT,
    owner TEXT,
    state TEXT,
    touches TEXT,
    resolved_by TEXT
) STRICT;

CREATE TABLE translation (
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (record, field, language)
) STRICT;

-- A deleted item is looked for in these; without an index each one costs a pass over all links.
CREATE INDEX node_by_parent ON node (parent);
CREATE INDEX link_by_prerequisite ON link (prerequisite);
CREATE INDEX link_by_dependent ON link (dependent);
