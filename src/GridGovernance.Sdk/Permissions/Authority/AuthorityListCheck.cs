using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds everything that is wrong with the definition of an authority list, rule by rule.</summary>
internal static class AuthorityListCheck
{
    private const int MaximalConditions = 64;

    internal static FindingReport Run(AuthorityListDefinition definition, MatterCatalogue catalogue, Establishment establishment)
    {
        var check = new ListCheck();
        var actions = definition.Actions.Select(static action => action.Code).ToHashSet(StringComparer.Ordinal);
        var conditions = definition.Conditions.Select(static condition => condition.Code).ToHashSet(StringComparer.Ordinal);
        check.Codes("/actions", definition.Actions.Select(static action => action.Code));
        check.Codes("/conditions", definition.Conditions.Select(static condition => condition.Code));
        if (definition.Conditions.Count > MaximalConditions)
        {
            check.Error("permissions.too-many-conditions", "/conditions", definition.Code, definition.Code, MaximalConditions, definition.Conditions.Count);
        }

        for (var i = 0; i < definition.Exclusive.Count; i++)
        {
            check.Known("permissions.unknown-action-in", $"/exclusive/{i}", definition.Code, definition.Exclusive[i], actions.Contains);
        }

        check.Codes("/rules", definition.Rules.Select(static rule => rule.Code));
        for (var i = 0; i < definition.Rules.Count; i++)
        {
            var (path, rule) = ($"/rules/{i}", definition.Rules[i]);
            check.Text(path + "/source", rule.Code, rule.Source);
            check.Known("permissions.unknown-action-in", path + "/actions", rule.Code, rule.Actions, code => IsAny(code) || actions.Contains(code));
            check.Known("permissions.unknown-matter-in", path + "/matters", rule.Code, rule.Matters, code => IsAny(code) || catalogue.TryFind(code, out _));
            check.Known("permissions.unknown-class", path + "/classes", rule.Code, rule.Classes, catalogue.HasClass);
            check.Known("permissions.unknown-post", path + "/posts", rule.Code, rule.Posts, code => establishment.TryFindPost(code, out _));
            check.Known("permissions.unknown-department", path + "/departments", rule.Code, rule.Departments, code => establishment.TryFindDepartment(code, out _));
            check.Known("permissions.unknown-level", path + "/levels", rule.Code, rule.Levels, code => Codes.Contain(establishment.Levels, code));
            check.Known("permissions.unknown-condition", path + "/conditions", rule.Code, rule.Conditions, conditions.Contains);
            check.Known("permissions.bad-place", path + "/places", rule.Code, rule.Places, code => Codes.IsUnit(code, establishment.Scheme));
            CheckShape(check, path, rule);
        }

        return check.ToReport();
    }

    private static bool IsAny(string code) => string.Equals(code, Codes.Any, StringComparison.Ordinal);

    private static void CheckShape(ListCheck check, string path, AuthorityRule rule)
    {
        if (rule.Actions.Count == 0)
        {
            check.Error("permissions.missing-field", path + "/actions", rule.Code, rule.Code, "actions");
        }

        if (rule.Matters.Count == 0 && rule.Classes.Count == 0)
        {
            check.Error("permissions.missing-field", path + "/matters", rule.Code, rule.Code, "matters");
        }

        // A prohibition may be for everybody; a power that everybody has is nobody's.
        if (rule.Stance != AuthorityStance.MustNot && rule.Posts.Count == 0 && rule.Departments.Count == 0 && rule.Levels.Count == 0)
        {
            check.Error("permissions.power-for-all", path + "/posts", rule.Code, rule.Code);
        }

        if (rule.ValidTo < rule.ValidFrom)
        {
            check.Error("permissions.ends-before-start", path + "/validTo", rule.Code, rule.Code, rule.ValidFrom, rule.ValidTo);
        }
    }
}
