namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Who is there to be visited, and how visits go (走访); who is owed one by when, and who makes it, is the model's visit policy.</summary>
/// <remarks>
/// <para>A visit is planned on a day of its period, every day alike, and moved from a rest day to the working day before. It takes its time from whoever the
/// policy sends, as cases do. Where nobody is met, or the visit is refused, it is tried again some days later. Whose duty ends is followed by another in the same cell.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record VisitBehaviour
{
    /// <summary>Gets a value indicating whether visits are made by the model's visit policy. The default is false: they are at most minutes of the day, <see cref="DutyBehaviour.VisitMinutes"/>.</summary>
    public bool FollowsPolicy { get; init; }

    /// <summary>Gets who is there to be visited, by category; the policy's categories must all be named. A default that the policy does not know is passed over. Assumed: with a visit a month they come to the
    /// nearly 30,000 visits that 通江县 reports for its 720,000 people (without saying in which time).</summary>
    public EquatableArray<VisitGroup> Groups { get; init; } =
    [
        new("mental-illness", 1_500, [new("level-0", 70), new("level-1", 15), new("level-2", 8), new("level-3", 4), new("level-4", 2), new("level-5", 1)]),
        new("rehabilitation", 400),
        new("released", 600),
        new("correction", 300, [new("strict", 10), new("ordinary", 60), new("lenient", 30)]),
        new("rental", 700),
        new("elderly-alone", 1_000),
    ];

    /// <summary>Gets the mean time of a visit that is made, in minutes, without <see cref="CountyRunParameters.TravelMinutes"/>. Assumed.</summary>
    public int Minutes { get; init; } = 25;

    /// <summary>Gets the mean time of a visit in vain, in minutes, without <see cref="CountyRunParameters.TravelMinutes"/>. Assumed.</summary>
    public int VainMinutes { get; init; } = 10;

    /// <summary>Gets the share of visits at which nobody is met, in thousandths. Assumed.</summary>
    public int AbsentPermille { get; init; } = 150;

    /// <summary>Gets the share of visits that are refused, in thousandths. Assumed.</summary>
    public int RefusedPermille { get; init; } = 20;

    /// <summary>Gets after how many days a visit in vain is tried again. Assumed.</summary>
    public int AgainAfterDays { get; init; } = 3;
}
