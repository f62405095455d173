using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something found on a visit or a patrol, which becomes a case (发现即上报).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Matter">The code of the matter that a case is about.</param>
/// <param name="Tier">The tier of the case, which names its lifecycle.</param>
public sealed record FieldFinding(FindingKind Kind, string Matter, string Tier)
{
    /// <summary>The channel of cases that come from fieldwork.</summary>
    public const string Channel = "grid-worker-terminal";

    /// <summary>Returns the command that opens the case.</summary>
    /// <param name="commandId">An id that the caller gives.</param>
    /// <param name="caseId">The new case's id, opaque.</param>
    /// <param name="place">The leaf cell.</param>
    /// <returns>The command, for <see cref="Cases.CaseEngine"/>, which checks it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="commandId"/> or <paramref name="caseId"/> is null.</exception>
    public ReportCase ToReport(string commandId, string caseId, GridCode place)
    {
        ArgumentNullException.ThrowIfNull(commandId);
        ArgumentNullException.ThrowIfNull(caseId);
        return new(commandId, caseId, Tier, Matter, place, Channel);
    }
}
