using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>What the verb of a clause says: which verb, when, and whether it is denied.</summary>
internal sealed record VerbPhrase
{
    /// <summary>The place of the main verb in the clause.</summary>
    public required int Main { get; init; }

    /// <summary>The main verb as patterns spell it, see <see cref="Verbs.Lemma"/>.</summary>
    public required string Lemma { get; init; }

    public required Tense Tense { get; init; }

    public bool Negated { get; init; }

    /// <summary>The modal verb, such as "would"; empty when there is none. "will" is a tense here, not a modal.</summary>
    public string Modal { get; init; } = "";

    public bool Perfect { get; init; }

    public bool Progressive { get; init; }

    /// <summary>"used to live": true once, not any more.</summary>
    public bool Formerly { get; init; }

    /// <summary>Reads the verb group that starts at a place; <see langword="null"/> when nothing is left there.</summary>
    public static VerbPhrase? Read(ReadOnlySpan<Token> tokens, int start)
    {
        var negated = false;
        var modal = "";
        var perfect = false;
        var progressive = false;
        var formerly = false;
        var sawBe = false;
        Tense? tense = null;
        for (var i = start; i < tokens.Length; i++)
        {
            var word = tokens[i].Lower;
            if (!tokens[i].IsWord)
            {
                // "I, for one, love…" and "I *love*": a mark inside the verb group is passed over, but only right at its start.
                if (i - start < 2 && tokens[i].Kind == TokenKind.Punctuation)
                {
                    continue;
                }

                return null;
            }

            var next = NextWord(tokens, i + 1);
            if (word is "not" or "never" || (word == "no" && Next(tokens, i + 1) == "longer"))
            {
                negated = true;
                if (word == "no")
                {
                    i++;
                }
            }
            else if (Verbs.IsModal(word))
            {
                if (word is "will" or "shall")
                {
                    tense = Tense.Future;
                }
                else
                {
                    modal = word;
                }
            }
            else if (Verbs.IsBe(word) && (Verbs.IsGerund(next) || (Verbs.IsParticiple(next) && !sawBe && next != "done") || next == "been"))
            {
                tense ??= word is "was" or "were" ? Tense.Past : Tense.Present;
                sawBe = true;
            }
            else if (word is "have" or "has" && Next(tokens, i + 1) == "got" && Next(tokens, i + 2) is { Length: > 0 } had && (WordLists.Determiners.Contains(had) || !(Verbs.IsParticiple(had) || IsAdverb(had) || WordLists.Prepositions.Contains(had) || NotHad.Contains(had) || had.EndsWith("ing", StringComparison.Ordinal))))
            {
                // "I've got a dog": the dog is there now.
                return new() { Main = i + 1, Lemma = "have", Tense = Tense.Present, Negated = negated };
            }
            else if (word is "have" or "has" && GotAt(tokens, i) is > 0 and var got)
            {
                // "I've only got electric", "I've got about 2,000 on the card".
                return new() { Main = got, Lemma = "have", Tense = Tense.Present, Negated = negated || TokenSpans.Contains(tokens[i..got], "not") };
            }
            else if (word is "have" or "has" or "had" && (next == "been" || Verbs.IsParticiple(next)))
            {
                perfect = true;
                tense ??= Tense.Past;
            }
            else if (word is "got" or "get" or "gets" && Rescheduled.Contains(Next(tokens, i + 1)))
            {
                // "Got moved to Friday" is "was moved to Friday".
                tense ??= Tense.Past;
                sawBe = true;
            }
            else if (word is "do" or "does" or "did" && next.Length > 0 && (Next(tokens, i + 1) == "not" || Verbs.IsBase(next)))
            {
                tense ??= word == "did" ? Tense.Past : Tense.Present;
            }
            else if (word == "used" && Next(tokens, i + 1) == "to" && !sawBe)
            {
                formerly = true;
                tense = Tense.Past;
                i++;
            }
            else if (sawBe && word == "going" && Next(tokens, i + 1) == "to" && Verbs.IsBase(Next(tokens, i + 2)))
            {
                // "Was going to" tells of a plan that was given up.
                modal = tense == Tense.Past ? "would" : modal;
                tense = tense == Tense.Past ? Tense.Past : Tense.Future;
                i++;
            }
            else if (word is "have" or "has" or "had" && Next(tokens, i + 1) == "to" && Verbs.IsBase(Next(tokens, i + 2)))
            {
                modal = modal.Length == 0 ? "must" : modal;
                tense ??= word == "had" ? Tense.Past : null;
                i++;
            }
            else if (IsAdverb(word) && i + 1 < tokens.Length && next.Length > 0)
            {
                // Adverbs stay in the text; they do not change which verb this is.
            }
            else
            {
                progressive = sawBe && Verbs.IsGerund(word);
                var isPast = word is "was" or "were" or "had" or "did" or "been" || (Verbs.IsPast(word) && !Verbs.IsBase(word)) || word is "quit" or "put" or "cut" or "hit" or "hurt" || (word is "shut" or "split" or "let" or "spread" && start > 0 && IsOne(tokens[start - 1]));
                if (perfect && progressive)
                {
                    // "I have been working at…" still holds.
                    tense = Tense.Present;
                }

                // "Am not", "is no longer": what is denied stands behind the copula.
                var main = i;
                while (Verbs.IsBe(word) && main + 1 < tokens.Length && (tokens[main + 1].Lower is "not" or "never" || (tokens[main + 1].Lower is "no" && Next(tokens, main + 2) == "longer") || (IsAdverb(tokens[main + 1].Lower) && NextWord(tokens, main + 1) is var after && after.Length > 0 && HasDenial(tokens, main + 1))))
                {
                    negated |= tokens[main + 1].Lower is "not" or "never" or "no";
                    main += tokens[main + 1].Lower == "no" ? 2 : 1;
                }

                return new()
                {
                    Main = main,
                    Lemma = Verbs.Lemma(word),
                    Tense = tense ?? (isPast && modal.Length == 0 ? Tense.Past : Tense.Present),
                    Negated = negated,
                    Modal = modal,
                    Perfect = perfect,
                    Progressive = progressive,
                    Formerly = formerly,
                };
            }
        }

        return null;
    }

