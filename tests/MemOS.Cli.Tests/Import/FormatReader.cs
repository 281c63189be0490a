using System.Text;
using MemOS.Cli.Import;

namespace MemOS.Cli.Tests.Import;

/// <summary>Runs a format over a text.</summary>
internal static class FormatReader
{
    public static readonly DateTimeOffset DefaultTime = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task<(List<ImportedMessage> Messages, List<ImportProblem> Problems)> ReadAsync(ITranscriptFormat format, string text)
    {
        var messages = new List<ImportedMessage>();
        var problems = new List<ImportProblem>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await foreach (var step in format.ReadAsync(stream, new("file", DefaultTime), CancellationToken.None))
        {
            if (step.Message is { } message)
            {
                messages.Add(message);
            }

            if (step.Problem is { } problem)
            {
                problems.Add(problem);
            }
        }

        return (messages, problems);
    }
}
