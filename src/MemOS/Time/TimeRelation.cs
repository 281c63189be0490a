namespace MemOS.Time;

/// <summary>How a <see cref="TimeMention"/> relates to the time that it names.</summary>
public enum TimeRelation
{
    /// <summary>The time itself: "in May".</summary>
    At,

    /// <summary>Earlier than the time: "before May", "by Friday".</summary>
    Before,

    /// <summary>Later than the time: "after May".</summary>
    After,

    /// <summary>From the time on: "since 2016".</summary>
    Since,

    /// <summary>Up to the time: "until May".</summary>
    Until,

    /// <summary>Near the time: "around 2016", "a few days ago".</summary>
    Around,
}
