using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Takes the difficulty of a unit's cases out of its rate (难度调整): by settlement kind, kind of matter, tier …</summary>
/// <remarks>
/// Indirect standardisation: each stratum's rate over all units says what is to be expected of a case in it; a unit's adjusted rate is the overall rate plus
/// observed minus expected. Units of equal skill come out equal, however hard their cases. Where a stratum is all of a group's work, a difference
/// in skill between groups cannot be told from one in difficulty, and is taken out with it: choose strata that groups share where there are any.
/// </remarks>
public static class DifficultyAdjustment
{
    private const int Decimals = 15;

    /// <summary>Adjusts a rate over case facts.</summary>
    /// <param name="indicator">The indicator, a rate over case facts.</param>
    /// <param name="units">The units, each once.</param>
    /// <param name="facts">The case facts.</param>
    /// <param name="subject">Says which unit a case counts for; null or a unit that is not named counts for none.</param>
    /// <param name="stratum">Says how difficult a case is: cases of one stratum are equally so.</param>
    /// <returns>The adjusted rates, in the order of the units.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The indicator is no rate over case facts, or a unit occurs twice.</exception>
    public static EquatableArray<AdjustedRate> Adjust(
        Indicator indicator, EquatableArray<string> units, IEnumerable<CaseFact> facts, Func<CaseFact, string?> subject, Func<CaseFact, string> stratum)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(stratum);
        if (indicator.Numerator is null)
        {
            throw new ArgumentException($"Indicator \"{indicator.Code}\" must be a rate over case facts, but is not.", nameof(indicator));
        }

        var known = units.ToHashSet(StringComparer.Ordinal);
        if (known.Count < units.Count)
        {
            throw new ArgumentException("A unit occurs twice.", nameof(units));
        }

        var byCell = new Dictionary<(string Unit, string Stratum), List<CaseFact>>();
        foreach (var fact in facts)
        {
            if (subject(fact) is { } unit && known.Contains(unit))
            {
                var cell = (unit, stratum(fact));
                if (!byCell.TryGetValue(cell, out var list))
                {
                    byCell.Add(cell, list = []);
                }

                list.Add(fact);
            }
        }

        return Adjust(units, [.. byCell.Select(cell => (cell.Key.Unit, cell.Key.Stratum, indicator.Evaluate(cell.Key.Unit, cell.Value).Rate!.Value))]);
    }

    /// <summary>Adjusts rates that are already counted by unit and stratum.</summary>
    /// <param name="units">The units, in the order of the result.</param>
    /// <param name="cells">The rates; a unit and stratum may stand more than once.</param>
    /// <returns>The adjusted rates, in the order of the units.</returns>
    public static EquatableArray<AdjustedRate> Adjust(EquatableArray<string> units, EquatableArray<(string Unit, string Stratum, Rate Rate)> cells)
    {
        var strata = new Dictionary<string, Rate>(StringComparer.Ordinal);
        var overall = default(Rate);
        foreach (var (_, stratum, rate) in cells)
        {
            strata[stratum] = strata.GetValueOrDefault(stratum) + rate;
            overall += rate;
        }

        // In the order of the strata the sums of a unit do not depend on the order of the cells.
        var byUnit = cells.OrderBy(static cell => cell.Stratum, StringComparer.Ordinal).ThenBy(static cell => cell.Rate.Denominator).ToLookup(static cell => cell.Unit, StringComparer.Ordinal);
        return EquatableArray.From(units.Select(unit =>
        {
            var observed = byUnit[unit].Aggregate(default(Rate), static (sum, cell) => sum + cell.Rate);
            if (observed.Value is not { } own)
            {
                return new AdjustedRate(unit, observed, null, null);
            }

            var expected = byUnit[unit].Where(static cell => cell.Rate.IsDefined).Sum(cell => cell.Rate.Denominator * strata[cell.Stratum].Value!.Value) / observed.Denominator;
            return new AdjustedRate(unit, observed, Math.Round(expected, Decimals), Math.Round(overall.Value!.Value + own - expected, Decimals));
        }));
    }

    /// <summary>Returns adjusted rates as a column that a scheme can score.</summary>
    /// <param name="code">The code of the indicator.</param>
    /// <param name="rates">The adjusted rates, in the order of the table's units.</param>
    /// <param name="trace">Gives the cases behind the value of the unit at a position; null when values came without cases.</param>
    /// <returns>The column, with how many cases each value rests on; undefined where a unit has none.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    public static IndicatorColumn ToColumn(string code, EquatableArray<AdjustedRate> rates, Func<int, CaseTrace>? trace = null) => new(
        code, EquatableArray.From(rates.Select(static rate => rate.Adjusted is { } adjusted ? IndicatorValue.Of(adjusted, rate.Observed.Denominator) : IndicatorValue.Of(rate.Observed))), trace);
}
