using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A department attached to a unit for a time (部门派驻、干部下沉): one row of <c>secondments.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Department">The code of the department.</param>
/// <param name="Unit">The code of the unit; it counts for every unit inside too.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when open.</param>
/// <param name="Person">The opaque id of whom it sent; null where no one is named.</param>
/// <param name="Scopes">The codes of what it may intervene in, such as <c>fire-safety</c>; empty without a limit.</param>
/// <param name="Resources">What it sends; empty where nobody says.</param>
public sealed record Secondment(
    string Department,
    GridCode Unit,
    LocalDate From,
    LocalDate? To = null,
    string? Person = null,
    EquatableArray<string> Scopes = default,
    EquatableArray<SecondedResource> Resources = default)
{
    /// <summary>Says whether the secondment runs on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True from <see cref="From"/> to <see cref="To"/>, both included.</returns>
    public bool IsInForceOn(LocalDate on) => on >= From && (To is not { } to || on <= to);
}
