namespace GridGovernance.Sdk.Assessment;

/// <summary>The cases behind a value (溯源): what an appeal asks for first.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Counted">The ids of the cases that count below the line, in the order in which they were given.</param>
/// <param name="Met">The ids of those among them that also count above the line.</param>
public sealed record CaseTrace(EquatableArray<string> Counted, EquatableArray<string> Met)
{
    /// <summary>Gets the trace of a value that came without cases.</summary>
    public static CaseTrace None { get; } = new([], []);

    /// <summary>Returns the cases of several traces, each once, in the order in which they first occur.</summary>
    /// <param name="traces">The traces.</param>
    /// <returns>One trace; a case is met when it is met in any.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="traces"/> is null.</exception>
    public static CaseTrace Union(IEnumerable<CaseTrace> traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        CaseTrace[] all = [.. traces];
        return new CaseTrace(
            EquatableArray.From(all.SelectMany(static trace => trace.Counted).Distinct(StringComparer.Ordinal)),
            EquatableArray.From(all.SelectMany(static trace => trace.Met).Distinct(StringComparer.Ordinal)));
    }
}
