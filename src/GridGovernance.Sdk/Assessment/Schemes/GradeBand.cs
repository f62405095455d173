namespace GridGovernance.Sdk.Assessment;

/// <summary>A grade (等次) and the unrounded scores that earn it.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Code">The grade, such as <c>A</c>.</param>
/// <param name="Title">The grade's name.</param>
/// <param name="From">The smallest score that earns it; null without a lower end.</param>
/// <param name="Below">The score below which it ends; null without an upper end.</param>
public sealed record GradeBand(string Code, LocalizedText Title, decimal? From, decimal? Below)
{
    /// <summary>Says whether a score earns the grade.</summary>
    /// <param name="score">The unrounded score.</param>
    /// <returns>True from <see cref="From"/> up to but not including <see cref="Below"/>.</returns>
    public bool Contains(decimal score) => (From is null || score >= From) && (Below is null || score < Below);
}
