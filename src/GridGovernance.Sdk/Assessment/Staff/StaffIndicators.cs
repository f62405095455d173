using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Indicators over the people of a unit: certificates (社工证持证率), skills, full-time posts (专职率), training.</summary>
public static class StaffIndicators
{
    private static readonly (StaffMarks Mark, string Code, LocalizedText Title)[] All =
    [
        (StaffMarks.Certified, "certificate-rate", new LocalizedText("Rate of certified social workers", "社工证持证率")),
        (StaffMarks.ComputerSkilled, "computer-skill-rate", new LocalizedText("Rate of staff with computer skills", "电脑操作率")),
        (StaffMarks.FullTime, "full-time-rate", new LocalizedText("Rate of full-time staff", "专职率")),
        (StaffMarks.Trained, "training-rate", new LocalizedText("Rate of trained staff", "培训率")),
    ];

    /// <summary>Gets the indicators, for a scheme to name; their values come as <see cref="Columns"/>.</summary>
    public static EquatableArray<Indicator> Indicators { get; } =
        EquatableArray.From(All.Select(static item => Indicator.Declared(item.Code, item.Title, IndicatorDirection.Up)));

    /// <summary>Counts the people of each unit.</summary>
    /// <param name="units">The units, in the order of the table.</param>
    /// <param name="staff">The people; those of other units count for none.</param>
    /// <returns>A column for each of <see cref="Indicators"/>; undefined for a unit without people.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="staff"/> is null.</exception>
    public static EquatableArray<IndicatorColumn> Columns(EquatableArray<string> units, IEnumerable<StaffFact> staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var byUnit = staff.ToLookup(static person => person.Unit, StringComparer.Ordinal);
        return EquatableArray.From(All.Select(item => new IndicatorColumn(item.Code, EquatableArray.From(units.Select(unit =>
            IndicatorValue.Of(new Rate(byUnit[unit].LongCount(person => person.Marks.HasFlag(item.Mark)), byUnit[unit].LongCount())))))));
    }
}
