using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The restricted mean time until something happens (限制平均时间): whoever waits for longer than a horizon counts with the horizon.</summary>
/// <remarks>Unlike a mean over those to whom it has happened, it does not fall as fewer are done. Who is watched for less than the horizon counts for as long, after
/// E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53, 1958: the mean is the area under their curve.</remarks>
internal static class RestrictedMean
{
    /// <summary>The mean in hours; null for nobody, or without a horizon.</summary>
    /// <param name="watched">For how long each was watched, and whether that was until it happened.</param>
    /// <param name="horizon">The horizon.</param>
    internal static double? Hours(IEnumerable<(Duration Time, bool Happened)> watched, Duration horizon)
    {
        var all = watched.OrderBy(static one => one.Time).ToArray();
        if (all.Length == 0 || horizon <= Duration.Zero)
        {
            return null;
        }

        var (waiting, area, last, i) = (1.0, 0.0, Duration.Zero, 0);
        while (i < all.Length && all[i].Time <= horizon)
        {
            var (time, left, happened) = (all[i].Time, all.Length - i, 0);
            for (; i < all.Length && all[i].Time == time; i++)
            {
                happened += all[i].Happened ? 1 : 0;
            }

            area += waiting * (time - last).TotalHours;
            (waiting, last) = (waiting * (left - happened) / left, time);
        }

        return area + (waiting * (horizon - last).TotalHours);
    }
}
