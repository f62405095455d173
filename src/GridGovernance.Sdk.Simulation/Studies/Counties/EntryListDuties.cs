using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>What the model's lists put on a post beside cases, by the production's <see cref="BurdenAnalysis"/>, and what of the rest comes past them.</summary>
internal static class EntryListDuties
{
    private const int Thousand = 1_000;
    private const int MostMinutes = 1_440;

    /// <summary>Returns duties whose minutes are those of the lists on a day, where they follow the entry list; others as they are.</summary>
    /// <exception cref="ArgumentException">The model does not say what the matters take, or not of the post, or they take more than a day.</exception>
    internal static DutyBehaviour Of(GovernanceModel model, DutyBehaviour duties, LocalDate on)
    {
        if (!duties.FollowsEntryList)
        {
            return duties;
        }

        var definition = model.Definitions.Permissions.Burden
            ?? throw new ArgumentException("\"run/duties/followsEntryList\" needs the model's burden.json, which says what the matters take, but the model has none.", nameof(model));
        var capacity = definition.Posts.FirstOrDefault(one => string.Equals(one.Post, duties.Post, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"\"run/duties/post\" should name a post whose hours the model's burden.json gives ({string.Join(", ", definition.Posts.Select(static one => one.Post))}), but names \"{duties.Post}\".", nameof(duties));
        var burden = BurdenAnalysis.Run(definition, model.EntryList, model.AuthorityList, GridCode.Parse(model.County.Code.ToString()), on, null, out var report);
        report.EnsureNoErrors();
        var post = burden!.Posts[definition.Posts.ToList().IndexOf(capacity)];
        var keptOut = definition.Efforts.Where(effort => !post.Matters.Contains(effort.Matter)).Sum(static effort => effort.TimesPerMonth * effort.MinutesEach) / 60;
        var past = keptOut / capacity.WorkersPerUnit / capacity.HoursPerMonth * duties.UnlistedPermille / Thousand;
        return duties with { FollowsEntryList = false, UnlistedPermille = 0, ListedMinutes = Minutes(post.Load, duties), UnlistedMinutes = Minutes(past, duties) };
    }

    // The month's hours that the model gives a worker are his working days: a share of the one is as much of the other.
    private static int Minutes(decimal load, DutyBehaviour duties)
    {
        var minutes = load * duties.DayMinutes;
        return minutes <= MostMinutes
            ? (int)decimal.Round(minutes)
            : throw new ArgumentException(
                $"The matters of post \"{duties.Post}\" should take at most {MostMinutes} minutes a day by the model's entry list and burden.json, but take {decimal.Round(minutes)}.", nameof(duties));
    }
}
