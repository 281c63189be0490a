-- What a published skill was made from can be looked up: when that is erased, the copies go with it. A body that is damaged has none.

CREATE INDEX skills_published_from ON skills (CASE WHEN json_valid(body) THEN json_extract(body, '$.publishedFrom') END)
    WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$.publishedFrom') END IS NOT NULL;

PRAGMA user_version = 8;
