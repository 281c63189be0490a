using System.Text.RegularExpressions;
using MemOS.Evolution.Tasks.Language.Reports;
using MemOS.Recall.Lexicon;

namespace MemOS.Evolution.Tasks.Language.Reactions;

/// <summary>What a message offers to judge it by: its words and how they stand, their meaning, and what the tables of phrases say of it.</summary>
/// <remarks>
/// A feature is a name with a strength. The names are those that <c>eng/judges</c> learned weights for; a name without a weight
/// counts for nothing, so that a new one takes effect only when the model is built anew.
/// </remarks>
internal static partial class ReactionFeatures
{
    // Beyond this a message is pasted data, whose words judge nothing.
    private const int LongestRead = 600;
    private const int Scope = 5;

    private static readonly HashSet<string> Deniers = [.. "not no never nothing nobody none nowhere neither nor without hardly barely zero stopped cannot".Split(' ')];
    private static readonly HashSet<string> Turns = [.. "but though although however yet except only until unless".Split(' ')];

    /// <summary>The features of a message after some work.</summary>
    public static List<KeyValuePair<string, float>> Of(Utterance user, ReportContext context)
    {
        var features = new Dictionary<string, float>(StringComparer.Ordinal);
        var text = user.Text.Length > LongestRead ? user.Text[..LongestRead] : user.Text;
        text = text.ToLowerInvariant().Replace('\u2019', '\'');
        var isChinese = text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');
        if (isChinese)
        {
            AddCharacters(text, features);
        }
        else
        {
            AddWords(text, features);
        }

        AddRules(user, context, isChinese ? "z" : "e", features);
        return [.. features];
    }

    /// <summary>Whether a feature is what the tables of phrases and words say.</summary>
    public static bool IsOfRules(string name) => name.Length > 1 && name[1..] is var rest &&
        (rest.StartsWith("said:", StringComparison.Ordinal) || rest.StartsWith("reported:", StringComparison.Ordinal) || rest.StartsWith("clause:", StringComparison.Ordinal) || rest.StartsWith("last:", StringComparison.Ordinal) ||
        name.StartsWith("sense ", StringComparison.Ordinal) || name.StartsWith("denied ", StringComparison.Ordinal));

    private static void AddRules(Utterance user, ReportContext context, string language, Dictionary<string, float> features)
    {
        void Add(string name) => features[language + name] = 1;
        Add("bias");
        Add("said:" + user.Judge(static _ => true));
        Add("reported:" + ReportReader.Read(user, context));
        foreach (var clause in user.Clauses)
        {
            Add("clause:" + clause.Kind + clause.Verdict);
        }

        if (user.Clauses.Count > 0)
        {
            Add("last:" + user.Clauses[^1].Kind + user.Clauses[^1].Verdict);
        }

        if (user.IsRequest)
        {
            Add("request");
        }

        if (user.Clauses.Count > 0 && user.Clauses.All(static clause => clause.IsQuestion))
        {
            Add("asks");
        }
        else if (user.Clauses.Any(static clause => clause.IsQuestion))
        {
            Add("asks too");
        }

        var report = new ContrastText(user.Text);
        var compared = Contrasts.Compare(report, context.Asked);
        if (compared != 0)
        {
            Add(compared > 0 ? "same" : "another");
        }

        var answered = Contrasts.Compare(report, context.Answered);
        if (answered != 0)
        {
            Add(answered > 0 ? "as answered" : "not as answered");
            Add((answered > 0 ? "as answered" : "not as answered") + compared);
        }

        var topics = UtteranceReader.Topics(user.Text);
        Add(topics.Count == 0 ? "no topic" : context.Topics.Overlaps(topics) ? "same topic" : "other topic");
        Add("length:" + Math.Min(topics.Count, 6));
    }

    private static void AddWords(string text, Dictionary<string, float> features)
    {
        text = Contraction().Replace(text, static match => match.Value switch { "won't" => "will not", "can't" => "can not", _ => match.Value[..^3] + " not" });
        var tokens = Token().Matches(text).Select(static match => char.IsDigit(match.Value[0]) ? "#" : match.Value).ToList();
        var meaning = new Meaning();
        var denied = 0;
        var isTurned = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var stem = char.IsLetter(token[0]) ? ReportWords.Stem(token) : token;
            features["w:" + stem] = 1;
            features["p:" + (i == 0 ? "^" : tokens[i - 1]) + " " + token] = 1;
            if (i > 1)
            {
                features["t:" + tokens[i - 2] + " " + tokens[i - 1] + " " + token] = 1;
            }

            if (i == tokens.Count - 1)
            {
                features["e:" + stem] = 1;
            }

            if (!char.IsLetter(token[0]))
            {
                denied = token is "," or "." or ";" or "!" or "?" ? 0 : denied;
                continue;
            }

            if (denied > 0)
            {
                features["n:" + stem] = 1;
            }

            if (isTurned)
            {
                features["b:" + stem] = 1;
            }

            isTurned |= Turns.Contains(token);
            meaning.Add(stem, denied > 0);
            var sense = ReportWords.Of(token);
            if (sense != ReportSense.None)
            {
                features[(denied > 0 ? "denied " : "sense ") + sense] = 1;
            }

            denied = Deniers.Contains(token) ? Scope : denied - 1;
        }

        meaning.AddTo(features);
    }

    private static void AddCharacters(string text, Dictionary<string, float> features)
    {
        for (var i = 0; i < text.Length; i++)
        {
            for (var length = 1; length <= 4 && i + length <= text.Length; length++)
            {
                features[string.Concat("c:", text.AsSpan(i, length))] = 1;
            }
        }

        features[string.Concat("^:", text.AsSpan(0, 1))] = 1;
        features[string.Concat("^:", text.AsSpan(0, Math.Min(2, text.Length)))] = 1;
        features[string.Concat("$:", text.AsSpan(Math.Max(0, text.Length - 2)))] = 1;
        features[string.Concat("$:", text.AsSpan(text.Length - 1))] = 1;
    }

    [GeneratedRegex(@"\p{L}+n't\b", RegexOptions.CultureInvariant)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"'(?:s|re|m|ve|ll|d)\b|\p{L}+|\d+(?:[.:,]\d+)*|[:;]-?[()/DP]|\.{2,}|[!?.,;]|\p{So}|[\uD83C-\uD83E][\uDC00-\uDFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // The mean of the words' vectors: a word that no example had is judged by those near to it.
    private sealed class Meaning
    {
        private const float Strength = 2;
        private readonly float[] plain = new float[WordLexicon.Default.Dimension];
        private readonly float[] denied = new float[WordLexicon.Default.Dimension];

        public void Add(string stem, bool isDenied)
        {
            var number = WordLexicon.Default.IndexOf(stem);
            if (number >= 0)
            {
                WordLexicon.Default.AddTo(isDenied ? denied : plain, number, WordLexicon.Default.Weight(number));
            }
        }

        public void AddTo(Dictionary<string, float> features)
        {
            AddTo(features, plain, "m");
            AddTo(features, denied, "d");
        }

        private static void AddTo(Dictionary<string, float> features, float[] vector, string name)
        {
            TextProfile.Normalise(vector);
            for (var i = 0; i < vector.Length; i++)
            {
                if (vector[i] != 0)
                {
                    features[name + i.ToString(System.Globalization.CultureInfo.InvariantCulture)] = vector[i] * Strength;
                }
            }
        }
    }
}
