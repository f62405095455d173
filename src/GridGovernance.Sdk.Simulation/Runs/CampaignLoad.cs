using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>A campaign (专项行动) that takes a part of every working day of the grid workers.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="MinutesPerDay">What it takes of a working day.</param>
public sealed record CampaignLoad(LocalDate From, LocalDate To, int MinutesPerDay);
