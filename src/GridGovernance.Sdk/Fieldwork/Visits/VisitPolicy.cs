using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who is visited how often (走访制度), compiled: one rule for each category and risk level.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class VisitPolicy
{
    private readonly Dictionary<string, VisitCategory> _categories;
    private readonly Dictionary<(string Category, string? Risk), VisitRule> _rules;

    private VisitPolicy(VisitPolicyDefinition definition, Dictionary<(string Category, string? Risk), VisitRule> rules)
    {
        Definition = definition;
        _categories = definition.Categories.ToDictionary(static category => category.Code, StringComparer.Ordinal);
        _rules = rules;
    }

    /// <summary>Gets the definition.</summary>
    public VisitPolicyDefinition Definition { get; }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">Everything that is wrong with it, with JSON Pointers.</param>
    /// <returns>The policy; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static VisitPolicy? Compile(VisitPolicyDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<Finding>();
        if (!FieldworkCode.IsOne(definition.Code))
        {
            findings.Add(FieldworkMessages.Fault("/code", FieldworkMessages.Texts["fieldwork.bad-code", definition.Code]));
        }

        FieldworkCode.Check(definition.Categories.Select(static category => category.Code), "/categories/{0}/code", findings);
        for (var i = 0; i < definition.Categories.Count; i++)
        {
            FieldworkCode.Check(definition.Categories[i].Risks, string.Create(CultureInfo.InvariantCulture, $"/categories/{i}/risks/{{0}}"), findings);
        }

        var rules = new Dictionary<(string, string?), VisitRule>();
        for (var i = 0; i < definition.Rules.Count; i++)
        {
            CheckRule(definition, i, rules, findings);
        }

        for (var i = 0; i < definition.Categories.Count; i++)
        {
            var category = definition.Categories[i];
            if (!rules.ContainsKey((category.Code, null)) && (category.Risks.Count == 0 || category.Risks.Any(risk => !rules.ContainsKey((category.Code, risk)))))
            {
                findings.Add(FieldworkMessages.Fault(
                    string.Create(CultureInfo.InvariantCulture, $"/categories/{i}"), FieldworkMessages.Texts["fieldwork.category-without-rule", category.Code]));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new VisitPolicy(definition, rules);
    }

    /// <summary>Looks a category up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="category">The category, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindCategory(string code, [NotNullWhen(true)] out VisitCategory? category)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _categories.TryGetValue(code, out category);
    }

    /// <summary>Returns the rule for a category and a risk level.</summary>
    /// <param name="category">The code of the category.</param>
    /// <param name="risk">The risk level; null where it has none or it is not known.</param>
    /// <returns>The rule that names the level, else the category's own; null where there is neither.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="category"/> is null.</exception>
    public VisitRule? RuleFor(string category, string? risk)
    {
        ArgumentNullException.ThrowIfNull(category);
        return _rules.GetValueOrDefault((category, risk)) ?? _rules.GetValueOrDefault((category, null));
    }

    private static void CheckRule(VisitPolicyDefinition definition, int i, Dictionary<(string, string?), VisitRule> rules, List<Finding> findings)
    {
        var rule = definition.Rules[i];
        string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/rules/{i}/{member}");
        var category = definition.Categories.FirstOrDefault(one => string.Equals(one.Code, rule.Category, StringComparison.Ordinal));
        if (category is null)
        {
            findings.Add(FieldworkMessages.Fault(Path("category"), FieldworkMessages.Texts["fieldwork.unknown-category", rule.Category]));
            return;
        }

        if (!DutyCycle.IsInterval(rule.Every))
        {
            findings.Add(FieldworkMessages.Fault(Path("every"), FieldworkMessages.Texts["fieldwork.no-interval", rule.Every.ToString()]));
        }
        else if (rule.GraceDays < 0 || rule.GraceDays >= new DutyCycle(new LocalDate(2026, 1, 1), rule.Every).ShortestDays)
        {
            findings.Add(FieldworkMessages.Fault(Path("graceDays"), FieldworkMessages.Texts["fieldwork.grace-too-long", rule.GraceDays, rule.Every.ToString()]));
        }

        if (rule.For is { } length && !DutyCycle.IsInterval(length))
        {
            findings.Add(FieldworkMessages.Fault(Path("for"), FieldworkMessages.Texts["fieldwork.no-interval", length.ToString()]));
        }

        var levels = rule.Risks.Count == 0 ? [null] : rule.Risks.Select(static risk => (string?)risk).ToArray();
        for (var k = 0; k < levels.Length; k++)
        {
            if (levels[k] is { } risk && !category.Risks.Contains(risk))
            {
                findings.Add(FieldworkMessages.Fault(
                    Path(string.Create(CultureInfo.InvariantCulture, $"risks/{k}")), FieldworkMessages.Texts["fieldwork.unknown-risk", risk, category.Code]));
            }
            else if (!rules.TryAdd((category.Code, levels[k]), rule))
            {
                findings.Add(FieldworkMessages.Fault(
                    Path("category"), FieldworkMessages.Texts["fieldwork.rule-twice", category.Code, levels[k] ?? "*"]));
            }
        }
    }
}
