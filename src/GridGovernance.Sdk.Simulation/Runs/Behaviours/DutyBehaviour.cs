using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What else a post does all day: visits, campaigns, and what the entry list (or its absence) puts on it.</summary>
/// <remarks>
/// <para>Time for duties is not there for cases: services of the post take as much longer as its day is shorter. At least a tenth of the day is left for cases.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DutyBehaviour
{
    private const int LeastShareOfDay = 10;

    /// <summary>Gets the post. The default is <c>grid-worker</c>.</summary>
    public string Post { get; init; } = "grid-worker";

    /// <summary>Gets the minutes of a working day. The default is 480.</summary>
    public int DayMinutes { get; init; } = 480;

    /// <summary>Gets the minutes a day for visits, where the model has no visit policy or the run does not follow it (<see cref="VisitBehaviour.FollowsPolicy"/>). The default is 0.</summary>
    public int VisitMinutes { get; init; }

    /// <summary>Gets the campaigns. The default is none.</summary>
    public EquatableArray<CampaignLoad> Campaigns { get; init; }

    /// <summary>Gets a value indicating whether the matters beside cases are those that the model's lists give the post, as long as its <c>burden.json</c> says, on the first day; the minutes of listed and unlisted matters
    /// are then left at 0. A scenario of a study works them out; the default is false.</summary>
    public bool FollowsEntryList { get; init; }

    /// <summary>Gets how much of the work that the lists keep from the post, of all that <c>burden.json</c> knows, comes past them all the same, in thousandths; for duties that follow the entry list. The default is 0.</summary>
    public int UnlistedPermille { get; init; }

    /// <summary>Gets the minutes a day for matters of the entry list that are done beside cases. The default is 0.</summary>
    public int ListedMinutes { get; init; }

    /// <summary>Gets the minutes a day for matters that are put on the post past the entry list. The default is 0.</summary>
    public int UnlistedMinutes { get; init; }

    internal bool IsNeutral => VisitMinutes == 0 && Campaigns.Count == 0 && ListedMinutes == 0 && UnlistedMinutes == 0;

    /// <summary>Returns the minutes of a day that are taken from cases.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The sum over visits, campaigns and matters, or what leaves a tenth of the day where that is less.</returns>
    public int MinutesOn(LocalDate on)
    {
        var minutes = VisitMinutes + ListedMinutes + UnlistedMinutes;
        foreach (var campaign in Campaigns)
        {
            minutes += on >= campaign.From && on <= campaign.To ? campaign.MinutesPerDay : 0;
        }

        return Math.Min(minutes, DayMinutes - Math.Max(1, DayMinutes / LeastShareOfDay));
    }

    /// <summary>Returns how long a service takes on a day, with what the duties put between.</summary>
    /// <param name="service">How long it takes otherwise.</param>
    /// <param name="on">The day.</param>
    /// <returns>As much longer as the day is shorter, in whole seconds; <paramref name="service"/> where nothing is taken.</returns>
    public Duration Stretched(Duration service, LocalDate on)
    {
        var left = DayMinutes - MinutesOn(on);
        return left == DayMinutes ? service : Duration.FromSeconds((long)service.TotalSeconds * DayMinutes / left);
    }
}
