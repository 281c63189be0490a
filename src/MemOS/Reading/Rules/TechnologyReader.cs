using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads what a project is made with: "we moved to Rust", "my project uses C#", "the backend is written in Go".</summary>
internal static class TechnologyReader
{
    private static readonly System.Collections.Frozen.FrozenDictionary<(string, string), string> Named = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<(string, string), string>
    {
        [("github", "actions")] = "ci", [("gitlab", "ci")] = "ci", [("circle", "ci")] = "ci", [("travis", "ci")] = "ci", [("azure", "pipelines")] = "ci", [("visual", "studio")] = "editor", [("vs", "code")] = "editor", [("sql", "server")] = "database", [("spring", "boot")] = "framework", [("ms", "teams")] = "messenger", [("microsoft", "teams")] = "messenger", [("google", "chat")] = "messenger", [("google", "cloud")] = "cloud", [("apple", "music")] = "music", [("youtube", "music")] = "music", [("amazon", "music")] = "music",
    });

    /// <summary>The technology; <see langword="null"/> when the clause tells of none.</summary>
    public static AttributeValue? Read(Clause clause, VerbPhrase verb, string subject)
    {
        if (verb.Lemma is not ("use" or "move" or "switch" or "migrat" or "rewrit" or "rewrite" or "write" or "build" or "run" or "be" or "choos" or "choose" or "go" or "port" or "convert" or "chang" or "replac" or "code" or "program" or "work" or "adopt" or "transit" or "deploy" or "host" or "track" or "manag" or "test" or "plan" or "chat" or "take" or "keep" or "swap" or "standard" or "stick" or "drop" or "ditch" or "abandon" or "store" or "sit" or "live" or "reside" or "power") || verb.Tense == Tense.Future)
        {
            return null;
        }

        string? value = null;
        string? rejected = null;
        string? type = null;
        var rest = clause.Rest;
        var additive = TokenSpans.Contains(clause.Tokens, "also") || TokenSpans.Contains(rest, "too");
        for (var i = 0; i < rest.Length; i++)
        {
            // "GitHub Actions": two words name one thing.
            if (i + 1 < rest.Length && verb.Lemma is "use" or "switch" or "move" or "migrat" or "be" or "run" or "go" or "replac" or "adopt" or "drop" or "ditch" or "abandon" or "transit" or "swap" or "chang" or "deploy" && Named.TryGetValue((rest[i].Lower, rest[i + 1].Lower), out var named))
            {
                var given = i > 0 && rest[i - 1].Lower is "from" or "of" or "off" or "replacing" || verb.Lemma is "drop" or "ditch" or "abandon" or "replac" or "swap" && !(i > 0 && rest[i - 1].Lower is "for" or "with");
                rejected = given ? rest[i].Lower + " " + rest[i + 1].Lower : rejected;
                value = given ? value : value ?? rest[i].Lower + " " + rest[i + 1].Lower;
                type = given ? type ?? named : named;
                i++;
                continue;
            }

            if (WordClasses.Technology(rest[i].Lower) is not { } found || (rest[i].Lower is "go" or "c" or "r" or "solid" or "express" or "spring" or "swift" or "dart" or "oracle" or "eclipse" or "ruby" or "rust" or "helix" or "cursor" or "flask" or "edge" or "linear" or "phoenix" or "meteor" or "tornado" or "bottle" or "gin" or "fiber" or "remix" or "signal" or "teams" or "sketch" or "brave" or "opera" or "notion" or "parcel" or "safari" or "bun" && !rest[i].IsCapitalised && clause.Tokens[0].Text != clause.Tokens[0].Lower))
            {
                continue;
            }

            var before = i > 0 ? rest[i - 1].Lower : "";
            if (before is "from" or "of" or "replacing" || (i > 1 && rest[i - 2].Lower == "instead") || (verb.Lemma is "replac" or "swap" && before is not ("with" or "for") && type is null) || (verb.Lemma is "drop" or "ditch" or "abandon" && before is not "for" and not "of"))
            {
                rejected = rest[i].Lower;
                type ??= found;
            }
            else if (value is null)
            {
                value = rest[i].Lower;
                type = found == "system" && i + 1 < rest.Length && rest[i + 1].Lower == "phone" ? "phone" : found;
            }
        }

        if (value is null)
        {
            return rejected is null || verb.Lemma is not ("drop" or "ditch" or "abandon") ? null : new(MemoryKind.Fact, subject, type, "none") { Rejected = rejected };
        }

        // "We're on Postgres 15".
        if (verb is { Lemma: "be", Negated: false, Formerly: false } && !additive && clause.Subject == SubjectKind.Speaker && rest is [{ Lower: "on" }, var used, ..] && used.Lower == value.Split(' ')[0] && (!TokenSpans.Contains(rest, "for") || TokenSpans.IndexOf(rest, ["for", type!]) > 0) && (rest.Length <= 1 + value.Split(' ').Length || rest[1 + value.Split(' ').Length] is var behind && (!behind.IsWord || behind.Kind == TokenKind.Number || behind.Lower is "now" or "for" or "these" or "at" or "and" or "again" or "already" or "not")) && type is "ci" or "database" or "framework" or "cloud" or "language" or "testing" or "bundler" or "queue" or "system")
        {
            return new(MemoryKind.Fact, subject, type, value) { Rejected = rejected };
        }

        if (verb.Formerly || additive || (verb.Lemma == "be" && !Verbs.IsPast(clause.Tokens[verb.Main].Lower) && !(clause.SubjectEnd > clause.SubjectStart && clause.Tokens[clause.SubjectEnd - 1].Lower == type)))
        {
            return null;
        }

        return verb.Negated ? new(MemoryKind.Fact, subject, type, "not " + value) { Rejected = value } : new(MemoryKind.Fact, subject, type, value) { Rejected = rejected };
    }
}
