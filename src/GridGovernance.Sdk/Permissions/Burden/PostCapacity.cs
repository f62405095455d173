namespace GridGovernance.Sdk.Permissions;

/// <summary>How much a post can do in one unit.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Post">The code of the post.</param>
/// <param name="HoursPerMonth">How many hours one worker has for it in a month, more than 0.</param>
/// <param name="WorkersPerUnit">How many workers sit in the post in one unit, more than 0: 1 in 通江县, 5.41 in the province of 吴结兵.</param>
public sealed record PostCapacity(string Post, decimal HoursPerMonth, decimal WorkersPerUnit = 1);
