using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Draws what is reported: when, where, of which tier, on which matter, through which channel.</summary>
internal sealed class ReportDraw
{
    internal const int DefaultWeight = 100;
    private const int Million = 1_000_000;
    private readonly CountyRunParameters _parameters;
    private readonly WorkCalendar _calendar;
    private readonly RandomStreams _streams;
    private readonly WeightedChoice _hours;
    private readonly WeightedChoice _tiers;
    private readonly WeightedChoice _channels;
    private readonly WeightedChoice? _sizes;
    private readonly (Matter[] Matters, WeightedChoice? Choice)[] _mattersByTier;
    private readonly Matter[] _strays;
    private readonly EquatableArray<TierRule> _rules;

    internal ReportDraw(CountyRunParameters parameters, CaseModel model, RandomStreams streams)
    {
        _parameters = parameters;
        _calendar = model.Calendar;
        _rules = model.TierRules;
        _streams = streams;
        _hours = new WeightedChoice(parameters.HourWeights.AsSpan());
        _tiers = new WeightedChoice([.. parameters.Tiers.Select(tier => tier.Weight)]);
        _channels = new WeightedChoice([.. parameters.PublicChannels.Select(channel => channel.Weight)]);
        _strays = [.. model.Matters.Matters.Where(IsStray)];
        _sizes = parameters.Sizes.Count == 0 ? null : new WeightedChoice([.. parameters.Sizes.Select(static size => size.Weight)]);
        var weights = parameters.MatterWeights.ToDictionary(static one => one.Code, static one => one.Weight, StringComparer.Ordinal);
        _mattersByTier = [.. parameters.Tiers.Select(tier => MattersOf(model.Matters, tier.Tier))
            .Select(pool => (pool, weights.Count == 0 || pool.Length == 0 ? null : new WeightedChoice([.. pool.Select(matter => weights.GetValueOrDefault(matter.Code, DefaultWeight))])))];
    }

    /// <summary>The matters that reports of a tier are drawn from.</summary>
    internal static Matter[] MattersOf(MatterCatalogue matters, string tier) => [.. matters.Matters.Where(matter => !IsStray(matter) && (matter.Tier is null || matter.Tier == tier))];

    /// <summary>The instants and places of all reports, in order of day and place.</summary>
    internal IEnumerable<(Instant At, GridCode Place)> Reports(IReadOnlyList<GridUnit> cells, Func<GridUnit, int> peopleOf)
    {
        for (var (day, index) = (_parameters.From, 0); day <= _parameters.To; day = day.PlusDays(1), index++)
        {
            var stream = _streams.Stream("reports/day", index);
            var permille = _calendar.IsWorkingDay(day) == false ? _parameters.RestDayPermille : 1_000;
            permille = _parameters.MonthPercents.Count == 0 ? permille : permille * _parameters.MonthPercents[day.Month - 1] / 100;
            foreach (var cell in cells)
            {
                // A whole part is sure, the rest is a chance.
                var millionths = (long)peopleOf(cell) * _parameters.ReportsPerMillionPeople * permille / 1_000;
                var reports = (millionths / Million) + (stream.NextChance((int)(millionths % Million), Million) ? 1 : 0);
                for (var report = 0L; report < reports; report++)
                {
                    var time = new LocalTime(_hours.Draw(stream), stream.NextInt32(60), stream.NextInt32(60));
                    yield return (day.At(time).InZoneLeniently(_calendar.Zone).ToInstant(), cell.Code);
                }
            }
        }
    }

    /// <summary>The tier, matter and channel of a report; who found the matter says which channels there are.</summary>
    internal DrawnReport Draw(RandomStream stream, int foundBy)
    {
        var tier = _tiers.Draw(stream);
        var (pool, choice) = _strays.Length > 0 && stream.NextChance(_parameters.StrayMatterPermille, 1_000) ? (_strays, null) : _mattersByTier[tier];
        var matter = pool[choice?.Draw(stream) ?? stream.NextInt32(pool.Length)];
        var channel = foundBy switch
        {
            MatterDetection.ByWorker => _parameters.WorkerChannel,
            MatterDetection.ByResident => PublicChannel(stream),
            _ => stream.NextChance(_parameters.WorkerReportPermille, 1_000) ? _parameters.WorkerChannel : PublicChannel(stream),
        };
        return new DrawnReport(_parameters.Tiers[tier], matter, channel);
    }

    /// <summary>The tier that production gives a report: by the model's rules where it has any and one decides, as it was drawn otherwise.</summary>
    internal TierBehaviour TierOf(DrawnReport report) => _rules.Count > 0 && TierRule.Choose(_rules, report.Matter, report.Channel) is { } rule
        ? _parameters.Tiers.First(tier => string.Equals(tier.Tier, rule.Tier, StringComparison.Ordinal))
        : report.Tier;

    /// <summary>The channel of a case that a resident reports.</summary>
    internal string PublicChannel(RandomStream stream) => _parameters.PublicChannels[_channels.Draw(stream)].Code;

    /// <summary>The size of a case; null where nobody classes them.</summary>
    internal SizeBehaviour? SizeOf(RandomStream stream) => _sizes is null ? null : _parameters.Sizes[_sizes.Draw(stream)];

    private static bool IsStray(Matter matter) => matter.Purpose is MatterPurpose.Vitality or MatterPurpose.Unrelated;
}
