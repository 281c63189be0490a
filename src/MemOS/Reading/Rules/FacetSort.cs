namespace MemOS.Reading.Rules;

/// <summary>What the value of a facet looks like.</summary>
internal enum FacetSort
{
    /// <summary>An amount: "1,150", "$90", "8k".</summary>
    Money,

    /// <summary>How many of the thing that the facet names: "80 guests".</summary>
    Count,

    /// <summary>A length of time: "30 days", "an hour".</summary>
    Duration,

    /// <summary>A time of day: "6:30", "at seven".</summary>
    Clock,

    /// <summary>A day: "15 July", "Thursday".</summary>
    Date,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>A number with a unit of weight.</summary>
    Weight,

    /// <summary>A number with a unit of medicine.</summary>
    Dose,

    /// <summary>A name behind a preposition of place.</summary>
    Place,

    /// <summary>A name, with or without a preposition.</summary>
    Name,
}
