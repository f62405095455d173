using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange.Values;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Interchange;

/// <summary>How everything that is not a record of members stands in a file.</summary>
internal static class GovernanceValues
{
    internal static ValueTypes Create() => Lists(Choices(Texts(new ValueTypes())));

    private static ValueTypes Lists(ValueTypes values) => values
        .List<string>()
        .List<LocalizedText>()
        .List<IsoDayOfWeek>()
        .List<DailyHours>()
        .List<WeekdayHours>()
        .List<HolidayNotice>()
        .List<HolidayNoticeDay>()
        .List<CalendarLayer>()
        .List<CalendarDayRule>()
        .List<StatedCount>()
        .List<GridLevelDefinition>()
        .List<GridSizingDefinition>()
        .List<GridKindOverlapDefinition>()
        .List<GridCodeSegmentDefinition>()
        .List<GridCodeReservation>()
        .List<GridCode>()
        .List<GridEventDefinition>()
        .List<GridUnitDefinition>()
        .List<GridLineageDefinition>()
        .List<GridPolygonDefinition>()
        .List<EquatableArray<decimal>>()
        .List<DivisionCode>()
        .List<DivisionUnitRow>()
        .List<EquatableArray<string>>()
        .List<decimal>()
        .List<Seat>()
        .List<BroadcastChannel>()
        .List<VisitCategory>()
        .List<FieldDuty>()
        .List<FindingKind>()
        .List<ShiftDefinition>()
        .List<ColourStep>()
        .List<ColourRule>()
        .List<VisitRule>()
        .List<EligibilityRule>()
        .List<GridKind>()
        .List<SecondedResource>()
        .List<PartyTier>()
        .List<PartyUnit>()
        .List<TeamRole>()
        .List<ApprovalBody>()
        .List<EntryOffice>()
        .List<EntryListItem>()
        .List<EntryApproval>()
        .List<AuthorityTerm>()
        .List<AuthorityRule>()
        .List<ListTestCase>()
        .List<DataPurpose>()
        .List<AuthorityDelegation>()
        .List<MeasureKind>()
        .List<PostCapacity>()
        .List<MatterEffort>()
        .List<DataItem>()
        .List<DataForm>()
        .List<DataGrant>()
        .List<BreakGlassRule>()
        .List<AdjustmentDefinition>()
        .List<AssessmentNodeDefinition>()
        .List<AssessorDefinition>()
        .List<BonusCapDefinition>()
        .List<GradeBandDefinition>()
        .List<NormalisationStepDefinition>()
        .List<VetoDefinition>()
        .List<StateDefinition>()
        .List<TriggerDefinition>()
        .List<TransitionDefinition>()
        .List<ClockDefinition>()
        .List<ClockExtension>()
        .List<EscalationRung>()
        .List<CaseChannel>()
        .List<TierRule>()
        .List<EvaluationRule>();

    private static ValueTypes Choices(ValueTypes values) => values
        .Choice(IsoDayOfWeek.None)
        .Choice<LayerKind>()
        .Choice<DayEffect>()
        .Choice<SettlementKind>()
        .Choice<SizingBasis>()
        .Choice<GridKind>()
        .Choice<GridEventKind>()
        .Choice<GridCodeRole>()
        .Choice<GridCodeAlphabet>()
        .Choice<GridCodeReserve>()
        .Choice<OverlayCircleKind>()
        .Choice<PersonKind>()
        .Choice<DwellingUse>()
        .Choice<EmploymentKind>()
        .Choice<SecondedResource>()
        .Choice<PartyForm>()
        .Choice<PartyFormation>()
        .Choice<BroadcastEntryKind>()
        .Choice<CampaignEntryKind>()
        .Choice<FieldDutyKind>()
        .Choice<FindingKind>()
        .Choice<ServiceCategory>()
        .Choice<ServiceStationKind>()
        .Choice<OutsideBodyKind>()
        .Choice<GridMemberRole>()
        .Choice<RecognitionKind>()
        .Choice<IncentiveKind>()
        .Choice<SupportKind>()
        .Choice<VisitOutcome>()
        .Choice<MatterPurpose>()
        .Choice<Origin>()
        .Choice<EntryStatus>()
        .Choice<EntryCategory>()
        .Choice<TaskNature>()
        .Choice<AuthorityStance>()
        .Choice<ListAnswerKind>()
        .Choice<RefusalKind>()
        .Choice<AdmissionVerdict>()
        .Choice<DataSubject>()
        .Choice<WorkFunction>()
        .Choice<DataSensitivity>()
        .Choice<DataKind>()
        .Choice<DataShow>()
        .Choice<AbsenceKind>()
        .Choice<AggregateKind>()
        .Choice<AssessorStream>()
        .Choice<IndicatorDirection>()
        .Choice<OutlierKind>()
        .Choice<StreamMode>()
        .Choice<ClockReentry>()
        .Choice<EvaluationVoice>()
        .Choice<EvaluationConsequence>();

    private static ValueTypes Texts(ValueTypes values) => values
        .Add(Noda(new LocalizedText("a date", "一个日期"), "2026-01-01", LocalDatePattern.Iso, "date"))
        .Add(new TextConverter<Instant>(
            new LocalizedText("a date and time, of Asia/Shanghai where it has no offset", "日期时间（无时差时按北京时间）"),
            "2026-01-05T09:00:00+08:00",
            InstantText.TryParse,
            InstantText.Write,
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"))
        .Add(Parsed<TimeLimit>(
            new LocalizedText("a limit: an amount and its unit", "时限：数量与单位"),
            "15 calendar-days",
            "^(0|[1-9][0-9]*) (urgent-hour|working-hour|working-day|calendar-day|month|year)s?$"))
        .Add(Parsed<DailyHours>(new LocalizedText("working hours: two times of day", "工作时段：两个时刻"), "08:00-12:00", "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$"))
        .Add(new TextConverter<CountingPolicy>(
            new LocalizedText("the code of a counting policy", "期间计算规则的代码"),
            "civil-code",
            CountingPolicy.TryFromCode,
            static policy => policy.Code,
            choices: EquatableArray.From(CountingPolicy.Presets.Select(static policy => policy.Code))))
        .Add(Parsed<Seat>(new LocalizedText("a seat: a post, an at sign and a unit or department", "席位：岗位、@、单元或部门"), "grid-worker@511921100201001", "^[^@]+@[^@]+$"))
        .Add(Parsed<EligibilityRule>(
            new LocalizedText("traits and @posts joined by +", "以+连接的特征与@岗位"), "party-member+@grid-worker", "^@?[a-z0-9-]+([+]@?[a-z0-9-]+)*$"))
        .Add(Parsed<DivisionCode>(new LocalizedText("a division code of 6, 9 or 12 digits", "6、9或12位区划代码"), "511921", "^[0-9]{6}([0-9]{3}){0,2}$"))
        .Add(Parsed<GridCode>(new LocalizedText("a grid's code of letters and digits", "由字母和数字组成的网格编码"), "511921100201001002", "^[0-9A-Za-z]+$"));

    private static TextConverter<T> Noda<T>(LocalizedText what, string example, IPattern<T> pattern, string format) =>
        new(
            what,
            example,
            (string text, [MaybeNullWhen(false)] out T value) => pattern.Parse(text).TryGetValue(default!, out value),
            pattern.Format,
            format: format);

    private static TextConverter<T> Parsed<T>(LocalizedText what, string example, string pattern)
        where T : IParsable<T> =>
        new(
            what,
            example,
            (string text, [MaybeNullWhen(false)] out T value) => T.TryParse(text, null, out value),
            static value => value.ToString()!,
            pattern);
}
