using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Holds both lists against expected decisions.</summary>
public static class ListTest
{
    /// <summary>Asks every question and compares the answers.</summary>
    /// <param name="definition">The questions with their answers.</param>
    /// <param name="list">The power-and-duty list.</param>
    /// <param name="entryList">The entry list.</param>
    /// <param name="delegations">The delegations over the list, which answer too: the rules of an answer are then those of the seat whose power it is; null to leave them aside.</param>
    /// <param name="within">The unit whose lists they are, in which every place must lie; null where any will do.</param>
    /// <returns>What failed, and what of the list was asked for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/>, <paramref name="list"/> or <paramref name="entryList"/> is null.</exception>
    public static ListTestReport Run(ListTestDefinition definition, AuthorityList list, EntryList entryList, DelegationRegister? delegations = null, GridCode? within = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(entryList);
        var findings = new List<Finding>();
        var cells = new HashSet<(string Matter, string Action)>();
        var rules = new HashSet<string>(StringComparer.Ordinal);
        var failed = 0;
        for (var i = 0; i < definition.Cases.Count; i++)
        {
            var before = findings.Count;
            if (within is { } root && !(list.Establishment.Scheme.TryLevelOf(definition.Cases[i].Where, out _) && definition.Cases[i].Where.StartsWith(root)))
            {
                findings.Add(Finding.Error(PermissionMessages.Catalogue["permissions.test-place", definition.Cases[i].Where.ToString(), root.ToString()], FindingPlace.At($"/cases/{i}/where")));
                failed++;
                continue;
            }

            Check(definition.Cases[i], $"/cases/{i}", list, entryList, delegations, findings, cells, rules);
            failed += findings.Count > before ? 1 : 0;
        }

        return new ListTestReport(
            new FindingReport(findings),
            definition.Cases.Count - failed,
            failed,
            list.Catalogue.Matters.Count * list.Definition.Actions.Count,
            cells.Count,
            EquatableArray.From(list.Definition.Rules.Select(static rule => rule.Code).Where(code => !rules.Contains(code)).Order(StringComparer.Ordinal)));
    }

    private static void Check(
        ListTestCase test, string path, AuthorityList list, EntryList entryList, DelegationRegister? delegations, List<Finding> findings, HashSet<(string Matter, string Action)> cells, HashSet<string> rules)
    {
        var before = findings.Count;
        void Fail(string member, Message message) => findings.Add(Finding.Error(message, FindingPlace.At($"{path}/{member}")));
        if (!AuthorityActor.TryResolve(test.Who, list.Establishment, out var actor, out var problem))
        {
            Fail("who", problem);
        }

        if (!list.KnowsAction(test.Action))
        {
            Fail("action", PermissionMessages.Catalogue["permissions.test-unknown", new LocalizedText("action", "行为"), test.Action]);
        }

        if (!list.Catalogue.TryFind(test.Matter, out _))
        {
            Fail("matter", PermissionMessages.Catalogue["permissions.test-unknown", new LocalizedText("matter", "事项"), test.Matter]);
        }

        for (var i = 0; i < test.Conditions.Count; i++)
        {
            if (!list.Definition.Conditions.Any(condition => string.Equals(condition.Code, test.Conditions[i], StringComparison.Ordinal)))
            {
                Fail($"conditions/{i}", PermissionMessages.Catalogue["permissions.test-unknown", new LocalizedText("condition", "条件"), test.Conditions[i]]);
            }
        }

        if (findings.Count > before)
        {
            return;
        }

        var request = (actor with { Kind = test.Kind }).Ask(test.Action, test.Matter, test.Where, test.On.At(LocalTime.Midnight), test.Conditions);
        var decision = delegations?.Decide(request).Deciding ?? list.Decide(request);
        cells.Add((test.Matter, test.Action));
        rules.UnionWith(decision.Rules);
        var answer = decision.IsAllowed ? ListAnswerKind.Allowed : ListAnswerKind.Denied;
        if (test.Expect is { } expected && expected != answer)
        {
            Fail("expect", PermissionMessages.Catalogue["permissions.test-answer", test.Action, test.Who, test.Matter, NameOf(expected), NameOf(answer)]);
        }
        else if (test.Cause is { } cause && decision.Cause != cause)
        {
            Fail("cause", PermissionMessages.Catalogue["permissions.test-cause", test.Action, test.Who, test.Matter, NameOf(cause), NameOf(decision.Cause)]);
        }
        else if (test.Rules.Count > 0 && !test.Rules.Order(StringComparer.Ordinal).SequenceEqual(decision.Rules, StringComparer.Ordinal))
        {
            Fail("rules", PermissionMessages.Catalogue["permissions.test-rules", test.Who, test.Action, test.Matter, string.Join(", ", test.Rules), string.Join(", ", decision.Rules)]);
        }

        if (test.Admission is { } verdict)
        {
            var admission = entryList.Admit(new AdmissionRequest(test.Matter, actor.Level, test.Where, test.On, actor.Post));
            if (admission.Verdict != verdict)
            {
                Fail("admission", PermissionMessages.Catalogue["permissions.test-admission", test.Who, test.Matter, NameOf(verdict), NameOf(admission.Verdict)]);
            }
        }
    }

    // As the file has them.
    private static string NameOf<T>(T? value) => value is null ? "null" : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);
}
