namespace GridGovernance.Sdk.Assessment;

/// <summary>A group that assesses (考核主体): superiors, departments, peers, residents; for departments also communities and grid workers (逆向考核).</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AssessorDefinition
{
    /// <summary>Gets the code, such as <c>residents</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null when the code says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the stream in which its judgement is reported.</summary>
    public required AssessorStream Stream { get; init; }
}
