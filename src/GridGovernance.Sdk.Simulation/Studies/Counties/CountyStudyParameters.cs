using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A scenario of a study of a county: its shape, its people, and which of their cases count.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CountyStudyParameters
{
    /// <summary>Gets the scenario without changes.</summary>
    public static CountyStudyParameters Default { get; } = new();

    /// <summary>Gets the county's shape. The default has 60 grids and 39,060 people.</summary>
    public CountyShape Shape { get; init; } = new();

    /// <summary>Gets what happens and how people act. The default period is 1 March to 30 June 2026: four months without the Spring Festival.</summary>
    public CountyRunParameters Run { get; init; } = new() { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 6, 30) };

    /// <summary>Gets the share of vacant seats, in thousandths; where several people share a seat's work, of those people. The default is 10.</summary>
    public int VacantPermille { get; init; } = 10;

    /// <summary>Gets for how many days from the start matters do not count: an empty county is no county. The default is 14.</summary>
    public int WarmUpDays { get; init; } = 14;

    /// <summary>Gets for how many days before the end matters do not count, since they could hardly be closed: what counts is watched for at least so long from when it arose. The default is 45.</summary>
    public int FollowUpDays { get; init; } = 45;

    /// <summary>Gets the code of the model's assessment scheme by which grid workers are scored. The default is <c>grid-workers</c>; a model without it has no score, and neither has the empty text.</summary>
    public string WorkerScheme { get; init; } = "grid-workers";

    /// <summary>Gets the code of the model's assessment scheme by which departments are scored. The default is <c>departments</c>; a model without it has no score, and neither has the empty text.</summary>
    public string DepartmentScheme { get; init; } = "departments";
}
