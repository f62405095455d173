using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Simulation.Changes;

/// <summary>Makes a model in which some rules are different: each definition goes out as its file, is changed there, and is read and checked as every file is.</summary>
/// <remarks>The model that is changed stays as it is. This type is safe to share between threads.</remarks>
public static class ModelChanges
{
    /// <summary>Gets the definitions that a path may begin with.</summary>
    public static EquatableArray<string> Roots { get; } =
        ["county", "hierarchy", "calendar", "departments", "posts", "matters", "entry-list", "authority-list", "lifecycles", "assessment", "case-rules", "visit-policy", "entry-procedure", "delegations", "measures", "data-catalogue", "burden"];

    /// <summary>Makes the changed model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="changes">The changes, made one after the other.</param>
    /// <param name="report">Everything that is wrong with the changes, or with the model that they make.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static GovernanceModel? Apply(GovernanceModel model, IEnumerable<RuleChange> changes, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(changes);
        var (definitions, findings, made) = (model.Definitions, new List<Finding>(), 0);
        foreach (var change in changes)
        {
            definitions = Apply(definitions, change, findings);
            made++;
        }

        if (findings.Count > 0)
        {
            report = new FindingReport(findings);
            return null;
        }

        report = FindingReport.Empty;
        return made == 0 ? model : GovernanceModel.Compile(definitions, out report);
    }

    private static ModelDefinitions Apply(ModelDefinitions all, RuleChange change, List<Finding> findings)
    {
        var parts = change.Parts;
        switch (parts[0])
        {
            case "county":
                return all with { County = One(all.County, change, 1, findings) };
            case "hierarchy":
                return all with { Hierarchy = One(all.Hierarchy, change, 1, findings) };
            case "calendar":
                return all with { Calendar = One(all.Calendar, change, 1, findings) };
            case "entry-list":
                return all with { EntryList = One(all.EntryList, change, 1, findings) };
            case "authority-list":
                return all with { AuthorityList = One(all.AuthorityList, change, 1, findings) };
            case "departments":
                return all with { Departments = Item(all.Departments, static one => one.Code, change, findings) };
            case "posts":
                return all with { Posts = Item(all.Posts, static one => one.Code, change, findings) };
            case "matters":
                return all with { Matters = Item(all.Matters, static one => one.Code, change, findings) };
            case "lifecycles":
                return all with { Lifecycles = Item(all.Lifecycles, static one => one.Code, change, findings) };
            case "assessment":
                return all with { Assessments = Item(all.Assessments, static one => one.Code, change, findings) };
            case "case-rules":
                return all with { CaseRules = OneOrNone(all.CaseRules, change, findings) };
            case "visit-policy":
                return all with { VisitPolicy = OneOrNone(all.VisitPolicy, change, findings) };
            case "entry-procedure":
                return all with { Permissions = all.Permissions with { EntryProcedure = OneOrNone(all.Permissions.EntryProcedure, change, findings) } };
            case "delegations":
                return all with { Permissions = all.Permissions with { Delegations = OneOrNone(all.Permissions.Delegations, change, findings) } };
            case "measures":
                return all with { Permissions = all.Permissions with { Measures = OneOrNone(all.Permissions.Measures, change, findings) } };
            case "data-catalogue":
                return all with { Permissions = all.Permissions with { DataCatalogue = OneOrNone(all.Permissions.DataCatalogue, change, findings) } };
            case "burden":
                return all with { Permissions = all.Permissions with { Burden = OneOrNone(all.Permissions.Burden, change, findings) } };
            default:
                findings.Add(Finding.Error(ChangeMessages.All["changes.unknown-root", change.Path, parts[0], string.Join(", ", Roots)], FindingPlace.Of(change.Path)));
                return all;
        }
    }

    private static EquatableArray<T> Item<T>(EquatableArray<T> items, Func<T, string> codeOf, RuleChange change, List<Finding> findings)
    {
        var code = change.Parts.Count > 1 ? change.Parts[1] : "";
        var position = Enumerable.Range(0, items.Count).FirstOrDefault(i => string.Equals(codeOf(items[i]), code, StringComparison.Ordinal), -1);
        if (position < 0)
        {
            findings.Add(Finding.Error(
                ChangeMessages.All["changes.unknown-code", change.Path, change.Parts[0], code, string.Join(", ", items.Select(codeOf).Order(StringComparer.Ordinal).Take(20))],
                FindingPlace.Of(change.Path)));
            return items;
        }

        var changed = One(items[position], change, 2, findings);
        return EquatableArray.From(items.Select((item, i) => i == position ? changed : item));
    }

    // What the model does not say has nothing to change.
    private static T? OneOrNone<T>(T? definition, RuleChange change, List<Finding> findings)
        where T : class
    {
        if (definition is null)
        {
            findings.Add(Finding.Error(ChangeMessages.All["changes.leads-nowhere", change.Path, change.Parts[0]], FindingPlace.Of(change.Path)));
        }

        return definition is null ? null : One(definition, change, 1, findings);
    }

    private static T One<T>(T definition, RuleChange change, int from, List<Finding> findings)
    {
        var parts = change.Parts.ToArray();
        if (parts.Length <= from)
        {
            findings.Add(Finding.Error(ChangeMessages.All["changes.no-member", change.Path], FindingPlace.Of(change.Path)));
            return definition;
        }

        var root = JsonNode.Parse(GovernanceJson.Write(definition))!;
        if (JsonChange.Set(root, parts.AsSpan(from), change.Value) is { } nowhere)
        {
            findings.Add(Finding.Error(ChangeMessages.All["changes.leads-nowhere", change.Path, nowhere], FindingPlace.Of(change.Path)));
            return definition;
        }

        var read = GovernanceJson.Read<T>(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()), change.Path);
        findings.AddRange(read.Report.Select(finding => finding with { Place = FindingPlace.Of(change.Path) }));
        return read.Value ?? definition;
    }
}
