-- When a message was recorded, which for an import is long after it was said: what was held at a time is told by it.
-- NULL for what was recorded before there was this column; then the time it was said stands in.
ALTER TABLE evidence ADD COLUMN recorded_at INTEGER;

PRAGMA user_version = 6;
