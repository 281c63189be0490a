using MemOS.Cubes;

namespace MemOS.Cli.Output;

/// <summary>A user of a cube and what that user may do.</summary>
internal sealed record MemberOutput(string User, string Role)
{
    public static MemberOutput Of(CubeMember member) => new(member.User, CliText.Lower(member.Role));
}
