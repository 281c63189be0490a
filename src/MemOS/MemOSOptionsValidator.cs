using Microsoft.Extensions.Options;

namespace MemOS;

/// <summary>Checks settings when an application starts, with what to write instead.</summary>
internal sealed class MemOSOptionsValidator : IValidateOptions<MemoryOSOptions>, IValidateOptions<MemoryChatOptions>
{
    public ValidateOptionsResult Validate(string? name, MemoryOSOptions options) => Check(name, nameof(MemoryOSOptions), options.Validate);

    public ValidateOptionsResult Validate(string? name, MemoryChatOptions options) => Check(name, nameof(MemoryChatOptions), options.Validate);

    private static ValidateOptionsResult Check(string? name, string type, Action validate)
    {
        try
        {
            validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException error)
        {
            return ValidateOptionsResult.Fail($"{type}{(string.IsNullOrEmpty(name) ? "" : $" of \"{name}\"")}: {error.Message}");
        }
    }
}
