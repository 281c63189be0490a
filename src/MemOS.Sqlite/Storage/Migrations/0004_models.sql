-- What models are asked: work that waits for a ceiling to lift, what was spent by the hour, and texts that were embedded before.

-- priority: work that somebody waits for goes first. paused: waits for a ceiling to lift, which is no failure.
ALTER TABLE jobs ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;

-- hour: hours since the year 1, UTC. cost: money by the price at that time.
CREATE TABLE model_usage (
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    hour INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cost REAL NOT NULL,
    PRIMARY KEY (cube, hour)
) STRICT, WITHOUT ROWID;

-- The hash of the text, so that a text that a cube holds twice is embedded once. It goes with its row.
ALTER TABLE vectors ADD COLUMN hash BLOB;

CREATE INDEX vectors_hash ON vectors (id >> 32, model, hash) WHERE hash IS NOT NULL;

PRAGMA user_version = 4;
