using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One seat lets another act for it (委托): some actions on some matters, for a term.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record AuthorityDelegation
{
    /// <summary>Gets the code, kebab-case, unique among the delegations.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the seat whose power it is, such as <c>village-head@511921100201</c>.</summary>
    public required Seat From { get; init; }

    /// <summary>Gets the kind of the unit of that seat, for rules that are for some kinds only; null for a department, and where a map is to tell (<see cref="DelegationRegister.WithMap"/>).</summary>
    public GridKind? FromKind { get; init; }

    /// <summary>Gets the seat that acts for it.</summary>
    public required Seat To { get; init; }

    /// <summary>Gets the codes of the actions.</summary>
    public required EquatableArray<string> Actions { get; init; }

    /// <summary>Gets the codes of the matters.</summary>
    public required EquatableArray<string> Matters { get; init; }

    /// <summary>Gets the first day.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Gets the last day, itself included; a delegation without an end is none.</summary>
    public required LocalDate ValidTo { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the codes of the units in which it holds; empty for wherever the delegating seat may act.</summary>
    public EquatableArray<string> Places { get; init; }

    /// <summary>Gets the code of the delegation that it passes on (转委托); null for one of the seat's own power.</summary>
    public string? Under { get; init; }

    /// <summary>Gets how many times it may be passed on further; 0 for not at all.</summary>
    public int Depth { get; init; }
}
