namespace GridGovernance.Sdk.Assessment;

/// <summary>Checks what only a definition that was built in code can have wrong, for a file cannot: nulls in lists, and numbers that are none of an enumeration's.</summary>
internal static class SchemeShape
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">The scheme.</param>
    /// <param name="findings">Where faults go.</param>
    /// <returns>True when it can be compiled any further.</returns>
    internal static bool Check(AssessmentSchemeDefinition definition, List<Finding> findings)
    {
        var before = findings.Count;
        HasAll(definition.Assessors, "assessors", "", findings);
        HasAll(definition.Bands, "bands", "", findings);
        HasAll(definition.Deductions, "deductions", "", findings);
        HasAll(definition.Bonuses, "bonuses", "", findings);
        HasAll(definition.BonusCaps, "bonusCaps", "", findings);
        HasAll(definition.Vetoes, "vetoes", "", findings);
        IsWord<AggregateKind>(definition.Aggregate, "aggregate", "", findings);
        IsWord<StreamMode>(definition.Streams, "streams", "", findings);
        for (var i = 0; i < definition.Assessors.Count; i++)
        {
            IsWord(definition.Assessors[i]?.Stream, "stream", $"/assessors/{i}", findings);
        }

        Check(definition.Missing, definition.Undefined, definition.Outliers, "", findings);
        Check(definition.Children, "", 0, findings);
        return findings.Count == before;
    }

    private static void Check(EquatableArray<AssessmentNodeDefinition> children, string path, int depth, List<Finding> findings)
    {
        HasAll(children, "children", path, findings);
        for (var i = 0; i < children.Count && depth <= SchemeCompiler.MaximumDepth; i++)
        {
            if (children[i] is { } child)
            {
                var own = $"{path}/children/{i}";
                IsWord(child.Aggregate, "aggregate", own, findings);
                IsWord(child.Direction, "direction", own, findings);
                Check(child.Missing, child.Undefined, child.Outliers, own, findings);
                HasAll(child.Deductions, "deductions", own, findings);
                HasAll(child.Normalise?.Steps ?? [], "steps", own + "/normalise", findings);
                Check(child.Children, own, depth + 1, findings);
            }
        }
    }

    private static void Check(AbsenceDefinition? missing, AbsenceDefinition? undefined, OutlierDefinition? outliers, string path, List<Finding> findings)
    {
        IsWord(missing?.Kind, "kind", path + "/missing", findings);
        IsWord(undefined?.Kind, "kind", path + "/undefined", findings);
        IsWord(outliers?.Kind, "kind", path + "/outliers", findings);
    }

    private static void HasAll<T>(EquatableArray<T> list, string name, string path, List<Finding> findings)
        where T : class
    {
        if (list.Any(static item => item is null))
        {
            findings.Add(Finding.Error(AssessmentMessages.All["assessment.nothing-listed", name], FindingPlace.At($"{path}/{name}")));
        }
    }

    private static void IsWord<T>(T? word, string name, string path, List<Finding> findings)
        where T : struct, Enum
    {
        if (word is { } own && !Enum.IsDefined(own))
        {
            findings.Add(Finding.Error(AssessmentMessages.All["assessment.unknown-word", name, own.ToString()], FindingPlace.At($"{path}/{name}")));
        }
    }
}
