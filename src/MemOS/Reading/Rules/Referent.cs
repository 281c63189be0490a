namespace MemOS.Reading.Rules;

/// <summary>Whom or what a later pronoun can stand for.</summary>
/// <param name="Text">As a record names it: "Ada's sister".</param>
/// <param name="Gender">'m', 'f', 'p' for several people, 't' for a thing, or '?'.</param>
/// <param name="Message">The message that named it.</param>
internal sealed record Referent(string Text, char Gender, MemoryId Message);
