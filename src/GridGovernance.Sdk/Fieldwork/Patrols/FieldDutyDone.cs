using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A duty was done once: the one event of a plan, of which its ledger is the fold.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Duty">The code of the duty.</param>
/// <param name="On">The local day.</param>
/// <param name="By">The seat that did it.</param>
/// <param name="Minutes">How long it took.</param>
public sealed record FieldDutyDone(string Duty, LocalDate On, Seat By, int Minutes = 0)
{
    /// <summary>Gets what was found, each of which becomes a case.</summary>
    public EquatableArray<FieldFinding> Findings { get; init; }

    /// <summary>Gets how many people took part, of a meeting.</summary>
    public int People { get; init; }
}
