using MemOS.Recall.Words;
using SQLitePCL;
using static SQLitePCL.raw;

namespace MemOS.Benchmarks;

/// <summary>
/// The baseline: SQLite's own full-text table over the same terms, ranked by its own bm25() in its fastest form, with the texts
/// of the best twenty read. A file in WAL mode and a page cache like those of the store's readers.
/// </summary>
internal sealed class PlainIndex : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt insert;
    private readonly sqlite3_stmt search;

    public PlainIndex(string path)
    {
        Batteries_V2.Init();
        Check(sqlite3_open(path, out database));
        Check(sqlite3_exec(database, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -4096; CREATE VIRTUAL TABLE plain USING fts5(terms, text UNINDEXED); BEGIN"));
        Check(sqlite3_prepare_v2(database, "INSERT INTO plain (terms, text) VALUES (?1, ?2)", out insert));
        Check(sqlite3_prepare_v2(database, "SELECT rowid, text FROM plain WHERE plain MATCH ?1 ORDER BY rank LIMIT 20", out search));
    }

    public void Add(string text)
    {
        Check(sqlite3_bind_text(insert, 1, string.Join(' ', WordAnalyzer.Terms(text))));
        Check(sqlite3_bind_text(insert, 2, text));
        Run(insert);
    }

    public void Commit() => Check(sqlite3_exec(database, "COMMIT; INSERT INTO plain (plain) VALUES ('optimize')"));

    public int Search(string question)
    {
        Check(sqlite3_bind_text(search, 1, string.Join(" OR ", WordAnalyzer.Terms(question).Select(term => $"\"{term}\""))));
        return Run(search);
    }

    public void Dispose()
    {
        insert.Dispose();
        search.Dispose();
        database.Dispose();
    }

    private int Run(sqlite3_stmt statement)
    {
        var rows = 0;
        while (sqlite3_step(statement) == SQLITE_ROW)
        {
            rows += sqlite3_column_text(statement, 1).utf8_to_string().Length > 0 ? 1 : 0;
        }

        Check(sqlite3_reset(statement));
        return rows;
    }

    private void Check(int code)
    {
        if (code is not (SQLITE_OK or SQLITE_DONE or SQLITE_ROW))
        {
            throw new InvalidOperationException(sqlite3_errmsg(database).utf8_to_string());
        }
    }
}
