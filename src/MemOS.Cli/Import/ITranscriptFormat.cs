namespace MemOS.Cli.Import;

/// <summary>A file format of conversations. Reading is streaming and pure: the same bytes give the same steps.</summary>
internal interface ITranscriptFormat
{
    /// <summary>The name for <c>--format</c>.</summary>
    string Name { get; }

    /// <summary>What the format is, in a line of help.</summary>
    string Summary { get; }

    /// <summary>Reads messages and problems in file order. Broken content becomes a problem, never an exception.</summary>
    IAsyncEnumerable<ImportStep> ReadAsync(Stream stream, ImportContext context, CancellationToken cancellationToken);
}
