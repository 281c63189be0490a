namespace MemOS.Time;

/// <summary>What sort of time expression a <see cref="TimeMention"/> is.</summary>
public enum TimeMentionKind
{
    /// <summary>One day: "yesterday", "7 May 2023", "last Friday".</summary>
    Date,

    /// <summary>A span of days: "last week", "in May", "2019", "from 2 to 5 July", "before 2018".</summary>
    DateRange,

    /// <summary>A moment of a day: "tomorrow at 8:30", "two hours ago", "now".</summary>
    DateTime,

    /// <summary>A span of hours of a day: "last night", "Monday from 9 to 11".</summary>
    DateTimeRange,

    /// <summary>A time of day without a day: "9 am", "half past seven".</summary>
    Time,

    /// <summary>A span of hours without a day: "in the morning", "from 3 to 5 pm".</summary>
    TimeRange,

    /// <summary>A length of time: "three weeks", "half an hour". Says how long, not when.</summary>
    Duration,

    /// <summary>A repetition: "every Monday", "daily".</summary>
    Set,

    /// <summary>The age of somebody or something: "18 years old".</summary>
    Age,
}
