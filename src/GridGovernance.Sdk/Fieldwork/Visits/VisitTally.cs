namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The visits to one category (S4-17): household-times and person-times kept apart, as the reports mix them up.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Category">The code of the category.</param>
/// <param name="Subjects">How many subjects there are.</param>
/// <param name="HouseholdTimes">How many visits were made (户次).</param>
/// <param name="PersonTimes">How many people were met, as often as they were (人次).</param>
public sealed record VisitTally(string Category, long Subjects, long HouseholdTimes, long PersonTimes)
{
    /// <summary>Counts the visits by category.</summary>
    /// <param name="files">The files of the subjects; visits count under the present category.</param>
    /// <returns>The tallies, in the order of their codes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public static EquatableArray<VisitTally> Of(IEnumerable<VisitFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var tallies = new SortedDictionary<string, VisitTally>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var known = tallies.GetValueOrDefault(file.Subject.Category) ?? new VisitTally(file.Subject.Category, 0, 0, 0);
            tallies[known.Category] = checked(known with
            {
                Subjects = known.Subjects + 1,
                HouseholdTimes = known.HouseholdTimes + file.Visits.Count - file.Shared.Count,
                PersonTimes = known.PersonTimes + file.PersonTimes,
            });
        }

        return EquatableArray.From(tallies.Values);
    }
}
