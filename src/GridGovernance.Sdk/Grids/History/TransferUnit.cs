using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Puts a unit under another parent (隶属变化): it and everything below it get new codes, and the boundaries above change with it.</summary>
/// <remarks>
/// <para>行政区划代码管理办法 (民政部令第79号): where a division comes under another parent, its code is given up and a new one is made.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="On">The day from which it holds.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Parent">The new parent, at the level of the old one.</param>
/// <param name="Code">The new code; null for the next that was never given.</param>
public sealed record TransferUnit(LocalDate On, GridCode Unit, GridCode Parent, GridCode? Code = null) : GridEdit(On);
