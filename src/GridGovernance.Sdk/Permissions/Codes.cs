using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks codes up in the short lists of a rule, without allocation.</summary>
internal static class Codes
{
    /// <summary>The word that stands for every code.</summary>
    internal const string Any = "*";

    internal static bool Contain(EquatableArray<string> codes, string code)
    {
        foreach (var one in codes.AsSpan())
        {
            if (string.Equals(one, code, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says whether a code can be that of a unit: its length is that of a level's codes.</summary>
    internal static bool IsUnit(string code, GridScheme scheme) => GridCode.TryParse(code, out var unit) && scheme.TryLevelOf(unit, out _);

    /// <summary>Says whether a place lies in any of some units; no unit at all means everywhere.</summary>
    internal static bool Cover(EquatableArray<string> units, GridCode place)
    {
        foreach (var unit in units.AsSpan())
        {
            if (place.ToString().StartsWith(unit, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return units.Count == 0;
    }
}
