namespace GridGovernance.Sdk.Division;

/// <summary>Finds proofs that a parent has no plan which hold at any size, in time linear in it.</summary>
internal static class InfeasibilityProofs
{
    private const int MostNamed = 8;

    /// <summary>Looks for a proof.</summary>
    /// <param name="part">The parent.</param>
    /// <returns>The first that is found; null where there is none of these kinds, which does not mean that there is a plan.</returns>
    internal static InfeasibilityCertificate? Find(PartGraph part) =>
        OversizedVertex(part) ?? SmallComponent(part) ?? Count(part) ?? Branch(part);

    /// <summary>Creates the certificate of a parent all of whose plans were looked at.</summary>
    /// <param name="part">The parent.</param>
    internal static InfeasibilityCertificate Exhausted(PartGraph part)
    {
        var settings = part.Settings;
        var reason = DivisionMessages.Catalogue["division.exhausted", Names(part, Enumerable.Range(0, part.Count).ToList())];
        return Certify(part, CertificateKind.Exhausted, Enumerable.Range(0, part.Count), settings.Measure, part.Total, settings.Min > 0 ? settings.Min : settings.Max, reason);
    }

    /// <summary>Creates a certificate over vertices of a parent.</summary>
    internal static InfeasibilityCertificate Certify(PartGraph part, CertificateKind kind, IEnumerable<int> vertices, string measure, long holds, long needs, Message reason)
    {
        var units = vertices.SelectMany(v => part.UnitsOf(v).ToArray()).Order();
        return new InfeasibilityCertificate
        {
            Kind = kind,
            Parent = part.Code,
            Units = EquatableArray.From(units.Select(unit => part.Ids[unit])),
            Measure = measure,
            Holds = holds,
            Needs = needs,
            Reason = reason,
        };
    }

    private static InfeasibilityCertificate? OversizedVertex(PartGraph part)
    {
        var settings = part.Settings;
        for (var v = 0; v < part.Count; v++)
        {
            if (settings.IsTooMuch(part.Size[v], part.Other[v]))
            {
                var reason = DivisionMessages.Catalogue["division.unit-above-maximum", Names(part, [v]), settings.Measure, part.Size[v], settings.Max];
                return Certify(part, CertificateKind.UnitAboveMaximum, [v], settings.Measure, part.Size[v], settings.Max, reason);
            }
        }

        return null;
    }

    private static InfeasibilityCertificate? SmallComponent(PartGraph part)
    {
        var settings = part.Settings;
        var ranges = GridCounts.ComponentRanges(part);
        for (var c = 0; c < part.ComponentCount; c++)
        {
            var vertices = Members(part, c);
            var (size, other) = (vertices.Sum(v => part.Size[v]), vertices.Sum(v => part.Other[v]));
            var isWhole = part.ComponentCount == 1;
            if (settings.IsTooLittle(size, other))
            {
                var key = !isWhole ? "division.island-below-minimum" : part.Settled.Count > 0 ? "division.rest-below-minimum" : "division.whole-below-minimum";
                var reason = DivisionMessages.Catalogue[key, Names(part, vertices), settings.Measure, size, settings.Min];
                return Certify(part, CertificateKind.IslandBelowMinimum, vertices, settings.Measure, size, settings.Min, reason);
            }

            var names = vertices.Count(v => part.Label[v] >= 0);
            if (!settings.IsEither && names * settings.Min > size)
            {
                var reason = DivisionMessages.Catalogue["division.too-little", names, settings.Min, settings.Measure, size];
                return Certify(part, CertificateKind.TooLittleForCount, vertices, settings.Measure, size, names * settings.Min, reason);
            }

            if (!settings.IsEither && ranges[c].Low > ranges[c].High && settings.Min > 0 && settings.Max != long.MaxValue && size / settings.Min * settings.Max < size)
            {
                var most = size / settings.Min * settings.Max;
                var reason = DivisionMessages.Catalogue["division.no-count-fits", Names(part, vertices), settings.Measure, size, size / settings.Min, most];
                return Certify(part, CertificateKind.NoCountFits, vertices, settings.Measure, size, most, reason);
            }
        }

        return null;
    }

