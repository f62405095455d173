using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Adds up what the lists give to the posts of a unit: matters, hours, forms, and what share is control, information or service; of units of several kinds, those that carry the most.</summary>
/// <remarks>X县: "每一个小的网格都承载着计生、社保、医保、综治维稳等多项工作内容"; 新时代网格化管理的核心逻辑 on bookkeeping: "形式化、行政化等异象".</remarks>
public static class BurdenAnalysis
{
    /// <summary>Adds up.</summary>
    /// <param name="definition">What the matters take and the posts can give.</param>
    /// <param name="entryList">The entry list: only what is admitted counts.</param>
    /// <param name="list">The power-and-duty list: only what a post may handle counts.</param>
    /// <param name="place">The unit.</param>
    /// <param name="on">The day.</param>
    /// <param name="catalogue">The data catalogue, for what is collected twice; null to leave it aside.</param>
    /// <param name="report">Every problem of the definition, with JSON Pointers into it.</param>
    /// <returns>The burden; null exactly when <paramref name="report"/> has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/>, <paramref name="entryList"/> or <paramref name="list"/> is null.</exception>
    public static BurdenReport? Run(
        BurdenDefinition definition, EntryList entryList, AuthorityList list, GridCode place, LocalDate on, DataCatalogue? catalogue, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entryList);
        ArgumentNullException.ThrowIfNull(list);
        return Run(definition, entryList, list, [(place, on)], catalogue, out report);
    }

    /// <summary>Adds up at every place and on every day that the lists tell apart, and says for each post where and when it carries the most.</summary>
    /// <param name="definition">What the matters take and the posts can give.</param>
    /// <param name="entryList">The entry list: only what is admitted counts.</param>
    /// <param name="list">The power-and-duty list: only what a post may handle counts.</param>
    /// <param name="places">The places to look at; units that the lists name inside them are looked at as well.</param>
    /// <param name="catalogue">The data catalogue, for what is collected twice; null to leave it aside.</param>
    /// <param name="report">Every problem of the definition, with JSON Pointers into it.</param>
    /// <returns>The burden, of places and days that are as heavy the first; null exactly when <paramref name="report"/> has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/>, <paramref name="entryList"/>, <paramref name="list"/> or <paramref name="places"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="places"/> is empty.</exception>
    public static BurdenReport? RunHeaviest(
        BurdenDefinition definition, EntryList entryList, AuthorityList list, IEnumerable<GridCode> places, DataCatalogue? catalogue, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entryList);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(places);
        var given = places.ToArray();
        if (given.Length == 0)
        {
            throw new ArgumentException("The burden needs at least one place, but was given none.", nameof(places));
        }

        var classes = AnalysisClasses.OfAllDays(list.Definition, entryList.Definition, given);
        return Run(definition, entryList, list, [.. from place in classes.Places from day in classes.Days select (place, day)], catalogue, out report);
    }

    private static BurdenReport? Run(
        BurdenDefinition definition, EntryList entryList, AuthorityList list, (GridCode Place, LocalDate On)[] cells, DataCatalogue? catalogue, out FindingReport report)
    {
        report = Check(definition, list);
        if (report.HasErrors)
        {
            return null;
        }

        var efforts = definition.Efforts.ToDictionary(static effort => effort.Matter, StringComparer.Ordinal);
        GridKind?[] kinds = [null, .. list.Kinds];
        var (posts, findings) = (new List<PostBurden>(), new List<Finding>());
        for (var i = 0; i < definition.Posts.Count; i++)
        {
            var capacity = definition.Posts[i];
            var everywhere = kinds.SelectMany(kind => cells.Select(cell => Of(capacity, efforts, entryList, list, kind, cell.Place, cell.On))).ToArray();
            var heaviest = everywhere.MaxBy(static post => post.Load)!;
            posts.Add(heaviest);
            if (heaviest.Load > 1)
            {
                findings.Add(Warn("permissions.burden-too-much", i, capacity.Post, capacity.Post, heaviest.HoursPerWorker, capacity.HoursPerMonth, heaviest.Place.ToString(), heaviest.On));
            }

            findings.AddRange(everywhere.SelectMany(static post => post.Unknown).Distinct(StringComparer.Ordinal).Select(matter => Warn("permissions.burden-unknown", i, matter, matter, capacity.Post)));
        }

        var duplicates = catalogue is null ? [] : CollectionAudit.Run(catalogue).Where(static issue => issue.Kind is CollectionIssueKind.SeveralCollectors or CollectionIssueKind.SameUnderTwoNames);
        return new BurdenReport { Posts = EquatableArray.From(posts), Duplicates = EquatableArray.From(duplicates), Findings = new FindingReport(findings) };
    }

    private static Finding Warn(string message, int post, string subject, params ReadOnlySpan<object?> values) =>
        Finding.Warning(PermissionMessages.Catalogue[message, values], FindingPlace.At($"/posts/{post}") with { Subject = subject });

    private static FindingReport Check(BurdenDefinition definition, AuthorityList list)
    {
        var check = new ListCheck();
        check.Code("/code", definition.Code);
        check.Text("/source", definition.Code, definition.Source);
        Once(check, "/posts", "post", definition.Posts.Select(static capacity => capacity.Post));
        Once(check, "/efforts", "matter", definition.Efforts.Select(static effort => effort.Matter));
        for (var i = 0; i < definition.Posts.Count; i++)
        {
            var capacity = definition.Posts[i];
            if (capacity.Post is null || !list.Establishment.TryFindPost(capacity.Post, out var post) || post.IsOfDepartment)
            {
                check.Error("permissions.unknown-post", $"/posts/{i}/post", capacity.Post, definition.Code, capacity.Post);
            }

            Figure(check, $"/posts/{i}/hoursPerMonth", capacity.Post, capacity.HoursPerMonth, capacity.HoursPerMonth > 0);
            Figure(check, $"/posts/{i}/workersPerUnit", capacity.Post, capacity.WorkersPerUnit, capacity.WorkersPerUnit > 0);
        }

        for (var i = 0; i < definition.Efforts.Count; i++)
        {
            var effort = definition.Efforts[i];
            if (effort.Matter is null || !list.Catalogue.TryFind(effort.Matter, out _))
            {
                check.Error("permissions.unknown-matter-in", $"/efforts/{i}/matter", effort.Matter, definition.Code, effort.Matter);
            }

            Figure(check, $"/efforts/{i}/timesPerMonth", effort.Matter, effort.TimesPerMonth, effort.TimesPerMonth >= 0);
            Figure(check, $"/efforts/{i}/minutesEach", effort.Matter, effort.MinutesEach, effort.MinutesEach >= 0);
            Figure(check, $"/efforts/{i}/formsEach", effort.Matter, effort.FormsEach, effort.FormsEach >= 0);
        }

        return check.ToReport();
    }

    private static void Once(ListCheck check, string path, string member, IEnumerable<string> codes)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, i) in codes.Select(static (code, i) => (code ?? "", i)))
        {
            if (!first.TryAdd(code, i))
            {
                check.Error("permissions.duplicate-code", $"{path}/{i}/{member}", code, code, first[code] + 1, i + 1);
            }
        }
    }

    private static void Figure(ListCheck check, string path, string? subject, decimal value, bool isSound)
    {
        // A thousand million hours or forms are beyond any county, and keep every sum within what a decimal holds.
        if (!isSound || value > 1_000_000_000)
        {
            check.Error("permissions.burden-figure", path, subject, subject, path[(path.LastIndexOf('/') + 1)..], value);
        }
    }

    private static PostBurden Of(
        PostCapacity capacity, Dictionary<string, MatterEffort> efforts, EntryList entryList, AuthorityList list, GridKind? kind, GridCode place, LocalDate on)
    {
        _ = list.Establishment.TryFindPost(capacity.Post, out var post);
        var actor = new AuthorityActor(capacity.Post, null, post!.Level, null) { Kind = kind };
        var everything = EquatableArray.From(list.Definition.Conditions.Select(static condition => condition.Code));
        var matters = list.Catalogue.Matters
            .Where(matter => entryList.Admit(new AdmissionRequest(matter.Code, post.Level, place, on, post.Code)).IsAdmitted)
            .Where(matter => list.Decide(actor.Ask(AuthorityAnalysis.Handling, matter.Code, place, on.AtMidnight(), everything)).IsAllowed)
            .Select(static matter => matter.Code).ToArray();
        var known = matters.Where(efforts.ContainsKey).Select(matter => efforts[matter]).ToArray();
        var byFunction = Enum.GetValues<WorkFunction>().Select(function => known.Where(effort => effort.Function == function).Sum(static effort => effort.TimesPerMonth * effort.MinutesEach) / 60).ToArray();
        var (hours, forms) = (byFunction.Sum(), known.Sum(static effort => effort.TimesPerMonth * effort.FormsEach));
        return new PostBurden(capacity.Post)
        {
            Kind = kind,
            Place = place,
            On = on,
            Matters = EquatableArray.From(matters),
            Unknown = EquatableArray.From(matters.Where(matter => !efforts.ContainsKey(matter))),
            HoursPerUnit = hours,
            FormsPerUnit = forms,
            HoursPerWorker = hours / capacity.WorkersPerUnit,
            FormsPerWorker = forms / capacity.WorkersPerUnit,
            Load = hours / capacity.WorkersPerUnit / capacity.HoursPerMonth,
            Shares = hours == 0 ? [] : EquatableArray.From(byFunction.Select(part => part / hours)),
        };
    }
}
