using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks for conditions under which somebody may do something: under which at all, or though they handled the matter themselves.</summary>
/// <remarks>Conditions beyond those of one permission only add prohibitions, so that no other set has to be tried.</remarks>
internal sealed class DutyConditions
{
    private readonly AnalysisGround _ground;
    private readonly ulong _handled;
    private readonly ulong _notHandled;
    private readonly Dictionary<(int Matter, int Action), ulong[]> _sets = [];

    internal DutyConditions(AnalysisGround ground)
    {
        _ground = ground;
        _handled = ground.List.ConditionsOf([AuthorityAnalysis.TheHandler]);
        _notHandled = ground.List.ConditionsOf([AuthorityAnalysis.NotTheHandler]);
    }

    /// <summary>Returns the sets of conditions to try, those with the fewest first.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="action">The action.</param>
    /// <param name="byTheHandler">Whether only those count that can hold of who handled the matter.</param>
    internal IEnumerable<ulong> Of(int matter, int action, bool byTheHandler)
    {
        if (!_sets.TryGetValue((matter, action), out var sets))
        {
            sets = DelegationReach.ConditionsOf(_ground.List.CellAt(matter, action).ToArray());
            _sets.Add((matter, action), sets);
        }

        return byTheHandler ? sets.Where(held => (held & _notHandled) == 0).Select(held => held | _handled) : sets;
    }

    /// <summary>Returns conditions under which somebody may do something; null where there are none.</summary>
    internal ulong? Find(int matter, int action, int actor, GridCode place, LocalDate day, bool byTheHandler)
    {
        foreach (var held in Of(matter, action, byTheHandler))
        {
            if (_ground.List.Decide(_ground.IdsOf(matter, action, actor, day), place, true, held) != AuthorityStance.MustNot)
            {
                return held;
            }
        }

        return null;
    }

    /// <summary>Returns the codes of conditions.</summary>
    internal EquatableArray<string> CodesOf(ulong held) => EquatableArray.From(_ground.List.Definition.Conditions.Where((_, bit) => (held & (1UL << bit)) != 0).Select(static condition => condition.Code));
}
