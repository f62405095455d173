using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds everything that is wrong with the definition of a data catalogue.</summary>
internal sealed class DataCatalogueCheck
{
    private readonly DataCatalogueDefinition _definition;
    private readonly Establishment _establishment;
    private readonly ListCheck _check = new();
    private readonly Dictionary<string, DataItem> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _purposes;

    private DataCatalogueCheck(DataCatalogueDefinition definition, Establishment establishment)
    {
        _definition = definition;
        _establishment = establishment;
        _purposes = definition.Purposes.Select(static purpose => purpose.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var item in definition.Items)
        {
            _items.TryAdd(item.Code ?? "", item);
        }
    }

    internal static FindingReport Run(DataCatalogueDefinition definition, Establishment establishment) => new DataCatalogueCheck(definition, establishment).Run();

    private FindingReport Run()
    {
        _check.Code("/code", _definition.Code);
        _check.Text("/version", _definition.Code, _definition.Version);
        _check.Codes("/purposes", _definition.Purposes.Select(static purpose => purpose.Code));
        _check.Codes("/items", _definition.Items.Select(static item => item.Code));
        _check.Codes("/forms", _definition.Forms.Select(static form => form.Code));
        _check.Codes("/grants", _definition.Grants.Select(static grant => grant.Code));
        _check.Codes("/breakGlass", _definition.BreakGlass.Select(static rule => rule.Code));
        Each(_definition.Items, "/items", CheckItem);
        Each(_definition.Forms, "/forms", CheckForm);
        Each(_definition.Grants, "/grants", CheckGrant);
        Each(_definition.BreakGlass, "/breakGlass", CheckBreakGlass);
        return _check.ToReport();
    }

    private static void Each<T>(EquatableArray<T> list, string path, Action<string, T> check)
    {
        for (var i = 0; i < list.Count; i++)
        {
            check($"{path}/{i}", list[i]);
        }
    }

    private void CheckItem(string path, DataItem item)
    {
        _check.Text(path + "/source", item.Code, item.Source);
        Purposes(path, item.Code, item.Purposes);
        Post(path + "/collectingPost", item.Code, item.CollectingPost);
        Department(path + "/collectingDepartment", item.Code, item.CollectingDepartment);
        if (item.CollectingPost is null && item.CollectingDepartment is null)
        {
            _check.Error("permissions.missing-field", path + "/collectingPost", item.Code, item.Code, "collectingPost");
        }

        if (item.Sensitivity >= DataSensitivity.Personal)
        {
            Needs(path, item, "purposes", item.Purposes.Count > 0);
            Needs(path, item, "legalBasis", !string.IsNullOrWhiteSpace(item.LegalBasis));
            Needs(path, item, "retention", item.Retention is not null);
        }

        if (item.Retention is { } term && term.Unit is not (LimitUnit.CalendarDays or LimitUnit.Months or LimitUnit.Years))
        {
            _check.Error("permissions.data-retention", path + "/retention", item.Code, item.Code, term);
        }

        if (item.KeepFirst < 0 || item.KeepLast < 0)
        {
            _check.Error("permissions.data-mask", path + (item.KeepFirst < 0 ? "/keepFirst" : "/keepLast"), item.Code, item.Code, Math.Min(item.KeepFirst, item.KeepLast));
        }
    }

    private void Needs(string path, DataItem item, string member, bool has)
    {
        if (!has)
        {
            _check.Error("permissions.data-needs", $"{path}/{member}", item.Code, item.Code, member);
        }
    }

    private void CheckForm(string path, DataForm form)
    {
        _check.Text(path + "/source", form.Code, form.Source);
        Items(path, form.Code, form.Items, isAnyAllowed: false);
        Post(path + "/post", form.Code, form.Post);
        Department(path + "/department", form.Code, form.Department);
        if (form.Post is null && form.Department is null)
        {
            _check.Error("permissions.missing-field", path + "/post", form.Code, form.Code, "post");
        }

        if (form.Items.Count == 0)
        {
            _check.Error("permissions.missing-field", path + "/items", form.Code, form.Code, "items");
        }
    }

