// Stand-in for Microsoft.Agents.AI: skills and where they come from. Modelled: the rules for names and lengths.
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public abstract class AgentSkillsSource : IDisposable {
    public abstract Task<IList<AgentSkill>> GetSkillsAsync(AgentSkillsSourceContext context, CancellationToken cancellationToken = default);

    public void Dispose() {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) {
    }
}

public sealed class AgentSkillsSourceContext(AIAgent agent, AgentSession? session) {
    public AIAgent Agent { get; } = agent;
    public AgentSession? Session { get; } = session;
}

public abstract class AgentSkill {
    public abstract AgentSkillFrontmatter Frontmatter { get; }
    public abstract ValueTask<string> GetContentAsync(CancellationToken cancellationToken = default);
    public virtual ValueTask<AgentSkillScript?> GetScriptAsync(string name, CancellationToken cancellationToken = default) => default;
}

public sealed class AgentSkillFrontmatter {
    public AgentSkillFrontmatter(string name, string description, string? compatibility = null) {
        if (name.Length > 64 || !Regex.IsMatch(name, "^[a-z0-9]+(-[a-z0-9]+)*$")) {
            throw new ArgumentException("Skill name must use only lowercase letters, numbers, and hyphens, and be 64 characters or fewer.");
        }

        if (string.IsNullOrWhiteSpace(description) || description.Length > 1024) {
            throw new ArgumentException("Skill description must be 1 to 1024 characters.");
        }

        (Name, Description, Compatibility) = (name, description, compatibility);
    }

    public string Name { get; }
    public string Description { get; }
    public string? Compatibility { get; set; }
}

public abstract class AgentSkillScript(string name, string? description = null) {
    public string Name { get; } = name;
    public string? Description { get; } = description;
    public virtual JsonElement? ParametersSchema => null;
    public abstract Task<object?> RunAsync(AgentSkill skill, JsonElement? arguments, IServiceProvider? serviceProvider, CancellationToken cancellationToken = default);
}
