using System.CommandLine;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>The units of a division, with what lies beside what: a JSON file that says both, or GeoJSON polygons whose borders do, or points whose nearness does.</summary>
internal static class UnitFile
{
    internal static Argument<string> CreateArgument() => new("UNITS")
    {
        Description = "A JSON file {\"units\": [{\"id\", \"parent\"?, \"people\", \"households\"}], \"edges\": [[\"a\", \"b\"]]}, or GeoJSON polygons or points with those properties.",
    };

    /// <summary>Reads the units.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <param name="system">The coordinate system of a GeoJSON file.</param>
    /// <param name="countsPeople">Whether people count; otherwise households.</param>
    /// <param name="doubts">Takes each pair of units whose areas overlap, so that no grids can tile them, and how many points lie at one place.</param>
    /// <returns>A definition without sizing.</returns>
    /// <exception cref="UnusableInputException">The file holds no such units, or a unit lacks what counts.</exception>
    internal static DivisionDefinition Read(Session session, string path, CoordinateSystem system, bool countsPeople, List<Finding> doubts)
    {
        var content = InputFile.Read(session, path);
        return path.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase)
            ? ReadFeatures(session, path, content, system, countsPeople, doubts)
            : ReadRows(session, path, content, countsPeople);
    }

    private static DivisionDefinition ReadRows(Session session, string path, byte[] content, bool countsPeople)
    {
        var file = InputFile.ValueOf(session, GovernanceJson.Read<DivisionUnitsDefinition>(content, path));
        var units = new DivisionUnit[file.Units.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var row = file.Units[i];
            units[i] = new DivisionUnit
            {
                Id = row.Id,
                Parent = row.Parent,
                People = CountOf(session, path, row.Id, "people", row.People, countsPeople),
                Households = CountOf(session, path, row.Id, "households", row.Households, !countsPeople),
            };
        }

        return new DivisionDefinition { Units = EquatableArray.Create<DivisionUnit>(units), Edges = GivenEdges.Of(session, path, file.Edges), Sizing = [] };
    }

    private static DivisionDefinition ReadFeatures(Session session, string path, byte[] content, CoordinateSystem system, bool countsPeople, List<Finding> doubts)
    {
        var features = InputFile.ValueOf(session, GeoJson.Read(content, path, system, acceptsPoints: true));
        var units = new DivisionUnit[features.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var feature = features[i];
            var id = feature.Property("id") ?? feature.Code ?? throw new UnusableInputException(session.Say(
                $"{path}:{feature.Line}: feature {feature.Index + 1} should have a property \"id\", but has none.", $"{path}:{feature.Line}：第{feature.Index + 1}个要素应有属性“id”，但没有。"));
            units[i] = new DivisionUnit
            {
                Id = id,
                Parent = feature.Property("parent"),
                People = CountOf(session, path, id, "people", NumberOf(session, path, feature, "people"), countsPeople),
                Households = CountOf(session, path, id, "households", NumberOf(session, path, feature, "households"), !countsPeople),
                Boundary = feature.Boundary,
                Place = feature.Place ?? feature.Boundary?.LabelPoint,
                AreaSquareMetres = feature.Boundary?.AreaSquareMetres,
                PerimeterMetres = feature.Boundary is { } boundary ? ShapeMeasure.PerimeterOf(boundary) : null,
            };
        }

        if (units.Select(static unit => unit.Id).Distinct(StringComparer.Ordinal).Count() < units.Length)
        {
            return new DivisionDefinition { Units = EquatableArray.Create<DivisionUnit>(units), Sizing = [], System = system };
        }

        CoverageCell[] cells = [.. units.Where(static unit => unit.Boundary is not null).Select(static unit => new CoverageCell(unit.Id, unit.Boundary))];
        doubts.AddRange(CoverageAudit.Run(cells).Findings.Where(static finding => finding.Code is "coverage.overlap" or "coverage.duplicate-geometry")
            .Select(finding => finding.Finding with { Severity = FindingSeverity.Warning, Place = finding.Finding.Place with { File = path } }));
        return new DivisionDefinition
        {
            Units = EquatableArray.Create<DivisionUnit>(units),
            Edges = GivenEdges.Read(session, path, content) ?? EdgesOf(session, path, units, cells, system, doubts),
            Sizing = [],
            System = system,
        };
    }

    // Areas lie side by side where they share a border, points where nothing lies between them.
    private static EquatableArray<DivisionEdge> EdgesOf(Session session, string path, DivisionUnit[] units, CoverageCell[] cells, CoordinateSystem system, List<Finding> doubts)
    {
        foreach (var parent in units.Where(static unit => unit.Place is not null).GroupBy(static unit => unit.Parent, StringComparer.Ordinal))
        {
            if (parent.FirstOrDefault(static unit => unit.Boundary is null) is { } point && parent.FirstOrDefault(static unit => unit.Boundary is not null) is { } area)
            {
                throw new UnusableInputException(session.Say(
                    $"{path}: the units of the parent \"{parent.Key}\" should all be areas or all be points, or the file should have \"edges\", but \"{area.Id}\" is an area and \"{point.Id}\" a point.",
                    $"{path}：上级“{parent.Key}”的单元应全为面或全为点，或文件应有“edges”，但“{area.Id}”为面，“{point.Id}”为点。"));
            }
        }

        var adjacency = GridAdjacency.Of(cells);
        var nearest = PlaceEdges.Find([.. units.Where(static unit => unit.Boundary is null)], system, out var report);
        doubts.AddRange(report.Concat(UnitGaps.Find(units)).Select(finding => finding with { Place = finding.Place with { File = path } }));
        return EquatableArray.From(adjacency.Rook.Select(static pair => new DivisionEdge(pair.First, pair.Second) { SharedMetres = pair.SharedMetres }).Concat(nearest));
    }

    private static int? NumberOf(Session session, string path, GeoFeature feature, string name) => feature.Property(name) switch
    {
        null => null,
        var text when WholeNumber.TryParse(text, out var number) => number,
        var text => throw new UnusableInputException(session.Say(
            $"{path}:{feature.Line}: \"{name}\" should be a whole number, but is \"{text}\".", $"{path}:{feature.Line}：“{name}”应为整数，但为“{text}”。")),
    };

    // Unknown is not zero: what counts must be there.
    private static int CountOf(Session session, string path, string id, string name, int? number, bool counts) => number ?? (counts
        ? throw new UnusableInputException(session.Say($"{path}: the unit \"{id}\" should say how many {name} it has, but does not.", $"{path}：单元“{id}”应有{name}，但没有。"))
        : 0);
}
