namespace GridGovernance.Sdk.Permissions;

/// <summary>The fewest rules that have to go for an analysis to find nothing more, or that there are none such.</summary>
/// <remarks>
/// <para>A repair only takes rules out: it never invents a power. What nobody may do because no rule speaks of it cannot be mended so.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AuthorityRepair
{
    /// <summary>Gets a value indicating whether taking out <see cref="Remove"/> mends everything. False says that nothing does, or that the budget ended the search.</summary>
    public bool IsFound { get; init; }

    /// <summary>Gets a value indicating whether the search ran to its end: what it found is the smallest there is, and where it found nothing there is nothing.</summary>
    public bool IsProved { get; init; }

    /// <summary>Gets the codes of the rules to take out, in ordinal order; of several smallest sets the first in ordinal order.</summary>
    public EquatableArray<string> Remove { get; init; }
}
