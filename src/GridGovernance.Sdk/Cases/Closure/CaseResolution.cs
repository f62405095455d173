namespace GridGovernance.Sdk.Cases;

/// <summary>Three facts of a case that are easily taken for one: it is closed (办结), its matter is solved (解决), the resident is satisfied (满意).</summary>
/// <remarks>
/// <para>"Closed" says where the case stands. "Solved" says that somebody handled the matter and another found it done: a case that was refused,
/// referred, merged into another, closed by order, verified by its own handler, or brought to an end that its lifecycle calls unsolved is closed and not solved. "Satisfied" is the resident's word on the last closure alone, and silence is no word.</para>
/// <para>Equality is by value. The default value is an open case. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="IsClosed">Whether it has reached a final state.</param>
/// <param name="IsSolved">Whether its matter was handled and found done by another than the handler; null while it is open.</param>
/// <param name="IsSatisfied">Whether the resident rated it well; null where the resident has said nothing.</param>
public readonly record struct CaseResolution(bool IsClosed, bool? IsSolved, bool? IsSatisfied)
{
    /// <summary>The least rating that counts as satisfied where the caller says nothing: 4 of 5.</summary>
    public const int DefaultGoodFrom = 4;

    /// <summary>Returns the three facts of a case.</summary>
    /// <param name="c">The case.</param>
    /// <param name="goodFrom">The least rating of a resident that counts as satisfied, 1 to 5.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="c"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="goodFrom"/> is not from 1 to 5.</exception>
    public static CaseResolution Of(GridCase c, int goodFrom = DefaultGoodFrom)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentOutOfRangeException.ThrowIfLessThan(goodFrom, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goodFrom, 5);
        bool? satisfied = null;
        foreach (var evaluation in c.CurrentEvaluations())
        {
            satisfied = evaluation.Party == EvaluationParty.Resident ? evaluation.Rating >= goodFrom : satisfied;
        }

        return new CaseResolution(!c.IsOpen, c.IsOpen ? null : c.Handler is { } handler && c.ClosedBy is { } verifier && handler != verifier && !c.IsForced && !c.IsUnsolved && c.MergedInto is null, satisfied);
    }
}
