using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Indicators over what is done between cases: visits, notices, campaigns, patrols, turns of duty, emergencies, services, objections and findings.</summary>
public static class FieldworkIndicators
{
    private static readonly (string Code, LocalizedText Title, Func<FieldworkFact, Rate> Rate)[] All =
    [
        ("visit-rate", new LocalizedText("Rate of visits made", "特殊人群走访率"), static fact => fact.Visits),
        ("reach-rate", new LocalizedText("Rate of households reached in time", "通知触达率"), static fact => fact.Reached),
        ("collection-on-time-rate", new LocalizedText("Rate of cells collected in time", "采集按时率"), static fact => fact.Collected),
        ("duty-rate", new LocalizedText("Rate of patrols and inspections kept", "巡查排查履职率"), static fact => fact.Duties),
        ("turn-rate", new LocalizedText("Rate of turns of duty taken up", "值守到岗率"), static fact => fact.Turns),
        ("emergency-on-time-rate", new LocalizedText("Rate of emergency reports told in time", "突发事件信息报告及时率"), static fact => fact.Emergencies),
        ("service-on-time-rate", new LocalizedText("Rate of services answered in time", "代办按时办结率"), static fact => fact.Services),
        ("objection-rate", new LocalizedText("Rate of objections answered", "申诉答复率"), static fact => fact.Objections),
        ("finding-rate", new LocalizedText("Rate of findings that became cases", "发现问题上报率"), static fact => fact.Findings),
    ];

    /// <summary>Gets the indicators, for a scheme to name; their values come as <see cref="Columns"/>.</summary>
    public static EquatableArray<Indicator> Indicators { get; } =
        EquatableArray.From(All.Select(static item => Indicator.Declared(item.Code, item.Title, IndicatorDirection.Up)));

    /// <summary>Pools the facts of each unit: counts are summed, never the values of rates.</summary>
    /// <param name="units">The units, in the order of the table.</param>
    /// <param name="facts">The facts; those of other units count for none.</param>
    /// <returns>A column for each of <see cref="Indicators"/>; undefined for a unit that had nothing to do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static EquatableArray<IndicatorColumn> Columns(EquatableArray<string> units, IEnumerable<FieldworkFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var byUnit = facts.ToLookup(static fact => fact.Unit, StringComparer.Ordinal);
        return EquatableArray.From(All.Select(item => new IndicatorColumn(item.Code, EquatableArray.From(units.Select(unit =>
        {
            var rates = byUnit[unit].Select(item.Rate).ToArray();
            return IndicatorValue.Of(new Rate(rates.Sum(static rate => rate.Numerator), rates.Sum(static rate => rate.Denominator)));
        })))));
    }
}
