using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Collects findings about lists of definitions, with the checks that they share.</summary>
internal sealed class StaffingFindings
{
    private readonly List<Finding> _findings = [];

    internal FindingReport ToReport() => new(_findings);

    internal void CheckCode(string? code, string path, HashSet<string> seen)
    {
        if (!StaffingCode.IsOne(code))
        {
            Add("staffing.bad-code", path, code, code);
        }
        else if (!seen.Add(code!))
        {
            Add("staffing.repeated-code", path, code, code);
        }
    }

    internal void CheckText(string? text, string path, string? subject, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add("staffing.missing-field", path, subject, subject, field);
        }
    }

    internal GridLevel? CheckLevel(string? code, string path, string? subject, Establishment establishment)
    {
        if (!establishment.Scheme.TryFindLevel(code, out var level))
        {
            Add("staffing.unknown-level", path, subject, subject, code, string.Join(", ", establishment.Levels));
        }

        return level;
    }

    // A head sits at the unit itself or at one that holds it.
    internal void CheckHead(string head, string path, string? subject, GridLevel? level, Establishment establishment)
    {
        if (!establishment.TryFindPost(head, out var post) || post.IsOfDepartment)
        {
            Add("staffing.no-spatial-post", path, subject, subject, head);
        }
        else if (level is not null && establishment.Scheme.Level(post.Level).Depth > level.Depth)
        {
            Add("staffing.head-below", path, subject, subject, level.Code, head, post.Level);
        }
    }

    internal void CheckDays(LocalDate from, LocalDate? to, string path, string subject)
    {
        if (to < from)
        {
            Add("staffing.ends-before-start", path, subject, subject, from, to);
        }
    }

    internal void CheckUnit(GridCode unit, string path, string? subject, Establishment establishment, GridMap? map)
    {
        if (map is null ? !establishment.Scheme.TryLevelOf(unit, out _) : !map.TryFind(unit, out _))
        {
            Add("staffing.no-such-unit", path, subject, subject, unit);
        }
    }

    internal void Add(string message, string path, string? subject, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(StaffingMessages.Catalogue[message, values], FindingPlace.At(path) with { Subject = subject }));
}
