using System.ComponentModel;
using System.Globalization;
using System.Text;
using MemOS.Chat;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Tokens;

namespace MemOS.Tools;

/// <summary>What the memory tools do. Answers are short texts for a model; a mistake is answered with what to do instead.</summary>
/// <remarks>Threat note: the scope is the host's. What the model asks to remember is the model's word, not the user's, and never becomes a standing instruction.</remarks>
internal sealed class MemoryToolFunctions(MemoryOS memory, Func<CancellationToken, ValueTask<MemoryScope>> scope)
{
    private const int AnswerTokens = 800;
    private const int PageSize = 20;
    private const int LongestMemory = 2000;
    private const string IdHelp = "Ids look like r1-12; searching and listing memories show them.";

    private ITokenCounter Counter => memory.Options.TokenCounter ?? EstimatingTokenCounter.Instance;

    [Description("Keeps a fact for later conversations. Write one self-contained statement in the third person, with names and dates instead of pronouns and 'today'.")]
    public async Task<string> RememberAsync([Description("The statement, such as: Ada is allergic to peanuts.")] string text, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "Nothing was kept: text is empty. Give one statement.";
        }

        if (text.Length > LongestMemory)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Nothing was kept: text has {text.Length} characters, {LongestMemory} are allowed. Keep the few facts that matter, one call each.");
        }

        var draft = new EvidenceDraft { Role = EvidenceRole.Assistant, Text = text, Time = memory.Options.TimeProvider.GetLocalNow(), Kind = EvidenceKind.Manual };
        var added = await memory.AddAsync([draft], await scope(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return $"Kept as {added.Evidence[0].Id}.";
    }

    [Description("Searches memories of earlier conversations. Use it when the answer may have been said before.")]
    public async Task<string> RecallAsync([Description("What to look for: a question or a few words.")] string query, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return "Nothing was searched: query is empty. Give a question or a few words.";
        }

        var options = memory.Options.Recall with { BudgetTokens = AnswerTokens, Limit = PageSize };
        var found = await memory.SearchAsync(query, await scope(cancellationToken).ConfigureAwait(false), options, cancellationToken).ConfigureAwait(false);
        return Answer(found.Items.Count, found.Items.Select(item => $"{item.Id} {RecallLines.Of(item)}"), "Nothing is known about that.");
    }

    [Description("Lists what is held to be true, oldest first, a page at a time.")]
    public async Task<string> ListMemoriesAsync(
        [Description("Only of this kind: fact, preference, event, instruction, profile or procedure. Leave out for all.")] string? kind = null,
        [Description("Only about this person or thing, by name. Leave out for all.")] string? about = null,
        [Description("The last id of the page before. Leave out for the first page.")] string? after = null,
        CancellationToken cancellationToken = default)
    {
        MemoryKind? only = null;
        if (!string.IsNullOrWhiteSpace(kind))
        {
            if (!Enum.TryParse<MemoryKind>(kind, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                return $"There is no kind \"{Short(kind)}\". Kinds are: {string.Join(", ", Enum.GetNames<MemoryKind>()).ToLowerInvariant()}.";
            }

            only = parsed;
        }

        MemoryId? last = null;
        if (!string.IsNullOrWhiteSpace(after))
        {
            if (!MemoryId.TryParse(after, out var id))
            {
                return $"\"{Short(after)}\" is no memory id. {IdHelp}";
            }

            last = id;
        }

        var filter = new RecordFilter { Kind = only, Subject = string.IsNullOrWhiteSpace(about) ? null : about, After = last, Limit = PageSize };
        var records = await memory.ListAsync(await scope(cancellationToken).ConfigureAwait(false), filter, cancellationToken).ConfigureAwait(false);
        return Answer(records.Count, records.Select(record => $"{record.Id} ({record.Kind.ToString().ToLowerInvariant()}) {record.Text}"), "There are no such memories.");
    }

    [Description("Corrects a memory that is wrong. The old version is kept in its history.")]
    public async Task<string> CorrectAsync(
        [Description("The id of the memory, such as r1-12.")] string id,
        [Description("What is true: one self-contained statement in the third person.")] string text,
        CancellationToken cancellationToken = default)
    {
        if (!MemoryId.TryParse(id, out var parsed))
        {
            return $"\"{Short(id)}\" is no memory id. {IdHelp}";
        }

        if (parsed.Kind != MemoryItemKind.Record)
        {
            return $"{parsed} is a message as it was said, which nobody can change. Keep what is true with remember, or take the message out with forget.";
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestMemory)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Nothing was changed: text must have 1 to {LongestMemory} characters.");
        }

        try
        {
            await memory.UpdateAsync(parsed, text, await scope(cancellationToken).ConfigureAwait(false), cancellationToken: cancellationToken).ConfigureAwait(false);
            return $"{parsed} is corrected.";
        }
        catch (MemoryNotFoundException)
        {
            return $"There is no memory {parsed} to correct. {IdHelp}";
        }
    }

    [Description("Takes a memory, and the messages behind it, out of recall. People can bring it back; you cannot.")]
    public async Task<string> ForgetAsync([Description("The id of the memory or message, such as r1-12 or m1-30.")] string id, CancellationToken cancellationToken = default)
    {
        if (!MemoryId.TryParse(id, out var parsed))
        {
            return $"\"{Short(id)}\" is no memory id. {IdHelp}";
        }

        try
        {
            var receipt = await memory.ForgetAsync(parsed, await scope(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return string.Create(CultureInfo.InvariantCulture, $"{parsed} is forgotten, {receipt.Items.Count} item(s) in all.");
        }
        catch (MemoryNotFoundException)
        {
            return $"There is no memory {parsed} to forget. {IdHelp}";
        }
        catch (MemoryAccessException)
        {
            return $"{parsed} belongs to a shared memory that this user may only read. Ask its owner.";
        }
    }

    private string Answer(int count, IEnumerable<string> lines, string none)
    {
        if (count == 0)
        {
            return none;
        }

        var block = RecallBlock.Create(lines.Select(line => line.Length <= LongestMemory ? line : line[..LongestMemory] + " …"), AnswerTokens, Counter);
        var shown = block?.Lines ?? 0;
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{shown} of {count} found")
            .Append(shown < count ? ", the others did not fit; ask more narrowly.\n" : ".\n")
            .Append(block?.Text).ToString();
    }

    private static string Short(string text) => RecallBlock.Escape(text.Length <= 40 ? text : text[..40] + "…");
}
