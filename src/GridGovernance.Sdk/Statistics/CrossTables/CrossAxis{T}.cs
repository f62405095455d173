namespace GridGovernance.Sdk.Statistics;

/// <summary>How a record falls into the categories of a dimension.</summary>
/// <typeparam name="T">The record that is counted.</typeparam>
/// <param name="Code">The dimension's code, such as <c>tier</c>.</param>
/// <param name="Category">Gives a record's category.</param>
public sealed record CrossAxis<T>(string Code, Func<T, string> Category);
