using System.Globalization;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Puts the definitions of a county together and checks what no single file can know.</summary>
/// <remarks>A fault in one file does not hide those in another: what rests on a faulty definition is checked against what is right in it.</remarks>
/// <param name="sources">The definitions and their places.</param>
/// <param name="options">What the host adds.</param>
internal sealed class ModelCompiler(ModelSources sources, ModelOptions options)
{
    private const int CountyDigits = 6;

    private readonly List<Finding> _findings = [];

    internal delegate T? Compilation<in TDefinition, T>(TDefinition definition, out FindingReport report);

    /// <summary>Compiles the model.</summary>
    /// <param name="report">Every finding, with its file.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    internal GovernanceModel? Compile(out FindingReport report)
    {
        foreach (var form in sources.Reports)
        {
            _findings.AddRange(form);
        }

        var calendar = Take<CalendarDefinition, WorkCalendar>(sources.Calendar, WorkCalendar.Compile);
        var scheme = Take<GridSchemeDefinition, GridScheme>(sources.Hierarchy, GridScheme.Compile)
            ?? (sources.Hierarchy.Mended is { } hierarchy ? ModelMender.Mend(hierarchy) : null);
        CheckCounty(scheme);
        var establishment = scheme is null ? null : Staff(scheme);
        var matters = establishment is null ? null : Catalogue(establishment);
        var entryList = matters is null ? null : Take(
            sources.EntryList, (EntryListDefinition list, out FindingReport found) => EntryList.Compile(list, matters, establishment!, out found));
        var authorityList = matters is null ? null : Take(
            sources.AuthorityList, (AuthorityListDefinition list, out FindingReport found) => AuthorityList.Compile(list, matters, establishment!, out found));
        var permissions = matters is null ? null : CountyPermissions.Compile(sources, calendar, establishment!, matters, entryList, authorityList, _findings);
        Analyse(authorityList, entryList, permissions?.Delegations);
        CheckDistinct(sources.Staffing.Teams, static team => team.Code);
        var staffing = establishment is null ? null : CountyStaffing.Compile(sources.Staffing, establishment, _findings);
        var lifecycles = Flows(calendar);
        var rules = matters is null ? null : Rules(matters);
        var visits = matters is null ? null : Visits(establishment!, matters);
        CheckDistinct(sources.Assessments, static assessment => assessment.Code);
        var assessments = sources.Assessments.Select(source => Take(
            source, (AssessmentSchemeDefinition definition, out FindingReport found) => AssessmentScheme.Compile(definition, options.Indicators, out found)));
        var schemes = EquatableArray.From(assessments);
        report = new FindingReport(_findings);
        return report.HasErrors
            ? null
            : new GovernanceModel(
                sources.ToDefinitions(), scheme!, calendar!, establishment!, matters!, entryList!, authorityList!,
                new LifecycleCatalogue(lifecycles!), schemes!, options.Guards, rules!, visits, staffing!, permissions!);
    }

    private static string Row(int index, string column) => string.Create(CultureInfo.InvariantCulture, $"/rows/{index}/{column}");

    private void CheckCounty(GridScheme? scheme)
    {
        if (sources.County.Mended is not { } county)
        {
            return;
        }

        NotPositive("/population", county.Population);
        NotPositive("/areaSquareKilometres", county.AreaSquareKilometres);
        if (sources.Hierarchy.Value is { Levels.Count: > 0 } hierarchy && county.Code.Length == CountyDigits && hierarchy.Levels[0].Digits != CountyDigits)
        {
            Report(sources.Hierarchy, "/levels/0/digits", "hosting.first-level-digits", hierarchy.Levels[0].Digits, county.Code, CountyDigits);
        }

        for (var i = 0; scheme is not null && i < county.Units.Count; i++)
        {
            var path = FormattableString.Invariant($"/units/{i}/count");
            NotPositive(path, county.Units[i].Count);
            if (scheme.TryFindLevel(county.Units[i].Level, out var stated) && stated.Depth == 1
                && sources.Townships.Mended.Count > 0 && county.Units[i].Count != sources.Townships.Mended.Count)
            {
                Report(sources.County, path, "hosting.stated-townships", county.Units[i].Count, sources.Townships.Mended.Count);
            }

            if (!scheme.TryFindLevel(county.Units[i].Level, out _))
            {
                var levels = string.Join(", ", scheme.Levels.Select(static level => level.Code));
                Report(sources.County, FormattableString.Invariant($"/units/{i}/level"), "hosting.unknown-level", county.Units[i].Level, levels);
            }
        }

        if (county.Code.Length != CountyDigits)
        {
            Report(sources.County, "/code", "hosting.not-a-county", county.Code);
        }
        else if (!sources.County.Report.Any(static finding => finding.Place.Path is "/code"))
        {
            CheckTownships(county.Code);
            CheckUnits(county.Code);
        }
    }

