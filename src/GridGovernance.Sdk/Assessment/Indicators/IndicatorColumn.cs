namespace GridGovernance.Sdk.Assessment;

/// <summary>The values of one indicator for all units of a table.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class IndicatorColumn
{
    private readonly Func<int, CaseTrace>? _trace;
    private readonly Func<int, ExactNumber?>? _exact;

    /// <summary>Creates a column.</summary>
    /// <param name="code">The indicator's code.</param>
    /// <param name="values">One value a unit, in the order of the units.</param>
    /// <param name="trace">Gives the cases behind the value of the unit at a position; null when values came without cases.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space, or a number is beyond ±10^27.</exception>
    public IndicatorColumn(string code, EquatableArray<IndicatorValue> values, Func<int, CaseTrace>? trace = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        Values = values;
        _trace = trace;
        Compact = CompactColumn.Of(values);
    }

    /// <summary>Creates a column whose values are fractions beyond counts of 64 bits.</summary>
    /// <param name="code">The indicator's code.</param>
    /// <param name="values">One value a unit, in the order of the units.</param>
    /// <param name="trace">Gives the cases behind the value of the unit at a position.</param>
    /// <param name="exact">Gives the fraction of the unit at a position that has a value; null where it is not known.</param>
    internal IndicatorColumn(string code, EquatableArray<IndicatorValue> values, Func<int, CaseTrace> trace, Func<int, ExactNumber?> exact)
        : this(code, values, trace) => _exact = exact;

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

    /// <summary>Returns a value without rounding.</summary>
    /// <param name="unit">The position of a unit that has a value.</param>
    /// <returns>The value; null when it is not known as a fraction.</returns>
    internal ExactNumber? Exact(int unit) => _exact is null ? ExactNumber.Of(Values[unit]) : _exact(unit);

    /// <summary>Returns the column with other values; those that stay keep their fractions, and all their cases.</summary>
    /// <param name="values">One value a unit.</param>
    internal IndicatorColumn With(EquatableArray<IndicatorValue> values) =>
        new(Code, values, Trace, unit => values[unit] == Values[unit] ? Exact(unit) : ExactNumber.Of(values[unit]));
}