    private void CheckGrant(string path, DataGrant grant)
    {
        _check.Text(path + "/source", grant.Code, grant.Source);
        Who(path, grant.Code, grant.Posts, grant.Departments, grant.Levels);
        Items(path, grant.Code, grant.Items, isAnyAllowed: false);
        var records = _definition.Items.Select(static item => item.Record).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _check.Known("permissions.data-record-unknown", path + "/records", grant.Code, grant.Records, records.Contains);
        Purposes(path, grant.Code, grant.Purposes);
        if (grant.Items.Count == 0 && grant.Records.Count == 0)
        {
            _check.Error("permissions.missing-field", path + "/items", grant.Code, grant.Code, "items");
        }

        if (grant.Purposes.Count == 0)
        {
            _check.Error("permissions.missing-field", path + "/purposes", grant.Code, grant.Code, "purposes");
        }

        if (grant.Shows == DataShow.Hidden)
        {
            _check.Error("permissions.missing-field", path + "/shows", grant.Code, grant.Code, "shows");
        }

        if (grant.ValidFrom > grant.ValidTo)
        {
            _check.Error("permissions.ends-before-start", path + "/validTo", grant.Code, grant.Code, grant.ValidFrom, grant.ValidTo);
        }

        foreach (var item in _items.Values.Where(item => Codes.Contain(grant.Items, item.Code ?? "") || (item.Record is not null && Codes.Contain(grant.Records, item.Record))))
        {
            CheckOpening(path, grant, item);
        }
    }

    /// <summary>Data are read for what they were collected for (个人信息保护法 art 6).</summary>
    private void CheckOpening(string path, DataGrant grant, DataItem item)
    {
        for (var i = 0; i < grant.Purposes.Count; i++)
        {
            if (_purposes.Contains(grant.Purposes[i]) && !Codes.Contain(item.Purposes, grant.Purposes[i]))
            {
                _check.Error("permissions.data-purpose-beyond", $"{path}/purposes/{i}", grant.Code, grant.Code, grant.Purposes[i], item.Code);
            }
        }

        if (item.Kind == DataKind.Video && grant.Shows == DataShow.Masked)
        {
            _check.Error("permissions.data-video-masked", path + "/shows", grant.Code, grant.Code, item.Code);
        }
    }

    private void CheckBreakGlass(string path, BreakGlassRule rule)
    {
        _check.Text(path + "/source", rule.Code, rule.Source);
        Who(path, rule.Code, rule.Posts, rule.Departments, rule.Levels);
        Items(path, rule.Code, rule.Items, isAnyAllowed: true);
        if (rule.Items.Count == 0)
        {
            _check.Error("permissions.missing-field", path + "/items", rule.Code, rule.Code, "items");
        }

        if (rule.ReviewWithinHours < 1)
        {
            _check.Error("permissions.data-review-hours", path + "/reviewWithinHours", rule.Code, rule.Code, rule.ReviewWithinHours);
        }
    }

    private void Who(string path, string subject, EquatableArray<string> posts, EquatableArray<string> departments, EquatableArray<string> levels)
    {
        _check.Known("permissions.unknown-post", path + "/posts", subject, posts, code => _establishment.TryFindPost(code, out _));
        _check.Known("permissions.unknown-department", path + "/departments", subject, departments, code => _establishment.TryFindDepartment(code, out _));
        _check.Known("permissions.unknown-level", path + "/levels", subject, levels, code => Codes.Contain(_establishment.Levels, code));
        if (posts.Count == 0 && departments.Count == 0 && levels.Count == 0)
        {
            _check.Error("permissions.power-for-all", path + "/posts", subject, subject);
        }
    }

    private void Items(string path, string subject, EquatableArray<string> items, bool isAnyAllowed) => _check.Known(
        "permissions.data-item-unknown", path + "/items", subject, items, code => _items.ContainsKey(code) || (isAnyAllowed && string.Equals(code, Codes.Any, StringComparison.Ordinal)));

    private void Purposes(string path, string subject, EquatableArray<string> purposes) =>
        _check.Known("permissions.data-purpose-unknown", path + "/purposes", subject, purposes, _purposes.Contains);

    private void Post(string path, string subject, string? post)
    {
        if (post is not null && !_establishment.TryFindPost(post, out _))
        {
            _check.Error("permissions.unknown-post", path, subject, subject, post);
        }
    }

    private void Department(string path, string subject, string? department)
    {
        if (department is not null && !_establishment.TryFindDepartment(department, out _))
        {
            _check.Error("permissions.unknown-department", path, subject, subject, department);
        }
    }
}
