namespace GridGovernance.Sdk.Staffing;

/// <summary>Teams of a grid that the articles describe: facts with a source, to start from.</summary>
/// <remarks>Each is made for the level code <c>grid</c>; use <c>with</c> for another level. This type is immutable and safe to share between threads.</remarks>
public static class TeamPresets
{
    /// <summary>Gets the six places of X县: 党支部 + 网格员 + 居民小组 + 楼栋长 + 驻格警力 + 行业服务 (S3-35).</summary>
    /// <remarks>It rests on the posts <c>grid-worker</c>, <c>resident-group-leader</c> and <c>building-chief</c> and on the department <c>public-security</c>.</remarks>
    public static TeamDefinition XCountySix { get; } = new()
    {
        Code = "x-county-six",
        Title = new LocalizedText("Six in one", "多位一体"),
        Source = "X县 (S3-35): 党支部 + 网格员 + 居民小组 + 楼栋长 + 驻格警力 + 行业服务",
        Level = "grid",
        Roles =
        [
            new() { Code = "party-branch", Name = new LocalizedText("Party branch", "党支部"), Party = true },
            new() { Code = "worker", Name = new LocalizedText("Grid worker", "网格员"), Posts = ["grid-worker"] },
            new() { Code = "resident-group", Name = new LocalizedText("Residents' group", "居民小组"), Posts = ["resident-group-leader"] },
            new() { Code = "building-chief", Name = new LocalizedText("Building chief", "楼栋长"), Posts = ["building-chief"] },
            new() { Code = "police", Name = new LocalizedText("Police in the grid", "驻格警力"), Departments = ["public-security"] },
            new() { Code = "sector-services", Name = new LocalizedText("Sector services", "行业服务"), AnyDepartment = true },
        ],
    };

    /// <summary>Creates the team of four of 漯河 (一格四员, S3-50), which the article counts but does not name.</summary>
    /// <param name="posts">The four posts.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="posts"/> is null.</exception>
    /// <exception cref="ArgumentException">They are not four different posts.</exception>
    public static TeamDefinition OneGridFourStaff(IEnumerable<Post> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var four = posts.DistinctBy(static post => post.Code, StringComparer.Ordinal).ToArray();
        if (four.Length != 4)
        {
            throw new ArgumentException($"Expected four different posts, but found {four.Length}.", nameof(posts));
        }

        return new TeamDefinition
        {
            Code = "one-grid-four-staff",
            Title = new LocalizedText("Four in a grid", "一格四员"),
            Source = "漯河 (S3-50): 一格四员",
            Level = "grid",
            Roles = EquatableArray.From(four.Select(static post => new TeamRole { Code = post.Code, Name = post.Title, Posts = [post.Code] })),
        };
    }
}
