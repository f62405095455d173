using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A recognition or reproof in a grid (评选、表彰): one row of <c>recognitions.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Grid">The grid.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Subject">The opaque id of the person or household.</param>
/// <param name="On">When.</param>
public sealed record Recognition(GridCode Grid, RecognitionKind Kind, string Subject, LocalDate On);
