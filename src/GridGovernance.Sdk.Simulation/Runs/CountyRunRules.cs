using System.Globalization;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What parameters of a run must keep, and whether they fit a model: every number in its range, every code known, every day covered by the calendar.</summary>
/// <remarks>A misspelt code or a share above all would otherwise be passed over or clipped, and the study would answer another question than was asked.</remarks>
internal sealed class CountyRunRules
{
    private const int Thousand = 1_000;
    private const int MinutesOfYear = 366 * 1_440;
    private const int MostPercent = 100_000;
    private const int MostDays = 3_660;
    private const int MostPeople = 1_000_000;
    private const int MostSharing = 10_000;
    private static readonly CountyRunParameters Standard = new() { From = default, To = default };
    private readonly List<string> _problems = [];

    /// <summary>Refuses parameters that do not fit; the message names all that is wrong.</summary>
    internal static void Check(CaseModel model, VisitPolicy? policy, CountyRunParameters parameters)
    {
        var rules = new CountyRunRules();
        rules.Period(model, parameters);
        rules.Reports(model, parameters);
        rules.Work(model, parameters);
        rules.Codes(model, parameters.Codes);
        rules.Staff(parameters.Staff);
        rules.Duties(model, parameters.Duties);
        rules.Visits(policy, parameters);
        rules.Ensure(nameof(parameters));
    }

    /// <summary>Refuses tiers, and steps of them, that a model does not know; the message names all of them.</summary>
    internal static void CheckSteps(LifecycleCatalogue lifecycles, EquatableArray<TierBehaviour> tiers, EquatableArray<StepBehaviour> steps)
    {
        var rules = new CountyRunRules();
        foreach (var tier in tiers)
        {
            rules.Tier(lifecycles, tier);
        }

        foreach (var step in steps)
        {
            rules.Step(lifecycles, step);
        }

        rules.Once("tiers", tiers.Select(static one => one.Tier));
        rules.Once("steps", steps.Select(static one => one.State));
        rules.Ensure(nameof(steps));
    }

    private void Ensure(string name)
    {
        if (_problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', _problems), name);
        }
    }

    private void Tier(LifecycleCatalogue lifecycles, TierBehaviour tier)
    {
        var known = KnownCodes.TiersOf(lifecycles);
        if (!known.Contains(tier.Tier))
        {
            _problems.Add($"\"tiers\" should name {known}, but names \"{tier.Tier}\"; a study of a county leaves it out by \"run/tiers/{tier.Tier}=null\", one of a province by \"tiers/{tier.Tier}=null\".");
        }
    }

    private void Period(CaseModel model, CountyRunParameters parameters)
    {
        if (parameters.To < parameters.From)
        {
            _problems.Add($"A run must end on or after its first day {parameters.From:R}, but ends on {parameters.To:R}.");
        }

        for (var day = parameters.From; day <= parameters.To; day = day.PlusDays(1))
        {
            if (model.Calendar.IsWorkingDay(day) is null)
            {
                _problems.Add($"The calendar must know every day from {parameters.From:R} to {parameters.To:R}, but does not know {day:R}.");
                return;
            }
        }
    }

