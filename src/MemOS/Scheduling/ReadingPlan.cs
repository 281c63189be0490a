using MemOS.Reading;

namespace MemOS.Scheduling;

/// <summary>Who reads what, by the options: the rules at once, a model in the background, or one after the other.</summary>
/// <param name="Fast">Reads new evidence at once; <see langword="null"/> when only the model reads.</param>
/// <param name="Fine">Asks a model; <see langword="null"/> when none is configured or wanted.</param>
internal sealed record ReadingPlan(IMemReader? Fast, IMemReader? Fine)
{
    /// <summary>The jobs that the model does: the second reading, or the only one.</summary>
    public JobKind FineKind => Fast is null ? JobKind.Read : JobKind.Refine;

    /// <exception cref="ArgumentException">A mode asks for a model, and there is none.</exception>
    public static ReadingPlan Of(MemoryOSOptions options)
    {
        var reader = options.Reader ?? new RuleMemReader();
        var mode = options.ReadingMode ?? (reader.UsesModel ? ReadingMode.FastThenFine : ReadingMode.Fast);
        if (!reader.UsesModel && mode != ReadingMode.Fast)
        {
            throw new ArgumentException($"{nameof(MemoryOSOptions.ReadingMode)} is {mode}, and {nameof(MemoryOSOptions.Reader)} asks no model. Set it to a reader that does, such as new ChatClientMemReader(chatClient).");
        }

        return mode switch
        {
            ReadingMode.Fast => new(reader.UsesModel ? new RuleMemReader() : reader, null),
            ReadingMode.Fine => new(null, reader),
            _ => new(new RuleMemReader(), reader),
        };
    }
}
