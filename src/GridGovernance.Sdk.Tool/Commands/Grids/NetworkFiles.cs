using System.Text.Json;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>The networks of several departments, one GeoJSON file each.</summary>
internal sealed class NetworkFiles
{
    private static readonly char[] Separators = [';', ',', ' ', '；', '，', '、'];

    private readonly string[] _paths;
    private readonly (long Households, long People)[]?[] _living;

    /// <summary>Reads the files.</summary>
    /// <param name="session">The call.</param>
    /// <param name="paths">The files.</param>
    /// <param name="system">Their coordinate system.</param>
    /// <exception cref="UnusableInputException">A file is no GeoJSON of areas with codes.</exception>
    internal NetworkFiles(Session session, string[] paths, CoordinateSystem system)
    {
        _paths = paths;
        var names = Array.ConvertAll(paths, static path => Path.GetFileNameWithoutExtension(path));
        var networks = new DutyNetwork[paths.Length];
        _living = new (long Households, long People)[]?[paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            var file = CellFile.Read(session, paths[i], system, InvalidGeometry.Refuse);
            if (file.Features.FirstOrDefault(static feature => feature.Boundary is null) is { } without)
            {
                throw new UnusableInputException(session.Say(
                    $"{paths[i]}:{without.Line}: the cell \"{without.Code}\" should have an area, but has none.", $"{paths[i]}:{without.Line}：网格“{without.Code}”应有面积，但没有。"));
            }

            networks[i] = new DutyNetwork(names.Count(name => string.Equals(name, names[i], StringComparison.Ordinal)) > 1 ? paths[i] : names[i])
            {
                Cells = EquatableArray.From(file.Features.Select(feature => new NetworkCell(feature.Code!, feature.Boundary!) { Duties = DutiesOf(session, paths[i], file, feature) })),
            };
            _living[i] = LivingIn(session, paths[i], file);
        }

        Networks = EquatableArray.Create<DutyNetwork>(networks);
    }

    /// <summary>Gets the networks, each named for its file.</summary>
    internal EquatableArray<DutyNetwork> Networks { get; }

    /// <summary>Gets what is doubtful: land that a network covers twice or leaves out.</summary>
    internal FindingReport Doubts { get; private set; } = FindingReport.Empty;

    /// <summary>Gets what is doubtful in the units that new cells are made of.</summary>
    internal List<Finding> UnitDoubts { get; } = [];

    /// <summary>Takes over a report.</summary>
    /// <exception cref="UnusableInputException">It has errors.</exception>
    internal void Take(Session session, FindingReport report)
    {
        InputFile.Refuse(session, new FindingReport(report.Select(finding => finding with { Place = finding.Place with { File = FileOf(finding) } })));
        Doubts = new FindingReport([.. UnitDoubts, .. report]);
    }

    /// <summary>Writes what is doubtful for the person who watches.</summary>
    internal void Note(Session session)
    {
        foreach (var finding in Doubts)
        {
            var text = finding.Message.ToString(session.Culture);
            session.Note(new LocalizedText(text, text));
        }
    }

    /// <summary>Spreads the people of each cell over its faces, by area and in whole numbers; where several networks know them, the first that covers a place counts.</summary>
    internal IEnumerable<PopulatedPlace> PlacesIn(NetworkOverlay overlay)
    {
        var isKnown = new bool[overlay.Faces.Count];
        for (var network = 0; network < _living.Length; network++)
        {
            if (_living[network] is not { } living)
            {
                continue;
            }

            // A place that two cells cover holds a share of either: which of the two is wrong is not known.
            var faces = Enumerable.Range(0, overlay.Faces.Count).SelectMany(face => overlay.Faces[face].CellsOf(network).ToArray().Select(cell => (Cell: cell, Face: face)))
                .ToLookup(static pair => pair.Cell, static pair => pair.Face);
            for (var cell = 0; cell < living.Length; cell++)
            {
                foreach (var (face, households, people) in Spread(overlay, [.. faces[cell]], living[cell]))
                {
                    if (!isKnown[face])
                    {
                        yield return new PopulatedPlace(overlay.Faces[face].Boundary.LabelPoint, households, people);
                    }
                }
            }

            for (var face = 0; face < isKnown.Length; face++)
            {
                isKnown[face] |= overlay.Faces[face].CellsOf(network).Length > 0;
            }
        }
    }

    private static IEnumerable<(int Face, int Households, int People)> Spread(NetworkOverlay overlay, int[] faces, (long Households, long People) living)
    {
        var land = faces.Sum(face => overlay.Faces[face].SquareMetres);
        var (reached, households, people) = (0.0, 0L, 0L);
        foreach (var face in faces)
        {
            reached += overlay.Faces[face].SquareMetres;
            var share = reached >= land * (1 - 1e-12) ? 1 : reached / land;
            var (householdsTo, peopleTo) = ((long)Math.Round(living.Households * share), (long)Math.Round(living.People * share));
            yield return (face, (int)(householdsTo - households), (int)(peopleTo - people));
            (households, people) = (householdsTo, peopleTo);
        }
    }

    // One text with separators, or a list of texts, which the reader of areas passes over.
    private static EquatableArray<string> DutiesOf(Session session, string path, CellFile file, GeoFeature feature)
    {
        if (feature.Property("duties") is { } text)
        {
            return EquatableArray.From(text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        if (feature.PropertiesAt is not { } at)
        {
            return [];
        }

        using var properties = JsonDocument.Parse(file.Content.AsMemory(at));
        return properties.RootElement.ValueKind != JsonValueKind.Object || !properties.RootElement.TryGetProperty("duties", out var duties) || duties.ValueKind == JsonValueKind.Null
            ? []
            : duties.ValueKind == JsonValueKind.Array && duties.EnumerateArray().All(static duty => duty.ValueKind == JsonValueKind.String)
                ? EquatableArray.From(duties.EnumerateArray().Select(static duty => duty.GetString()!.Trim()).Where(static duty => duty.Length > 0))
                : throw new UnusableInputException(session.Say(
                    $"{path}:{feature.Line}: \"duties\" should be a text such as \"fire-safety;street-order\" or a list of texts, but is {duties.ValueKind}.",
                    $"{path}:{feature.Line}：“duties”应为文本（如“fire-safety;street-order”）或文本列表，但为{duties.ValueKind}。"));
    }

    private string? FileOf(Finding finding)
    {
        for (var i = 0; i < _paths.Length; i++)
        {
            if (finding.Place.Path is { } path && (path.Equals(FormattableString.Invariant($"/networks/{i}"), StringComparison.Ordinal) || path.StartsWith(FormattableString.Invariant($"/networks/{i}/"), StringComparison.Ordinal)))
            {
                return _paths[i];
            }
        }

        return _paths[0];
    }

    private static (long Households, long People)[]? LivingIn(Session session, string path, CellFile file)
    {
        var features = file.Features.ToArray();
        return features.Length > 0 && Array.TrueForAll(features, static feature => feature.Property("people") is not null || feature.Property("households") is not null)
            ? Array.ConvertAll(features, feature => (Count(session, path, feature, "households"), Count(session, path, feature, "people")))
            : null;
    }

    private static long Count(Session session, string path, GeoFeature feature, string name) => feature.Property(name) switch
    {
        null => 0,
        var text when WholeNumber.TryParse(text, out var number) && number >= 0 => number,
        var text => throw new UnusableInputException(session.Say(
            $"{path}:{feature.Line}: \"{name}\" should be a whole number from 0, but is \"{text}\".", $"{path}:{feature.Line}：“{name}”应为不小于0的整数，但为“{text}”。")),
    };
}
