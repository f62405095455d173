using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a registration point (登记点) counted in a turn: one row of <c>checkpoints.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Point">The code of the point.</param>
/// <param name="On">The day.</param>
/// <param name="Vehicles">How many vehicles were checked (辆).</param>
/// <param name="People">How many people were checked (人次).</param>
/// <param name="Found">How many people were found that are looked for (摸排).</param>
public sealed record CheckpointEntry(string Point, LocalDate On, long Vehicles, long People, long Found = 0);
