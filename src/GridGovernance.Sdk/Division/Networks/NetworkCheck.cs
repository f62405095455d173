using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Division;

/// <summary>What is wrong with networks, and what each covers twice or not at all.</summary>
internal static class NetworkCheck
{
    private const int MostNamed = 8;

    internal static FindingReport Run(EquatableArray<DutyNetwork> networks)
    {
        var findings = new List<Finding>();
        void Report(string path, string code, params ReadOnlySpan<object?> values) =>
            findings.Add(Finding.Error(DivisionMessages.Catalogue[code, values], FindingPlace.At(path)));
        if (networks.Count == 0)
        {
            Report("/networks", "division.no-networks");
            return new FindingReport(findings);
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var system = networks.SelectMany(static network => network.Cells).FirstOrDefault()?.Boundary.System;
        for (var i = 0; i < networks.Count; i++)
        {
            var network = networks[i];
            if (!codes.Add(network.Code))
            {
                Report($"/networks/{i}", "division.duplicate-network", network.Code);
            }

            if (!double.IsFinite(network.Weight) || network.Weight < 0)
            {
                Report($"/networks/{i}", "division.bad-weight", network.Code, network.Weight);
            }

            if (network.Cells.Count == 0)
            {
                Report($"/networks/{i}", "division.empty-network", network.Code);
            }

            var cells = new HashSet<string>(StringComparer.Ordinal);
            for (var j = 0; j < network.Cells.Count; j++)
            {
                var cell = network.Cells[j];
                if (!cells.Add(cell.Code))
                {
                    Report($"/networks/{i}/cells/{j}", "division.duplicate-cell", cell.Code, network.Code);
                }

                if (!ReferenceEquals(cell.Boundary.System, system))
                {
                    Report($"/networks/{i}/cells/{j}", "division.mixed-systems", cell.Code, system!.Code, cell.Boundary.System.Code);
                }
            }
        }

        return new FindingReport(findings);
    }

    /// <summary>Returns a warning for each pair of cells of one network that overlap, for each network that leaves out land which others cover, and for people outside all.</summary>
    internal static IEnumerable<Finding> Coverage(NetworkOverlay overlay)
    {
        for (var i = 0; i < overlay.Networks.Count; i++)
        {
            var network = overlay.Networks[i];
            var twice = new SortedDictionary<(int First, int Second), (double SquareMetres, long People)>();
            var (leftOut, peopleLeftOut) = (0.0, 0L);
            var others = new SortedSet<(int Network, int Cell)>();
            foreach (var face in overlay.Faces)
            {
                var cells = face.CellsOf(i);
                if (cells.Length == 0)
                {
                    (leftOut, peopleLeftOut) = (leftOut + face.SquareMetres, peopleLeftOut + face.People);
                    for (var other = 0; other < overlay.Networks.Count; other++)
                    {
                        foreach (var cell in face.CellsOf(other))
                        {
                            others.Add((other, cell));
                        }
                    }
                }

                for (var j = 1; j < cells.Length; j++)
                {
                    var pair = (cells[0], cells[j]);
                    var sum = twice.GetValueOrDefault(pair);
                    twice[pair] = (sum.SquareMetres + face.SquareMetres, sum.People + face.People);
                }
            }

            foreach (var ((first, second), sum) in twice)
            {
                yield return Warn("division.covered-twice", network.Code, sum.SquareMetres, network.Code, network.Cells[first].Code, network.Cells[second].Code, sum.People);
            }

            if (leftOut > 0)
            {
                yield return Warn("division.left-out", network.Code, leftOut, network.Code, peopleLeftOut, Name(overlay, others));
            }
        }

        if (overlay.UnplacedPeople > 0)
        {
            yield return Finding.Warning(DivisionMessages.Catalogue["division.people-outside", overlay.UnplacedPeople]);
        }
    }

    private static string Name(NetworkOverlay overlay, SortedSet<(int Network, int Cell)> cells)
    {
        var names = cells.Take(MostNamed).Select(cell => $"\"{overlay.Networks[cell.Network].Cells[cell.Cell].Code}\" ({overlay.Networks[cell.Network].Code})");
        return string.Join(", ", names) + (cells.Count > MostNamed ? FormattableString.Invariant($" … ({cells.Count})") : "");
    }

    private static Finding Warn(string code, string network, double squareMetres, params ReadOnlySpan<object?> values) =>
        Finding.Warning(DivisionMessages.Catalogue[code, values], FindingPlace.Nowhere with { Subject = network }) with
        {
            Measure = (decimal)Math.Round(squareMetres, 3),
            MeasureUnit = "m²",
        };
}
