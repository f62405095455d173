namespace GridGovernance.Sdk.Permissions;

/// <summary>The detector of repeated collection (多头采集、重复采集): whoever asks people for what another already collects.</summary>
/// <remarks>X县: "信息多头采集、重复劳动、信息壁垒"; "真正实现'一家采集、多家共享'".</remarks>
public static class CollectionAudit
{
    /// <summary>Looks for repeated collection, and for items that nobody asks for or nobody reads.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <returns>Every issue, in the order of the items; those of meanings come last.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="catalogue"/> is null.</exception>
    public static EquatableArray<CollectionIssue> Run(DataCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var definition = catalogue.Definition;
        var issues = new List<CollectionIssue>();
        for (var i = 0; i < definition.Items.Count; i++)
        {
            issues.AddRange(OfItem(catalogue, definition.Items[i], $"/items/{i}"));
        }

        var meanings = definition.Items.Where(static item => item.Meaning is not null).GroupBy(static item => item.Meaning!, StringComparer.Ordinal);
        issues.AddRange(meanings.Where(static same => same.Count() > 1).Select(same => OfMeaning(definition, same.Key, [.. same])));
        return EquatableArray.From(issues);
    }

    private static IEnumerable<CollectionIssue> OfItem(DataCatalogue catalogue, DataItem item, string path)
    {
        var forms = FormsOn(catalogue.Definition, [item]);
        var others = forms.Where(form => !IsCollectors(form, item)).ToArray();
        var own = forms.Except(others).ToArray();
        var collector = catalogue.CollectorOf(item.Code).ToString()!;
        if (others.Length > 0)
        {
            yield return Issue(CollectionIssueKind.SeveralCollectors, FindingSeverity.Warning, path, [item], forms, collector, "permissions.collected-by-several", item.Name, collector, Names(others));
        }

        if (own.Length > 1)
        {
            yield return Issue(CollectionIssueKind.AskedTwice, FindingSeverity.Warning, path, [item], own, collector, "permissions.collected-twice", item.Name, collector, Names(own));
        }

        if (forms.Length == 0)
        {
            yield return Issue(CollectionIssueKind.NeverAsked, FindingSeverity.Info, path, [item], forms, collector, "permissions.never-asked", item.Name, collector);
        }

        if (catalogue.GrantsOn(item.Code).Length == 0)
        {
            yield return Issue(CollectionIssueKind.NeverRead, FindingSeverity.Warning, path, [item], forms, collector, "permissions.never-read", item.Name);
        }
    }

    private static CollectionIssue OfMeaning(DataCatalogueDefinition definition, string meaning, DataItem[] same)
    {
        var path = "/items/" + definition.Items.TakeWhile(item => item != same[1]).Count();
        var collectors = same.Select(static item => new AuthorityHolder(item.CollectingPost, item.CollectingDepartment, null).ToString());
        return Issue(
            CollectionIssueKind.SameUnderTwoNames, FindingSeverity.Warning, path, same, FormsOn(definition, same), "",
            "permissions.same-under-two-names", string.Join(", ", same.Select(static item => item.Code)), meaning, string.Join(", ", collectors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    /// <summary>A form is the collector's when whoever fills it in, or the department that issued it, is the collector; a form for nobody in particular is its department's.</summary>
    private static bool IsCollectors(DataForm form, DataItem item) => item.CollectingDepartment is { } department
        ? string.Equals(form.Department, department, StringComparison.Ordinal) && (form.Post is null || item.CollectingPost is null || string.Equals(form.Post, item.CollectingPost, StringComparison.Ordinal))
        : form.Department is null && string.Equals(form.Post, item.CollectingPost, StringComparison.Ordinal);

    private static DataForm[] FormsOn(DataCatalogueDefinition definition, DataItem[] items) =>
        [.. definition.Forms.Where(form => items.Any(item => Codes.Contain(form.Items, item.Code)))];

    private static string Names(DataForm[] forms) => string.Join(", ", forms.Select(static form => $"{form.Code} ({Asker(form)})"));

    private static string Asker(DataForm form) => new AuthorityHolder(form.Post, form.Department, null).ToString();

    private static CollectionIssue Issue(
        CollectionIssueKind kind, FindingSeverity severity, string path, DataItem[] items, DataForm[] forms, string collector, string message, params ReadOnlySpan<object?> values)
    {
        var finding = new Finding(severity, PermissionMessages.Catalogue[message, values]) { Place = FindingPlace.At(path) with { Subject = items[^1].Code } };
        var collectors = items.Length > 1 ? items.Select(static item => new AuthorityHolder(item.CollectingPost, item.CollectingDepartment, null).ToString()) : [collector];
        return new CollectionIssue(kind, finding)
        {
            Items = EquatableArray.From(items.Select(static item => item.Code)),
            Forms = EquatableArray.From(forms.Select(static form => form.Code)),
            Collectors = EquatableArray.From(collectors.Concat(forms.Select(Asker)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        };
    }
}
