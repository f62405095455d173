using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds everything that is wrong with the definition of an entry list.</summary>
internal sealed class EntryListCheck
{
    private readonly EntryListDefinition _definition;
    private readonly MatterCatalogue _catalogue;
    private readonly Establishment _establishment;
    private readonly ListCheck _check = new();
    private readonly HashSet<string> _bodies;

    internal EntryListCheck(EntryListDefinition definition, MatterCatalogue catalogue, Establishment establishment)
    {
        _definition = definition;
        _catalogue = catalogue;
        _establishment = establishment;
        _bodies = definition.Bodies.Select(static body => body.Code).ToHashSet(StringComparer.Ordinal);
    }

    internal FindingReport Run()
    {
        if (!ScopeGuard.TryFromCode(_definition.ScopeGuard, out _))
        {
            _check.Error("permissions.unknown-guard", "/scopeGuard", _definition.ScopeGuard, _definition.ScopeGuard, $"{ScopeGuard.Wu2020.Code}, {ScopeGuard.Inclusive.Code}");
        }

        _check.Codes("/bodies", _definition.Bodies.Select(static body => body.Code));
        _check.Known("permissions.unknown-body", "/requiredApprovers", _definition.Code, _definition.RequiredApprovers, IsBody);
        _check.Known("permissions.unknown-body", "/requiredTemporaryApprovers", _definition.Code, _definition.RequiredTemporaryApprovers, IsBody);
        _check.Known("permissions.unknown-level", "/communityLevels", _definition.Code, _definition.CommunityLevels, code => Codes.Contain(_establishment.Levels, code));
        if (_definition.LongestTemporaryTerm is { } longest && !TermLength.IsTerm(longest))
        {
            _check.Error("permissions.temporary-term-unit", "/longestTemporaryTerm", _definition.Code, longest);
        }

        _check.Codes("/items", _definition.Items.Select(static item => item.Code));
        for (var i = 0; i < _definition.Items.Count; i++)
        {
            CheckItem($"/items/{i}", _definition.Items[i]);
        }

        CheckPairs();
        return _check.ToReport();
    }

