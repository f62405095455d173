namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A plan that brings open cases from one version of a lifecycle to another (流程版本迁移): where each state goes, and which clocks go on.</summary>
/// <remarks>
/// <para>It moves nothing along the lifecycle: no trigger fires and no effect follows. A state goes where a rule says, else to the state of the
/// same code; what is neither needs a decision. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class LifecycleMigration
{
    private readonly Dictionary<string, MigrationStep> _steps;
    private readonly Dictionary<string, string> _clocks;

    private LifecycleMigration(Lifecycle from, Lifecycle to, EquatableArray<MigrationStep> steps, Dictionary<string, string> clocks)
    {
        From = from;
        To = to;
        Steps = steps;
        _steps = steps.ToDictionary(static step => step.State, StringComparer.Ordinal);
        _clocks = clocks;
    }

    /// <summary>Gets the old version.</summary>
    public Lifecycle From { get; }

    /// <summary>Gets the new version.</summary>
    public Lifecycle To { get; }

    /// <summary>Gets what becomes of each state in which a case can rest, in the order of the old definition.</summary>
    public EquatableArray<MigrationStep> Steps { get; }

    /// <summary>Plans a migration.</summary>
    /// <param name="from">The old version.</param>
    /// <param name="to">The new version.</param>
    /// <param name="states">Where states go that do not keep their code.</param>
    /// <param name="clocks">Which clocks go on under another code.</param>
    /// <param name="report">Every rule that names what is not there, names one thing twice, or brings a second clock to a code that another old clock goes on under;
    /// and as warnings another lifecycle, another content under the same version, and every clock that nothing goes on for.</param>
    /// <returns>The plan, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="from"/> or <paramref name="to"/> is null.</exception>
    public static LifecycleMigration? Create(
        Lifecycle from, Lifecycle to, EquatableArray<MigrationRule> states, EquatableArray<MigrationRule> clocks, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var findings = new List<Finding>();
        Check("/states", states, from.States.Select(static state => state.Code), to.States.Select(static state => state.Code), "lifecycles.unknown-state", findings);
        Check("/clocks", clocks, from.Clocks.Select(static clock => clock.Code), to.Clocks.Select(static clock => clock.Code), "lifecycles.unknown-clock", findings);
        CheckMerged(from, to, clocks, findings);
        report = new FindingReport(findings);
        if (report.HasErrors)
        {
            return null;
        }

        Doubts(from, to, clocks, findings);
        report = new FindingReport(findings);
        var rules = states.ToDictionary(static rule => rule.From, static rule => rule.To, StringComparer.Ordinal);
        var steps = from.States.Where(static state => !state.IsSuperstate).Select(state => StepOf(state, to, rules.GetValueOrDefault(state.Code)));
        return new LifecycleMigration(from, to, EquatableArray.From(steps), clocks.ToDictionary(static rule => rule.From, static rule => rule.To, StringComparer.Ordinal));
    }

    /// <summary>Returns what becomes of the cases in a state.</summary>
    /// <param name="state">The code of the state in the old version.</param>
    /// <returns>The step, or null where no case can rest in such a state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public MigrationStep? StepOf(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _steps.GetValueOrDefault(state);
    }

    /// <summary>Returns the clock that goes on for an old one.</summary>
    /// <param name="clock">The code in the old version.</param>
    /// <returns>The code in the new version, or null where the new version has no such clock.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clock"/> is null.</exception>
    public string? ClockAfter(string clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var code = _clocks.GetValueOrDefault(clock, clock);
        return To.Clocks.Any(known => string.Equals(known.Code, code, StringComparison.Ordinal)) ? code : null;
    }

    private static MigrationStep StepOf(LifecycleState state, Lifecycle to, string? rule)
    {
        var target = to.FindState(rule ?? state.Code);
        if (target is null)
        {
            var open = to.States.Where(other => !other.IsSuperstate && other.IsFinal == state.IsFinal).ToArray();
            var alike = open.Where(other => string.Equals(other.Responsible, state.Responsible, StringComparison.Ordinal)).ToArray();
            return Undecided("lifecycles.migration-state-gone", state, alike.Length > 0 ? alike : open);
        }

        if (target.IsSuperstate)
        {
            return Undecided("lifecycles.migration-state-split", state, to.States.Where(other => !other.IsSuperstate && other.IsIn(target)));
        }

        if (target.IsFinal != state.IsFinal)
        {
            var message = LifecycleMessages.Texts[target.IsFinal ? "lifecycles.migration-would-close" : "lifecycles.migration-would-open", state.Code, target.Code];
            return new MigrationStep(state.Code, MigrationOutcome.Impossible, null, message);
        }

        return string.Equals(target.Code, state.Code, StringComparison.Ordinal)
            ? new MigrationStep(state.Code, MigrationOutcome.Kept, target.Code, LifecycleMessages.Texts["lifecycles.migration-kept", state.Code])
            : new MigrationStep(state.Code, MigrationOutcome.Mapped, target.Code, LifecycleMessages.Texts["lifecycles.migration-mapped", state.Code, target.Code]);
    }

    private static MigrationStep Undecided(string code, LifecycleState state, IEnumerable<LifecycleState> candidates)
    {
        var codes = EquatableArray.From(candidates.Select(static candidate => candidate.Code));
        return new MigrationStep(state.Code, MigrationOutcome.NeedsDecision, null, LifecycleMessages.Texts[code, state.Code, string.Join(", ", codes)]) { Candidates = codes };
    }

    // What a plan may do, but nobody should meet unawares.
    private static void Doubts(Lifecycle from, Lifecycle to, EquatableArray<MigrationRule> clocks, List<Finding> findings)
    {
        if (!string.Equals(from.Key.Code, to.Key.Code, StringComparison.Ordinal))
        {
            findings.Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.migration-other-lifecycle", from.Key, to.Key], FindingPlace.At("/code")));
        }
        else if (from.Key.Version == to.Key.Version && from.Key.Hash != to.Key.Hash)
        {
            findings.Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.migration-same-version", to.Key], FindingPlace.At("/version")));
        }

        foreach (var clock in from.Clocks)
        {
            if (!clocks.Any(rule => string.Equals(rule.From, clock.Code, StringComparison.Ordinal)) && !to.Clocks.Any(other => string.Equals(other.Code, clock.Code, StringComparison.Ordinal)))
            {
                findings.Add(Finding.Warning(LifecycleMessages.Texts["lifecycles.migration-clock-gone", clock.Code], FindingPlace.At("/clocks") with { Subject = clock.Code }));
            }
        }
    }

    // A case has one clock of a code: what was owed under the other would be lost, or stand beside it unseen.
    private static void CheckMerged(Lifecycle from, Lifecycle to, EquatableArray<MigrationRule> clocks, List<Finding> findings)
    {
        var rules = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < clocks.Count; i++)
        {
            rules.TryAdd(clocks[i].From, i);
        }

        var known = to.Clocks.Select(static clock => clock.Code).ToHashSet(StringComparer.Ordinal);
        string After(string clock) => rules.TryGetValue(clock, out var rule) ? clocks[rule].To : clock;
        foreach (var group in from.Clocks.Select(static clock => clock.Code).GroupBy(After, StringComparer.Ordinal).Where(group => known.Contains(group.Key)))
        {
            // The clock that keeps its code, where there is one, is the other of each pair.
            var codes = group.OrderBy(clock => rules.GetValueOrDefault(clock, -1)).ToArray();
            foreach (var second in codes.Skip(1))
            {
                var place = FindingPlace.At(FormattableString.Invariant($"/clocks/{rules[second]}/to"));
                findings.Add(Finding.Error(LifecycleMessages.Texts["lifecycles.migration-clocks-merge", codes[0], second, group.Key], place));
            }
        }
    }

    private static void Check(string path, EquatableArray<MigrationRule> rules, IEnumerable<string> old, IEnumerable<string> young, string unknown, List<Finding> findings)
    {
        var (from, to) = (old.ToHashSet(StringComparer.Ordinal), young.ToHashSet(StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            var at = FormattableString.Invariant($"{path}/{i}");
            if (!from.Contains(rules[i].From))
            {
                findings.Add(Finding.Error(LifecycleMessages.Texts[unknown, rules[i].From], FindingPlace.At(at + "/from")));
            }

            if (!to.Contains(rules[i].To))
            {
                findings.Add(Finding.Error(LifecycleMessages.Texts[unknown, rules[i].To], FindingPlace.At(at + "/to")));
            }

            if (!seen.Add(rules[i].From))
            {
                findings.Add(Finding.Error(LifecycleMessages.Texts["lifecycles.migration-rule-twice", rules[i].From], FindingPlace.At(at + "/from")));
            }
        }
    }
}
