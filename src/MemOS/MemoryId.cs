using System.Globalization;
using System.Text.Json.Serialization;

namespace MemOS;

/// <summary>
/// The id of an item: its cube, its kind and its place in the cube, packed into one number so that a cube is one range of ids.
/// </summary>
/// <remarks>
/// Layout of <see cref="Value"/>: 31 bits of cube number, 3 bits of kind, 29 bits of sequence. Printed and parsed as
/// <c>m1-12</c> (evidence), <c>r1-12</c> (record), <c>t1-3</c> (task) and <c>s1-2</c> (skill): cube 1, item 12.
/// An id grants nothing: every operation checks the scope as well. Immutable; safe for concurrent use.
/// </remarks>
/// <param name="Value">The packed number.</param>
[JsonConverter(typeof(MemoryIdJsonConverter))]
public readonly record struct MemoryId(long Value) : IComparable<MemoryId>
{
    /// <summary>The highest sequence number that an id can hold.</summary>
    public const int MaxSequence = (1 << SequenceBits) - 1;

    private const int SequenceBits = 29;
    private const string Letters = "mrts";

    /// <summary>Packs an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cube is not positive, or the sequence is outside 1 to <see cref="MaxSequence"/>.</exception>
    public MemoryId(int cube, MemoryItemKind kind, int sequence)
        : this(First(cube, kind) + sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cube);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);
    }

    /// <summary>The number of the cube that holds the item.</summary>
    public int Cube => (int)(Value >> 32);

    /// <summary>What the id names.</summary>
    public MemoryItemKind Kind => (MemoryItemKind)((Value >> SequenceBits) & 7);

    /// <summary>The place of the item among those of its kind in its cube, from 1.</summary>
    public int Sequence => (int)(Value & MaxSequence);

    /// <summary>The number below every id of a kind in a cube: ids run from this plus one to this plus <see cref="MaxSequence"/>.</summary>
    public static long First(int cube, MemoryItemKind kind) => ((long)cube << 32) | ((long)kind << SequenceBits);

    /// <summary>Reads what <see cref="ToString"/> prints; case and surrounding blanks do not matter.</summary>
    public static bool TryParse(string? text, out MemoryId id)
    {
        id = default;
        var span = text.AsSpan().Trim();
        var dash = span.IndexOf('-');
        if (dash < 2 || Letters.IndexOf(char.ToLowerInvariant(span[0]), StringComparison.Ordinal) is var kind && kind < 0 ||
            !int.TryParse(span[1..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var cube) || cube <= 0 ||
            !int.TryParse(span[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence is <= 0 or > MaxSequence)
        {
            return false;
        }

        id = new(cube, (MemoryItemKind)kind, sequence);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(MemoryId other) => Value.CompareTo(other.Value);

    /// <summary>The printed form, such as <c>r1-12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Kind & 3]}{Cube}-{Sequence}");

    /// <summary>Orders by cube, kind and sequence.</summary>
    public static bool operator <(MemoryId left, MemoryId right) => left.Value < right.Value;

    /// <summary>Orders by cube, kind and sequence.</summary>
    public static bool operator >(MemoryId left, MemoryId right) => left.Value > right.Value;

    /// <summary>Orders by cube, kind and sequence.</summary>
    public static bool operator <=(MemoryId left, MemoryId right) => left.Value <= right.Value;

    /// <summary>Orders by cube, kind and sequence.</summary>
    public static bool operator >=(MemoryId left, MemoryId right) => left.Value >= right.Value;
}
