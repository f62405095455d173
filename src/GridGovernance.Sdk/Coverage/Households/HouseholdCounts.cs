namespace GridGovernance.Sdk.Coverage;

/// <summary>How households and people lie over the cells (格不漏户、户不漏人).</summary>
/// <remarks>Equality is by value. The default value counts nothing. This type is immutable and safe to share between threads.</remarks>
public sealed record HouseholdCounts
{
    /// <summary>Gets the number of different households.</summary>
    public int Households { get; init; }

    /// <summary>Gets the households that lie in no cell.</summary>
    public int Uncovered { get; init; }

    /// <summary>Gets the households that lie in several cells.</summary>
    public int DoublyCovered { get; init; }

    /// <summary>Gets the households that are registered in another cell than they lie in, in an unknown one, or in none.</summary>
    public int Misregistered { get; init; }

    /// <summary>Gets the household ids that are registered more than once.</summary>
    public int Repeated { get; init; }

    /// <summary>Gets the number of different people.</summary>
    public int People { get; init; }

    /// <summary>Gets the people who are listed in no household.</summary>
    public int UnassignedPeople { get; init; }

    /// <summary>Gets the people who are listed more than once.</summary>
    public int DoublyAssignedPeople { get; init; }
}
