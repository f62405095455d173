namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>What happened in a province.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ProvinceResult
{
    /// <summary>Gets the cases that were reported.</summary>
    public required int Reported { get; init; }

    /// <summary>Gets those that are closed.</summary>
    public required int Closed { get; init; }

    /// <summary>Gets those that were closed by their deadline.</summary>
    public required int OnTime { get; init; }

    /// <summary>Gets those that are open past their deadline.</summary>
    public required int Overdue { get; init; }

    /// <summary>Gets how many times a case moved.</summary>
    public required long Moves { get; init; }

    /// <summary>Gets how many times a case was refused a move, which it then made otherwise.</summary>
    public required long Refused { get; init; }

    /// <summary>Gets the minutes from report to closure, of all closed cases together.</summary>
    public required long MinutesToClose { get; init; }

    /// <summary>Gets the minutes that grid workers were busy.</summary>
    public required long WorkerMinutes { get; init; }

    /// <summary>Gets a sum over every move, its case and its minute: equal in two runs that went the same way.</summary>
    public required long Signature { get; init; }
}
