using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>An indicator (考核指标): how a unit's value comes out of its case facts.</summary>
/// <remarks>
/// <para>A rate counts a case above the line only where it counts below the line, so that a rate of cases lies in 0..1.
/// A rate over nothing is undefined: "no order due" is not 0.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Indicator
{
    private readonly Func<string, IReadOnlyList<CaseFact>, IndicatorValue>? _function;

    private Indicator(
        string code,
        LocalizedText title,
        IndicatorDirection? direction,
        CaseSelector? numerator,
        CaseSelector? denominator,
        Func<string, IReadOnlyList<CaseFact>, IndicatorValue>? function)
    {
        Code = code;
        Title = title;
        Direction = direction;
        Numerator = numerator;
        Denominator = denominator;
        _function = function;
    }

    /// <summary>Gets the code, such as <c>on-time-closure-rate</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the name.</summary>
    public LocalizedText Title { get; }

    /// <summary>Gets which way is good; null where only a scheme can say.</summary>
    public IndicatorDirection? Direction { get; }

    /// <summary>Gets what stands above the line; null when the indicator is not a rate over case facts.</summary>
    public CaseSelector? Numerator { get; }

    /// <summary>Gets what stands below the line; null when the indicator is not a rate over case facts.</summary>
    public CaseSelector? Denominator { get; }

    /// <summary>Gets a value indicating whether <see cref="Evaluate"/> gives a value; false for indicators that are only declared.</summary>
    public bool IsComputed => _function is not null || Numerator is not null;

    /// <summary>Creates a rate over case facts.</summary>
    /// <param name="code">The code.</param>
    /// <param name="title">The name.</param>
    /// <param name="direction">Which way is good.</param>
    /// <param name="numerator">What stands above the line.</param>
    /// <param name="denominator">What stands below the line.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException">Any other argument is null.</exception>
    public static Indicator OfRate(
        string code, LocalizedText title, IndicatorDirection direction, CaseSelector numerator, CaseSelector denominator)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        return new Indicator(code, title, direction, numerator, denominator, null);
    }

    /// <summary>Creates an indicator of a host's own.</summary>
    /// <param name="code">The code.</param>
    /// <param name="title">The name.</param>
    /// <param name="direction">Which way is good; null where only a scheme can say.</param>
    /// <param name="function">Gives a unit's value from its code and its case facts; pure.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> or <paramref name="function"/> is null.</exception>
    public static Indicator OfFunction(
        string code,
        LocalizedText title,
        IndicatorDirection? direction,
        Func<string, IReadOnlyList<CaseFact>, IndicatorValue> function)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(function);
        return new Indicator(code, title, direction, null, null, function);
    }

    /// <summary>Creates an indicator whose values the host brings as a column: a scheme may name it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="title">The name; the code when null.</param>
    /// <param name="direction">Which way is good; null where only a scheme can say.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or white space.</exception>
    public static Indicator Declared(string code, LocalizedText? title = null, IndicatorDirection? direction = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new Indicator(code, title ?? new LocalizedText(code, code), direction, null, null, null);
    }

    /// <summary>Returns a unit's value.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <param name="facts">The unit's case facts.</param>
    /// <returns>The value; a rate over nothing is undefined.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The indicator is only declared.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public IndicatorValue Evaluate(string unit, IReadOnlyList<CaseFact> facts)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(facts);
        if (_function is not null)
        {
            return _function(unit, facts);
        }

        if (Numerator is null || Denominator is null)
        {
            throw new InvalidOperationException($"Indicator \"{Code}\" is only declared: its values must be brought as a column.");
        }

        long above = 0, below = 0;
        foreach (var fact in facts)
        {
            var counts = Denominator.Count(fact);
            if (counts > 0)
            {
                below = checked(below + counts);
                above = checked(above + Numerator.Count(fact));
            }
        }

        return IndicatorValue.Of(new Rate(above, below));
    }

    /// <summary>Returns the cases that made a unit's value.</summary>
    /// <param name="facts">The unit's case facts.</param>
    /// <returns>The case ids: for a rate, those below the line and, of them, those above it; for any other indicator all of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public CaseTrace Trace(IReadOnlyList<CaseFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Numerator is null || Denominator is null)
        {
            var all = EquatableArray.From(facts.Select(static fact => fact.CaseId));
            return new CaseTrace(all, []);
        }

        CaseFact[] counted = [.. facts.Where(fact => Denominator.Count(fact) > 0)];
        return new CaseTrace(
            EquatableArray.From(counted.Select(static fact => fact.CaseId)),
            EquatableArray.From(counted.Where(fact => Numerator.Count(fact) > 0).Select(static fact => fact.CaseId)));
    }
}
