using System.CommandLine;
using MemOS.Models;
using MemOS.Reading;

namespace MemOS.Cli;

/// <summary>The options of commands that can ask a model: on the command line or in the environment.</summary>
internal sealed class ModelOptions
{
    private static readonly Dictionary<string, ReadingMode> Modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fast"] = ReadingMode.Fast, ["fine"] = ReadingMode.Fine, ["fast-then-fine"] = ReadingMode.FastThenFine,
    };

    private readonly Option<string?> chat = new("--chat")
    {
        Description = $"The endpoint of a model, such as http://localhost:11434/v1 (OpenAI, Ollama, vLLM, LM Studio, llama.cpp). Default: ${ModelEndpoint.ChatUrlVariable}, else no model. The key is in ${ModelEndpoint.KeyVariable}.",
        HelpName = "URL",
    };

    private readonly Option<string?> model = new("--model") { Description = $"The model's name at the endpoint. Default: ${ModelEndpoint.ChatModelVariable}.", HelpName = "NAME" };

    private readonly Option<string> mode = new("--read") { Description = "Who reads what is recorded: fast (rules), fine (the model), fast-then-fine (both).", HelpName = "MODE", DefaultValueFactory = _ => "fast-then-fine" };

    public ModelOptions() => mode.AcceptOnlyFromAmong([.. Modes.Keys]);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(chat);
        command.Add(model);
        command.Add(mode);
    }

    /// <summary>The models that a run is to use; nothing is sent anywhere yet.</summary>
    /// <exception cref="CliException">An endpoint without a model, a model without an endpoint, an address that is none, or a ceiling that cannot be held.</exception>
    public CliModels Open(CliRun run)
    {
        try
        {
            var endpoint = ModelEndpoint.Chat(run.Host.Variable, run.Parse.GetValue(chat), run.Parse.GetValue(model));
            return new(endpoint, CliModels.EmbeddingOf(run.Host), Modes[run.Parse.GetValue(mode) ?? "fast-then-fine"], CliCeiling.Of(run.Host));
        }
        catch (ArgumentException error)
        {
            throw new CliException(error.Message, ExitCode.Usage);
        }
    }
}
