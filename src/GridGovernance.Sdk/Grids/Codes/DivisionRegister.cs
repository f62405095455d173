using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A register of division codes in memory, with what became of codes that no longer hold.</summary>
/// <remarks>
/// <para>行政区划代码管理办法 (民政部令第79号, in force from 2025-09-01): a division that is set up gets a code, one that is abolished or put under another
/// parent loses it and a new code is made, one that changes boundary, seat or name keeps it; a code that was given up is not used again (唯一对应、废码不用).
/// So a code stands in one row, or in several whose days follow each other, such as under an older and a newer name.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class DivisionRegister : IDivisionRegister
{
    // INVARIANT: the rows of a code by their days, without a day between them.
    private readonly Dictionary<DivisionCode, DivisionEntry[]> _entries;

    private DivisionRegister(EquatableArray<DivisionEntry> entries)
    {
        Entries = entries;
        _entries = entries.GroupBy(static e => e.Code).ToDictionary(static rows => rows.Key, static rows => rows.OrderBy(static e => e.ValidFrom ?? LocalDate.MinIsoValue).ToArray());
    }

    /// <summary>Gets the entries, in the order given.</summary>
    public EquatableArray<DivisionEntry> Entries { get; }

    /// <summary>Checks entries and makes a register of them.</summary>
    /// <param name="entries">The entries; each finding's path begins with the position, such as <c>/rows/0/code</c>.</param>
    /// <param name="report">Every problem found.</param>
    /// <returns>The register; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static DivisionRegister? Create(IEnumerable<DivisionEntry> entries, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var all = EquatableArray.From(entries);
        report = Check(all);
        return report.HasErrors ? null : new DivisionRegister(all);
    }

    /// <inheritdoc/>
    public DivisionEntry? Find(DivisionCode code) => _entries.GetValueOrDefault(code) is [.., var last] ? last : null;

    /// <inheritdoc/>
    public DivisionEntry? Find(DivisionCode code, LocalDate on) => _entries.GetValueOrDefault(code) is { } rows
        ? Array.Find(rows, row => row.ValidTo is null || on <= row.ValidTo) ?? rows[^1]
        : null;

    /// <summary>Follows a code to the divisions that hold in its place on a day.</summary>
    /// <param name="code">The code.</param>
    /// <param name="on">The day.</param>
    /// <returns>The code itself while it holds; after its last day its successors, and theirs, that hold, by code. Empty before its first day, and where the register knows none.</returns>
    public EquatableArray<DivisionCode> Resolve(DivisionCode code, LocalDate on)
    {
        var found = new List<DivisionCode>();
        var seen = new HashSet<DivisionCode>();
        var open = new Queue<DivisionCode>([code]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next) || Find(next, on) is not { } entry)
            {
                continue;
            }

            if (entry.IsValidOn(on))
            {
                found.Add(next);
                continue;
            }

            // Before its first day nothing has taken its place yet.
            foreach (var successor in on > entry.ValidTo ? entry.Successors : [])
            {
                open.Enqueue(successor);
            }
        }

        return EquatableArray.From(found.OrderBy(static c => c.ToString(), StringComparer.Ordinal));
    }

    private static FindingReport Check(EquatableArray<DivisionEntry> entries)
    {
        var findings = new List<Finding>();
        var known = new Dictionary<DivisionCode, DivisionEntry>();
        foreach (var (i, entry) in entries.Index().OrderBy(static row => row.Item.ValidFrom ?? LocalDate.MinIsoValue))
        {
            if (known.TryGetValue(entry.Code, out var before) && (before.ValidTo is not { } last || last == LocalDate.MaxIsoValue || entry.ValidFrom != last.PlusDays(1)))
            {
                findings.Add(Error("grids.duplicate-division", i, "code", entry.Code));
            }
            else if (before?.Successors.Count > 0)
            {
                findings.Add(Error("grids.successor-of-living", i, "successors", entry.Code));
            }

            known[entry.Code] = entry;
        }

        var levels = known.Keys.Select(static code => code.Level).ToHashSet();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.ValidFrom > entry.ValidTo)
            {
                findings.Add(Error("grids.validity-order", i, "validTo", entry.Code, entry.ValidFrom, entry.ValidTo));
            }

            if (entry.Code.Parent is { } parent && !known.ContainsKey(parent) && levels.Contains(parent.Level))
            {
                findings.Add(Error("grids.division-without-parent", i, "code", entry.Code, parent));
            }

            if (entry.Successors.Count > 0 && entry.ValidTo is null)
            {
                findings.Add(Error("grids.successor-of-living", i, "successors", entry.Code));
            }

            foreach (var successor in entry.Successors)
            {
                if (successor == entry.Code || !known.ContainsKey(successor))
                {
                    findings.Add(Error("grids.unknown-successor", i, "successors", entry.Code, successor));
                }
            }
        }

        return new FindingReport(findings);
    }

    private static Finding Error(string code, int row, string column, params ReadOnlySpan<object?> values) =>
        Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.At(FormattableString.Invariant($"/rows/{row}/{column}")));
}
