using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The rules that a decision made beforehand leaves open, in chains: all that fit one and the same matter, action, post, level, department and time.</summary>
/// <remarks>A chain is the number of its last link; each link knows the chain before it, so that chains which begin alike share their links. 0 is the empty chain.</remarks>
internal sealed class OpenRules
{
    private readonly List<Link> _growing = [default];
    private readonly Dictionary<(int Chain, CompiledRule Rule), int> _known = [];
    private Link[] _links = [];

    /// <summary>Gets the number of links.</summary>
    internal int Count => _growing.Count;

    /// <summary>Adds a rule to a chain.</summary>
    /// <returns>The longer chain.</returns>
    internal int Append(int chain, CompiledRule rule)
    {
        if (!_known.TryGetValue((chain, rule), out var longer))
        {
            longer = _growing.Count;
            _growing.Add(new Link(rule.Conditions, rule, chain));
            _known.Add((chain, rule), longer);
        }

        return longer;
    }

    /// <summary>Ends the growing.</summary>
    internal void Seal()
    {
        _links = [.. _growing];
        _growing.Clear();
        _known.Clear();
    }

    /// <summary>Decides by the rules of a chain, from what the others say.</summary>
    internal AuthorityStance Decide(int chain, AuthorityStance strongest, GridCode place, bool isInOwnArea, LocalDate on, ulong conditions)
    {
        while (chain != 0)
        {
            ref readonly var link = ref _links[chain];
            if ((link.Conditions & ~conditions) == 0 && link.Rule.Holds(place, isInOwnArea, on))
            {
                if (!link.Rule.Permits)
                {
                    return AuthorityStance.MustNot;
                }

                strongest = (AuthorityStance)Math.Max((int)strongest, (int)link.Rule.Source.Stance);
            }

            chain = link.Before;
        }

        return strongest;
    }

    /// <summary>One rule, and the chain before it; its conditions lie beside it, for they decide most often.</summary>
    private readonly record struct Link(ulong Conditions, CompiledRule Rule, int Before);
}