    private void Reports(CaseModel model, CountyRunParameters parameters)
    {
        Range("reportsPerMillionPeople", parameters.ReportsPerMillionPeople, 0, MostPeople);
        Range("restDayPermille", parameters.RestDayPermille, 0, 10 * Thousand);
        if (parameters.MonthPercents.Count is not (0 or 12))
        {
            _problems.Add($"\"monthPercents\" should hold 12 months, or none, but holds {parameters.MonthPercents.Count}.");
        }

        Each("monthPercents", parameters.MonthPercents.Select(static (one, i) => (i.ToString(CultureInfo.InvariantCulture), one)), 0, MostPercent);
        if (parameters.HourWeights.Count != 24)
        {
            _problems.Add($"\"hourWeights\" should hold 24 hours, but holds {parameters.HourWeights.Count}.");
        }

        Weights("hourWeights", parameters.HourWeights.Select(static (one, i) => (i.ToString(CultureInfo.InvariantCulture), one)));
        Weights("tiers", parameters.Tiers.Select(static one => (one.Tier, one.Weight)));
        foreach (var tier in parameters.Tiers)
        {
            Range($"tiers/{tier.Tier}/hardPermille", tier.HardPermille, 0, Thousand);
            Range($"tiers/{tier.Tier}/hardFactor", tier.HardFactor, 1, Thousand);
            Range($"tiers/{tier.Tier}/lagPercent", tier.LagPercent, 0, MostPercent);
            Tier(model.Lifecycles, tier);
        }

        Tiers(model, parameters);

        Each("matterWeights", parameters.MatterWeights.Select(static one => (one.Code, one.Weight)), 0, int.MaxValue);
        var matters = KnownCodes.MattersOf(model);
        foreach (var matter in parameters.MatterWeights)
        {
            Known("matterWeights", matter.Code, matters);
        }

        Range("strayMatterPermille", parameters.StrayMatterPermille, 0, Thousand);
        Range("workerReportPermille", parameters.WorkerReportPermille, 0, Thousand);
        Range("unpatrolledReportPermille", parameters.UnpatrolledReportPermille, 0, Thousand);
        var channels = KnownCodes.ChannelsOf(model);
        Known("workerChannel", parameters.WorkerChannel, channels);
        foreach (var channel in parameters.PublicChannels)
        {
            Known("publicChannels", channel.Code, channels);
        }

        Weights("publicChannels", parameters.PublicChannels.Select(static one => (one.Code, one.Weight)));
        Range("detection/workerMeanHours", parameters.Detection.WorkerMeanHours, 0, MostDays * 24);
        Range("detection/residentMeanHours", parameters.Detection.ResidentMeanHours, 0, MostDays * 24);
        if (parameters.Sizes.Count > 0)
        {
            Weights("sizes", parameters.Sizes.Select(static one => (one.Size.ToString(), one.Weight)));
            Each("sizes", parameters.Sizes.Select(static one => (one.Size.ToString(), one.ServicePercent)), 1, MostPercent);
        }
    }

    // A tier that comes must have matters, and a tier that the model's rules give must come with what people do about it.
    private void Tiers(CaseModel model, CountyRunParameters parameters)
    {
        foreach (var tier in parameters.Tiers.Where(static tier => tier.Weight > 0))
        {
            var matters = ReportDraw.MattersOf(model.Matters, tier.Tier).Select(static one => one.Code).ToArray();
            if (matters.Length == 0)
            {
                _problems.Add($"\"tiers/{tier.Tier}\" should weigh 0, since no matter of the catalogue is of that tier, but weighs {tier.Weight}.");
            }
            else if (matters.All(code => parameters.MatterWeights.Any(one => one.Code == code && one.Weight == 0)))
            {
                _problems.Add($"\"matterWeights\" should leave the tier \"{tier.Tier}\" a matter with a weight above 0, but leaves none.");
            }
        }

        foreach (var rule in model.TierRules.Select(static rule => rule.Tier).Distinct().Where(rule => parameters.Tiers.All(tier => tier.Tier != rule)))
        {
            _problems.Add($"\"tiers\" should name the tier \"{rule}\", which a tier rule of the model gives, if only with the weight 0, but does not.");
        }
    }

    // A default speaks of every model, and what a model knows otherwise it says nothing of; whatever else is named must be there.
    private void Step(LifecycleCatalogue lifecycles, StepBehaviour step)
    {
        var standard = Standard.Steps.FirstOrDefault(one => one.State == step.State);
        if (step != standard)
        {
            Known("steps", step.State, KnownCodes.StatesOf(lifecycles));
        }

        var triggers = KnownCodes.TriggersOf(lifecycles);
        foreach (var trigger in step.Triggers.Where(trigger => standard?.Triggers.Any(one => one.Code == trigger.Code) != true))
        {
            Known($"steps/{step.State}/triggers", trigger.Code, triggers);
        }

        var states = lifecycles.Current.Select(lifecycle => (Lifecycle: lifecycle, State: lifecycle.FindState(step.State))).Where(static one => one.State is not null).ToArray();
        var permitted = states.SelectMany(static one => one.Lifecycle.PermittedTriggers(one.State!)).Select(static one => one.Code).Distinct().ToArray();
        if (step.Triggers != standard?.Triggers && states.Length > 0 && step.Triggers.Any(static one => one.Weight > 0) && !step.Triggers.Any(one => one.Weight > 0 && permitted.Contains(one.Code)))
        {
            _problems.Add($"\"steps/{step.State}/triggers\" should weigh a trigger that the state permits ({string.Join(", ", permitted)}), but weighs none.");
        }
    }

