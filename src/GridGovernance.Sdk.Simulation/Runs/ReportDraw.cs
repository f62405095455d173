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
    private static readonly LocalDate Epoch = new(1970, 1, 1);
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

    /// <summary>The instants and places of all matters, in order of day and place, each with the key that it has in every scenario in which it arises.</summary>
    internal IEnumerable<(Instant At, GridCode Place, long Matter)> Matters(IReadOnlyList<GridUnit> cells, Func<GridUnit, int> peopleOf)
    {
        var keys = cells.Select(static cell => StableHash.Fnv1A(cell.Code.ToString())).ToArray();
        for (var day = _parameters.From; day <= _parameters.To; day = day.PlusDays(1))
        {
            var permille = _calendar.IsWorkingDay(day) == false ? _parameters.RestDayPermille : 1_000;
            permille = _parameters.MonthPercents.Count == 0 ? permille : permille * _parameters.MonthPercents[day.Month - 1] / 100;
            for (var cell = 0; cell < cells.Count; cell++)
            {
                // A whole part is sure, the rest is a chance. The sure ones come last: where the rate is higher, the same matters come and others beside them.
                var dayOfCell = KeyOf(keys[cell], Period.DaysBetween(Epoch, day));
                var millionths = (long)peopleOf(cells[cell]) * _parameters.ReportsPerMillionPeople * permille / 1_000;
                var matters = (millionths / Million) + (_streams.Stream("reports", dayOfCell).NextChance((int)(millionths % Million), Million) ? 1 : 0);
                for (var one = 0L; one < matters; one++)
                {
                    var matter = KeyOf(unchecked((ulong)dayOfCell), one + 1);
                    var stream = _streams.Stream("reports/time", matter);
                    var time = new LocalTime(_hours.Draw(stream), stream.NextInt32(60), stream.NextInt32(60));
                    yield return (day.At(time).InZoneLeniently(_calendar.Zone).ToInstant(), cells[cell].Code, matter);
                }
            }
        }
    }

    /// <summary>The tier, matter and channel of a report; who found the matter says which channels there are.</summary>
    internal DrawnReport Draw(long matter, int foundBy)
    {
        var tier = _tiers.Draw(_streams.Stream("report/tier", matter));
        var (pool, choice) = _strays.Length > 0 && _streams.Stream("report/stray", matter).NextChance(_parameters.StrayMatterPermille, 1_000) ? (_strays, null) : _mattersByTier[tier];
        var stream = _streams.Stream("report/matter", matter);
        var isByWorker = foundBy == MatterDetection.ByWorker
            || (foundBy == MatterDetection.AsDrawn && _streams.Stream("report/worker", matter).NextChance(_parameters.WorkerReportPermille, 1_000));
        return new DrawnReport(_parameters.Tiers[tier], pool[choice?.Draw(stream) ?? stream.NextInt32(pool.Length)], isByWorker ? _parameters.WorkerChannel : PublicChannel(matter));
    }

    /// <summary>The tier that production gives a report: by the model's rules where it has any and one decides, as it was drawn otherwise.</summary>
    internal TierBehaviour TierOf(DrawnReport report) => _rules.Count > 0 && TierRule.Choose(_rules, report.Matter, report.Channel) is { } rule
        ? _parameters.Tiers.First(tier => string.Equals(tier.Tier, rule.Tier, StringComparison.Ordinal))
        : report.Tier;

    /// <summary>The channel of a matter that a resident reports.</summary>
    internal string PublicChannel(long matter) => _parameters.PublicChannels[_channels.Draw(_streams.Stream("report/channel", matter))].Code;

    /// <summary>The size of a case; null where nobody classes them.</summary>
    internal SizeBehaviour? SizeOf(RandomStream stream) => _sizes is null ? null : _parameters.Sizes[_sizes.Draw(stream)];

    private static bool IsStray(Matter matter) => matter.Purpose is MatterPurpose.Vitality or MatterPurpose.Unrelated;

    // Two matters of a run have one key as rarely as two words of 64 bits are equal.
    private static long KeyOf(ulong of, long number) => unchecked((long)SeededRandom.Mix(of ^ SeededRandom.Mix((ulong)number * StableHash.GoldenGamma)));
}
