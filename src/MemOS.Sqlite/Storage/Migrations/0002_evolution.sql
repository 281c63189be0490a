-- Tasks and skills. Their bodies are JSON; what is searched, ordered or joined stands beside it.

CREATE TABLE tasks (
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE task_sources (
    task INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    evidence INTEGER NOT NULL,
    PRIMARY KEY (task, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_sources_evidence ON task_sources (evidence);

CREATE TABLE skills (
    id INTEGER PRIMARY KEY,
    cube INTEGER NOT NULL,
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (cube, name)
) STRICT;

CREATE TABLE skill_sources (
    skill INTEGER NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
    evidence INTEGER NOT NULL,
    PRIMARY KEY (skill, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX skill_sources_evidence ON skill_sources (evidence);

PRAGMA user_version = 2;
