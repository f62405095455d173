using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>The first and the last day of a row; null without one.</summary>
internal readonly record struct RowDays(LocalDate? From, LocalDate? To)
{
    /// <summary>Gets a value indicating whether there are any.</summary>
    internal bool IsAny => From is not null || To is not null;

    /// <summary>Gets the days on which the row begins and ceases to hold.</summary>
    internal IEnumerable<LocalDate> Changes
    {
        get
        {
            if (From is { } first)
            {
                yield return first;
            }

            if (To is { } last && last < LocalDate.MaxIsoValue)
            {
                yield return last.PlusDays(1);
            }
        }
    }

    /// <summary>Says whether the row holds on a day.</summary>
    internal bool Hold(LocalDate on) => !(on < From) && !(on > To);
}
