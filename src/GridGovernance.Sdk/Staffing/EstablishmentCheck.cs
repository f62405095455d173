using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Finds everything that is wrong with posts and departments.</summary>
internal sealed class EstablishmentCheck
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, Post> _byCode = new(StringComparer.Ordinal);
    private readonly EquatableArray<string> _levels;

    internal EstablishmentCheck(EquatableArray<Post> posts, EquatableArray<Department> departments, GridScheme scheme)
    {
        Posts = posts;
        Departments = departments;
        _levels = EquatableArray.From(scheme.Levels.Select(static level => level.Code));
    }

    internal EquatableArray<Post> Posts { get; }

    internal EquatableArray<Department> Departments { get; }

    internal FindingReport Run()
    {
        CheckCodes("departments", Departments.Select(static department => department.Code));
        CheckCodes("posts", Posts.Select(static post => post.Code));
        for (var i = 0; i < Departments.Count; i++)
        {
            CheckText($"/departments/{i}/nameEn", Departments[i].Code, Departments[i].NameEn);
            CheckText($"/departments/{i}/nameZh", Departments[i].Code, Departments[i].NameZh);
            CheckLevel($"/departments/{i}/level", Departments[i].Code, Departments[i].Level);
        }

        foreach (var post in Posts)
        {
            _byCode.TryAdd(post.Code ?? "", post);
        }

        for (var i = 0; i < Posts.Count; i++)
        {
            CheckText($"/posts/{i}/titleEn", Posts[i].Code, Posts[i].TitleEn);
            CheckText($"/posts/{i}/titleZh", Posts[i].Code, Posts[i].TitleZh);
            CheckText($"/posts/{i}/role", Posts[i].Code, Posts[i].Role);
            if (!Posts[i].IsOfDepartment)
            {
                CheckLevel($"/posts/{i}/level", Posts[i].Code, Posts[i].Level);
            }

            CheckSupervisor($"/posts/{i}/supervisor", Posts[i]);
            CheckHolders(i);
        }

        return new FindingReport(_findings);
    }

    private void CheckCodes(string list, IEnumerable<string> codes)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var i = 0;
        foreach (var code in codes)
        {
            if (!StaffingCode.IsOne(code))
            {
                Add("staffing.bad-code", $"/{list}/{i}/code", code, code);
            }
            else if (!first.TryAdd(code, i))
            {
                Add("staffing.duplicate-code", $"/{list}/{i}/code", code, code, first[code] + 1, i + 1);
            }

            i++;
        }
    }

    private void CheckText(string path, string code, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add("staffing.missing-field", path, code, code, path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    private void CheckLevel(string path, string code, string? level)
    {
        if (IndexOf(level) < 0)
        {
            Add("staffing.unknown-level", path, code, code, level, string.Join(", ", _levels));
        }
    }

    private void CheckHolders(int i)
    {
        if (Posts[i].MostHolders < 1)
        {
            Add("staffing.no-holders", $"/posts/{i}/mostHolders", Posts[i].Code, Posts[i].Code, Posts[i].MostHolders);
        }

        for (var k = 0; k < Posts[i].Eligible.Count; k++)
        {
            foreach (var needed in Posts[i].Eligible[k].Posts.Where(needed => !_byCode.ContainsKey(needed)))
            {
                Add("staffing.unknown-needed-post", $"/posts/{i}/eligible/{k}", Posts[i].Code, Posts[i].Code, needed);
            }
        }
    }

    private void CheckSupervisor(string path, Post post)
    {
        if (post.Supervisor is null)
        {
            return;
        }

        if (!_byCode.TryGetValue(post.Supervisor, out var above))
        {
            Add("staffing.unknown-supervisor", path, post.Code, post.Code, post.Supervisor);
            return;
        }

        if (!post.IsOfDepartment && above.IsOfDepartment)
        {
            Add("staffing.supervisor-in-department", path, post.Code, post.Code, above.Code);
        }
        else if (!post.IsOfDepartment && IndexOf(above.Level) > IndexOf(post.Level) && IndexOf(post.Level) >= 0)
        {
            Add("staffing.supervisor-below", path, post.Code, post.Code, post.Level, above.Code, above.Level);
        }

        else if (post.IsOfDepartment && !above.IsOfDepartment && IndexOf(above.Level) > 0)
        {
            Add("staffing.supervisor-not-widest", path, post.Code, post.Code, above.Code, above.Level, _levels[0]);
        }

        CheckCycle(path, post);
    }

    private void CheckCycle(string path, Post post)
    {
        // INVARIANT: every step takes a post not seen before, so the walk ends after at most as many steps as there are posts.
        var line = new List<string> { post.Code };
        for (var above = post; above.Supervisor is not null && _byCode.TryGetValue(above.Supervisor, out above);)
        {
            if (string.Equals(above.Code, post.Code, StringComparison.Ordinal))
            {
                Add("staffing.supervisor-cycle", path, post.Code, string.Join(" → ", line.Append(post.Code)));
                return;
            }

            if (line.Contains(above.Code))
            {
                return;
            }

            line.Add(above.Code);
        }
    }

    private int IndexOf(string? level)
    {
        for (var i = 0; i < _levels.Count; i++)
        {
            if (string.Equals(_levels[i], level, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private void Add(string message, string path, string? subject, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(StaffingMessages.Catalogue[message, values], FindingPlace.At(path) with { Subject = subject }));
}
