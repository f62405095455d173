using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Interchange.Values;

/// <summary>Tries to read a value from its text.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The value, when it was one.</param>
/// <returns>True when it was one.</returns>
public delegate bool TextParser<T>(string text, [MaybeNullWhen(false)] out T value);
