using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks for who has two duties that must be apart (不相容职务): handling and verifying, or two actions that exclude each other.</summary>
internal sealed class SeparationAnalysis
{
    private readonly AnalysisGround _ground;
    private readonly AuthorityList _list;
    private readonly DutyConditions _conditions;
    private readonly IssueList _issues;
    private readonly int _handling;
    private readonly int _verifying;

    internal SeparationAnalysis(AnalysisGround ground, IssueList issues)
    {
        (_ground, _list, _issues) = (ground, ground.List, issues);
        _conditions = new DutyConditions(ground);
        _handling = ground.ActionAt(AuthorityAnalysis.Handling);
        _verifying = ground.ActionAt(AuthorityAnalysis.Verifying);
    }

    /// <summary>Whoever may handle under some conditions must not be able to verify as the one who did.</summary>
    internal void LookAtVerifying(int matter, int[] company, GridCode place, LocalDate day)
    {
        foreach (var actor in company)
        {
            if (_conditions.Find(matter, _handling, actor, place, day, false) is not { } handling || _conditions.Find(matter, _verifying, actor, place, day, true) is not { } verifying)
            {
                continue;
            }

            var (one, other) = (Decide(matter, _handling, actor, place, day, handling), Decide(matter, _verifying, actor, place, day, verifying));
            _issues.Add(
                AuthorityIssueKind.DutiesNotSeparated, _list.Catalogue.Matters[matter], "permissions.duties-not-separated", [one.Request, other.Request], IssueList.RulesOf(one, other),
                IssueList.Who(one.Request), _list.Catalogue.Matters[matter].Name);
        }
    }

    /// <summary>Holds everybody against a set of actions that exclude each other, whatever the matters, at each place and on each day.</summary>
    internal void LookAtExclusive(EquatableArray<string> set, IEnumerable<(GridCode Place, LocalDate Day)> cells)
    {
        foreach (var (place, day) in cells)
        {
            for (var actor = 0; actor < _ground.Actors.Count; actor++)
            {
                var held = set.Distinct(StringComparer.Ordinal).Select(action => FirstAllowed(action, actor, place, day)).OfType<AuthorityDecision>().ToArray();
                foreach (var (first, second) in held.SelectMany((first, at) => held.Skip(at + 1).Select(second => (first, second))))
                {
                    _ = _list.Catalogue.TryFind(first.Request.Matter, out var matter);
                    _issues.Add(
                        AuthorityIssueKind.DutiesNotExclusive, matter!, "permissions.duties-not-exclusive", [first.Request, second.Request], IssueList.RulesOf(first, second),
                        IssueList.Who(first.Request), first.Request.Action, second.Request.Action);
                }
            }
        }
    }

    private AuthorityDecision? FirstAllowed(string action, int actor, GridCode place, LocalDate day)
    {
        var number = _ground.ActionAt(action);
        for (var matter = 0; matter < _list.Catalogue.Matters.Count; matter++)
        {
            if (_conditions.Find(matter, number, actor, place, day, false) is { } held)
            {
                return Decide(matter, number, actor, place, day, held);
            }
        }

        return null;
    }

    private AuthorityDecision Decide(int matter, int action, int actor, GridCode place, LocalDate day, ulong held) =>
        _list.Decide(_ground.Ask(new RulePoint(matter, action, actor, place, day), _conditions.CodesOf(held)));
}
