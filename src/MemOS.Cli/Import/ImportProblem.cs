namespace MemOS.Cli.Import;

/// <summary>A piece of a file that could not be used.</summary>
/// <param name="Place">Where in the file: "line 12".</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="EndsFile">Whether nothing after it can be read.</param>
internal sealed record ImportProblem(string Place, string Message, bool EndsFile = false);
