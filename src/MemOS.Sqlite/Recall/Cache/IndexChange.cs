namespace MemOS.Sqlite.Recall.Cache;

/// <summary>An item that came into the word index, changed in it, or left it.</summary>
/// <param name="Id">The item.</param>
/// <param name="Terms">The terms under which it is found from now on; none when it left.</param>
internal readonly record struct IndexChange(long Id, IReadOnlySet<string> Terms);
