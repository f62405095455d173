namespace GridGovernance.Sdk.Cases;

/// <summary>How a party rates a department over several cases, or that too few did to say it without naming them.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Department">The code of the department that led.</param>
/// <param name="Party">Who rated.</param>
/// <param name="Ratings">How many ratings there are; null where the ratings come from fewer than the least group.</param>
/// <param name="Mean">The mean rating, 1 to 5; null where the ratings come from fewer than the least group.</param>
public sealed record DepartmentRating(string Department, EvaluationParty Party, int? Ratings, decimal? Mean)
{
    /// <summary>The least number of raters that is told where the caller says nothing.</summary>
    public const int DefaultLeastGroup = 5;

    /// <summary>Sums the ratings of departments: grid workers and residents rate whoever led the case.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="isDepartment">Says whether the unit of a leading seat is a department.</param>
    /// <param name="leastGroup">The least number of raters that is told, so that nobody is known by theirs (匿名): grid workers by their seats, residents by their cases.</param>
    /// <returns>One rating a department and party, in order; a department that a party never rated is absent.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leastGroup"/> is not positive.</exception>
    public static EquatableArray<DepartmentRating> Sum(IEnumerable<GridCase> cases, Func<string, bool> isDepartment, int leastGroup = DefaultLeastGroup)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(isDepartment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastGroup);
        return EquatableArray.From(cases
            .Where(c => c.Lead is { } lead && isDepartment(lead.Unit))
            .SelectMany(static c => c.Evaluations.Select(evaluation =>
                (c.Lead!.Value.Unit, evaluation.Party, evaluation.Rating, Rater: evaluation.Party == EvaluationParty.Resident ? c.Id : evaluation.By.ToString())))
            .Where(static row => row.Party != EvaluationParty.Department)
            .GroupBy(static row => (row.Unit, row.Party))
            .OrderBy(static group => group.Key.Unit, StringComparer.Ordinal).ThenBy(static group => group.Key.Party)
            .Select(group =>
            {
                var ratings = group.Select(static row => row.Rating).ToArray();
                return group.Select(static row => row.Rater).Distinct(StringComparer.Ordinal).Count() < leastGroup
                    ? new DepartmentRating(group.Key.Unit, group.Key.Party, null, null)
                    : new DepartmentRating(group.Key.Unit, group.Key.Party, ratings.Length, (decimal)ratings.Sum() / ratings.Length);
            }));
    }
}
