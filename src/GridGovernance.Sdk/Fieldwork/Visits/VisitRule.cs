using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How often subjects of a category and risk level are visited, and how late a visit may be.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record VisitRule
{
    /// <summary>Gets the code of the category.</summary>
    public required string Category { get; init; }

    /// <summary>Gets the risk levels that it holds for; empty for every level that no other rule names.</summary>
    public EquatableArray<string> Risks { get; init; }

    /// <summary>Gets the interval: one visit is owed in each, by its last day.</summary>
    /// <remarks>A plan of work and no period of the law: a last day that is a rest day stays the last day (民法典 203 moves terms, not duties that recur).</remarks>
    public required TimeLimit Every { get; init; }

    /// <summary>Gets how many days after the last day of an interval its visit may still be made up for; fewer than the interval has.</summary>
    public int GraceDays { get; init; }

    /// <summary>Gets a value indicating whether a further visit within an interval is welcome (服务宣传不漏人) and not a duplicate (管理排查不重复).</summary>
    public bool AllowsMore { get; init; }

    /// <summary>Gets how long a subject stays under rules of this category, counted from the day on which it came under the category; null without an end.</summary>
    public TimeLimit? For { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }
}
