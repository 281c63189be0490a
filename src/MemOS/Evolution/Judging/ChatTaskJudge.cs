using MemOS.Evolution.Tasks;
using MemOS.Reading;
using MemOS.Reading.Extraction;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Judging;

/// <summary>Asks a model how turns relate to the work before them and what they say of it.</summary>
/// <remarks>
/// Threat note: what users say, the calls with secrets masked, and answers go to the client's model. What comes back can at worst cut or
/// judge tasks wrongly: it is a choice among given words for turns that were asked about, and calls, values and texts of a task are
/// taken from the evidence alone. A skill still has to replay, and a person to approve it.
/// </remarks>
internal sealed class ChatTaskJudge(IChatClient client, ChatClientMemReaderOptions options)
{
    private readonly SchemaChat chat = new(client, options, JudgingPrompt.Schema, JudgingPrompt.SchemaName);

    public string Name => chat.Model;

    /// <summary>What a call takes, as far as it is known before.</summary>
    public ModelUsage Expected(JudgingBatch batch) => new(1, JudgingPrompt.Of(batch).Sum(message => (long)options.TokenCounter.Count(message.Text)), 0);

    /// <summary>Asks about the turns of a batch.</summary>
    /// <returns>An opinion on each turn that was asked about, by its first message, and what it cost.</returns>
    /// <exception cref="MemoryReadingException">The model could not be asked, refused, or answered something else.</exception>
    public async Task<(IReadOnlyDictionary<MemoryId, TurnOpinion> Opinions, ModelUsage Usage)> AskAsync(
        JudgingBatch batch, Func<CancellationToken, Task<bool>>? mayCallAgainAsync, CancellationToken cancellationToken)
    {
        var (answer, usage) = await chat.AskAsync(JudgingPrompt.Of(batch), default, mayCallAgainAsync, cancellationToken).ConfigureAwait(false);
        var items = AnswerText.Find(answer) ?? throw new MemoryReadingException($"{Name} answered without a list of turns; its {answer.Length} characters hold no JSON of the form it was asked for.", usage);
        var opinions = batch.Asked.ToDictionary(number => IdOf(batch.Turns[number - 1]), static _ => TurnOpinion.None);
        foreach (var (number, opinion) in items.Select(item => JudgingAnswer.Of(item, batch.Asked)).OfType<(int, TurnOpinion)>())
        {
            opinions[IdOf(batch.Turns[number - 1])] = opinion;
        }

        return (opinions, usage);
    }

    private static MemoryId IdOf(Turn turn) => turn.Items[0].Id;
}
