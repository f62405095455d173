using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Everything that decides about cases: the county's definitions, its map and who sits where.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CaseModel
{
    /// <summary>Gets the lifecycles, in all versions that open cases follow.</summary>
    public required LifecycleCatalogue Lifecycles { get; init; }

    /// <summary>Gets the working calendar, whose zone is the county's.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>Gets the matters.</summary>
    public required MatterCatalogue Matters { get; init; }

    /// <summary>Gets the lists that dispatch is checked against.</summary>
    public required ICaseLists Lists { get; init; }

    /// <summary>Gets the posts and departments.</summary>
    public required Establishment Establishment { get; init; }

    /// <summary>Gets the map.</summary>
    public required GridMap Map { get; init; }

    /// <summary>Gets who sits where; null where the host does not say, and no seat counts as vacant.</summary>
    public Roster? Roster { get; init; }

    /// <summary>Gets the guards by name. The default is <see cref="CaseGuards.All"/>.</summary>
    public EquatableArray<CaseGuard> Guards { get; init; } = CaseGuards.All;

    internal LocalDateTime LocalTime(Instant at) => at.InZone(Calendar.Zone).LocalDateTime;
}
