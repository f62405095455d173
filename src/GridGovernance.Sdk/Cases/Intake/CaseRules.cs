using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Cases;

/// <summary>How cases come in, which tier they get and what their evaluation leads to: the channels, the tier rules and the table of evaluation of a county, checked.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CaseRules
{
    private CaseRules(EquatableArray<CaseChannel> channels, EquatableArray<TierRule> tierRules, EvaluationTable? evaluation)
    {
        Channels = channels;
        TierRules = tierRules;
        Evaluation = evaluation;
    }

    /// <summary>Gets the rules of a county that says nothing: the channels of <see cref="CaseChannel.Presets"/>, no tier rules and no table.</summary>
    public static CaseRules Default { get; } = new(CaseChannel.Presets, [], null);

    /// <summary>Gets the channels.</summary>
    public EquatableArray<CaseChannel> Channels { get; }

    /// <summary>Gets the rules that give a report its tier, in order.</summary>
    public EquatableArray<TierRule> TierRules { get; }

    /// <summary>Gets the table of the three-party evaluation; null where there is none.</summary>
    public EvaluationTable? Evaluation { get; }

    /// <summary>Compiles the rules of a county.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="matters">The matters that tier rules may name, or whose classes.</param>
    /// <param name="tiers">The codes of the lifecycles, one of which a tier rule gives; when null, any.</param>
    /// <param name="report">Every channel that stands twice, every name in a tier rule that is unknown, and everything that is wrong with the table.</param>
    /// <returns>The rules, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="matters"/> is null.</exception>
    public static CaseRules? Compile(CaseRulesDefinition definition, MatterCatalogue matters, IReadOnlySet<string>? tiers, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(matters);
        var findings = new List<Finding>();
        var channels = definition.Channels.Count > 0 ? definition.Channels : CaseChannel.Presets;
        CheckChannels(definition.Channels, findings);
        for (var i = 0; i < definition.TierRules.Count; i++)
        {
            CheckRule(definition.TierRules[i], FormattableString.Invariant($"/tierRules/{i}"), channels, matters, tiers, findings);
        }

        if (definition.Evaluation is { } evaluation)
        {
            CheckEvaluation(evaluation, findings);
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new CaseRules(channels, definition.TierRules, definition.Evaluation is { } table ? TableOf(table) : null);
    }

    private static EvaluationTable TableOf(EvaluationDefinition table) =>
        new(table.Rules, table.Window, table.Policy ?? CountingPolicy.CivilCode, table.GoodFrom ?? CaseResolution.DefaultGoodFrom);

    private static void CheckChannels(EquatableArray<CaseChannel> channels, List<Finding> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < channels.Count; i++)
        {
            if (!seen.Add(channels[i].Code))
            {
                Add(findings, FormattableString.Invariant($"/channels/{i}/code"), "cases.channel-twice", channels[i].Code);
            }
        }
    }

    private static void CheckRule(
        TierRule rule, string path, EquatableArray<CaseChannel> channels, MatterCatalogue matters, IReadOnlySet<string>? tiers, List<Finding> findings)
    {
        if (tiers is not null && !tiers.Contains(rule.Tier))
        {
            Add(findings, path + "/tier", "cases.unknown-tier", rule.Tier);
        }

        for (var i = 0; i < rule.Matters.Count; i++)
        {
            if (!matters.TryFind(rule.Matters[i], out _) && !matters.HasClass(rule.Matters[i]))
            {
                Add(findings, FormattableString.Invariant($"{path}/matters/{i}"), "cases.rule-unknown-matter", rule.Matters[i]);
            }
        }

        for (var i = 0; i < rule.Channels.Count; i++)
        {
            if (!channels.Any(channel => string.Equals(channel.Code, rule.Channels[i], StringComparison.Ordinal)))
            {
                Add(findings, FormattableString.Invariant($"{path}/channels/{i}"), "cases.rule-unknown-channel", rule.Channels[i], string.Join(", ", channels.Select(static channel => channel.Code)));
            }
        }
    }

    private static void CheckEvaluation(EvaluationDefinition table, List<Finding> findings)
    {
        if (table.Window.Amount < 1)
        {
            Add(findings, "/evaluation/window", "cases.window-not-positive", table.Window);
        }

        if (table.GoodFrom is < EvaluationTable.LeastRating or > EvaluationTable.MostRating)
        {
            Add(findings, "/evaluation/goodFrom", "cases.good-from-out-of-range", table.GoodFrom, EvaluationTable.LeastRating, EvaluationTable.MostRating);
        }

        var seen = new HashSet<(EvaluationVoice Resident, EvaluationVoice Department, EvaluationVoice GridWorker)>();
        for (var i = 0; i < table.Rules.Count; i++)
        {
            var rule = table.Rules[i];
            if (!seen.Add((rule.Resident, rule.Department, rule.GridWorker)))
            {
                Add(findings, FormattableString.Invariant($"/evaluation/rules/{i}"), "cases.evaluation-twice", rule.Resident, rule.Department, rule.GridWorker);
            }
        }

        foreach (var rule in EvaluationTable.Sample.Rules.Where(rule => !seen.Contains((rule.Resident, rule.Department, rule.GridWorker))))
        {
            Add(findings, "/evaluation/rules", "cases.evaluation-missing", rule.Resident, rule.Department, rule.GridWorker);
        }
    }

    private static void Add(List<Finding> findings, string path, string code, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(CaseMessages.Texts[code, values], FindingPlace.At(path)));
}
