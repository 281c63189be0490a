using MemOS.Cubes;

namespace MemOS.Evolution.Skills;

public sealed partial class MemorySkills
{
    private const string Revoked = "Revoked by who published it.";

    /// <summary>Publishes a skill to a shared cube, with personal values stripped; publishing it again adds a version to what was published.</summary>
    /// <remarks>
    /// Threat note: constants of the plan travel, since it cannot run without them; secrets and personal values are never
    /// constants. Nothing runs there before somebody who may write to the cube approved it; that approval holds for all who read it.
    /// </remarks>
    /// <param name="scope">Whose skill; its own cube holds it.</param>
    /// <param name="name">The skill.</param>
    /// <param name="cube">The cube; the user needs a writer's grant.</param>
    /// <param name="publishedName">
    /// The name that it gets there. Default: the one that it was given there before, or else its own, without what may be somebody's.
    /// </param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>The published skill.</returns>
    /// <exception cref="FormatException">The name that it is to get is none.</exception>
    /// <exception cref="MemoryNotFoundException">The scope's own cube has no skill of that name.</exception>
    /// <exception cref="MemoryAccessException">The user may not write to the cube.</exception>
    /// <exception cref="MemoryConflictException">The cube has another skill of that name, or a tool of the user's memory or of the cube has it; or the skill is a suggestion or failed its check.</exception>
    public async Task<StoredSkill> PublishAsync(
        MemoryScope scope, string name, string cube, string? publishedName = null, CancellationToken cancellationToken = default)
    {
        var (home, target) = await ResolveTargetAsync(scope, cube, cancellationToken).ConfigureAwait(false);
        var skills = await memory.Store.Skills.ListAsync(home, cancellationToken).ConfigureAwait(false);
        var source = skills.FirstOrDefault(stored => stored.Skill.Name == name)
            ?? throw new MemoryNotFoundException($"There is no skill '{name}' in the user's own cube; only what is there can be published. memos skills list shows it.");
        var published = await FindPublishedAsync(target, source.Id, cancellationToken).ConfigureAwait(false);
        if (published is null && (source.Skill.Current.Check is SkillCheck.TooFew or SkillCheck.Failed || source.Skill.Status == SkillStatus.Rejected))
        {
            throw new MemoryConflictException($"'{name}' is {source.Skill.Status.ToString().ToLowerInvariant()}, and only a verified skill that nobody rejected can be published. {SkillLife.AsSentence(source.Skill.StatusReason)}".TrimEnd());
        }

        var copy = SkillSharing.ForOthers(source.Skill, source.Id);
        var next = published is null ? copy : SkillSharing.Again(published.Skill, copy);
        if (publishedName is not null)
        {
            next = SkillLife.Rename(next, publishedName);
        }

        await memory.CheckToolsAsync(home, next.Name, cancellationToken).ConfigureAwait(false);
        await memory.CheckToolsAsync(target, next.Name, cancellationToken).ConfigureAwait(false);
        return await memory.Store.Skills.SaveAsync(target, next, published, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a published skill back: it is out of use in the cube, for everybody, from now on.</summary>
    /// <remarks>What was taken back before stays as it is; nothing is written then.</remarks>
    /// <param name="scope">Who published it.</param>
    /// <param name="name">The skill, by the name that it has in the cube or in the user's own memory.</param>
    /// <param name="cube">The cube it was published to.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">The cube has no skill of that name that was published by somebody.</exception>
    /// <exception cref="MemoryAccessException">The user may not write to the cube.</exception>
    public async Task<StoredSkill> RevokeAsync(MemoryScope scope, string name, string cube, CancellationToken cancellationToken = default)
    {
        var (home, target) = await ResolveTargetAsync(scope, cube, cancellationToken).ConfigureAwait(false);
        var skills = await memory.Store.Skills.ListAsync(target, cancellationToken).ConfigureAwait(false);
        var own = await memory.Store.Skills.ListAsync(home, cancellationToken).ConfigureAwait(false);
        var sources = own.Where(stored => stored.Skill.Name == name).Select(stored => stored.Id).ToHashSet();
        var published = skills.FirstOrDefault(stored => stored.Skill.PublishedFrom is { } source && sources.Contains(source))
            ?? skills.FirstOrDefault(stored => stored.Skill.Name == name && stored.Skill.PublishedFrom is not null)
            ?? throw new MemoryNotFoundException($"The cube '{cube}' holds no published skill '{name}'.");
        return published.Skill is { Status: SkillStatus.Retired, StatusReason: Revoked }
            ? published
            : await memory.Store.Skills.SaveAsync(target, SkillLife.Retire(published.Skill, Revoked), published, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(CubeAccess Home, CubeAccess Target)> ResolveTargetAsync(MemoryScope scope, string cube, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrWhiteSpace(cube);
        var access = await memory.ResolveAsync(scope with { ReadCubes = [], WriteCubes = [cube] }, cancellationToken).ConfigureAwait(false);
        var target = access.Writable.Count > 1 ? access.Writable[1] : throw new MemoryConflictException($"'{cube}' is the user's own cube; publish to another one.");
        return (access with { Readable = [access.Home], Writable = [access.Home] }, access with { Readable = [target], Writable = [target] });
    }

    private async Task<StoredSkill?> FindPublishedAsync(CubeAccess target, MemoryId source, CancellationToken cancellationToken) =>
        (await memory.Store.Skills.ListAsync(target, cancellationToken).ConfigureAwait(false)).FirstOrDefault(stored => stored.Skill.PublishedFrom == source);
}
