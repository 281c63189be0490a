namespace MemOS.Consolidation;

/// <summary>What a statement tells that may make others untrue which fill another attribute, or none (see <see cref="Consequences"/>).</summary>
/// <param name="IsBack">Whether somebody is back at work.</param>
/// <param name="IsWell">Whether somebody is well again.</param>
/// <param name="FinishesStudy">Whether somebody has finished or given up their studies.</param>
/// <param name="Succeeded">Who was succeeded by somebody else.</param>
/// <param name="NotGoing">Where somebody does not go.</param>
/// <param name="InsteadOf">What somebody goes to something else instead of.</param>
/// <param name="GoingInstead">Where somebody goes instead.</param>
internal sealed record ConsequentNews(bool IsBack, bool IsWell, bool FinishesStudy, string? Succeeded, string? NotGoing, string? InsteadOf, string? GoingInstead);