    /// <summary>Returns who must sign an item: the bodies that the list requires, and the departments concerned.</summary>
    internal static EquatableArray<string> SignersOf(EntryListDefinition list, EntryListItem item)
    {
        var temporary = item.Category == EntryCategory.Temporary;
        var required = (temporary ? list.RequiredTemporaryApprovers : list.RequiredApprovers).AsEnumerable();
        required = item.ApplyingDepartment is null ? required : required.Append(item.ApplyingDepartment);
        required = temporary || item.LeadDepartment is null ? required : required.Append(item.LeadDepartment);
        return EquatableArray.From((temporary ? required : required.Concat(item.AssistDepartments)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Returns the members that an item lacks before it can be approved: the three mandatory contents, and the last day of a temporary one.</summary>
    internal static IEnumerable<string> MissingOf(EntryListItem item)
    {
        if (item.Matters.Count == 0 && item.Classes.Count == 0)
        {
            yield return "matters";
        }

        if (IsBlank(item.PowersAndDuties))
        {
            yield return "powersAndDuties";
        }

        if (item.OperatingProcedure.Count == 0 || item.OperatingProcedure.Any(IsBlank))
        {
            yield return "operatingProcedure";
        }

        if (item.Category == EntryCategory.Temporary && item.ValidTo is null)
        {
            yield return "validTo";
        }
    }

    private static bool IsBlank(LocalizedText? text) => text is null || string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Zh);

    private bool IsBody(string code) => _bodies.Contains(code) || _establishment.TryFindDepartment(code, out _);

    private bool IsDepartment(string code) => _establishment.TryFindDepartment(code, out _);

    private void CheckItem(string path, EntryListItem item)
    {
        _check.Text(path + "/source", item.Code, item.Source);
        _check.Known("permissions.unknown-field", path + "/sampleFields", item.Code, item.SampleFields, static code => Codes.Contain(EntryFields.All, code));
        _check.Known("permissions.unknown-matter-in", path + "/matters", item.Code, item.Matters, code => _catalogue.TryFind(code, out _));
        _check.Known("permissions.unknown-class", path + "/classes", item.Code, item.Classes, _catalogue.HasClass);
        _check.Known("permissions.unknown-post", path + "/posts", item.Code, item.Posts, code => _establishment.TryFindPost(code, out _));
        _check.Known("permissions.unknown-level", path + "/levels", item.Code, item.Levels, code => Codes.Contain(_establishment.Levels, code));
        _check.Known("permissions.bad-place", path + "/places", item.Code, item.Places, code => Codes.IsUnit(code, _establishment.Scheme));
        _check.Known("permissions.unknown-department", path + "/assistDepartments", item.Code, item.AssistDepartments, IsDepartment);
        CheckOne("permissions.unknown-department", path + "/applyingDepartment", item, item.ApplyingDepartment, IsDepartment);
        CheckOne("permissions.unknown-department", path + "/leadDepartment", item, item.LeadDepartment, IsDepartment);
        CheckOne("permissions.unknown-body", path + "/reviewedBy", item, item.ReviewedBy, IsBody);
        if (item.ValidTo < item.ValidFrom)
        {
            _check.Error("permissions.ends-before-start", path + "/validTo", item.Code, item.Code, item.ValidFrom, item.ValidTo);
        }

        if (item.Category == EntryCategory.Temporary && item.ValidTo is null)
        {
            _check.Error("permissions.temporary-without-term", path + "/validTo", item.Code, item.Code);
        }

        if (item is { Status: EntryStatus.Withdrawn, ExitReason: null })
        {
            _check.Warning("permissions.no-exit-reason", path + "/exitReason", item.Code, item.Code);
        }

        EntryDaysCheck.Run(_check, path, item, _definition);
        for (var i = 0; i < item.Approvals.Count; i++)
        {
            CheckOne("permissions.unknown-body", $"{path}/approvals/{i}/body", item, item.Approvals[i].Body, IsBody);
        }

        if (item.Category == EntryCategory.Negative)
        {
            CheckNegative(path, item);
        }
        else
        {
            CheckComplete(path, item);
            CheckApprovals(path, item);
        }
    }

    private void CheckOne(string message, string path, EntryListItem item, string? code, Func<string, bool> isKnown)
    {
        if (code is not null && !isKnown(code))
        {
            _check.Error(message, path, item.Code, item.Code, code);
        }
    }

    private void CheckNegative(string path, EntryListItem item)
    {
        if (item.Matters.Count == 0 && item.Classes.Count == 0)
        {
            _check.Error("permissions.missing-field", path + "/matters", item.Code, item.Code, "matters");
        }

        if (IsBlank(item.Content))
        {
            _check.Error("permissions.missing-field", path + "/content", item.Code, item.Code, "content");
        }
    }

    /// <summary>The three mandatory contents: 具体项目, 权责事项, 操作流程.</summary>
    private void CheckComplete(string path, EntryListItem item)
    {
        if (item.Status < EntryStatus.Approved)
        {
            return;
        }

        foreach (var member in MissingOf(item).Where(static member => member != "validTo"))
        {
            _check.Error("permissions.entry-incomplete", $"{path}/{member}", item.Code, item.Code, member);
        }

        foreach (var matter in ScopeGuard.TryFromCode(_definition.ScopeGuard, out var guard) ? _catalogue.Matters : [])
        {
            var byMatter = Codes.Contain(item.Matters, matter.Code);
            if ((byMatter || Codes.Contain(item.Classes, matter.Class)) && !guard!.Admits(matter.Purpose, item.Nature))
            {
                _check.Warning("permissions.listed-against-guard", path + (byMatter ? "/matters" : "/classes"), item.Code, item.Code, matter.Code, guard.Code);
            }
        }
    }

    /// <summary>Joint approval (会审): every required body and every department concerned must have signed.</summary>
    private void CheckApprovals(string path, EntryListItem item)
    {
        if (item.Status < EntryStatus.Approved)
        {
            return;
        }

        var signed = item.Approvals.Select(static approval => approval.Body).ToHashSet(StringComparer.Ordinal);
        foreach (var body in SignersOf(_definition, item).Where(body => !signed.Contains(body)))
        {
            _check.Error("permissions.approval-missing", path + "/approvals", item.Code, item.Code, body);
        }

        for (var i = 0; i < item.Approvals.Count; i++)
        {
            if (item.Approvals[i].SignedOn > item.ValidFrom)
            {
                _check.Warning("permissions.signed-after-start", $"{path}/approvals/{i}/signedOn", item.Code, item.Code, item.Approvals[i].Body, item.Approvals[i].SignedOn, item.ValidFrom);
            }
        }

        if (item.Status >= EntryStatus.Published && item.PublishedOn is null)
        {
            _check.Warning("permissions.not-published", path + "/publishedOn", item.Code, item.Code);
        }
    }

    private void CheckPairs()
    {
        var byMatter = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _definition.Items.Count; i++)
        {
            var item = _definition.Items[i];
            var covered = item.Matters.Concat(item.Classes.SelectMany(code => _catalogue.Matters.Where(matter => string.Equals(matter.Class, code, StringComparison.Ordinal)).Select(static matter => matter.Code)));
            foreach (var code in item.Status == EntryStatus.InForce ? covered.Where(static code => code is not null).Distinct(StringComparer.Ordinal) : [])
            {
                if (!byMatter.TryGetValue(code, out var earlier))
                {
                    byMatter.Add(code, earlier = []);
                }

                foreach (var j in earlier.Where(j => Overlap(_definition.Items[j], item)))
                {
                    var other = _definition.Items[j];
                    var negatives = (item.Category == EntryCategory.Negative ? 1 : 0) + (other.Category == EntryCategory.Negative ? 1 : 0);
                    if (negatives < 2)
                    {
                        _check.Warning(negatives == 1 ? "permissions.listed-and-negative" : "permissions.listed-twice", $"/items/{i}", item.Code, code, other.Code, item.Code);
                    }
                }

                earlier.Add(i);
            }
        }
    }

    private static bool Overlap(EntryListItem a, EntryListItem b) =>
        !(a.ValidTo < b.ValidFrom) && !(b.ValidTo < a.ValidFrom)
        && (a.Levels.Count == 0 || b.Levels.Count == 0 || a.Levels.Any(level => Codes.Contain(b.Levels, level)))
        && (a.Places.Count == 0 || b.Places.Count == 0 || a.Places.Any(x => b.Places.Any(y => x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal))));
}
