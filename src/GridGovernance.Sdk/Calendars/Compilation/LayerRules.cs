using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>The layers of a calendar, by day, independent of the order in which they were added.</summary>
internal sealed class LayerRules
{
    private readonly SortedDictionary<LocalDate, List<Rule>> _byDay = [];

    private LayerRules()
    {
    }

    /// <summary>Gets the years that the rules name.</summary>
    internal IEnumerable<int> Years => _byDay.Keys.Select(static date => date.Year).Distinct();

    /// <summary>Reads the layers.</summary>
    /// <param name="definition">The calendar.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The rules.</returns>
    internal static LayerRules Read(CalendarDefinition definition, List<Finding> findings)
    {
        var result = new LayerRules();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Layers.Count; i++)
        {
            var layer = definition.Layers[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"/layers/{i}");
            if (!codes.Add(layer.Code))
            {
                findings.Add(Finding.Error(CalendarMessages.All["calendars.layer-duplicate", layer.Code], FindingPlace.At(path + "/code")));
            }

            for (var j = 0; j < layer.Days.Count; j++)
            {
                result.Add(layer, layer.Days[j], string.Create(CultureInfo.InvariantCulture, $"{path}/days/{j}"), findings);
            }
        }

        return result;
    }

    /// <summary>Returns the closures of some hours.</summary>
    /// <param name="days">The days.</param>
    /// <returns>The closures, in order of their beginnings.</returns>
    internal EquatableArray<ClosureSpan> PartialClosures(DayTable days) => EquatableArray.From(
        from day in _byDay
        let number = DayTable.NumberOf(day.Key)
        from rule in day.Value
        where rule.Effect == DayEffect.Closed
        from hours in rule.Hours
        let span = new ClosureSpan(days.TicksAt(number, hours.FromMinute), days.TicksAt(number, hours.ToMinute), rule.Name, rule.Source)
        orderby span.From, span.To
        select span);

    /// <summary>Returns the hours that rules give a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The hours of each rule.</returns>
    internal IEnumerable<EquatableArray<DailyHours>> HoursOn(LocalDate date) => _byDay.TryGetValue(date, out var rules)
        ? rules.Where(static rule => rule.Effect is DayEffect.Working or DayEffect.Hours).Select(static rule => rule.Hours)
        : [];

    /// <summary>Applies the rules to a day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="day">What notices and pattern say.</param>
    /// <param name="usual">The hours of the day if it is worked.</param>
    /// <returns>What the day is.</returns>
    internal DayFacts Apply(LocalDate date, DayFacts day, EquatableArray<DailyHours> usual)
    {
        if (!_byDay.TryGetValue(date, out var rules))
        {
            return day;
        }

        var deciding = Highest(rules, static rule => rule.Decides);
        var off = Highest(deciding, static rule => rule.Effect != DayEffect.Working);
        if (off.Count > 0)
        {
            var rule = off.Find(static rule => rule.Effect == DayEffect.Holiday) ?? off[0];
            return new DayFacts(rule.Effect == DayEffect.Holiday ? DayKind.Holiday : DayKind.Closed, [], rule.Name, rule.Source);
        }

        if (deciding.Count > 0 && !day.IsWorking)
        {
            day = new DayFacts(DayKind.Working, usual, deciding[0].Name, deciding[0].Source);
        }

        return day.IsWorking ? WithHours(day, rules) : day;
    }

    private static DayFacts WithHours(DayFacts day, List<Rule> rules)
    {
        var hours = day.Hours;
        var opening = Highest(rules, static rule => rule.Effect is DayEffect.Working or DayEffect.Hours && rule.Hours.Count > 0);
        if (opening.Count > 0)
        {
            hours = opening.Skip(1).Aggregate(HourSet.Normalise(opening[0].Hours), static (sum, rule) => HourSet.Intersect(sum, HourSet.Normalise(rule.Hours)));
        }

        var closing = rules.FindAll(static rule => rule.Effect == DayEffect.Closed);
        hours = closing.Aggregate(hours, static (sum, rule) => HourSet.Subtract(sum, rule.Hours));
        var decider = closing.Count > 0 ? closing[0] : opening.Count > 0 ? opening[0] : null;
        return hours.Count == 0
            ? new DayFacts(DayKind.Closed, [], decider!.Name, decider.Source)
            : day with { Hours = hours, Name = day.Name ?? decider?.Name, Source = day.Source ?? decider?.Source };
    }

    // Rules are kept in order of kind, then code, then name: whatever is picked does not depend on the order of the layers.
    private static List<Rule> Highest(List<Rule> rules, Predicate<Rule> condition)
    {
        var some = rules.FindAll(condition);
        var highest = some.Count == 0 ? default : some.Max(static rule => rule.Kind);
        return some.FindAll(rule => rule.Kind == highest);
    }

    private void Add(CalendarLayer layer, CalendarDayRule rule, string path, List<Finding> findings)
    {
        var to = rule.To ?? rule.From;
        var count = findings.Count;
        if (to < rule.From)
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.rule-order", layer.Code, Text(rule.From), Text(to)], FindingPlace.At(path + "/to")));
        }

        if (rule.From.Year is < CalendarCompiler.MinYear or > CalendarCompiler.MaxYear || to.Year is < CalendarCompiler.MinYear or > CalendarCompiler.MaxYear)
        {
            findings.Add(Finding.Error(
                CalendarMessages.All["calendars.rule-year", layer.Code, CalendarCompiler.MinYear, CalendarCompiler.MaxYear, Text(rule.From), Text(to)],
                FindingPlace.At(path + "/from")));
        }

        if (layer.Kind == LayerKind.Closure && rule.Effect != DayEffect.Closed)
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.closure-effect", layer.Code, rule.Effect], FindingPlace.At(path + "/effect")));
        }

        if (rule.Effect == DayEffect.Holiday && rule.Hours.Count > 0)
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.holiday-hours", layer.Code], FindingPlace.At(path + "/hours")));
        }

        if (rule.Effect == DayEffect.Hours && rule.Hours.Count == 0)
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.hours-without-hours", layer.Code], FindingPlace.At(path + "/hours")));
        }

        HourRules.Check(rule.Hours, path + "/hours", findings);
        for (var date = rule.From; findings.Count == count && date <= to; date = date.PlusDays(1))
        {
            if (!_byDay.TryGetValue(date, out var rules))
            {
                _byDay.Add(date, rules = []);
            }

            var name = rule.Name ?? layer.Title ?? new LocalizedText(layer.Code, layer.Code);
            var item = new Rule(layer.Kind, layer.Code, rule.Effect, rule.Hours, name);
            var index = rules.BinarySearch(item, Rule.Order);
            rules.Insert(index < 0 ? ~index : index, item);
        }
    }

    private static string Text(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    /// <summary>A rule on one day.</summary>
    private sealed record Rule(LayerKind Kind, string Source, DayEffect Effect, EquatableArray<DailyHours> Hours, LocalizedText Name)
    {
        internal static IComparer<Rule> Order { get; } = Comparer<Rule>.Create(static (left, right) =>
            left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind)
            : string.CompareOrdinal(left.Source, right.Source) is not 0 and var bySource ? bySource
            : string.CompareOrdinal(left.Name.En, right.Name.En));

        internal bool Decides => Effect switch
        {
            DayEffect.Holiday or DayEffect.Working => true,
            DayEffect.Closed => Hours.Count == 0,
            _ => false,
        };
    }
}