    private void Work(CaseModel model, CountyRunParameters parameters)
    {
        foreach (var step in parameters.Steps)
        {
            Step(model.Lifecycles, step);
            Range($"steps/{step.State}/serviceMinutes", step.ServiceMinutes, 0, MinutesOfYear);
            Range($"steps/{step.State}/lagMinutes", step.LagMinutes, 0, MinutesOfYear);
            Each($"steps/{step.State}/triggers", step.Triggers.Select(static one => (one.Code, one.Weight)), 0, MostPeople);
        }

        Once("steps", parameters.Steps.Select(static one => one.State));
        Range("otherwiseMinutes", parameters.OtherwiseMinutes, 0, MinutesOfYear);
        Range("travelMinutes", parameters.TravelMinutes, 0, MinutesOfYear);
        Each("desks", parameters.Desks.Select(static one => (one.Code, one.Weight)), 1, MostSharing);
        Each("departmentDesks", parameters.DepartmentDesks.Select(static one => (one.Code, one.Weight)), 1, MostSharing);
        var (posts, departments) = (KnownCodes.PostsOf(model), KnownCodes.DepartmentsOf(model));
        foreach (var desk in parameters.Desks.Where(static one => Standard.Desks.All(standard => standard.Code != one.Code)))
        {
            Known("desks", desk.Code, posts);
        }

        foreach (var desk in parameters.DepartmentDesks)
        {
            Known("departmentDesks", desk.Code, departments);
        }

        Range("misdispatchPermille", parameters.MisdispatchPermille, 0, Thousand);
        Range("refusalRememberedDays", parameters.RefusalRememberedDays, 0, MostDays);
        Range("escalationHelpsPermille", parameters.EscalationHelpsPermille, 0, Thousand);
        Range("residentRatesPermille", parameters.ResidentRatesPermille, 0, Thousand);
        Range("officialRatesPermille", parameters.OfficialRatesPermille, 0, Thousand);
    }

    // A model without a grid worker or a dispatcher would report nothing, and without a lead's post or a trigger to give cases, close nothing.
    private void Codes(CaseModel model, ModelCodes codes)
    {
        Known("codes/workerPost", codes.WorkerPost, KnownCodes.GridPostsOf(model));
        Known("codes/dispatcherPost", codes.DispatcherPost, KnownCodes.GridPostsOf(model));
        Known("codes/departmentPost", codes.DepartmentPost, KnownCodes.DepartmentPostsOf(model));
        Known("codes/dispatchTrigger", codes.DispatchTrigger, KnownCodes.TriggersOf(model.Lifecycles));
        Known("codes/travelState", codes.TravelState, KnownCodes.StatesOf(model.Lifecycles));
        Known("codes/closureClock", codes.ClosureClock, KnownCodes.ClocksOf(model.Lifecycles));
    }

    private void Staff(StaffBehaviour staff)
    {
        Range("staff/turnoverPermille", staff.TurnoverPermille, 0, 100 * Thousand);
        Range("staff/vacancyDays", staff.VacancyDays, 0, MostDays);
        Range("staff/leaveDays", staff.LeaveDays, 0, 300);
        Range("staff/noviceSlowerPercent", staff.NoviceSlowerPercent, 0, MostPercent);
        Range("staff/learningDays", staff.LearningDays, 0, MostDays);
        Range("staff/fatiguePercentPerHour", staff.FatiguePercentPerHour, 0, Thousand);
    }

    private void Duties(CaseModel model, DutyBehaviour duties)
    {
        Range("duties/dayMinutes", duties.DayMinutes, 1, 1_440);
        Range("duties/visitMinutes", duties.VisitMinutes, 0, 1_440);
        Range("duties/listedMinutes", duties.ListedMinutes, 0, 1_440);
        Range("duties/unlistedMinutes", duties.UnlistedMinutes, 0, 1_440);
        if (duties.FollowsEntryList || duties.UnlistedPermille != 0)
        {
            _problems.Add("\"duties/followsEntryList\" and \"duties/unlistedPermille\" should be worked out by a scenario of a study, which knows the model's lists, but are asked of a run.");
        }

        foreach (var campaign in duties.Campaigns)
        {
            Range("duties/campaigns", campaign.MinutesPerDay, 0, 1_440);
            if (campaign.To < campaign.From)
            {
                _problems.Add($"A campaign should end on or after its first day {campaign.From:R}, but ends on {campaign.To:R}.");
            }
        }

        if (duties.Post != new DutyBehaviour().Post)
        {
            Known("duties/post", duties.Post, KnownCodes.PostsOf(model));
        }
    }