    private static InfeasibilityCertificate? Count(PartGraph part)
    {
        var settings = part.Settings;
        var all = Enumerable.Range(0, part.Count);
        if (settings.Grids is not { } count)
        {
            return null;
        }

        if (!settings.IsEither && count * settings.Min > part.Total)
        {
            var reason = DivisionMessages.Catalogue["division.too-little", count, settings.Min, settings.Measure, part.Total];
            return Certify(part, CertificateKind.TooLittleForCount, all, settings.Measure, part.Total, count * settings.Min, reason);
        }

        if (!settings.IsEither && settings.Max != long.MaxValue && count * settings.Max < part.Total)
        {
            var reason = DivisionMessages.Catalogue["division.too-much", count, settings.Max, settings.Measure, part.Total];
            return Certify(part, CertificateKind.TooMuchForCount, all, settings.Measure, part.Total, count * settings.Max, reason);
        }

        if (count > part.Count)
        {
            var reason = DivisionMessages.Catalogue["division.too-few-units", count, part.Count];
            return Certify(part, CertificateKind.TooFewUnits, all, "units", part.Count, count, reason);
        }

        var needed = Math.Max(part.ComponentCount, part.LabelNames.Length);
        if (count < needed)
        {
            var reason = DivisionMessages.Catalogue["division.too-many-parts", needed, count];
            return Certify(part, CertificateKind.TooManyParts, all, "parts", needed, count, reason);
        }

        var (low, high) = GridCounts.Range(part);
        if (count < low || count > high)
        {
            var reason = DivisionMessages.Catalogue["division.parts-need", low, high, count];
            return Certify(part, CertificateKind.NoCountFits, all, "grids", count, count < low ? low : high, reason);
        }

        return null;
    }

    private static InfeasibilityCertificate? Branch(PartGraph part)
    {
        var settings = part.Settings;
        if (settings.Min == 0 || settings.Max == long.MaxValue)
        {
            return null;
        }

        foreach (var cut in CutVertices.Of(part))
        {
            var (size, other) = (part.Size[cut.Vertex], part.Other[cut.Vertex]);
            var vertices = new List<int> { cut.Vertex };
            for (var b = 0; b < cut.Sizes.Length; b++)
            {
                if (settings.IsTooLittle(cut.Sizes[b], cut.Others[b]))
                {
                    (size, other) = (size + cut.Sizes[b], other + cut.Others[b]);
                    vertices.AddRange(BranchOf(part, cut.Vertex, cut.Firsts[b]));
                }
            }

            if (settings.IsTooMuch(size, other))
            {
                var reason = DivisionMessages.Catalogue["division.branch-fits-nowhere", Names(part, vertices), Names(part, [cut.Vertex]), settings.Measure, size, settings.Min, settings.Max];
                return Certify(part, CertificateKind.BranchFitsNowhere, vertices, settings.Measure, size, settings.Max, reason);
            }
        }

        return null;
    }

    private static List<int> BranchOf(PartGraph part, int cut, int first)
    {
        var met = new List<int> { first };
        var seen = new HashSet<int> { cut, first };
        for (var i = 0; i < met.Count; i++)
        {
            foreach (var w in part.NeighboursOf(met[i]))
            {
                if (seen.Add(w))
                {
                    met.Add(w);
                }
            }
        }

        return met;
    }

    /// <summary>Returns the vertices of a component.</summary>
    internal static List<int> Members(PartGraph part, int component)
    {
        var vertices = new List<int>();
        for (var v = 0; v < part.Count; v++)
        {
            if (part.Component[v] == component)
            {
                vertices.Add(v);
            }
        }

        return vertices;
    }

    /// <summary>Returns the ids of the first units of vertices for a sentence, with the noun in English, which alone knows singular and plural.</summary>
    internal static LocalizedText Names(PartGraph part, IReadOnlyCollection<int> vertices)
    {
        var ids = vertices.SelectMany(v => part.UnitsOf(v).ToArray()).Order().Select(unit => part.Ids[unit]).ToList();
        var names = string.Join(", ", ids.Take(MostNamed)) + (ids.Count > MostNamed ? FormattableString.Invariant($" … ({ids.Count})") : "");
        return new LocalizedText((ids.Count == 1 ? "unit " : "units ") + names, names);
    }
}
