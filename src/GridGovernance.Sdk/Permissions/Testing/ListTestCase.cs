using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One question to the lists, with the answer that is expected.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ListTestCase
{
    /// <summary>Gets who asks: <c>post</c>, <c>post@unit</c> or <c>post@department</c>, as <see cref="AuthorityActor.TryResolve"/> reads it.</summary>
    public required string Who { get; init; }

    /// <summary>Gets the kind of the unit where they sit; null for a department, and where it does not matter.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>Gets the code of the action.</summary>
    public required string Action { get; init; }

    /// <summary>Gets the code of the matter.</summary>
    public required string Matter { get; init; }

    /// <summary>Gets where the matter is.</summary>
    public required GridCode Where { get; init; }

    /// <summary>Gets the day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the codes of the conditions that hold.</summary>
    public EquatableArray<string> Conditions { get; init; }

    /// <summary>Gets the answer that the power-and-duty list should give; null to leave it aside.</summary>
    public ListAnswerKind? Expect { get; init; }

    /// <summary>Gets the cause that a denial should have; null for any.</summary>
    public RefusalKind? Cause { get; init; }

    /// <summary>Gets the codes of the rules that should decide, all of them; empty to leave them aside.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>Gets the verdict that the entry list should give; null to leave it aside.</summary>
    public AdmissionVerdict? Admission { get; init; }
}
