using System.Globalization;
using MemOS.Reading;

namespace MemOS.Recall.Ranking;

/// <summary>One message (or chunk) with the records made of it: the unit that is ranked and packed.</summary>
internal sealed class Candidate(RecallDocument evidence)
{
    private const int Near = 2;
    private const int UsualChannels = 8;

    private readonly List<KeyValuePair<string, double>> channels = new(UsualChannels);

    /// <summary>The message.</summary>
    public RecallDocument Evidence { get; } = evidence;

    /// <summary>Current records whose first source is the message.</summary>
    public List<RecallDocument> Records { get; } = [];

    /// <summary>The preference of the message that answers a request for advice; <see langword="null"/> when none does.</summary>
    public RecallDocument? Preferred { get; private set; }

    /// <summary>What the assistant said before it, when the message may choose among what was offered there.</summary>
    public RecallDocument? Offer { get; set; }

    /// <summary>What of the message is no longer true, for people to read; <see langword="null"/> while all is, as far as is known.</summary>
    /// <remarks>Made when it is shown: most candidates never are.</remarks>
    public string? Outdated => OutdatedBy is not { } past ? null
        : past.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) is var since && past.IsAll ? $"[no longer true since {since}]" : $"[no longer true since {since}: {past.Text}]";

    /// <summary>What of the message is no longer true; <see langword="null"/> while all is, as far as is known.</summary>
    public SupersededStatement? OutdatedBy { get; set; }

    /// <summary>The score of the message's own words, before anything else is added.</summary>
    public double Words { get; set; }

    /// <summary>What words, phrases and records said of the message itself, before what stands around it was added.</summary>
    public double Said { get; set; }

    /// <summary>The fused score.</summary>
    public double Score { get; private set; }

    /// <summary>Which terms of the query the message or a record of it holds, one bit each.</summary>
    public ulong Matched { get; set; }

    /// <summary>The share of the query, by rarity of its words, that the message or a record of it holds; from 0 to 1.</summary>
    public double Coverage { get; set; }

    /// <summary>The terms of the message in order.</summary>
    public IReadOnlyList<string> Terms => Evidence.Notes.Terms;

    /// <summary>What the form of the message tells of its worth.</summary>
    public SpeechTraits Traits => Evidence.Notes.Traits;

    /// <summary>What each channel added.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Channels => channels;

    /// <summary>Whether two terms stand at most two places apart in the message.</summary>
    public bool HasNear(string first, string second)
    {
        var said = Evidence.Notes.Terms;
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] != first)
            {
                continue;
            }

            for (var j = Math.Max(0, i - Near); j <= Math.Min(said.Length - 1, i + Near); j++)
            {
                if (said[j] == second)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Takes all scores back, for another round with more words.</summary>
    public void Reset()
    {
        channels.Clear();
        Score = 0;
        Words = 0;
        Said = 0;
        Matched = 0;
    }

    /// <summary>Notes that a record of the message bears on a request for advice; the first noted is the best.</summary>
    public void Prefer(RecallDocument record)
    {
        Preferred ??= record;
        if (!Records.Exists(known => known.Id == record.Id))
        {
            Records.Add(record);
        }
    }

    /// <summary>Shows the message as its best record of some kinds.</summary>
    /// <returns><see langword="false"/> when it has none.</returns>
    public bool ShowAs(IReadOnlyList<MemoryKind> kinds)
    {
        if (Preferred?.Kind is { } kind && kinds.Contains(kind))
        {
            return true;
        }

        Preferred = Records.Where(record => record.Kind is { } own && kinds.Contains(own)).MaxBy(record => record.Confidence);
        return Preferred is not null;
    }

    /// <summary>Adds a channel's part.</summary>
    public void Add(string channel, double score)
    {
        if (score == 0)
        {
            return;
        }

        Score += score;

        // A handful of channels: looking through them is faster than hashing.
        for (var i = 0; i < channels.Count; i++)
        {
            if (channels[i].Key == channel)
            {
                channels[i] = new(channel, channels[i].Value + score);
                return;
            }
        }

        channels.Add(new(channel, score));
    }

    /// <summary>Scales everything so far, and notes the difference as a channel's part.</summary>
    public void Scale(string channel, double factor) => Add(channel, Score * (factor - 1));
}
