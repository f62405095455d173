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

    /// <summary>Gets the days. The default is 10.</summary>
    public int Days { get; init; } = 10;

    /// <summary>Gets the grids. The default is 61,000.</summary>
    public int Grids { get; init; } = 61_000;

    /// <summary>Gets the grid workers, spread evenly over the grids; whoever of a grid is free first takes what comes up there. The default is 330,000: 5.41 a grid.</summary>
    public int Workers { get; init; } = 330_000;

    /// <summary>Gets the reports of a day: exactly so many, each from a random grid, at a random minute of an hour by its weight. The default is 73,600: 1.21 a grid.</summary>
    public int ReportsPerDay { get; init; } = 73_600;

    /// <summary>Gets by tier the share of reports on matters that the grid may handle on the spot, in thousandths; a tier that is not named has none.
    /// The default is 700 of the daily tier: departments lead the sample's ordinary and serious matters.</summary>
    public EquatableArray<WeightedCode> OnTheSpotPermille { get; init; } = [new("daily", 700)];

    /// <summary>Gets the weight of each hour of the day, from midnight; 24 of them.</summary>
    public EquatableArray<int> HourWeights { get; init; } = Assumed.HourWeights;

    /// <summary>Gets the tiers; each needs a lifecycle in the model. Their shares of hard cases are passed over.</summary>
    public EquatableArray<TierBehaviour> Tiers { get; init; } = Assumed.Tiers;

    /// <summary>Gets what people do in each state; a trigger <c>suspend</c> is passed over.</summary>
    public EquatableArray<StepBehaviour> Steps { get; init; } = Assumed.Steps;
}
