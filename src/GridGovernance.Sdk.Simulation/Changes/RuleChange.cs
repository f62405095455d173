using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Simulation.Changes;

/// <summary>One rule that is to be different: where it stands, and what shall stand there, such as <c>lifecycles/daily/clocks/closure/limit=5 working-days</c>.</summary>
/// <remarks>
/// <para>A path leads from the definition (<c>calendar</c>, <c>lifecycles/daily</c>, <c>matters/fire-safety</c> …) through members and items; an item of a list
/// is named by its code or its position, and <c>+</c> stands for one more. Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record RuleChange : IParsable<RuleChange>
{
    /// <summary>Creates a change.</summary>
    /// <param name="path">The path, its parts divided by slashes.</param>
    /// <param name="value">The value, as JSON or as a bare text.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, or has an empty part.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public RuleChange(string path, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(value);
        if (path.Split('/').Any(static part => part.Length == 0))
        {
            throw new ArgumentException($"Expected a path of parts with slashes between, but found \"{path}\".", nameof(path));
        }

        (Path, Value) = (path, value);
    }

    /// <summary>Gets the path.</summary>
    public string Path { get; }

    /// <summary>Gets the value: JSON, or a bare text.</summary>
    public string Value { get; }

    /// <summary>Gets the parts of the path.</summary>
    public EquatableArray<string> Parts => EquatableArray.From(Path.Split('/'));

    /// <summary>Reads a change.</summary>
    /// <param name="s">The path, an equals sign and the value.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is no such text.</exception>
    public static RuleChange Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var change)
            ? change
            : throw new FormatException($"A change was expected as PATH=VALUE, such as \"lifecycles/daily/clocks/closure/limit=5 working-days\", but is \"{s}\".");
    }

    /// <summary>Tries to read a change.</summary>
    /// <param name="s">The path, an equals sign and the value.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The change.</param>
    /// <returns>True when <paramref name="s"/> is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RuleChange result)
    {
        var at = s?.IndexOf('=', StringComparison.Ordinal) ?? -1;
        result = at > 0 && !s![..at].Split('/').Any(static part => part.Length == 0) ? new RuleChange(s[..at], s[(at + 1)..]) : null;
        return result is not null;
    }

    /// <summary>Returns the change as it is read.</summary>
    /// <returns>The path, an equals sign and the value.</returns>
    public override string ToString() => $"{Path}={Value}";
}
