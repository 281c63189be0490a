namespace MemOS.Reading.Rules;

/// <summary>Whom or what a clause is about, by its grammar.</summary>
internal enum SubjectKind
{
    /// <summary>None was found: a fragment, an exclamation or a command.</summary>
    None,

    /// <summary>"I", "we", also where it is left out: "went hiking yesterday".</summary>
    Speaker,

    /// <summary>"my sister", "our project", "Tom and I".</summary>
    Possession,

    /// <summary>A name, or "Mom".</summary>
    Person,

    /// <summary>"he", "she", "they".</summary>
    PersonPronoun,

    /// <summary>"it", "this", "that".</summary>
    ThingPronoun,

    /// <summary>"you".</summary>
    Partner,

    /// <summary>Any other noun phrase: "the meeting", "painting".</summary>
    Other,
}
