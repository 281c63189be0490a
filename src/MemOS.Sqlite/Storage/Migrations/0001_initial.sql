-- Ids are MemoryId values: cube << 32 | kind << 29 | sequence, so that a cube is one range in every B-tree.
-- Times named *_at are UTC ticks; evidence.time and the event times are ticks of the local calendar.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (tenant, name)
) STRICT;

-- last_* are the highest sequences given out: an id is never used twice, not even after an erasure.
CREATE TABLE cubes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    path TEXT,
    file_number INTEGER,
    last_evidence INTEGER NOT NULL DEFAULT 0,
    last_record INTEGER NOT NULL DEFAULT 0,
    last_task INTEGER NOT NULL DEFAULT 0,
    last_skill INTEGER NOT NULL DEFAULT 0,
    documents INTEGER NOT NULL DEFAULT 0,
    terms INTEGER NOT NULL DEFAULT 0,
    vectors_changed INTEGER NOT NULL DEFAULT 0,
    last_vector INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant, name)
) STRICT;

CREATE INDEX cubes_attached ON cubes (number) WHERE path IS NOT NULL;

CREATE TABLE grants (
    user INTEGER NOT NULL REFERENCES users (number) ON DELETE CASCADE,
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    role INTEGER NOT NULL,
    PRIMARY KEY (user, cube)
) STRICT, WITHOUT ROWID;

CREATE INDEX grants_cube ON grants (cube);

-- The default cubes of a user, by isolation and label. A name alone does not make a default cube.
CREATE TABLE homes (
    user INTEGER NOT NULL REFERENCES users (number) ON DELETE CASCADE,
    isolation INTEGER NOT NULL,
    label TEXT NOT NULL,
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    PRIMARY KEY (user, isolation, label)
) STRICT, WITHOUT ROWID;

CREATE INDEX homes_cube ON homes (cube);

-- The unnamed session has an empty name. Links of another cube's session stand apart, by that cube's number; it is negative
-- in a cube that came from a file, where it names no cube of this one.
CREATE TABLE sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    origin INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    next_position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (cube, origin, name)
) STRICT;

-- A link (origin is set) holds no text of its own. An erased item (state 4) is a bare place in its session.
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions (number),
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    role INTEGER NOT NULL,
    state INTEGER NOT NULL,
    time INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    hash BLOB,
    external_id TEXT,
    author TEXT,
    agent TEXT,
    text TEXT,
    tool_calls TEXT,
    tool_results TEXT,
    partial INTEGER,
    document TEXT,
    origin INTEGER REFERENCES evidence (id)
) STRICT;

CREATE UNIQUE INDEX evidence_position ON evidence (session, position);
CREATE UNIQUE INDEX evidence_external ON evidence (session, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX evidence_day ON evidence (id >> 32, time / 864000000000) WHERE state = 1;
CREATE INDEX evidence_origin ON evidence (origin) WHERE origin IS NOT NULL;

-- Append-only but for the mark of the latest version; only current rows are indexed.
CREATE TABLE record_versions (
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    state INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    polarity INTEGER NOT NULL,
    confidence REAL NOT NULL,
    text TEXT NOT NULL,
    text_key INTEGER NOT NULL,
    subject TEXT NOT NULL,
    subject_key INTEGER NOT NULL,
    slot TEXT,
    slot_value TEXT,
    topic TEXT,
    entities TEXT,
    event_start INTEGER,
    event_end INTEGER,
    event_granularity INTEGER,
    valid_from INTEGER NOT NULL,
    valid_from_offset INTEGER NOT NULL,
    valid_to INTEGER,
    valid_to_offset INTEGER,
    superseded_by INTEGER,
    recorded_at INTEGER NOT NULL,
    reason TEXT,
    length INTEGER NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_text ON record_versions (id >> 32, text_key) WHERE latest = 1 AND state = 1;
CREATE INDEX record_slot ON record_versions (id >> 32, slot, subject_key) WHERE latest = 1 AND state = 1 AND slot IS NOT NULL;
CREATE INDEX record_kind ON record_versions (id >> 32, kind) WHERE latest = 1 AND state = 1;
CREATE INDEX record_event ON record_versions (id >> 32, event_start, event_end)
    WHERE latest = 1 AND state = 1 AND event_end - event_start <= 27648000000000;
CREATE INDEX record_long_event ON record_versions (id >> 32, event_start, event_end)
    WHERE latest = 1 AND state = 1 AND event_end - event_start > 27648000000000;

CREATE INDEX record_successor ON record_versions (superseded_by) WHERE superseded_by IS NOT NULL;

-- since: the version that brought the source. The telling message has the lowest ordinal.
CREATE TABLE record_sources (
    record INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    evidence INTEGER NOT NULL REFERENCES evidence (id),
    since INTEGER NOT NULL,
    PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX record_sources_evidence ON record_sources (evidence, record);

-- Terms come ready from the analyzer and hold no blank; everything else is kept as it is.
CREATE VIRTUAL TABLE words USING fts5 (
    terms,
    detail = none,
    columnsize = 0,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

INSERT INTO words (words, rank) VALUES ('secure-delete', 1);

CREATE TABLE models (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dimension INTEGER NOT NULL
) STRICT;

CREATE TABLE vectors (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    model INTEGER NOT NULL REFERENCES models (number),
    id INTEGER NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (id, model)
) STRICT;

-- noted_at: when due_at or leased_until was set, so that a clock that was put back stops no work.
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    session INTEGER NOT NULL REFERENCES sessions (number),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    items INTEGER NOT NULL,
    dead INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    token INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    leased_until INTEGER,
    noted_at INTEGER NOT NULL,
    error TEXT
) STRICT;

CREATE INDEX jobs_session ON jobs (kind, session, id) WHERE dead = 0;
CREATE INDEX jobs_cube ON jobs (cube);

CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    session TEXT NOT NULL,
    time INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    full_tokens INTEGER NOT NULL,
    sent_tokens INTEGER NOT NULL,
    injected_tokens INTEGER NOT NULL,
    spent_tokens INTEGER NOT NULL
) STRICT;

CREATE INDEX ledger_session ON ledger (cube, session);

-- Why an item left recall: what was forgotten by hand, and what it took along (itself included).
CREATE TABLE forgotten (
    cause INTEGER NOT NULL,
    item INTEGER NOT NULL,
    state_before INTEGER NOT NULL,
    PRIMARY KEY (cause, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX forgotten_item ON forgotten (item);

-- What was erased and must not come back: keyed hashes only.
CREATE TABLE tombstones (
    cube INTEGER NOT NULL,
    key BLOB NOT NULL,
    item INTEGER NOT NULL,
    erased_at INTEGER NOT NULL,
    PRIMARY KEY (cube, key)
) STRICT, WITHOUT ROWID;

-- "MMOS"
PRAGMA application_id = 1296912211;
PRAGMA user_version = 1;
