namespace MemOS.Time.English;

/// <summary>Decades and centuries: "1990s", "the 90s", "the nineties", "the 21st century".</summary>
internal static class DecadeGrammar
{
    private static readonly string[] Words = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    public static Match Parse(Cursor c, int i)
    {
        if (c.Is(i, "the") && !c.Is(i + 1, "the"))
        {
            return WithArticle(c, i);
        }

        if (c[i] is { Kind: TokenKind.Number, Ordinal: false } number)
        {
            var quoted = c.IsSymbol(i + 1, '\'') && c[i + 1].Glued ? i + 2 : i + 1;
            if (!c.Is(quoted, "s") || (!c[quoted].Glued && number.Digits < 4) || number.Number % 10 != 0)
            {
                return Match.None;
            }

            return number.Digits switch
            {
                4 when number.Number is >= 1000 and <= 2100 => Decade(number.Number, i, quoted + 1),
                2 when c.Is(i - 1, "the") || c.IsSymbol(i - 1, '\'') || c.IsAny(i - 1, "early", "late", "mid") => Ambiguous(number.Number, i, quoted + 1),
                _ => Match.None,
            };
        }

        var nth = NumberGrammar.Ordinal(c, i, out var end);
        if (nth is >= 1 and <= 30 && c.Word(c.SkipSymbol(end, '-')).Unit == TimeUnit.Century)
        {
            return new(TimeNode.Span(new DateTime(Math.Max(1, (nth - 1) * 100), 1, 1), new DateTime(nth * 100, 1, 1), TimeUnit.Century), i, c.SkipSymbol(end, '-') + 1);
        }

        var word = Array.IndexOf(Words, c.Word(i).Text);
        return word >= 0 && c[i].Kind == TokenKind.Word && (c.IsAny(i - 1, "the", "nineteen") || (c.IsAny(i - 1, "early", "late", "mid") && c.Is(i - 2, "the")))
            ? Ambiguous(20 + (10 * word), i, i + 1)
            : Match.None;
    }

    private static Match Decade(int year, int start, int end) =>
        new(TimeNode.Span(new DateTime(year, 1, 1), new DateTime(year + 10, 1, 1), TimeUnit.Decade), start, end);

    // By convention "the 90s" may be of this century too; a person means the last ones.
    private static Match Ambiguous(int decade, int start, int end)
    {
        var last = Decade(1900 + decade, start, end).Node!;
        var next = Decade(2000 + decade, start, end).Node!;
        var meant = EventTimes.Past(decade < 30 ? next : last);
        return new(last with { Future = next.Past, PastTime = meant, FutureTime = meant }, start, end);
    }

    // "the 90s", "the nineties"
    private static Match WithArticle(Cursor c, int i)
    {
        var match = Parse(c, i + 1);
        return match.Node is { Unit: TimeUnit.Decade } ? match with { Start = i } : match;
    }
}