    private void Visits(VisitPolicy? policy, CountyRunParameters parameters)
    {
        var visits = parameters.Visits;
        Each("visits/groups", visits.Groups.Select(static one => (one.Code, one.PerMillionPeople)), 0, MostPeople);
        Range("visits/minutes", visits.Minutes, 0, 1_440);
        Range("visits/vainMinutes", visits.VainMinutes, 0, 1_440);
        Range("visits/absentPermille", visits.AbsentPermille, 0, Thousand);
        Range("visits/refusedPermille", visits.RefusedPermille, 0, Thousand - Math.Clamp(visits.AbsentPermille, 0, Thousand));
        Range("visits/againAfterDays", visits.AgainAfterDays, 1, MostDays);
        foreach (var group in visits.Groups.Where(static group => group.Risks.Count > 0))
        {
            Weights($"visits/groups/{group.Code}/risks", group.Risks.Select(static one => (one.Code, one.Weight)));
        }

        if (!visits.FollowsPolicy)
        {
            return;
        }

        Range("duties/visitMinutes", parameters.Duties.VisitMinutes, 0, 0);
        if (policy is null)
        {
            _problems.Add("\"visits/followsPolicy\" should be set for a model with a visit policy, but the model has none.");
            return;
        }

        foreach (var category in policy.Definition.Categories.Where(category => visits.Groups.All(group => group.Code != category.Code)))
        {
            _problems.Add($"\"visits/groups\" should name the category \"{category.Code}\" of the visit policy, but does not.");
        }

        foreach (var group in visits.Groups)
        {
            Group(policy, group, Standard.Visits.Groups.FirstOrDefault(one => one.Code == group.Code));
        }
    }

    // A default speaks of every model, and of what a model knows otherwise it says nothing.
    private void Group(VisitPolicy policy, VisitGroup group, VisitGroup? standard)
    {
        if (group != standard)
        {
            Known("visits/groups", group.Code, KnownCodes.CategoriesOf(policy));
        }

        if (!policy.TryFindCategory(group.Code, out var category))
        {
            return;
        }

        if (group.Risks != standard?.Risks)
        {
            var levels = KnownCodes.RisksOf(category);
            foreach (var risk in group.Risks)
            {
                Known($"visits/groups/{group.Code}/risks", risk.Code, levels);
            }
        }

        var risks = group.Risks.Where(risk => category.Risks.Contains(risk.Code)).ToArray();
        if (risks.Length == 0 && policy.RuleFor(group.Code, null) is null)
        {
            _problems.Add($"\"visits/groups/{group.Code}/risks\" should weigh the risk levels {string.Join(", ", category.Risks)}, without which the visit policy has no rule, but does not.");
        }
        else if (risks.Length > 0)
        {
            Weights($"visits/groups/{group.Code}/risks", risks.Select(static one => (one.Code, one.Weight)));
        }
    }

    private void Weights(string path, IEnumerable<(string Code, int Weight)> weights)
    {
        var all = weights.ToArray();
        Each(path, all, 0, int.MaxValue);
        if (all.All(static one => one.Weight == 0))
        {
            _problems.Add($"\"{path}\" should have at least one weight above 0, but has none.");
        }
    }

    private void Each(string path, IEnumerable<(string Code, int Value)> values, int least, int most)
    {
        var all = values.ToArray();
        foreach (var (code, value) in all)
        {
            Range($"{path}/{code}", value, least, most);
        }

        Once(path, all.Select(static one => one.Code));
    }

    private void Once(string path, IEnumerable<string> codes)
    {
        foreach (var repeated in codes.GroupBy(static code => code, StringComparer.Ordinal).Where(static group => group.Count() > 1))
        {
            _problems.Add($"\"{path}\" should name \"{repeated.Key}\" once, but names it {repeated.Count()} times.");
        }
    }

    private void Range(string path, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"\"{path}\" should be {least} to {most}, but is {value}."));
        }
    }

    private void Known(string path, string code, KnownCodes known)
    {
        if (!known.Contains(code))
        {
            _problems.Add($"\"{path}\" should name {known}, but names \"{code}\".");
        }
    }
}
