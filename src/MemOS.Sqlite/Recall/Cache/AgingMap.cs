using System.Diagnostics.CodeAnalysis;

namespace MemOS.Sqlite.Recall.Cache;

/// <summary>A map that forgets what was not asked for lately: two generations, the older of which is dropped as a whole.</summary>
/// <remarks>Used under its owner's lock.</remarks>
internal sealed class AgingMap<TKey, TValue>
    where TKey : notnull
{
    private readonly IEqualityComparer<TKey> comparer;
    private readonly Func<TValue, long> sizeOf;
    private Dictionary<TKey, TValue> young;
    private Dictionary<TKey, TValue> old;
    private long youngBytes;
    private long oldBytes;

    /// <summary>Makes an empty map.</summary>
    /// <param name="sizeOf">About how many bytes a value takes with its key.</param>
    /// <param name="comparer">How keys are compared.</param>
    public AgingMap(Func<TValue, long> sizeOf, IEqualityComparer<TKey>? comparer = null)
    {
        this.sizeOf = sizeOf;
        this.comparer = comparer ?? EqualityComparer<TKey>.Default;
        young = new(this.comparer);
        old = new(this.comparer);
    }

    private AgingMap(AgingMap<TKey, TValue> other)
    {
        (sizeOf, comparer) = (other.sizeOf, other.comparer);
        young = new(other.young, comparer);
        old = new(other.old, comparer);
        (youngBytes, oldBytes) = (other.youngBytes, other.oldBytes);
    }

    /// <summary>About how many bytes it takes.</summary>
    public long Bytes => youngBytes + oldBytes;

    /// <summary>Finds a value, which then counts as young.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (young.TryGetValue(key, out value))
        {
            return true;
        }

        if (old.Count == 0 || !old.Remove(key, out value))
        {
            return false;
        }

        var bytes = sizeOf(value);
        oldBytes -= bytes;
        youngBytes += bytes;
        young.Add(key, value);
        return true;
    }

    /// <summary>Puts a value in place of an earlier one.</summary>
    public void Set(TKey key, TValue value)
    {
        Remove(key);
        young.Add(key, value);
        youngBytes += sizeOf(value);
    }

    /// <summary>Takes a value out.</summary>
    public void Remove(TKey key)
    {
        if (young.Remove(key, out var value))
        {
            youngBytes -= sizeOf(value);
        }
        else if (old.Remove(key, out value))
        {
            oldBytes -= sizeOf(value);
        }
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        Age();
        Age();
    }

    /// <summary>Drops what was not asked for since the last time, and makes the rest old.</summary>
    public void Age()
    {
        (young, old) = (new(comparer), young);
        (youngBytes, oldBytes) = (0, youngBytes);
    }

    /// <summary>The same entries in a map of their own; the values are shared.</summary>
    public AgingMap<TKey, TValue> Copy() => new(this);
}
