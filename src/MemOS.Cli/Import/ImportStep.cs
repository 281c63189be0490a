namespace MemOS.Cli.Import;

/// <summary>What an importer yields: a message, or a problem in its stead.</summary>
internal readonly record struct ImportStep(ImportedMessage? Message, ImportProblem? Problem)
{
    public static implicit operator ImportStep(ImportedMessage message) => new(message, null);

    public static implicit operator ImportStep(ImportProblem problem) => new(null, problem);
}
