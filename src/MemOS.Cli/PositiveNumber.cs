using System.CommandLine.Parsing;

namespace MemOS.Cli;

/// <summary>Options that take a number above zero.</summary>
internal static class PositiveNumber
{
    /// <summary>Refuses zero and less; what is no number at all is reported by the parser.</summary>
    public static void Check(OptionResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < 1)
        {
            result.AddError($"{result.Option.Name} needs a number above zero.");
        }
    }
}
