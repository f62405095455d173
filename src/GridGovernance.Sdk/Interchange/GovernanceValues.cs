using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange.Values;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Interchange;

/// <summary>How everything that is not a record of members stands in a file.</summary>
internal static class GovernanceValues
{
    internal static ValueTypes Create() => new ValueTypes()
        .List<string>()
        .List<StatedCount>()
        .List<AssessmentNodeDefinition>()
        .List<AssessorDefinition>()
        .List<GradeBandDefinition>()
        .List<NormalisationStepDefinition>()
        .List<StateDefinition>()
        .List<TriggerDefinition>()
        .List<TransitionDefinition>()
        .List<ClockDefinition>()
        .List<EscalationRung>()
        .Choice<AbsenceKind>()
        .Choice<AggregateKind>()
        .Choice<AssessorStream>()
        .Choice<IndicatorDirection>()
        .Choice<ClockReentry>()
        .Choice<StreamMode>()
        .Add(Parsed<TimeLimit>(new LocalizedText("a time limit", "一个时限"), "5 working-days", "^[1-9][0-9]* (urgent-hours|working-hours|working-days|calendar-days|months|years)$"))
        .Add(PolicyCode())
        .Add(Noda(new LocalizedText("a date", "一个日期"), "2026-01-01", LocalDatePattern.Iso, "date"))
        .Add(Noda(new LocalizedText("a time of day", "一个时刻"), "08:30", LocalTimePattern.CreateWithInvariantCulture("HH':'mm"), null, "^([01][0-9]|2[0-3]):[0-5][0-9]$"))
        .Add(Parsed<DivisionCode>(new LocalizedText("a division code of 6, 9 or 12 digits", "6、9或12位区划代码"), "511921", "^[0-9]{6}([0-9]{3}){0,2}$"));

    private static TextConverter<T> Noda<T>(LocalizedText what, string example, IPattern<T> pattern, string? format = null, string? regex = null) =>
        new(
            what,
            example,
            (string text, [MaybeNullWhen(false)] out T value) => pattern.Parse(text).TryGetValue(default!, out value),
            pattern.Format,
            regex,
            format);

    private static TextConverter<CountingPolicy> PolicyCode() => new(
        new LocalizedText("the code of a counting policy", "一个期间计算规则的代码"),
        CountingPolicy.CivilCode.Code,
        CountingPolicy.TryFromCode,
        static policy => policy.Code);

    private static TextConverter<T> Parsed<T>(LocalizedText what, string example, string? regex = null)
        where T : IParsable<T> =>
        new(
            what,
            example,
            (string text, [MaybeNullWhen(false)] out T value) => T.TryParse(text, null, out value),
            static value => value.ToString()!,
            regex);
}
