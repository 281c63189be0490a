using System.Runtime.CompilerServices;
using System.Text.Json;
using MemOS.Cli.Output;

namespace MemOS.Cli.Import;

/// <summary>Reads a JSON document as a stream of values: the elements of an array one by one, or the one object.</summary>
internal static class JsonItems
{
    public static async IAsyncEnumerable<(JsonElement Json, ImportProblem? Problem)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffered = new PeekStream(stream);
        var isArray = await buffered.PeekTextAsync(cancellationToken) == '[';
        var items = isArray ? ReadArray(buffered, cancellationToken) : ReadOne(buffered, cancellationToken);
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ImportProblem? problem = null;
            try
            {
                if (!await enumerator.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (JsonException error)
            {
                problem = new($"line {error.LineNumber + 1}", $"not valid JSON (at column {error.BytePositionInLine + 1}); nothing after it can be read", EndsFile: true);
            }

            if (problem is not null)
            {
                yield return (default, problem);
                yield break;
            }

            yield return (enumerator.Current, null);
        }
    }

    private static IAsyncEnumerable<JsonElement> ReadArray(Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.DeserializeAsyncEnumerable(stream, CliJson.Default.JsonElement, cancellationToken);

    private static async IAsyncEnumerable<JsonElement> ReadOne(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken);
        yield return document.RootElement.Clone();
    }
}
