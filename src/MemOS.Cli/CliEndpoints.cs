using MemOS.Cli.Output;
using MemOS.Models;

namespace MemOS.Cli;

/// <summary>Where the environment has texts sent, for people to see: hosts and models, never keys.</summary>
internal sealed class CliEndpoints
{
    private const string Chat = "chat";
    private const string Embedding = "embedding";

    private CliEndpoints(IReadOnlyList<EndpointOutput> endpoints, IReadOnlyList<string> faults)
    {
        Endpoints = endpoints;
        Faults = faults;
    }

    /// <summary>The endpoints that are named whole; only those are ever sent anything.</summary>
    public IReadOnlyList<EndpointOutput> Endpoints { get; }

    /// <summary>What is named by half or wrongly, and what to set: commands that need it are refused.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>The embedding model; <see langword="null"/> when none is named.</summary>
    public string? EmbeddingModel => Endpoints.FirstOrDefault(static endpoint => endpoint.Purpose == Embedding)?.Model;

    public static CliEndpoints Of(CliHost host)
    {
        var endpoints = new List<EndpointOutput>();
        var faults = new List<string>();
        Add(Chat, ModelEndpoint.ChatUrlVariable, ModelEndpoint.ChatModelVariable, () => ModelEndpoint.Chat(host.Variable), "messages that import, add, chat and mcp read, and what chat and bench ask");
        Add(Embedding, ModelEndpoint.EmbeddingUrlVariable, ModelEndpoint.EmbeddingModelVariable, () => ModelEndpoint.Embedding(host.Variable), "messages, records and questions that are embedded by import, add, chat, mcp and search");
        return new(endpoints, faults);

        void Add(string name, string url, string model, Func<ModelEndpoint?> find, string sends)
        {
            try
            {
                if (find() is { } endpoint)
                {
                    endpoints.Add(new(name, endpoint.Url.Authority, endpoint.Model, sends));
                }
            }
            catch (ArgumentException)
            {
                // What was set is not repeated: an address may hold a password.
                faults.Add($"The {name} model is not named whole: set both {url}, an address such as http://localhost:11434/v1, and {model}, or neither.");
            }
        }
    }
}
