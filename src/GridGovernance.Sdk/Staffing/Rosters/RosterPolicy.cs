namespace GridGovernance.Sdk.Staffing;

/// <summary>How grave some faults of a roster are, where places differ.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record RosterPolicy
{
    /// <summary>Gets the policy under which each of them is an error.</summary>
    public static RosterPolicy Strict { get; } = new();

    /// <summary>Gets how grave it is that somebody holds a seat for which they are not eligible.</summary>
    public FindingSeverity Ineligible { get; init; } = FindingSeverity.Error;

    /// <summary>Gets how grave it is that seats stand in for each other in a circle.</summary>
    /// <remarks>Where two neighbours cover each other (AB 岗) make it a warning: while one is away the other acts, and when all are away nobody does.</remarks>
    public FindingSeverity DeputyCycle { get; init; } = FindingSeverity.Error;
}
