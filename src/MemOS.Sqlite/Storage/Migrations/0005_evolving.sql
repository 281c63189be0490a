-- How far each session was segmented into tasks, and the application's tools as they were last seen in a cube's turns.

-- place: messages of the session before it were seen. start: the first message of what may still change.
-- open_until: when the session's last task is over if nothing more is said; NULL when nothing is open.
CREATE TABLE segmented (
    session INTEGER PRIMARY KEY REFERENCES sessions (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    start INTEGER NOT NULL,
    open_until INTEGER
) STRICT;

CREATE TABLE tools (
    cube INTEGER NOT NULL REFERENCES cubes (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (cube, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 5;
