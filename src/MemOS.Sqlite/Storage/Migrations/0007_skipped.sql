-- The spans of sessions that are in no task, and why: recorded when a session is segmented. What was segmented before there was this
-- table is recorded when its session is segmented again.

-- first: the span's first message, which is in no other span; it tells the cube. skipped_at: when it was found so.
CREATE TABLE skipped (
    first INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    reason TEXT NOT NULL,
    skipped_at INTEGER NOT NULL
) STRICT;

CREATE TABLE skipped_sources (
    span INTEGER NOT NULL REFERENCES skipped (first) ON DELETE CASCADE,
    evidence INTEGER NOT NULL,
    PRIMARY KEY (span, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX skipped_sources_evidence ON skipped_sources (evidence);

PRAGMA user_version = 7;
