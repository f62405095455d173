using System.Collections.Frozen;

namespace GridGovernance.Sdk.Assessment;

/// <summary>The indicators that schemes may name (指标库), bound by code.</summary>
/// <remarks>
/// <para>The standard catalogue holds the formulas of public implementations of CJ/T 292-2008 and GB/T 30428.4, with the variants that subtract
/// deferred cases (缓办) as practised in Jinhua (金华), the rates that hotlines and reverse assessment use, and those
/// over the people of a unit, which come as columns of <see cref="StaffIndicators"/>.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class IndicatorCatalogue
{
    private readonly FrozenDictionary<string, Indicator> _byCode;

    private IndicatorCatalogue(EquatableArray<Indicator> indicators)
    {
        Indicators = indicators;
        _byCode = indicators.ToFrozenDictionary(static indicator => indicator.Code, StringComparer.Ordinal);
    }

    /// <summary>Gets the standard catalogue.</summary>
    public static IndicatorCatalogue Standard { get; } = CreateStandard();

    /// <summary>Gets the indicators, in order.</summary>
    public EquatableArray<Indicator> Indicators { get; }

    /// <summary>Creates a catalogue.</summary>
    /// <param name="indicators">The indicators, each code once.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="ArgumentException">A code occurs twice.</exception>
    public static IndicatorCatalogue Create(EquatableArray<Indicator> indicators)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (!codes.Add(indicator.Code))
            {
                throw new ArgumentException($"Indicator \"{indicator.Code}\" occurs twice.", nameof(indicators));
            }
        }

        return new IndicatorCatalogue(indicators);
    }

    /// <summary>Creates a catalogue of indicators that a table brings as columns.</summary>
    /// <param name="codes">The codes, each once.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="ArgumentException">A code is empty or occurs twice.</exception>
    public static IndicatorCatalogue Declare(EquatableArray<string> codes) =>
        Create(EquatableArray.From(codes.Select(static code => Indicator.Declared(code))));

    /// <summary>Binds indicators that are data to the selectors they name.</summary>
    /// <param name="definitions">The indicators.</param>
    /// <param name="selectors">The selectors that they may name; a later one of the same code replaces an earlier one.</param>
    /// <param name="report">Every fault, with its path in the list of definitions.</param>
    /// <returns>The catalogue; null when the report has errors.</returns>
    public static IndicatorCatalogue? Compile(
        EquatableArray<IndicatorDefinition> definitions, EquatableArray<CaseSelector> selectors, out FindingReport report)
    {
        var findings = new List<Finding>();
        var known = new Dictionary<string, CaseSelector>(StringComparer.Ordinal);
        foreach (var selector in selectors)
        {
            known[selector.Code] = selector;
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var indicators = new List<Indicator>();
        for (var i = 0; i < definitions.Count; i++)
        {
            var (definition, path) = (definitions[i], $"/{i}");
            if (string.IsNullOrWhiteSpace(definition.Code))
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.code-missing"], FindingPlace.At(path + "/code")));
            }
            else if (!codes.Add(definition.Code))
            {
                findings.Add(Finding.Error(AssessmentMessages.All["assessment.duplicate-code", definition.Code], FindingPlace.At(path + "/code")));
            }

            var above = Bind(definition.Numerator, path + "/numerator");
            var below = Bind(definition.Denominator, path + "/denominator");
            if (above is not null && below is not null && !string.IsNullOrWhiteSpace(definition.Code))
            {
                indicators.Add(Indicator.OfRate(definition.Code, definition.Title, definition.Direction, above, below));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : Create(EquatableArray.From(indicators));

        CaseSelector? Bind(string code, string path)
        {
            if (known.TryGetValue(code, out var selector))
            {
                return selector;
            }

            findings.Add(Finding.Error(AssessmentMessages.All["assessment.unknown-selector", code], FindingPlace.At(path)));
            return null;
        }
    }

    /// <summary>Returns the catalogue with a host's own indicators; one of a known code replaces it.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <returns>The larger catalogue.</returns>
    /// <exception cref="ArgumentException">A code occurs twice among <paramref name="indicators"/>.</exception>
    public IndicatorCatalogue With(params ReadOnlySpan<Indicator> indicators)
    {
        var added = Create(EquatableArray.Create(indicators));
        return Create([.. Indicators.Where(indicator => !added._byCode.ContainsKey(indicator.Code)), .. added.Indicators]);
    }

    /// <summary>Finds an indicator.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The indicator, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public Indicator? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _byCode.GetValueOrDefault(code);
    }

    private static IndicatorCatalogue CreateStandard()
    {
        EquatableArray<IndicatorDefinition> definitions =
        [
            Up("disposal-rate", "Disposal rate", "处置率", "disposed", "disposal-due"),
            Up("on-time-disposal-rate", "On-time disposal rate", "按期处置率", "disposed-on-time", "disposal-due"),
            Up("closure-rate", "Closure rate", "结案率", "closed", "closure-due"),
            Up("on-time-closure-rate", "On-time closure rate", "按期结案率", "closed-on-time", "closure-due"),
            Up("closure-rate-less-deferred", "Closure rate without deferred cases", "结案率（减缓办）", "closed", "closure-due-not-deferred"),
            Up("on-time-closure-rate-less-deferred", "On-time closure rate without deferred cases", "按期结案率（减缓办）", "closed-on-time", "closure-due-not-deferred"),
            Down("late-closure-rate", "Late closure rate", "超期结案率", "closed-late", "closure-due"),
            Down("open-rate", "Open rate", "未结案率", "not-closed", "reported"),
            Up("on-time-filing-rate", "On-time filing rate", "按时立案率", "filed-on-time", "filed"),
            Up("accurate-filing-rate", "Accurate filing rate", "准确立案率", "filed-not-voided", "filed"),
            Up("on-time-dispatch-rate", "On-time dispatch rate", "按时派遣率", "dispatched-on-time", "dispatch-due"),
            Up("accurate-dispatch-rate", "Accurate dispatch rate", "准确派遣率", "dispatched-not-returned", "dispatch-due"),
            Up("valid-report-rate", "Valid report rate", "有效上报率", "validly-reported", "reported"),
            Up("on-time-verification-rate", "On-time verification rate", "按时核实率", "verified-on-time", "verification-due"),
            Up("on-time-check-rate", "On-time check rate", "按时核查率", "checked-on-time", "check-due"),
            Down("missed-report-rate", "Missed report rate", "漏报率", "missed", "filed"),
            Down("supervision-report-rate", "Rate of reports through supervision", "监督举报率", "by-supervision", "filed"),
            Down("rework-rate", "Rework rate", "返工率", "reworked", "closure-due"),
            Down("extension-rate", "Extension rate", "延期率", "extended", "disposal-due"),
            Down("overdue-rate", "Overdue rate", "超期待处置率", "disposal-overdue", "disposal-due"),
            Down("escalation-rate", "Escalation rate", "督办率", "escalated", "closure-due"),
            Up("response-rate", "Response rate", "响应率", "responded", "response-due"),
            Up("resolution-rate", "Resolution rate", "解决率", "resolved", "surveyed"),
            Up("satisfaction-rate", "Satisfaction rate", "满意率", "satisfied", "surveyed"),
            Up("cooperation-rate", "Cooperation rate", "报到率", "whistles-answered", "whistles-received"),
            Up("worker-rating", "Rating by grid workers", "网格员评价得分率", "worker-rating-points", "worker-rating-maximum"),
            Up("department-rating", "Rating by departments", "部门评价得分率", "department-rating-points", "department-rating-maximum"),
        ];
        var catalogue = Compile(definitions, CaseSelector.Standard, out var report);
        report.EnsureNoErrors();
        return catalogue!.With(StaffIndicators.Indicators.AsSpan());
    }

    private static IndicatorDefinition Up(string code, string en, string zh, string numerator, string denominator) =>
        Define(code, en, zh, IndicatorDirection.Up, numerator, denominator);

    private static IndicatorDefinition Down(string code, string en, string zh, string numerator, string denominator) =>
        Define(code, en, zh, IndicatorDirection.Down, numerator, denominator);

    private static IndicatorDefinition Define(
        string code, string en, string zh, IndicatorDirection direction, string numerator, string denominator) => new()
        {
            Code = code,
            Title = new LocalizedText(en, zh),
            Direction = direction,
            Numerator = numerator,
            Denominator = denominator,
        };
}