    // Every unit that staff sit at, stand in for, are seconded to or organise in lies in the county.
    private void CheckUnits(DivisionCode county)
    {
        var staffing = sources.Staffing;
        var spatial = sources.Posts.Mended.Where(static post => !post.IsOfDepartment).Select(static post => post.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < staffing.Appointments.Mended.Count; i++)
        {
            CheckSeat(staffing.Appointments, Row(i, "seat"), staffing.Appointments.Mended[i].Seat);
        }

        for (var i = 0; i < staffing.Deputies.Mended.Count; i++)
        {
            CheckSeat(staffing.Deputies, Row(i, "seat"), staffing.Deputies.Mended[i].Seat);
            CheckSeat(staffing.Deputies, Row(i, "deputy"), staffing.Deputies.Mended[i].Deputy);
        }

        for (var i = 0; i < staffing.Secondments.Mended.Count; i++)
        {
            CheckUnit(staffing.Secondments, Row(i, "unit"), staffing.Secondments.Mended[i].Unit.ToString());
        }

        foreach (var party in staffing.Party)
        {
            var units = party.Mended?.Units ?? [];
            for (var i = 0; i < units.Count; i++)
            {
                for (var k = 0; k < units[i].Units.Count; k++)
                {
                    CheckUnit(party, FormattableString.Invariant($"/units/{i}/units/{k}"), units[i].Units[k].ToString());
                }
            }
        }

        void CheckSeat<T>(ReadResult<T> source, string path, Seat seat)
        {
            if (seat.Post is not null && spatial.Contains(seat.Post))
            {
                CheckUnit(source, path, seat.Unit);
            }
        }

        void CheckUnit<T>(ReadResult<T> source, string path, string? unit)
        {
            if (unit is { Length: >= CountyDigits } && !unit.StartsWith(county.ToString(), StringComparison.Ordinal))
            {
                Report(source, path, "hosting.unit-elsewhere", unit, county);
            }
        }
    }

    private void NotPositive(string path, decimal? number)
    {
        if (number <= 0)
        {
            Report(sources.County, path, "hosting.not-positive", number);
        }
    }

    private void CheckTownships(DivisionCode county)
    {
        var first = new Dictionary<DivisionCode, int>();
        for (var i = 0; i < sources.Townships.Mended.Count; i++)
        {
            var code = sources.Townships.Mended[i].Code;
            if (code.Length != 9 || !code.IsWithin(county))
            {
                Report(sources.Townships, Row(i, "code"), "hosting.township-elsewhere", code, county);
            }
            else if (!first.TryAdd(code, i))
            {
                Report(sources.Townships, Row(i, "code"), "hosting.duplicate-township", code, first[code] + 1, i + 1);
            }
        }
    }

    private Establishment? Staff(GridScheme scheme)
    {
        if (sources.Posts.IsAbsent || sources.Departments.IsAbsent)
        {
            return null;
        }

        var (posts, departments) = (sources.Posts.Mended, sources.Departments.Mended);
        var establishment = Establishment.Compile(posts, departments, scheme, out var report);
        _findings.AddRange(sources.Departments.LocateRows(report, "/departments"));
        _findings.AddRange(sources.Posts.LocateRows(report, "/posts"));
        return establishment ?? ModelMender.Mend(posts, departments, scheme);
    }

    private MatterCatalogue? Catalogue(Establishment establishment)
    {
        if (sources.Matters.IsAbsent)
        {
            return null;
        }

        var matters = MatterCatalogue.Compile(sources.Matters.Mended, establishment, out var report);
        _findings.AddRange(sources.Matters.LocateRows(report, ""));
        return matters ?? ModelMender.Mend(sources.Matters.Mended, establishment);
    }

