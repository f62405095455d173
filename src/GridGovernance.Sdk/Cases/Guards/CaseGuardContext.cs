using GridGovernance.Sdk.Cases.Commands;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>What a guard decides on.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Model">The model.</param>
/// <param name="Case">The case before the command.</param>
/// <param name="Command">The command.</param>
/// <param name="Actor">Who gives it.</param>
/// <param name="At">When.</param>
public sealed record CaseGuardContext(CaseModel Model, GridCase Case, TriggerCommand Command, CaseActor Actor, Instant At);
