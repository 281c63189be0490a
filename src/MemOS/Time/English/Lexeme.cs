namespace MemOS.Time.English;

/// <summary>What the lexicon knows about a word. A word may belong to several classes: "second" is a unit and an ordinal.</summary>
internal sealed record Lexeme(string Text)
{
    public static readonly Lexeme Unknown = new(string.Empty);

    /// <summary>1 to 12, or 0.</summary>
    public int Month { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>The plural of a weekday or period, which means every one: "Mondays", "weekends".</summary>
    public bool Plural { get; init; }

    /// <summary>A name that is more often another word: "may", "march", "sat", "sun", "wed".</summary>
    public bool Risky { get; init; }

    /// <summary>A month that is a first name too: "April", "June", "August".</summary>
    public bool IsName { get; init; }

    public TimeUnit Unit { get; init; }

    /// <summary>A unit's abbreviation, which counts after digits only: "3h".</summary>
    public bool Short { get; init; }

    /// <summary>Value of a cardinal word, or -1.</summary>
    public int Cardinal { get; init; } = -1;

    /// <summary>Value of an ordinal word, or 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>A vague count ("few"), taken for this many, or 0.</summary>
    public int Vague { get; init; }

    /// <summary>Step of "last" (-1), "this" (0) and "next" (1).</summary>
    public int? Step { get; init; }

    public DayPart? Part { get; init; }

    public Season? Season { get; init; }

    /// <summary>A day named by its distance: "today" 0, "tomorrow" 1.</summary>
    public int? DayOffset { get; init; }

    /// <summary>A word for the present: "now", "currently".</summary>
    public bool Present { get; init; }

    /// <summary>A repetition by itself: "daily".</summary>
    public bool Repeated { get; init; }

    /// <summary>Whether a time expression may begin with the word.</summary>
    public bool Begins { get; init; }

    /// <summary>A word that a message must hold, unless it holds digits, to be worth parsing.</summary>
    public bool Trigger { get; init; }
}
