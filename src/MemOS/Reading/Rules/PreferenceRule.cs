namespace MemOS.Reading.Rules;

/// <summary>One line of <see cref="PreferenceVocabulary"/>.</summary>
/// <param name="Polarity">Which way the words point when they are not denied.</param>
/// <param name="Pattern">The words.</param>
internal sealed record PreferenceRule(Polarity Polarity, PhrasePattern Pattern);
