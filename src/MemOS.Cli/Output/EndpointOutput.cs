namespace MemOS.Cli.Output;

/// <summary>An endpoint that texts are sent to. Never its key.</summary>
/// <param name="Purpose">What it is for: chat or embedding.</param>
/// <param name="Host">The host, with the port where it is not the usual one.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="Sends">Which texts are sent, in words.</param>
internal sealed record EndpointOutput(string Purpose, string Host, string Model, string Sends);
