-- What changed of things that were there before, in order: so that what is kept in memory of a file can be put right.
-- Appending is not noted here: the sequences of the cubes tell it. Item 0 stands for everything.

CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    item INTEGER NOT NULL
) STRICT;

-- Whoever has not looked for longer than this starts anew.
CREATE TRIGGER changes_limited AFTER INSERT ON changes BEGIN
    DELETE FROM changes WHERE number <= NEW.number - 1024;
END;

CREATE TRIGGER evidence_updated AFTER UPDATE ON evidence BEGIN
    INSERT INTO changes (item) VALUES (NEW.id);
END;

CREATE TRIGGER evidence_deleted AFTER DELETE ON evidence BEGIN
    INSERT INTO changes (item) VALUES (OLD.id);
END;

CREATE TRIGGER record_updated AFTER UPDATE ON record_versions BEGIN
    INSERT INTO changes (item) VALUES (NEW.id);
END;

CREATE TRIGGER record_deleted AFTER DELETE ON record_versions BEGIN
    INSERT INTO changes (item) VALUES (OLD.id);
END;

CREATE TRIGGER record_source_added AFTER INSERT ON record_sources WHEN NEW.since > 1 BEGIN
    INSERT INTO changes (item) VALUES (NEW.record);
END;

CREATE TRIGGER record_source_deleted AFTER DELETE ON record_sources BEGIN
    INSERT INTO changes (item) VALUES (OLD.record);
END;

-- Hardly ever anything: records that derive from another cube's evidence.
CREATE INDEX record_sources_foreign ON record_sources (evidence) WHERE record >> 32 <> evidence >> 32;

PRAGMA user_version = 3;
