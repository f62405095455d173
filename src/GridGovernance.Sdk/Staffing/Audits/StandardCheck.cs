namespace GridGovernance.Sdk.Staffing;

/// <summary>Finds what is wrong with staffing standards, one after another.</summary>
/// <param name="establishment">The posts.</param>
/// <param name="findings">Receives the findings, at <c>/0</c>, <c>/1</c> ….</param>
internal sealed class StandardCheck(Establishment establishment, List<Finding> findings)
{
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    /// <summary>Checks standards.</summary>
    /// <param name="standards">The standards.</param>
    /// <param name="establishment">The posts.</param>
    /// <returns>What is wrong with them.</returns>
    internal static FindingReport Run(EquatableArray<StaffingStandard> standards, Establishment establishment)
    {
        var findings = new List<Finding>();
        var check = new StandardCheck(establishment, findings);
        for (var i = 0; i < standards.Count; i++)
        {
            check.LevelOf(standards[i], i);
        }

        return new FindingReport(findings);
    }

    /// <summary>Checks a standard.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="index">Its position.</param>
    /// <returns>The level of its posts; null when it cannot be used.</returns>
    internal string? LevelOf(StaffingStandard standard, int index)
    {
        var before = findings.Count;
        string? level = null;
        if (!StaffingCode.IsOne(standard.Code))
        {
            Fault("staffing.bad-code", $"/{index}/code", standard, standard.Code);
        }
        else if (!_codes.Add(standard.Code))
        {
            Fault("staffing.repeated-code", $"/{index}/code", standard, standard.Code);
        }

        if (standard.Posts.Count == 0)
        {
            Fault("staffing.missing-field", $"/{index}/posts", standard, standard.Code, "posts");
        }

        for (var k = 0; k < standard.Posts.Count; k++)
        {
            if (!establishment.TryFindPost(standard.Posts[k], out var post) || post.IsOfDepartment)
            {
                Fault("staffing.no-spatial-post", $"/{index}/posts/{k}", standard, standard.Code, standard.Posts[k]);
            }
            else if (level is not null && !string.Equals(level, post.Level, StringComparison.Ordinal))
            {
                Fault("staffing.posts-of-two-levels", $"/{index}/posts/{k}", standard, standard.Code, post.Code, post.Level, level);
            }
            else
            {
                level = post.Level;
            }
        }

        if (standard.MinPeople < 0 || standard.MaxPeople < standard.MinPeople || standard.MostSeatsPerPerson < 1)
        {
            Fault("staffing.impossible-standard", $"/{index}", standard, standard.Code, standard.MinPeople, standard.MaxPeople, standard.MostSeatsPerPerson);
        }

        return findings.Count == before ? level : null;
    }

    private void Fault(string message, string path, StaffingStandard standard, params ReadOnlySpan<object?> values) =>
        findings.Add(Finding.Error(StaffingMessages.Catalogue[message, values], FindingPlace.At(path) with { Subject = standard.Code }));
}
