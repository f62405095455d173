namespace GridGovernance.Sdk.Assessment;

/// <summary>The values of one indicator for all units of a table.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class IndicatorColumn
{
    private readonly Func<int, CaseTrace>? _trace;

    /// <summary>Creates a column.</summary>
    /// <param name="code">The indicator's code.</param>
    /// <param name="values">One value a unit, in the order of the units.</param>
    /// <param name="trace">Gives the cases behind the value of the unit at a position; null when values came without cases.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    public IndicatorColumn(string code, EquatableArray<IndicatorValue> values, Func<int, CaseTrace>? trace = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        Values = values;
        _trace = trace;
        Compact = CompactColumn.Of(values);
    }

    /// <summary>Gets the indicator's code.</summary>
    public string Code { get; }

    /// <summary>Gets one value a unit, in the order of the units.</summary>
    public EquatableArray<IndicatorValue> Values { get; }

    // INVARIANT: the same values as small fractions, where they are.
    internal CompactColumn Compact { get; }

    /// <summary>Returns the cases behind a value; worked out when asked for.</summary>
    /// <param name="unit">The unit's position.</param>
    /// <returns>The case ids; <see cref="CaseTrace.None"/> when the values came without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public CaseTrace Trace(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Values.Count);
        return _trace?.Invoke(unit) ?? CaseTrace.None;
    }
}
