using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MemOS.Chat;
using MemOS.Evidence;

namespace MemOS.Tests.Chat;

public class HistoryAlignerProperties
{
    // Few different texts, so that repeated and equal messages are the rule.
    private static readonly Gen<string> AnyMessage =
        from role in Gen.Elements('u', 'a', 't')
        from text in Gen.Elements("yes", "no", "ok")
        select $"{role}:{text}";

    private static readonly Gen<string[]> AnyHistory = Gen.ArrayOf(AnyMessage);

    // What a caller does to the history before the next call: nothing, trim it, edit a message, take the last answer back.
    private static readonly Gen<(int Deed, int Place, string Text)> AnyDeed =
        from deed in Gen.Choose(0, 5)
        from place in Gen.Choose(0, 99)
        from text in Gen.Elements("yes", "no", "tell me more", "why")
        select (deed, place, text);

    [Fact]
    public void Align_AnyConversationSentTwice_RecordsNothingTheSecondTime() => Prop.ForAll(Gen.ArrayOf(AnyDeed).ToArbitrary(), deeds =>
    {
        var log = new Log();
        var history = new List<string>();
        for (var turn = 0; turn < deeds.Length; turn++)
        {
            var (deed, place, text) = deeds[turn];
            Change(history, deed, place, turn);
            history.Add("u:" + text);
            log.Apply(Log.Keys([.. history]));
            if (log.Apply(Log.Keys([.. history])) != "new none abandoned none")
            {
                return false;
            }

            history.Add(string.Create(CultureInfo.InvariantCulture, $"a:answer {turn}"));
            log.Append(Log.Keys(history[^1]));
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Align_FullHistoryWithRepeatedTexts_HoldsEachTurnOnce() => Prop.ForAll(AnyHistory.ToArbitrary(), texts =>
    {
        var log = new Log();
        var history = new List<string>();
        foreach (var text in texts)
        {
            history.Add("u:" + text);
            log.Apply(Log.Keys([.. history]));
            history.Add("a:" + text);
            log.Append(Log.Keys("a:" + text));
        }

        return SameAs(log, history);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Align_AnyTrimmedHistory_HoldsEachTurnOnce()
    {
        var sizes = Gen.ArrayOf(Gen.Choose(1, 9)).ToArbitrary();
        Prop.ForAll(sizes, windows =>
        {
            var log = new Log();
            var history = new List<string>();
            for (var turn = 0; turn < windows.Length; turn++)
            {
                history.Add(string.Create(CultureInfo.InvariantCulture, $"u:question {turn}"));
                var sent = history.TakeLast(windows[turn]).ToArray();
                log.Apply(Log.Keys(sent));
                log.Apply(Log.Keys(sent));
                history.Add(string.Create(CultureInfo.InvariantCulture, $"a:answer {turn}"));
                log.Append(Log.Keys(history[^1]));
            }

            return SameAs(log, history);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Align_AnyCall_AnswersForEveryMessageAndAbandonsNoMatch() => Prop.ForAll(AnyHistory.ToArbitrary(), AnyHistory.ToArbitrary(), (before, call) =>
    {
        var log = Log.Of(before);
        var alignment = HistoryAligner.Align(log.Active, Log.Keys(call));
        var ids = alignment.Matched.OfType<MemoryId>().ToList();
        return alignment.Matched.Count == call.Length && ids.Distinct().Count() == ids.Count && !ids.Intersect(alignment.Abandoned).Any() &&
            alignment.New.All(i => alignment.Matched[i] is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Align_AnyCall_NeverLosesAPersonsMessage() => Prop.ForAll(AnyHistory.ToArbitrary(), AnyHistory.ToArbitrary(), (before, call) =>
    {
        var log = Log.Of(before);
        log.Apply(Log.Keys(call));
        return Log.Keys(call).Where(key => key.Role == EvidenceRole.User).GroupBy(key => key.Hash)
            .All(group => log.Active.Count(entry => entry.Role == EvidenceRole.User && entry.Hash == group.Key) >= group.Count());
    }).QuickCheckThrowOnFailure();

    private static void Change(List<string> history, int deed, int place, int turn)
    {
        if (history.Count < 2)
        {
            return;
        }

        switch (deed)
        {
            case 1:
                history.RemoveRange(0, place % history.Count / 2 * 2);
                break;
            case 2:
                var edited = place % (history.Count / 2) * 2;
                history[edited] = string.Create(CultureInfo.InvariantCulture, $"u:edited {turn}");
                break;
            case 3:
                history.RemoveRange(history.Count - 2, 2);
                break;
            default:
                break;
        }
    }

    private static bool SameAs(Log log, List<string> history) =>
        log.Active.Select(entry => entry.Hash).SequenceEqual(history.Select(message => Log.Key(message).Hash));
}
