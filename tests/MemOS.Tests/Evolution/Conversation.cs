using MemOS.Evidence;
using MemOS.Evolution;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks;

namespace MemOS.Tests.Evolution;

/// <summary>Builds the messages of a session as they would be recorded, a minute apart.</summary>
internal sealed class Conversation(string session = "s1", int firstSequence = 1)
{
    private readonly List<EvidenceItem> items = [];
    private DateTimeOffset time = new(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(1));
    private int calls;

    public IReadOnlyList<EvidenceItem> Items => items;

    public Conversation User(string text) => Add(EvidenceRole.User, text);

    public Conversation Assistant(string text) => Add(EvidenceRole.Assistant, text);

    /// <summary>A call with its result; a result that starts with '!' is an error.</summary>
    public Conversation Call(string tool, string arguments, string result = """{"ok":true}""")
    {
        var id = $"c{++calls}";
        Add(EvidenceRole.Assistant, "", new ToolCall(id, tool, JsonValues.Parse(arguments)));
        return Add(EvidenceRole.Tool, "", result: result.StartsWith('!') ? new(id, null, result[1..]) : new(id, JsonValues.Parse(result), null));
    }

    public Conversation Pause(double hours)
    {
        time = time.AddHours(hours);
        return this;
    }

    public EvolutionResult Evolve(params ToolDefinition[] tools) => new EvolutionEngine().Evolve(items, tools);

    /// <summary>All messages as one task.</summary>
    public MemoryTask AsTask() => EvolutionEngine.Trace(items, []).Task;

    public static ToolDefinition Reader(string name) => new(name, "", default, IsReadOnly: true);

    public static ToolDefinition Tool(string name, string schema = "{}") => new(name, "", JsonValues.Parse(schema));

    private Conversation Add(EvidenceRole role, string text, ToolCall? call = null, ToolResult? result = null)
    {
        time = time.AddMinutes(1);
        items.Add(new()
        {
            Id = new(1, MemoryItemKind.Evidence, firstSequence + items.Count),
            Session = session,
            Position = items.Count,
            State = EvidenceState.Active,
            Content = new() { Role = role, Text = text, Time = time, ToolCalls = call is null ? [] : [call], ToolResults = result is null ? [] : [result] },
        });
        return this;
    }
}
