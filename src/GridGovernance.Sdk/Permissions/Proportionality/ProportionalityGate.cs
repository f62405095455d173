using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The gate before a restrictive measure: a legal basis, an approver, a term, a bounded place, and no discrimination by household registration.</summary>
/// <remarks>
/// <para>X县: "封闭社区、设卡劝返阻工、断路堵路…外来人员一律遣返…禁止非本地户口的、无房产证的居民入小区".</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ProportionalityGate
{
    private const string SampleBasis = "样例：县限制性措施办法";
    private const string HouseholdRegistration = "household-registration";

    private readonly Establishment _establishment;

    private ProportionalityGate(ProportionalityDefinition definition, Establishment establishment)
    {
        Definition = definition;
        _establishment = establishment;
    }

    /// <summary>Gets a sample of such a policy: what the article on X县 calls excessive is forbidden or bounded. Approvers, legal bases, permitted criteria and terms are samples.</summary>
    public static ProportionalityDefinition Sample { get; } = new()
    {
        Code = "sample",
        Source = "X县“三治融合”网格化治理的文章; approvers, legal bases, permitted criteria and terms: sample",
        ForbiddenCriteria = [HouseholdRegistration, "property-ownership"],
        PermittedCriteria = ["exposure", "place-in-danger"],
        Measures =
        [
            Kind("close-community", "Closing a residential area", "封闭社区") with { Approvers = ["county-commander"], LegalBases = [SampleBasis], LongestTerm = new TimeLimit(14, LimitUnit.CalendarDays), Levels = ["village", "grid", "cell"] },
            Kind("checkpoint", "Checkpoint", "设卡查验") with { Approvers = ["county-commander", "township-commander"], LegalBases = [SampleBasis], LongestTerm = new TimeLimit(7, LimitUnit.CalendarDays), Levels = ["village", "grid", "cell"] },
            Kind("cut-road", "Cutting or blocking a road", "断路堵路") with { Forbidden = true },
            Kind("send-back", "Sending people from elsewhere back", "外来人员一律遣返") with { Forbidden = true },
        ],
    };

    /// <summary>Gets the definition.</summary>
    public ProportionalityDefinition Definition { get; }

    /// <summary>Checks a definition and compiles it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="establishment">The posts and levels.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition.</param>
    /// <returns>The gate; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ProportionalityGate? Compile(ProportionalityDefinition definition, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(establishment);
        var check = new ListCheck();
        check.Code("/code", definition.Code);
        check.Text("/source", definition.Code, definition.Source);
        check.Codes("/measures", definition.Measures.Select(static kind => kind.Code));
        for (var i = 0; i < definition.Measures.Count; i++)
        {
            var (path, kind) = ($"/measures/{i}", definition.Measures[i]);
            check.Text(path + "/source", kind.Code, kind.Source);
            check.Known("permissions.unknown-post", path + "/approvers", kind.Code, kind.Approvers, code => establishment.TryFindPost(code, out _));
            check.Known("permissions.unknown-level", path + "/levels", kind.Code, kind.Levels, code => Codes.Contain(establishment.Levels, code));
            if (!kind.Forbidden && kind.Approvers.Count == 0)
            {
                check.Error("permissions.missing-field", path + "/approvers", kind.Code, kind.Code, "approvers");
            }

            if (!kind.Forbidden && (kind.LongestTerm is not { } term || !TermLength.IsTerm(term)))
            {
                check.Error("permissions.measure-term", path + "/longestTerm", kind.Code, kind.Code, kind.LongestTerm?.ToString() ?? "–");
            }

            if (!kind.Forbidden && kind.LegalBases.Count == 0)
            {
                check.Warning("permissions.measure-any-basis", path + "/legalBases", kind.Code, kind.Code);
            }

            if (!kind.Forbidden && kind.Levels.Count == 0)
            {
                check.Warning("permissions.measure-unbounded", path + "/levels", kind.Code, kind.Code);
            }
        }

        CheckCriteria(check, definition);
        report = check.ToReport();
        return report.HasErrors ? null : new ProportionalityGate(definition, establishment);
    }

    /// <summary>Says everything that stands against a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>Every reason, with the nearest thing that would work; empty when nothing does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    public EquatableArray<Refusal> Refusals(RestrictiveMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var kind = Definition.Measures.FirstOrDefault(kind => string.Equals(kind.Code, measure.Kind, StringComparison.Ordinal));
        if (kind is null || kind.Forbidden)
        {
            var possible = string.Join(", ", Definition.Measures.Where(static kind => !kind.Forbidden).Select(static kind => kind.Code).Order(StringComparer.Ordinal));
            return [Refuse(RefusalKind.NoSuchAction, kind is null ? "permissions.measure-unknown" : "permissions.measure-forbidden", Near("permissions.nearest-actions", possible), (object?)kind?.Name ?? measure.Kind)];
        }

        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(measure.LegalBasis))
        {
            refusals.Add(Refuse(RefusalKind.ConditionUnmet, "permissions.measure-no-basis", null, kind.Name));
        }
        else if (kind.LegalBases.Count > 0 && !Codes.Contain(kind.LegalBases, measure.LegalBasis))
        {
            refusals.Add(Refuse(RefusalKind.ConditionUnmet, "permissions.measure-basis-unknown", Near("permissions.nearest-bases", string.Join(", ", kind.LegalBases)), kind.Name, measure.LegalBasis));
        }

        if (measure.ApprovedBy is not { } approver || !Codes.Contain(kind.Approvers, approver.Post) || !Governs(approver, measure.Place))
        {
            refusals.Add(Refuse(RefusalKind.NotYourRole, "permissions.measure-not-approved", Near("permissions.nearest-posts", string.Join(", ", kind.Approvers)), kind.Name, measure.Place, measure.ApprovedBy?.ToString() ?? "–"));
        }

        var last = TermLength.LastDay(measure.From, kind.LongestTerm!.Value)!.Value;
        if (measure.To is not { } to || to < measure.From || to > last)
        {
            refusals.Add(Refuse(RefusalKind.OutsideListOrTime, "permissions.measure-too-long", Near("permissions.nearest-until-day", last), kind.Name, kind.LongestTerm));
        }

        if (kind.Levels.Count > 0 && !(_establishment.Scheme.TryLevelOf(measure.Place, out var level) && Codes.Contain(kind.Levels, level.Code)))
        {
            refusals.Add(Refuse(RefusalKind.NotYourGrid, "permissions.measure-too-wide", Near("permissions.nearest-levels", string.Join(", ", kind.Levels)), kind.Name, measure.Place));
        }

        foreach (var criterion in measure.Criteria.Where(criterion => !Codes.Contain(Definition.PermittedCriteria, criterion)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var message = Codes.Contain(Definition.ForbiddenCriteria, criterion) ? "permissions.measure-discriminates" : "permissions.measure-criterion-unknown";
            var permitted = Definition.PermittedCriteria.Count == 0 ? null : Near("permissions.nearest-criteria", string.Join(", ", Definition.PermittedCriteria.Order(StringComparer.Ordinal)));
            refusals.Add(Refuse(RefusalKind.ConditionUnmet, message, permitted, kind.Name, criterion));
        }

        return EquatableArray.From(refusals);
    }

    /// <summary>X县: "禁止非本地户口的、无房产证的居民入小区" is what no policy may leave open.</summary>
    private static void CheckCriteria(ListCheck check, ProportionalityDefinition definition)
    {
        if (!Codes.Contain(definition.ForbiddenCriteria, HouseholdRegistration))
        {
            check.Warning("permissions.measure-may-discriminate", "/forbiddenCriteria", definition.Code, definition.Code, HouseholdRegistration);
        }

        for (var i = 0; i < definition.PermittedCriteria.Count; i++)
        {
            if (Codes.Contain(definition.ForbiddenCriteria, definition.PermittedCriteria[i]))
            {
                check.Error("permissions.measure-both-criteria", $"/permittedCriteria/{i}", definition.Code, definition.Code, definition.PermittedCriteria[i]);
            }
        }
    }

    private static MeasureKind Kind(string code, string en, string zh) => new()
    {
        Code = code, Name = new LocalizedText(en, zh), Origin = Origin.Article, Source = "X县“三治融合”网格化治理的文章",
    };

    private static Refusal Refuse(RefusalKind kind, string message, Message? nearest, params ReadOnlySpan<object?> values) =>
        new(kind, PermissionMessages.Catalogue[message, values]) { Nearest = nearest };

    private static Message Near(string message, params ReadOnlySpan<object?> values) => PermissionMessages.Catalogue[message, values];

    /// <summary>A seat approves in its own area alone; a seat of a department in the whole county.</summary>
    private bool Governs(Seat seat, GridCode place) => AuthorityActor.TryResolve(seat.ToString(), _establishment, out var actor, out _) && (actor.OwnArea is not { } area || place.StartsWith(area));
}
