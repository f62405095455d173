using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Checks a certificate against the definition alone, for problems in people without groups, locks or parents.</summary>
internal static class CertificateCheck
{
    internal static void Holds(DivisionDefinition definition, InfeasibilityCertificate certificate)
    {
        var sizing = definition.Sizing[0];
        var units = certificate.Units.Select(id => definition.Units.Single(unit => unit.Id == id)).ToList();
        var held = units.Sum(static unit => (long)unit.People);
        var total = definition.Units.Sum(static unit => (long)unit.People);
        var inside = units.Select(static unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(units.Count, inside.Count);
        if (certificate.Measure == "people")
        {
            Assert.Equal(held, certificate.Holds);
        }

        switch (certificate.Kind)
        {
            case CertificateKind.UnitAboveMaximum:
                Assert.Single(units);
                Assert.Equal((long)sizing.MaxPeople!.Value, certificate.Needs);
                Assert.True(held > sizing.MaxPeople);
                break;
            case CertificateKind.IslandBelowMinimum:
                Assert.DoesNotContain(definition.Edges, edge => edge.Barrier is null && inside.Contains(edge.From) != inside.Contains(edge.To));
                Assert.Equal((long)sizing.MinPeople!.Value, certificate.Needs);
                Assert.True(held < sizing.MinPeople);
                break;
            case CertificateKind.TooLittleForCount:
                Assert.Equal(definition.Units.Count, units.Count);
                Assert.Equal((long)sizing.Grids!.Value * sizing.MinPeople!.Value, certificate.Needs);
                Assert.True(total < certificate.Needs);
                break;
            case CertificateKind.TooMuchForCount:
                Assert.Equal(definition.Units.Count, units.Count);
                Assert.Equal((long)sizing.Grids!.Value * sizing.MaxPeople!.Value, certificate.Needs);
                Assert.True(total > certificate.Needs);
                break;
            case CertificateKind.BranchFitsNowhere:
                Assert.Equal((long)sizing.MaxPeople!.Value, certificate.Needs);
                Assert.True(held > sizing.MaxPeople);
                Assert.Contains(units, unit => AreLightBranchesOf(definition, unit.Id, inside, sizing.MinPeople!.Value));
                break;
            case CertificateKind.NoCountFits when certificate.Measure == "people":
                Assert.DoesNotContain(definition.Edges, edge => edge.Barrier is null && inside.Contains(edge.From) != inside.Contains(edge.To));
                Assert.Equal(held / sizing.MinPeople!.Value * sizing.MaxPeople!.Value, certificate.Needs);
                Assert.True(held > certificate.Needs);
                break;
            case CertificateKind.NoCountFits:
                var parts = Components(definition, definition.Units.Select(static unit => unit.Id).ToHashSet(StringComparer.Ordinal));
                var least = parts.Sum(part => sizing.MaxPeople is { } max ? Math.Max(1, (People(definition, part) + max - 1) / max) : 1);
                var most = parts.Sum(part => sizing.MinPeople is > 0 and var min ? Math.Min(part.Count, People(definition, part) / min) : part.Count);
                Assert.True(sizing.Grids < least || sizing.Grids > most);
                break;
            case CertificateKind.TooFewUnits:
                Assert.True(definition.Units.Count < sizing.Grids);
                break;
            case CertificateKind.TooManyParts:
                Assert.True(Components(definition, inside).Count > sizing.Grids);
                break;
            case CertificateKind.Exhausted:
                Assert.All(sizing.Grids is { } only ? [only] : Enumerable.Range(1, definition.Units.Count), grids => Assert.Equal(0, new BruteForce(definition).Run(grids).Plans));
                break;
            default:
                Assert.Fail($"No check for {certificate.Kind}.");
                break;
        }
    }

    private static long People(DivisionDefinition definition, HashSet<string> ids) => definition.Units.Where(unit => ids.Contains(unit.Id)).Sum(static unit => (long)unit.People);

    // Without the unit, what it holds falls into parts that nothing joins to the rest, each below the minimum.
    private static bool AreLightBranchesOf(DivisionDefinition definition, string cut, HashSet<string> inside, int min)
    {
        var rest = inside.Where(id => id != cut).ToHashSet(StringComparer.Ordinal);
        return definition.Edges.All(edge => edge.Barrier is not null || edge.From == cut || edge.To == cut || rest.Contains(edge.From) == rest.Contains(edge.To))
            && Components(definition, rest).All(part => People(definition, part) < min);
    }

    private static List<HashSet<string>> Components(DivisionDefinition definition, HashSet<string> ids)
    {
        var parts = ids.Select(static id => new HashSet<string>(StringComparer.Ordinal) { id }).ToList();
        foreach (var edge in definition.Edges.Where(edge => edge.Barrier is null && ids.Contains(edge.From) && ids.Contains(edge.To)))
        {
            var (a, b) = (parts.Find(part => part.Contains(edge.From))!, parts.Find(part => part.Contains(edge.To))!);
            if (a != b)
            {
                a.UnionWith(b);
                parts.Remove(b);
            }
        }

        return parts;
    }
}
