using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Finds everything that is wrong with a party organisation.</summary>
internal static class PartyOrganisationCheck
{
    internal static FindingReport Run(PartyOrganisationDefinition definition, Establishment establishment, GridMap? map)
    {
        var findings = new StaffingFindings();
        findings.CheckCode(definition.Code, "/code", new HashSet<string>(StringComparer.Ordinal));
        var tiers = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        if (definition.Tiers.Count == 0)
        {
            findings.Add("staffing.missing-field", "/tiers", definition.Code, definition.Code, "tiers");
        }

        for (var i = 0; i < definition.Tiers.Count; i++)
        {
            var tier = definition.Tiers[i];
            findings.CheckCode(tier.Code, $"/tiers/{i}/code", codes);
            var level = tier.Level is null ? null : findings.CheckLevel(tier.Level, $"/tiers/{i}/level", tier.Code, establishment);
            if (tier.Head is { } head)
            {
                findings.CheckHead(head, $"/tiers/{i}/head", tier.Code, level, establishment);
            }

            tiers.TryAdd(tier.Code ?? "", i);
        }

        CheckUnits(definition, establishment, map, tiers, findings);
        return findings.ToReport();
    }

    private static void CheckUnits(
        PartyOrganisationDefinition definition, Establishment establishment, GridMap? map, Dictionary<string, int> tiers, StaffingFindings findings)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var byCode = new Dictionary<string, PartyUnit>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Units.Count; i++)
        {
            findings.CheckCode(definition.Units[i].Code, $"/units/{i}/code", codes);
            byCode.TryAdd(definition.Units[i].Code ?? "", definition.Units[i]);
        }

        for (var i = 0; i < definition.Units.Count; i++)
        {
            var unit = definition.Units[i];
            if (!tiers.TryGetValue(unit.Tier ?? "", out var tier))
            {
                findings.Add("staffing.unknown-tier", $"/units/{i}/tier", unit.Code, unit.Code, unit.Tier, string.Join(", ", tiers.Keys));
                continue;
            }

            if (unit.Parent is null ? tier > 0 : !byCode.TryGetValue(unit.Parent, out var parent) || tiers.GetValueOrDefault(parent.Tier ?? "", -2) != tier - 1)
            {
                findings.Add(
                    "staffing.party-parent", $"/units/{i}/parent", unit.Code,
                    unit.Code, unit.Tier, tier > 0 ? definition.Tiers[tier - 1].Code : "–", unit.Parent ?? "–");
            }

            for (var k = 0; k < unit.Units.Count; k++)
            {
                CheckAttachment(unit, definition.Tiers[tier].Level, unit.Units[k], $"/units/{i}/units/{k}", establishment, map, findings);
            }
        }
    }

    private static void CheckAttachment(
        PartyUnit unit, string? level, GridCode at, string path, Establishment establishment, GridMap? map, StaffingFindings findings)
    {
        findings.CheckUnit(at, path, unit.Code, establishment, map);
        if (level is not null && establishment.Scheme.TryLevelOf(at, out var found) && !string.Equals(found.Code, level, StringComparison.Ordinal))
        {
            findings.Add("staffing.party-level", path, unit.Code, unit.Code, at, found.Code, level);
        }
    }
}
