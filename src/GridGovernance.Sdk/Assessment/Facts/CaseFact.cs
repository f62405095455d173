using NodaTime;

namespace GridGovernance.Sdk.Assessment;

/// <summary>One case as assessment sees it (考核事实): whom it counts for, and what became of it.</summary>
/// <remarks>
/// <para><see cref="CaseFactReader"/> reads these off cases; a host whose cases are kept elsewhere makes its own. Assessment needs no more of a case than this. Ids are opaque.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record CaseFact
{
    /// <summary>The points of the best rating: ratings run from 1 to this.</summary>
    public const int BestRating = 5;

    /// <summary>Gets the case's id, to which a score can be traced.</summary>
    public required string CaseId { get; init; }

    /// <summary>Gets what became of it.</summary>
    public required CaseMarks Marks { get; init; }

    /// <summary>Gets the code of the grid or cell that it lies in; null where unknown.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the opaque id of the worker, or the seat, that it counts for; null where there is none.</summary>
    public string? Worker { get; init; }

    /// <summary>Gets the code of the department that had to deal with it; null where none had.</summary>
    public string? Department { get; init; }

    /// <summary>Gets the channel that it came by; null where unknown.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the code of its tier; null where unknown.</summary>
    public string? Tier { get; init; }

    /// <summary>Gets the size of its matter; null where unknown.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the category of its matter; null where unknown.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the kind of settlement that it lies in; null where unknown.</summary>
    public string? Settlement { get; init; }

    /// <summary>Gets the day on which it was reported; null where unknown.</summary>
    public LocalDate? ReportedOn { get; init; }

    /// <summary>Gets the grid worker's rating of the department (逆向考核), 1 to <see cref="BestRating"/>; null where there is none.</summary>
    public int? WorkerRating { get; init; }

    /// <summary>Gets the department's rating of the grid worker (部门评价), 1 to <see cref="BestRating"/>; null where there is none.</summary>
    public int? DepartmentRating { get; init; }

    /// <summary>Says whether the case has all of some marks.</summary>
    /// <param name="marks">The marks.</param>
    /// <returns>True when it has all of them.</returns>
    public bool Has(CaseMarks marks) => (Marks & marks) == marks;
}
