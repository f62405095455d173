using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The question whether a matter may be given to a unit on a day.</summary>
/// <remarks>Equality is by value. The default value asks nothing and must not be used. This type is immutable and safe to share between threads.</remarks>
/// <param name="Matter">The code of the matter.</param>
/// <param name="Level">The code of the level of the unit that is to be given it.</param>
/// <param name="Place">Where the matter is.</param>
/// <param name="On">The day, by the county's clock.</param>
/// <param name="Post">The post that is to carry it; null to leave posts aside.</param>
public readonly record struct AdmissionRequest(string Matter, string Level, GridCode Place, LocalDate On, string? Post = null);
