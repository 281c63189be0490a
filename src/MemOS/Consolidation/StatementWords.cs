using System.Collections.Frozen;
using MemOS.Reading;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>Classes of words that the comparison of statements knows, as stems.</summary>
internal static class StatementWords
{
    /// <summary>Words that turn a statement over and say nothing else.</summary>
    public static FrozenSet<string> Turning { get; } = Stems("longer anymore quit stopped gave given sold sell stop give used currently these days recently now again finally actually really yet either never 不 没 再 了");

    /// <summary>Words that make a plan of what they stand before: "planning to go to Rome", "not going to Rome".</summary>
    public static FrozenSet<string> Planning { get; } = Stems("become becoming plan planning going go goes went want wants decided decide think thinking consider considering intend hope hoping booked book looking look forward will try trying able sure make made come take taking have having has do does did doing start started get getting got 打算 计划 想 要 去 最后 决定 终于 还是");

    /// <summary>Words that only say when.</summary>
    public static FrozenSet<string> Time { get; } = Stems(
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn fall winter " +
        "eve christmas easter birthday today yesterday tomorrow tonight morning afternoon evening night noon week weekend month year day hour minute ago last next this recently soon early late later already earlier am pm times time 周 月 日 天 年 今 明 昨");

    /// <summary>Words of change that add nothing to what has changed: "raised the rent to 900" is about the rent.</summary>
    public static FrozenSet<string> Changing { get; } = Stems(
        "raised raise increased increase lowered lower reduced reduce cut bumped bump changed change moved move pushed push postponed postpone delayed delay rescheduled reschedule shifted shift cost costs went up down only just about around roughly approximately new current more less still total switched switch grew grow shrank joined became become turned cancelled called off back forward brought bring set 改 到 推迟 提前");

    // Words for one thing: the verb and the noun of an occasion.
    private static readonly FrozenDictionary<string, string> Synonyms = Pairs("""
        wedding: married marry marriage marrying
        flight: fly flying flew
        trip: travel travelling traveling journey vacation holiday visit visiting
        call: phone
        appointment: checkup
        launch: release ship shipping
        surgery: operation
        running: run jog jogging
        smoking: smoke cigarettes smoker
        job: work working position
        apartment: flat
        subscription: subscribe subscribed subscriber
        membership: member
        mortgage: remortgage remortgaged refinance refinanced
        book: rebook rebooked
        captain: captaincy
        pregnant: expecting pregnancy
        smoking: tobacco pipe cigar cigars vape vaping
        chair: chairman chairwoman chairperson
        mother: mum mom mama mummy mommy
        father: dad papa daddy
        grandfather: grandad granddad grandpa gramps
        grandmother: gran granny nan nana grandma
        baby: newborn
        """);

    /// <summary>What a plan, a habit or an agreement may be called by: the words beside these tell which one it is.</summary>
    public static FrozenSet<string> Outings { get; } = Stems("trip plan idea thing visit holiday vacation house place flat apartment home account membership subscription contract lesson lessons class classes course card ticket habit stuff").Select(Canonical).ToFrozenSet(StringComparer.Ordinal);

    private static readonly ILookup<string, string> ByCanonical = Synonyms.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The other stems for the same thing; none for most.</summary>
    public static IEnumerable<string> Variants(string stem) => ByCanonical[Canonical(stem)].Append(Canonical(stem)).Where(other => other != stem);

    /// <summary>A stem, or that of the word that stands for it and its like.</summary>
    public static string Canonical(string stem) => Synonyms.TryGetValue(stem, out var other) ? other : stem;

    /// <summary>What is told, without the subject that it is told of: "User: Gordon has stepped down".</summary>
    public static string Told(RecordContent content) =>
        content.Text.StartsWith(content.Subject + ": ", StringComparison.OrdinalIgnoreCase) ? content.Text[(content.Subject.Length + 2)..] : content.Text;

    /// <summary>What is told without the words for whom it is told of: "is for Chelsea" of "Amir's flatmate Joe is for Chelsea".</summary>
    public static string WithoutSubject(RecordContent content) =>
        content.Text.StartsWith(content.Subject, StringComparison.OrdinalIgnoreCase) ? content.Text[content.Subject.Length..] : Told(content);

    private static FrozenSet<string> Stems(string words) => WordAnalyzer.Terms(words).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string table)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(": ");
            foreach (var word in WordAnalyzer.Terms(parts[1]))
            {
                pairs.TryAdd(word, WordAnalyzer.Terms(parts[0])[0]);
            }
        }

        return pairs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
