namespace GridGovernance.Sdk.Permissions;

/// <summary>Says of two rules of the same stance whether one says everything that the other does.</summary>
internal static class RuleCover
{
    /// <summary>Says whether a rule holds wherever another does, so that the other adds nothing.</summary>
    internal static bool Covers(AuthorityRule wide, AuthorityRule narrow, MatterCatalogue catalogue) =>
        wide.Stance == narrow.Stance
        && Wider(wide.Posts, narrow.Posts) && Wider(wide.Departments, narrow.Departments) && Wider(wide.Levels, narrow.Levels)
        && (IsAny(wide.Actions) || (!IsAny(narrow.Actions) && narrow.Actions.All(action => Codes.Contain(wide.Actions, action))))
        && (IsAny(wide.Matters) || catalogue.Matters.All(matter => !IsOn(narrow, matter) || IsOn(wide, matter)))
        && (wide.Places.Count == 0 || (narrow.Places.Count > 0 && narrow.Places.All(unit => wide.Places.Any(outer => unit.StartsWith(outer, StringComparison.Ordinal)))))
        && (wide.BeyondOwnArea || !narrow.BeyondOwnArea || wide.Stance == AuthorityStance.MustNot)
        && wide.Conditions.All(condition => Codes.Contain(narrow.Conditions, condition))
        && !(wide.ValidFrom > (narrow.ValidFrom ?? NodaTime.LocalDate.MinIsoValue)) && !(wide.ValidTo < (narrow.ValidTo ?? NodaTime.LocalDate.MaxIsoValue));

    private static bool Wider(EquatableArray<string> wide, EquatableArray<string> narrow) =>
        wide.Count == 0 || (narrow.Count > 0 && narrow.All(code => Codes.Contain(wide, code)));

    private static bool IsAny(EquatableArray<string> codes) => Codes.Contain(codes, Codes.Any);

    private static bool IsOn(AuthorityRule rule, Matter matter) => IsAny(rule.Matters) || Codes.Contain(rule.Matters, matter.Code) || Codes.Contain(rule.Classes, matter.Class);
}