    // What is over or still to come on the entry list is as it should be: only what is doubtful is told.
    private void Analyse(AuthorityList? authorityList, EntryList? entryList, DelegationRegister? delegations)
    {
        if (authorityList is not null && !sources.Townships.IsAbsent && sources.Townships.Mended.Count > 0)
        {
            var townships = sources.Townships.Mended.Select(static township => GridCode.Parse(township.Code.ToString()));
            var (from, to) = AuthorityAnalysis.DaysOf(authorityList, entryList, options.AnalysedFrom, options.AnalysedTo);
            var findings = AuthorityAnalysis.Run(authorityList, entryList, townships, from, to, delegations).Findings;
            _findings.AddRange(sources.AuthorityList.LocateNew(new FindingReport(findings.Where(static finding => finding.Severity > FindingSeverity.Info))));
        }
    }

    private EquatableArray<Lifecycle?> Flows(WorkCalendar? calendar)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        CheckDistinct(sources.Lifecycles, static lifecycle => string.Create(CultureInfo.InvariantCulture, $"{lifecycle.Code}/{lifecycle.Version}"));
        var vocabulary = CaseGuards.Vocabulary(options.Guards, sources.Posts.Mended, calendar);
        var flows = new List<Lifecycle?>();
        foreach (var source in sources.Lifecycles)
        {
            if (source.Mended is { } definition)
            {
                codes.Add(definition.Code);
            }

            // Without the posts every role would be unknown: that they are missing has been said.
            if (!sources.Posts.IsAbsent)
            {
                flows.Add(Take(source, (LifecycleDefinition flow, out FindingReport found) => Lifecycle.Compile(flow, vocabulary, out found)));
            }
        }

        for (var i = 0; codes.Count > 0 && i < sources.Matters.Mended.Count; i++)
        {
            var matter = sources.Matters.Mended[i];
            if (matter.Tier is { } tier && !codes.Contains(tier))
            {
                Report(sources.Matters, Row(i, "tier"), "hosting.unknown-tier", matter.Code, tier, string.Join(", ", codes.Order(StringComparer.Ordinal)));
            }
        }

        return EquatableArray.From(flows);
    }

    // Where no lifecycle could be read that has been said, and a tier is not held against them.
    private CaseRules? Rules(MatterCatalogue matters)
    {
        var tiers = sources.Lifecycles.Select(static file => file.Mended?.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return sources.CaseRules is not { } file ? CaseRules.Default
            : Take(file, (CaseRulesDefinition rules, out FindingReport found) => CaseRules.Compile(rules, matters, tiers.Count > 0 ? tiers : null, out found));
    }

    private VisitPolicy? Visits(Establishment establishment, MatterCatalogue matters)
    {
        if (sources.VisitPolicy is not { } file)
        {
            return null;
        }

        var posts = establishment.Posts.Where(static post => !post.IsOfDepartment).Select(static post => post.Code).ToArray();
        if (file.Mended is { } policy && (policy.Post is { } post ? !posts.Contains(post, StringComparer.Ordinal) : establishment.Posts.All(static one => one.IsOfDepartment || one.Optional)))
        {
            Report(file, "/post", "hosting.unknown-visiting-post", policy.Post, string.Join(", ", posts));
        }

        for (var i = 0; i < file.Mended?.Categories.Count; i++)
        {
            if (file.Mended.Categories[i] is { Matter: { } matter } category && !matters.TryFind(matter, out _))
            {
                Report(file, FormattableString.Invariant($"/categories/{i}/matter"), "hosting.unknown-visit-matter", category.Code, matter);
            }
        }

        return Take<VisitPolicyDefinition, VisitPolicy>(file, VisitPolicy.Compile);
    }

    private void CheckDistinct<T>(EquatableArray<ReadResult<T>> files, Func<T, string> codeOf)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.Mended is { } definition && !first.TryAdd(codeOf(definition), file.File))
            {
                Report(file, "/code", "hosting.duplicate-definition", codeOf(definition), first[codeOf(definition)], file.File);
            }
        }
    }

    private T? Take<TDefinition, T>(ReadResult<TDefinition> source, Compilation<TDefinition, T> compile)
        where T : class
    {
        if (source.Mended is not { } definition)
        {
            return null;
        }

        var compiled = compile(definition, out var report);
        _findings.AddRange(source.LocateNew(report));
        return compiled;
    }

    private void Report<T>(ReadResult<T> source, string path, string code, params ReadOnlySpan<object?> values) =>
        _findings.AddRange(source.LocateNew(new FindingReport([Finding.Error(HostingMessages.All[code, values], FindingPlace.At(path))])));
}
