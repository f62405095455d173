using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Reports a matter (上报): opens a case.</summary>
/// <remarks>The actor is the seat that reports; a matter that the public reports itself is entered by the seat that takes it in.</remarks>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="CaseId">The new case's id, opaque.</param>
/// <param name="Tier">The tier, which names the lifecycle: <c>daily</c>, <c>ordinary</c>, <c>serious</c> in the three-tier presets.</param>
/// <param name="Matter">The code of the matter.</param>
/// <param name="Place">The code of the leaf cell in which it lies.</param>
/// <param name="Channel">The channel through which it came, such as <c>grid-worker-terminal</c>.</param>
public sealed record ReportCase(string CommandId, string CaseId, string Tier, string Matter, GridCode Place, string Channel)
    : CaseCommand(CommandId)
{
    /// <summary>Gets what the case points to; null where it points to nothing that a register holds.</summary>
    public CaseSubject? Subject { get; init; }

    /// <summary>Gets why the tier is another than the model's rules give: it must be said then, and is kept with the case. No personal data.</summary>
    public string? TierReason { get; init; }
}
