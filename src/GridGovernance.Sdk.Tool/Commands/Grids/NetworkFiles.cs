using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>The networks of several departments, one GeoJSON file each.</summary>
internal sealed class NetworkFiles
{
    private static readonly char[] Separators = [';', ',', ' ', '；', '，', '、'];

    private readonly string[] _paths;
    private readonly (long Households, long People)[]? _living;

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
                Cells = EquatableArray.From(file.Features.Select(static feature => new NetworkCell(feature.Code!, feature.Boundary!)
                {
                    Duties = EquatableArray.From((feature.Property("duties") ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
                })),
            };
            _living ??= LivingIn(session, paths[i], file);
            Living = _living is null ? i + 1 : Living;
        }

        Networks = EquatableArray.Create<DutyNetwork>(networks);
    }

    /// <summary>Gets the networks, each named for its file.</summary>
    internal EquatableArray<DutyNetwork> Networks { get; }

    /// <summary>Gets what is doubtful: land that a network covers twice or leaves out.</summary>
    internal FindingReport Doubts { get; private set; } = FindingReport.Empty;

    /// <summary>Gets the position of the first network whose cells all say who lives in them; the number of networks where there is none.</summary>
    private int Living { get; }

    /// <summary>Takes over a report.</summary>
    /// <exception cref="UnusableInputException">It has errors.</exception>
    internal void Take(Session session, FindingReport report)
    {
        InputFile.Refuse(session, new FindingReport(report.Select(finding => finding with { Place = finding.Place with { File = FileOf(finding) } })));
        Doubts = report;
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

    /// <summary>Spreads the people of the first network that knows them over the faces of its cells, by area and in whole numbers.</summary>
    internal IEnumerable<PopulatedPlace> PlacesIn(NetworkOverlay overlay)
    {
        if (_living is null)
        {
            yield break;
        }

        var faces = Enumerable.Range(0, overlay.Faces.Count).Where(face => overlay.Faces[face].CellsOf(Living).Length > 0).ToLookup(face => overlay.Faces[face].CellsOf(Living)[0]);
        for (var cell = 0; cell < _living.Length; cell++)
        {
            var land = faces[cell].Sum(face => overlay.Faces[face].SquareMetres);
            var (reached, households, people) = (0.0, 0L, 0L);
            foreach (var face in faces[cell])
            {
                reached += overlay.Faces[face].SquareMetres;
                var share = reached >= land * (1 - 1e-12) ? 1 : reached / land;
                var (householdsTo, peopleTo) = ((long)Math.Round(_living[cell].Households * share), (long)Math.Round(_living[cell].People * share));
                yield return new PopulatedPlace(overlay.Faces[face].Boundary.LabelPoint, (int)(householdsTo - households), (int)(peopleTo - people));
                (households, people) = (householdsTo, peopleTo);
            }
        }
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
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new UnusableInputException(session.Say(
            $"{path}:{feature.Line}: \"{name}\" should be a whole number from 0, but is \"{text}\".", $"{path}:{feature.Line}：“{name}”应为不小于0的整数，但为“{text}”。")),
    };
}
