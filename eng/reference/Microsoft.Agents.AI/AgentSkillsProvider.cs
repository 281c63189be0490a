// Stand-in for Microsoft.Agents.AI: shows an agent its skills. Modelled: names and descriptions in the instructions, and three
// tools that ask for approval unless the options say otherwise.
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Microsoft.Agents.AI;

#pragma warning disable CS9113 // logs are the real library's
public sealed class AgentSkillsProvider(AgentSkillsSource source, AgentSkillsProviderOptions? options = null, ILoggerFactory? loggerFactory = null, bool ownsSource = false) : AIContextProvider, IDisposable
#pragma warning restore CS9113
{
    public void Dispose()
    {
        if (ownsSource)
        {
            source.Dispose();
        }
    }

    protected override async ValueTask<AIContext> ProvideAIContextAsync(InvokingContext context, CancellationToken cancellationToken = default)
    {
        var skills = await source.GetSkillsAsync(new(context.Agent, context.Session), cancellationToken).ConfigureAwait(false);
        return skills.Count == 0 ? new() : new()
        {
            Instructions = "<available_skills>\n" + string.Join('\n', skills.Select(skill => $"{skill.Frontmatter.Name}: {skill.Frontmatter.Description}")) + "\n</available_skills>",
            Tools =
            [
                Ask(AIFunctionFactory.Create((string skillName, CancellationToken cancellation) => LoadAsync(skills, skillName, cancellation), "load_skill", "Loads the full content of a specific skill"), options?.DisableLoadSkillApproval),
                Ask(
                    AIFunctionFactory.Create(
                        (string skillName, string scriptName, JsonElement? arguments = null, IServiceProvider? serviceProvider = null, CancellationToken cancellation = default) =>
                            RunAsync(skills, skillName, scriptName, arguments, serviceProvider, cancellation),
                        "run_skill_script",
                        "Runs a script associated with a skill."),
                    options?.DisableRunSkillScriptApproval),
            ],
        };
    }

    private static AIFunction Ask(AIFunction function, bool? isDisabled) => isDisabled == true ? function : new ApprovalRequiredAIFunction(function);

    private static async Task<string> LoadAsync(IList<AgentSkill> skills, string name, CancellationToken cancellationToken) =>
        skills.FirstOrDefault(skill => skill.Frontmatter.Name == name) is { } found ? await found.GetContentAsync(cancellationToken).ConfigureAwait(false) : $"Error: Skill '{name}' not found.";

    private static async Task<object?> RunAsync(IList<AgentSkill> skills, string name, string script, JsonElement? arguments, IServiceProvider? services, CancellationToken cancellationToken) =>
        skills.FirstOrDefault(skill => skill.Frontmatter.Name == name) is not { } found ? $"Error: Skill '{name}' not found."
        : await found.GetScriptAsync(script, cancellationToken).ConfigureAwait(false) is not { } runnable ? $"Error: Script '{script}' not found in skill '{name}'."
        : await runnable.RunAsync(found, arguments, services, cancellationToken).ConfigureAwait(false);
}

public sealed class AgentSkillsProviderOptions
{
    public bool DisableLoadSkillApproval { get; set; }

    public bool DisableRunSkillScriptApproval { get; set; }
}
