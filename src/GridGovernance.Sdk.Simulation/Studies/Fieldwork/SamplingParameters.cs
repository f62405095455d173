namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>How people are called to sampling sites, and how fast these work.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record SamplingParameters
{
    /// <summary>Gets the people to sample. The default is 130,000 (通江县主城区).</summary>
    public int People { get; init; } = 130_000;

    /// <summary>Gets the sites. The default is 40.</summary>
    public int Sites { get; init; } = 40;

    /// <summary>Gets the lanes of a site. The default is 4.</summary>
    public int LanesPerSite { get; init; } = 4;

    /// <summary>Gets the mean time of a lane for one person, in seconds. The default is 30.</summary>
    public int SecondsPerPerson { get; init; } = 30;

    /// <summary>Gets the hours over which grid workers spread their calls, house by house; 0 calls everybody at once. The default is 6.</summary>
    public int CalledOverHours { get; init; } = 6;

    /// <summary>Gets the mean time between the call and the arrival, in minutes; nobody takes more than twice as long. The default is 20.</summary>
    public int ComesAfterMinutes { get; init; } = 20;

    /// <summary>Gets the share of people who come to another site than their own, in thousandths. The default is 50.</summary>
    public int ElsewherePermille { get; init; } = 50;
}
