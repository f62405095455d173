using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>A province in columns: how many grids, workers and reports it has, and how its people act on them.</summary>
/// <remarks>
/// <para>Sizes are those of 浙江省 as 吴结兵 gives them; everything else is what <see cref="CountyRunParameters"/> assumes, without suspension and without hard cases: of a tier its weight, lags and hours count. Times are uniform between 0
/// and twice their mean, in whole minutes. Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ProvinceParameters
{
    private static readonly CountyRunParameters Assumed = new() { From = default, To = default };

    /// <summary>Gets the first day. The default is Monday, 2 March 2026.</summary>
    public LocalDate From { get; init; } = new(2026, 3, 2);

    /// <summary>Gets the days, 1 to 3,660. The default is 10.</summary>
    public int Days { get; init; } = 10;

    /// <summary>Gets the grids, 1 to 1,000,000. The default is 61,000.</summary>
    public int Grids { get; init; } = 61_000;

    /// <summary>Gets the grid workers, at least one a grid and at most 10,000,000, spread evenly over the grids; whoever of a grid is free first takes what comes up there. The default is 330,000: 5.41 a grid.</summary>
    public int Workers { get; init; } = 330_000;

    /// <summary>Gets the reports of a day, from 1, and at most 200,000,000 in the whole period: exactly so many, each from a random grid, at a random minute of an hour by its weight. The default is 73,600: 1.21 a grid.</summary>
    public int ReportsPerDay { get; init; } = 73_600;

    /// <summary>Gets by tier the share of reports on matters that the grid may handle on the spot, in thousandths, 0 to 1,000; a tier that is not named has none.
    /// The default is 700 of the daily tier: departments lead the sample's ordinary and serious matters.</summary>
    public EquatableArray<WeightedCode> OnTheSpotPermille { get; init; } = [new("daily", 700)];

    /// <summary>Gets the weight of each hour of the day, from midnight; 24 of them, each 0 to 1,000,000 and one above 0.</summary>
    public EquatableArray<int> HourWeights { get; init; } = Assumed.HourWeights;

    /// <summary>Gets the tiers; each needs a lifecycle in the model, a weight of 0 to 1,000,000, one of them above 0, and lags of 0 to 100,000 %. Their shares of hard cases are passed over.</summary>
    public EquatableArray<TierBehaviour> Tiers { get; init; } = Assumed.Tiers;

    /// <summary>Gets what people do in each state: services and lags of 0 to 527,040 minutes, a year, and triggers that weigh 0 to 1,000,000; a trigger <c>suspend</c> is passed over.</summary>
    public EquatableArray<StepBehaviour> Steps { get; init; } = Assumed.Steps;
}
