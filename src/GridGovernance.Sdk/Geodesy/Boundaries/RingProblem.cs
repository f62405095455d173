namespace GridGovernance.Sdk.Geodesy;

/// <summary>Why a ring bounds no area.</summary>
/// <param name="Points">How many different points it has.</param>
/// <param name="Defect">Where it crosses or overlaps itself, if it has three points or more.</param>
internal sealed record RingProblem(int Points, BoundaryDefect? Defect)
{
    /// <summary>Returns what was found, for a sentence of the form "but found …".</summary>
    public override string ToString() => Defect is null
        ? FormattableString.Invariant($"{Points} different points")
        : FormattableString.Invariant($"no area: {Defect.Kind} at {Defect.At}");
}