    public static bool IsAdverb(string lower) =>
        WordLists.Adverbs.Contains(lower) || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && lower is not ("family" or "apply" or "reply" or "supply" or "only" or "rely" or "fly" or "early" or "lovely" or "friendly" or "july" or "italy" or "sicily" or "emily" or "molly" or "sally" or "kelly" or "polly" or "billy" or "lily" or "lilly" or "holly" or "jelly" or "belly" or "ally" or "butterfly" or "assembly" or "bully" or "monopoly" or "anomaly"));

    // What one gets to be, or gets: "I've got better", "I've got it".
    private static readonly IReadOnlySet<string> NotHad = WordLists.Of("better worse used rid lost stuck engaged older bigger ready sick ill drunk fit it you him her them me us back home there here involved dressed going nothing so");

    private static readonly IReadOnlySet<string> Rescheduled = WordLists.Of("moved pushed postponed cancelled canceled rescheduled changed delayed shifted");

    private static bool HasDenial(ReadOnlySpan<Token> tokens, int i)
    {
        while (i < tokens.Length && IsAdverb(tokens[i].Lower) && tokens[i].Lower != "not")
        {
            i++;
        }

        return i < tokens.Length && tokens[i].Lower is "not" or "never";
    }

    // "FitPoint shut down": of one thing, a verb without its -s tells the past.
    private static bool IsOne(Token token) => token.IsWord && !token.Lower.EndsWith('s') && token.Lower is not ("i" or "you" or "we" or "they" or "people" or "children" or "parents" or "family" or "team" or "to" or "and" or "not" or "men" or "women");

    private static string Next(ReadOnlySpan<Token> tokens, int i) => i < tokens.Length && tokens[i].IsWord ? tokens[i].Lower : "";

    // "Got" behind words such as "only" and "definitely not", or before a round number; -1 where nothing is told to be there.
    private static int GotAt(ReadOnlySpan<Token> tokens, int have)
    {
        const int Reach = 3;
        var got = have + 1;
        while (got < tokens.Length && got - have < Reach && tokens[got].Lower is "only" or "still" or "also" or "not" or "definitely" or "certainly" or "really")
        {
            got++;
        }

        if (got + 1 >= tokens.Length || tokens[got].Lower != "got")
        {
            return -1;
        }

        var round = tokens[got + 1].Lower is "about" or "around" or "roughly" or "over" or "nearly" && got + 2 < tokens.Length && tokens[got + 2].Text.Any(char.IsAsciiDigit);
        return round || (got > have + 1 && !Verbs.IsParticiple(tokens[got + 1].Lower) && !WordLists.Prepositions.Contains(tokens[got + 1].Lower) && tokens[got + 1].Lower is not ("to" or "worse" or "better" or "married" or "older")) ? got : -1;
    }

    private static string NextWord(ReadOnlySpan<Token> tokens, int i)
    {
        while (i < tokens.Length && tokens[i].IsWord && (IsAdverb(tokens[i].Lower) || tokens[i].Lower is "not" or "never"))
        {
            i++;
        }

        return Next(tokens, i);
    }
}
