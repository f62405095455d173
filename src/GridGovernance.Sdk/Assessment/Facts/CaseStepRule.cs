namespace GridGovernance.Sdk.Assessment;

/// <summary>Which marks a case gets for one of its steps (环节), by the clock that measures the step.</summary>
/// <remarks>
/// <para>A step is due when it is done, when its limit was missed, or when its clock has run to its deadline; a clock that is paused never falls due. It is done on time when it is
/// done and its limit was never missed: a case that was late, reopened and then quick was late. It is overdue from the instant after its deadline.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Clock">The code of the clock.</param>
/// <param name="End">By what the step counts as done.</param>
public sealed record CaseStepRule(string Clock, CaseStepEnd End)
{
    /// <summary>Gets the codes of the lifecycles whose clock is meant; empty for every lifecycle that has such a clock.</summary>
    public EquatableArray<string> Lifecycles { get; init; }

    /// <summary>Gets the marks of a case whose step is due (应…).</summary>
    public CaseMarks Due { get; init; }

    /// <summary>Gets the marks of a case whose step is done.</summary>
    public CaseMarks Done { get; init; }

    /// <summary>Gets the marks of a case whose step was done on time (按时, 按期).</summary>
    public CaseMarks OnTime { get; init; }

    /// <summary>Gets the marks of a case whose step was done, and not on time (超期).</summary>
    public CaseMarks Late { get; init; }

    /// <summary>Gets the marks of a case whose step is not done although its limit has run out (超期待…).</summary>
    public CaseMarks Overdue { get; init; }

    /// <summary>Says whether the rule is about a lifecycle.</summary>
    /// <param name="lifecycle">The lifecycle's code.</param>
    /// <returns>True when it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public bool IsAbout(string lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        return Lifecycles.Count == 0 || Lifecycles.Contains(lifecycle);
    }
}
