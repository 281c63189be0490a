using MemOS.Evolution;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>Scores what evolution found against the gold of a suite. Pure.</summary>
internal static class EvolutionScorer
{
    public static EvolutionScore Score(IReadOnlyList<FoundStream> streams)
    {
        var gold = 0;
        var matched = 0;
        var wrong = 0;
        var replayed = 0;
        var exact = 0;
        foreach (var stream in streams)
        {
            var skills = Skills(stream);
            wrong += skills.Count(skill => !stream.Gold.Skills.Any(listed => SkillMatch.IsMatch(stream, skill, listed)));
            foreach (var listed in stream.Gold.Skills)
            {
                gold++;
                if (!skills.Any(skill => SkillMatch.IsMatch(stream, skill, listed)))
                {
                    continue;
                }

                matched++;
                var report = EvolutionEngine.Replay([.. listed.Tasks.Select(task => EvolutionEngine.Trace(stream.Spans[task], stream.Evidence.Tools))], stream.Evidence.Tools);
                replayed += report.Instances;
                exact += report.Exact;
            }
        }

        return new()
        {
            BoundaryF1 = BoundaryScore.Of(streams),
            OutcomeF1 = OutcomeScore.Of(streams),
            PatternF1 = PatternScore.Of(streams),
            SkillsFound = gold == 0 ? 1 : (double)matched / gold,
            SkillsWrong = wrong,
            ReplayExact = replayed == 0 ? 0 : (double)exact / replayed,
            GoldSkills = gold,
        };
    }

    /// <summary>The found skills that count: they passed replay and call tools.</summary>
    public static IReadOnlyList<SkillCandidate> Skills(FoundStream stream) =>
        [.. stream.Found.Candidates.Where(candidate => candidate.Status == CandidateStatus.Verified && candidate.Plan.Steps.Count > 0)];
}
