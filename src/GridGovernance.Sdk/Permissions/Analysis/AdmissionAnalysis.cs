using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Holds those who are posts of the grid system and may handle a matter against the entry list.</summary>
/// <remarks>
/// Who leads a matter, must do it or may do it carries it, and is held against all that the entry list says of the post; who manages it from above or helps along is held
/// against what it says of the matter alone. What begins, ends, rests, or is listed at other places only is as it should be, and merely worth knowing.
/// </remarks>
internal sealed class AdmissionAnalysis
{
    private readonly AuthorityList _list;
    private readonly AnalysisGround _ground;
    private readonly EntryList _entries;
    private readonly IssueList _issues;
    private readonly EquatableArray<string> _everyCondition;

    internal AdmissionAnalysis(AnalysisGround ground, EntryList entries, IssueList issues)
    {
        (_ground, _list, _entries, _issues) = (ground, ground.List, entries, issues);
        _everyCondition = EquatableArray.From(_list.Definition.Conditions.Select(static condition => condition.Code));
    }

    /// <summary>Looks at everybody who may handle a matter.</summary>
    /// <returns>How many decisions that took.</returns>
    internal long LookAt(int matter, IReadOnlyList<(GridCode Place, LocalDate Day)> cells)
    {
        var (action, looked) = (_ground.ActionAt(AuthorityAnalysis.Handling), 0L);
        for (var actor = 0; actor < _ground.Actors.Count && action >= 0; actor++)
        {
            if (_ground.Actors[actor].Department is not null)
            {
                continue;
            }

            looked += cells.Count;
            var refused = new List<(AuthorityDecision Decision, AdmissionDecision Admission)>();
            var isListedSomewhere = false;
            foreach (var (place, day) in cells)
            {
                if (_list.Decide(_ground.IdsOf(matter, action, actor, day), place, true, ulong.MaxValue) == AuthorityStance.MustNot)
                {
                    continue;
                }

                var decision = _list.Decide(_ground.Ask(new RulePoint(matter, action, actor, place, day), _everyCondition));
                var request = decision.Request;
                var admission = _entries.Admit(new AdmissionRequest(request.Matter, request.Level, request.Place, request.At.Date, request.Post));
                isListedSomewhere |= admission.IsAdmitted || IsWaiting(admission.Verdict);
                if (!admission.IsAdmitted && (Carries(decision.Stance) || IsOfTheMatter(admission.Verdict)))
                {
                    refused.Add((decision, admission));
                }
            }

            foreach (var (decision, admission) in refused)
            {
                Add(matter, decision, admission, IsWaiting(admission.Verdict) || (admission.Verdict == AdmissionVerdict.OutOfScope && isListedSomewhere));
            }
        }

        return looked;
    }

    private static bool Carries(AuthorityStance stance) => stance is AuthorityStance.Lead or AuthorityStance.Must or AuthorityStance.May;

    private static bool IsOfTheMatter(AdmissionVerdict verdict) =>
        verdict is AdmissionVerdict.NotListed or AdmissionVerdict.OnNegativeList or AdmissionVerdict.OutsideGridPurpose or AdmissionVerdict.Withdrawn;

    private static bool IsWaiting(AdmissionVerdict verdict) => verdict is AdmissionVerdict.NotYetInForce or AdmissionVerdict.Expired or AdmissionVerdict.Suspended;

    private void Add(int number, AuthorityDecision decision, AdmissionDecision admission, bool isAsItShouldBe)
    {
        var (matter, request, leads) = (_list.Catalogue.Matters[number], decision.Request, decision.Stance == AuthorityStance.Lead);
        var message = PermissionMessages.Catalogue[
            leads ? "permissions.lead-not-admitted" : "permissions.handler-not-admitted", IssueList.Who(request), matter.Name, request.Place.ToString(), request.At.Date, admission.Refusals[0].Message];
        _issues.Add(new AuthorityIssue(leads ? AuthorityIssueKind.LeadNotAdmitted : AuthorityIssueKind.HandlerNotAdmitted, new Finding(isAsItShouldBe ? FindingSeverity.Info : FindingSeverity.Warning, message))
        {
            Matter = matter.Code,
            Rules = decision.Rules,
            CausedBy = admission.Items,
            Witnesses = [request],
        });
    }
}
