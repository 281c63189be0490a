namespace MemOS.Tokens;

/// <summary>The running sums of an estimate: one as if the words were English or code, one as if they were not.</summary>
internal struct TokenTally
{
    // Below this many words a language is not guessed.
    private const int FewestWords = 12;

    private int certain;
    private int english;
    private int foreign;
    private int words;
    private int functionWords;
    private int plainWords;
    private int letters;
    private int accents;
    private int signs;

    /// <summary>The estimate in whole tokens, at least 1.</summary>
    public readonly int Total
    {
        get
        {
            var isForeign = words >= FewestWords && functionWords * 10 < words && signs * 4 < words &&
                ((accents * 150 > letters && plainWords * 2 > words) || (functionWords * 25 < words && plainWords * 4 > words * 3));
            var sum = certain + (isForeign ? Math.Max(english, foreign) : english);
            return Math.Max(1, (int)Math.Min(((long)sum * 104 / 100 + 130) / 100, int.MaxValue));
        }
    }

    public void Add(int hundredths) => certain += hundredths;

    public void AddWord(ReadOnlySpan<char> word, WordLead lead)
    {
        var shape = new WordShape(word);
        words++;
        letters += word.Length;
        accents += shape.Accents;
        if (lead == WordLead.Blank && shape.IsPlain)
        {
            plainWords++;
        }

        if (EnglishFunctionWords.Contains(word))
        {
            functionWords++;
        }

        var other = TokenWeights.OfForeignWord(word.Length, shape.Accents);
        english += shape.Accents > 0 ? other : shape.Cost(word, lead);
        foreign += other;
    }

    public void AddBreaks(int lines, bool afterSign) => certain += (afterSign ? 25 : 100) + (Math.Max(0, lines - 2) * 20);

    public void AddIndent(int blanks) => certain += blanks <= 0 ? 0 : 100 + (Math.Max(0, blanks - 24) * 2);

    // A run of one sign (a rule, a fence) merges well, a mixed one does not.
    public void AddSigns(ReadOnlySpan<char> run)
    {
        signs++;
        var same = run.Length > 3 && run.IndexOfAnyExcept(run[0]) < 0;
        certain += run.Length switch
        {
            1 => 100,
            2 => 104,
            3 => 145,
            _ when same => 105 + (run.Length * 3),
            _ => 150 + ((run.Length - 3) * 55),
        };
    }
}
