namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>The reports of a province: of each day so many, each at a random minute by the hours' weights, of a random tier, from a random grid.</summary>
/// <remarks>Reports are numbered as they come. Which report of a day falls into which minute is open, so it is enough to count them by minute.</remarks>
internal sealed class ProvinceReports
{
    private const int MinutesOfDay = 1_440;
    private readonly ProvinceDraws _draws;
    private readonly int _ofDay;
    private readonly int _grids;
    private readonly int[] _hours = new int[24];
    private readonly int[] _tiers;
    private readonly int[] _onTheSpot;
    private readonly int[] _inMinute = new int[MinutesOfDay];

    internal ProvinceReports(ProvinceParameters parameters, ProvinceDraws draws)
    {
        (_draws, _ofDay, _grids) = (draws, parameters.ReportsPerDay, parameters.Grids);
        Sum(_hours, hour => parameters.HourWeights[hour]);
        Sum(_tiers = new int[parameters.Tiers.Count], tier => parameters.Tiers[tier].Weight);
        _onTheSpot = [.. parameters.Tiers.Select(tier => parameters.OnTheSpotPermille.FirstOrDefault(one => string.Equals(one.Code, tier.Tier, StringComparison.Ordinal))?.Weight ?? 0)];
    }

    /// <summary>Draws the minutes of a day's reports.</summary>
    internal void Begin(int day)
    {
        _inMinute.AsSpan().Clear();
        for (var one = day * _ofDay; one < (day + 1) * _ofDay; one++)
        {
            _inMinute[(Place(_hours, _draws.Below(_hours[^1], one, 1)) * 60) + _draws.Below(60, one, 2)]++;
        }
    }

    /// <summary>How many come in a minute of the day that has begun.</summary>
    internal int In(int minuteOfDay) => _inMinute[minuteOfDay];

    internal int Tier(int one) => Place(_tiers, _draws.Below(_tiers[^1], one, 3));

    internal bool IsOnTheSpot(int one, int tier) => _draws.Below(1_000, one, 4) < _onTheSpot[tier];

    internal int Grid(int one) => _draws.Below(_grids, one, 5);

    private static void Sum(int[] sums, Func<int, int> weight)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = weight(i) + (i == 0 ? 0 : sums[i - 1]);
        }
    }

    private static int Place(int[] sums, int ticket)
    {
        var i = 0;
        while (sums[i] <= ticket)
        {
            i++;
        }

        return i;
    }
}
