namespace MemOS.Reading.Rules;

/// <summary>One line of <see cref="PreferenceVocabulary"/>.</summary>
/// <param name="Polarity">Which way the words point when they are not denied.</param>
/// <param name="Pattern">The words.</param>
/// <param name="IsDenial">Whether the words hold the "no" that turns something down.</param>
internal sealed record PreferenceRule(Polarity Polarity, PhrasePattern Pattern, bool IsDenial);
