// Stand-in for Microsoft.Agents.AI.Abstractions: a conversation with an agent, and the bag in which providers keep their state.
// Modelled: the bag survives serialisation; a value is read again with its reader's options.
using System.Collections.Concurrent;
using System.Text.Json;

namespace Microsoft.Agents.AI;

public abstract class AgentSession {
    protected AgentSession() {
    }

    protected AgentSession(AgentSessionStateBag stateBag) => StateBag = stateBag;
    public AgentSessionStateBag StateBag { get; protected set; } = new();
    public virtual object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
}

public class AgentSessionStateBag {
    private readonly ConcurrentDictionary<string, Entry> state = new(StringComparer.Ordinal);
    public int Count => state.Count;

    public bool TryGetValue<T>(string key, out T? value, JsonSerializerOptions? jsonSerializerOptions = null)
        where T : class {
        value = null;
        if (!state.TryGetValue(key, out var entry)) { return false; }

        if (entry.Json is { } json) {
            value = json.Deserialize<T>(jsonSerializerOptions);
            state[key] = new(value, typeof(T), jsonSerializerOptions, null);
            return value is not null;
        }

        value = entry.Type == typeof(T) ? (T?)entry.Value : null;
        return entry.Type == typeof(T);
    }

    public void SetValue<T>(string key, T? value, JsonSerializerOptions? jsonSerializerOptions = null)
        where T : class => state[key] = new(value, typeof(T), jsonSerializerOptions, null);
    public bool TryRemoveValue(string key) => state.TryRemove(key, out _);

    public JsonElement Serialize() => JsonSerializer.SerializeToElement(
        state.ToDictionary(pair => pair.Key, pair => pair.Value.Json ?? JsonSerializer.SerializeToElement(pair.Value.Value, pair.Value.Type!, pair.Value.Options)));

    public static AgentSessionStateBag Deserialize(JsonElement jsonElement) {
        var bag = new AgentSessionStateBag();
        foreach (var member in jsonElement.ValueKind == JsonValueKind.Object ? jsonElement.EnumerateObject().ToList() : []) {
            bag.state[member.Name] = new(null, null, null, member.Value.Clone());
        }

        return bag;
    }

    private sealed record Entry(object? Value, Type? Type, JsonSerializerOptions? Options, JsonElement? Json);
}

public class ProviderSessionState<TState>(Func<AgentSession?, TState> stateInitializer, string stateKey, JsonSerializerOptions? jsonSerializerOptions = null)
    where TState : class {
    public string StateKey { get; } = stateKey;

    public TState GetOrInitializeState(AgentSession? session) {
        if (session?.StateBag.TryGetValue<TState>(StateKey, out var known, jsonSerializerOptions) == true && known is not null) { return known; }

        var state = stateInitializer(session);
        SaveState(session, state);
        return state;
    }

    public void SaveState(AgentSession? session, TState state) => session?.StateBag.SetValue(StateKey, state, jsonSerializerOptions);
}
