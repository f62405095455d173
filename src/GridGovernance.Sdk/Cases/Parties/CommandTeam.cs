using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases;

/// <summary>A command team (事件联动处置小组) that takes up a hard matter: seats with ranked roles.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="Members">The seats, the highest role first.</param>
public sealed record CommandTeam(string Code, EquatableArray<CommandTeamMember> Members)
{
    /// <summary>Returns the seat of the commander.</summary>
    /// <returns>The seat, or null where there is none.</returns>
    public Seat? Commander()
    {
        foreach (var member in Members.AsSpan())
        {
            if (member.Role == CommandTeamRole.Commander)
            {
                return member.Seat;
            }
        }

        return null;
    }

    /// <summary>Returns the team of X县 (S3-21): the county's party secretary and head as advisers, the full-time deputy secretary as commander, the secretary for political and legal affairs and the deputy head in charge as deputies.</summary>
    /// <param name="county">The code of the county, in which the seats are.</param>
    /// <returns>The team of five.</returns>
    /// <exception cref="ArgumentException"><paramref name="county"/> is null or white space.</exception>
    public static CommandTeam XCounty(string county)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(county);
        return new CommandTeam("joint-handling",
        [
            new(CommandTeamRole.Adviser, new Seat("county-party-secretary", county)),
            new(CommandTeamRole.Adviser, new Seat("county-head", county)),
            new(CommandTeamRole.Commander, new Seat("deputy-party-secretary", county)),
            new(CommandTeamRole.DeputyCommander, new Seat("political-legal-secretary", county)),
            new(CommandTeamRole.DeputyCommander, new Seat("deputy-county-head", county)),
        ]);
    }
}
