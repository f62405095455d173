using System.Collections.Frozen;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Units and their values of indicators: what a scheme scores.</summary>
/// <remarks>
/// <para>The order of units and columns is kept, and changes no score. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class IndicatorTable
{
    private readonly FrozenDictionary<string, int> _units;
    private readonly FrozenDictionary<string, IndicatorColumn> _columns;

    private IndicatorTable(EquatableArray<string> units, EquatableArray<IndicatorColumn> columns)
    {
        Units = units;
        Columns = columns;
        _units = units.Select(static (unit, position) => KeyValuePair.Create(unit, position)).ToFrozenDictionary(StringComparer.Ordinal);
        _columns = columns.ToFrozenDictionary(static column => column.Code, StringComparer.Ordinal);
    }

    /// <summary>Gets the units that are scored.</summary>
    public EquatableArray<string> Units { get; }

    /// <summary>Gets the columns.</summary>
    public EquatableArray<IndicatorColumn> Columns { get; }

    /// <summary>Creates a table from columns.</summary>
    /// <param name="units">The units' codes, each once.</param>
    /// <param name="columns">The columns, each indicator once and each with one value a unit.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">A unit or an indicator occurs twice, a column has more or fewer values than there are units, or there is a null among them.</exception>
    public static IndicatorTable Create(EquatableArray<string> units, EquatableArray<IndicatorColumn> columns)
    {
        if (units.Any(static unit => unit is null) || columns.Any(static column => column is null))
        {
            throw new ArgumentException("A table must hold no null among its units and columns, but does.", units.Any(static unit => unit is null) ? nameof(units) : nameof(columns));
        }

        ThrowOnDuplicate(units, "Unit", nameof(units));
        ThrowOnDuplicate(columns.Select(static column => column.Code), "Indicator", nameof(columns));
        foreach (var column in columns)
        {
            if (column.Values.Count != units.Count)
            {
                throw new ArgumentException(
                    $"Indicator \"{column.Code}\" must have {units.Count} values, one a unit, but has {column.Values.Count}.", nameof(columns));
            }
        }

        return new IndicatorTable(units, columns);
    }

    /// <summary>Computes indicators from case facts.</summary>
    /// <param name="units">The codes of the units to score, each once; a unit without cases has undefined rates.</param>
    /// <param name="facts">The case facts, in an order of the caller's choice.</param>
    /// <param name="subject">Says which unit a case counts for: its worker, its department, its grid; null or a unit that is not scored counts for none.</param>
    /// <param name="indicators">The indicators, each once; those that are only declared are missing for every unit.</param>
    /// <returns>The table, with every value traced to its cases.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A unit or an indicator occurs twice.</exception>
    public static IndicatorTable FromCases(
        EquatableArray<string> units, IEnumerable<CaseFact> facts, Func<CaseFact, string?> subject, IEnumerable<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(indicators);
        ThrowOnDuplicate(units, "Unit", nameof(units));
        var positions = new Dictionary<string, int>(units.Count, StringComparer.Ordinal);
        var byUnit = new List<CaseFact>[units.Count];
        for (var i = 0; i < byUnit.Length; i++)
        {
            positions.Add(units[i], i);
            byUnit[i] = [];
        }

        foreach (var fact in facts)
        {
            if (subject(fact) is { } unit && positions.TryGetValue(unit, out var position))
            {
                byUnit[position].Add(fact);
            }
        }

        var columns = indicators.Select(indicator => indicator.IsComputed
            ? new IndicatorColumn(
                indicator.Code,
                EquatableArray.From(byUnit.Select((unitFacts, i) => indicator.Evaluate(units[i], unitFacts))),
                i => indicator.Trace(byUnit[i]))
            : new IndicatorColumn(indicator.Code, EquatableArray.Create<IndicatorValue>(new IndicatorValue[byUnit.Length])));
        return Create(units, EquatableArray.From(columns));
    }

    /// <summary>Returns the table with one more column.</summary>
    /// <param name="column">The column; one value a unit.</param>
    /// <returns>The wider table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    /// <exception cref="ArgumentException">The table has the indicator, or the column has more or fewer values than there are units.</exception>
    public IndicatorTable WithColumn(IndicatorColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Create(Units, Columns.Add(column));
    }

    /// <summary>Finds a column.</summary>
    /// <param name="code">The indicator's code.</param>
    /// <returns>The column, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public IndicatorColumn? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _columns.GetValueOrDefault(code);
    }

    /// <summary>Finds a unit.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <returns>Its position, or −1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public int PositionOf(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return _units.TryGetValue(unit, out var position) ? position : -1;
    }

    private static void ThrowOnDuplicate(IEnumerable<string> codes, string what, string parameter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            if (!seen.Add(code))
            {
                throw new ArgumentException($"{what} \"{code}\" occurs twice.", parameter);
            }
        }
    }
}
