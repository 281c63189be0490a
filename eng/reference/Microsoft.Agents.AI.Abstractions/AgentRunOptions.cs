// Stand-in for Microsoft.Agents.AI.Abstractions: options of one run.
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public class AgentRunOptions {
    public AgentRunOptions() {
    }

    protected AgentRunOptions(AgentRunOptions options) => AdditionalProperties = options.AdditionalProperties?.Clone();
    public AdditionalPropertiesDictionary? AdditionalProperties { get; set; }
    public virtual AgentRunOptions Clone() => new(this);
}
