using System.Globalization;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The patrols, inspections and meetings of some grids, compiled.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class FieldDutyPlan
{
    private readonly Dictionary<string, int> _positions;

    private FieldDutyPlan(FieldDutyPlanDefinition definition)
    {
        Definition = definition;
        Cycles = EquatableArray.From(definition.Duties.Select(static duty => new DutyCycle(duty.From, duty.Every)));
        _positions = Enumerable.Range(0, definition.Duties.Count).ToDictionary(i => definition.Duties[i].Code, StringComparer.Ordinal);
    }

    /// <summary>Gets the definition.</summary>
    public FieldDutyPlanDefinition Definition { get; }

    /// <summary>Gets the duties.</summary>
    public EquatableArray<FieldDuty> Duties => Definition.Duties;

    /// <summary>Gets the cycles of the duties, in their order.</summary>
    public EquatableArray<DutyCycle> Cycles { get; }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="map">The map that has the places; null where they are not checked.</param>
    /// <param name="report">Everything that is wrong with it, with JSON Pointers.</param>
    /// <returns>The plan; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static FieldDutyPlan? Compile(FieldDutyPlanDefinition definition, GridMap? map, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<Finding>();
        FieldworkCode.Check([definition.Code], "/code", findings);
        FieldworkCode.Check(definition.Duties.Select(static duty => duty.Code), "/duties/{0}/code", findings);
        for (var i = 0; i < definition.Duties.Count; i++)
        {
            var duty = definition.Duties[i];
            string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/duties/{i}/{member}");
            if (!DutyCycle.IsInterval(duty.Every))
            {
                findings.Add(FieldworkMessages.Fault(Path("every"), FieldworkMessages.Texts["fieldwork.no-interval", duty.Every.ToString()]));
            }

            if (duty.Times < 1 || duty.Minutes < 0)
            {
                findings.Add(FieldworkMessages.Fault(Path("times"), FieldworkMessages.Texts["fieldwork.duty-amount", duty.Code]));
            }

            if (duty.Kind == FieldDutyKind.Meeting ? duty.Finds.Count > 0 : duty.Finds.Count == 0)
            {
                findings.Add(FieldworkMessages.Fault(Path("finds"), FieldworkMessages.Texts["fieldwork.inspection-finds", duty.Code]));
            }

            if (map is not null && !map.TryFind(duty.Place, out _))
            {
                findings.Add(FieldworkMessages.Fault(Path("place"), FieldworkMessages.Texts["fieldwork.unknown-place", duty.Place.ToString()]));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new FieldDutyPlan(definition);
    }

    /// <summary>Looks a duty up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="duty">The position, or −1.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindDuty(string code, out int duty)
    {
        ArgumentNullException.ThrowIfNull(code);
        var found = _positions.TryGetValue(code, out duty);
        duty = found ? duty : -1;
        return found;
    }
}
