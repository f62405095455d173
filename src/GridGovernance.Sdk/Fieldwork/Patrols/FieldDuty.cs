using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A duty that comes again and again: a patrol, an inspection (S0-6: 常规化和制度化的信息排查) or a meeting (S3-37: 网格化周例会制).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record FieldDuty
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets what kind it is.</summary>
    public required FieldDutyKind Kind { get; init; }

    /// <summary>Gets the unit in which it is done.</summary>
    public required GridCode Place { get; init; }

    /// <summary>Gets the opaque id of the key place (重点场所); null for the unit as a whole.</summary>
    public string? KeyPlace { get; init; }

    /// <summary>Gets the first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the cycle: calendar days, months or years.</summary>
    public required TimeLimit Every { get; init; }

    /// <summary>Gets how often it is done in a cycle; null for once.</summary>
    public int? Times { get; init; }

    /// <summary>Gets how many minutes it takes in a cycle, all times together; 0 where nobody says.</summary>
    public int Minutes { get; init; }

    /// <summary>Gets what it looks for; empty for a meeting.</summary>
    public EquatableArray<FindingKind> Finds { get; init; }

    /// <summary>Gets where it comes from; null where nobody says.</summary>
    public LocalizedText? Source { get; init; }

    internal int TimesOwed => Times ?? 1;
}
