using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>A stretch of replications, numbered from 1: all of a study, or the share of it that one machine runs.</summary>
/// <remarks>
/// <para>Equality is by value. The default value is 1..1. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct ReplicationRange : IParsable<ReplicationRange>
{
    private readonly int _before;
    private readonly int _more;

    /// <summary>Creates a range.</summary>
    /// <param name="first">The first replication, from 1.</param>
    /// <param name="last">The last one, which belongs to it; not below <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public ReplicationRange(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        _before = first - 1;
        _more = last - first;
    }

    /// <summary>Gets the first replication.</summary>
    public int First => _before + 1;

    /// <summary>Gets the last replication, which belongs to the range.</summary>
    public int Last => _before + _more + 1;

    /// <summary>Gets the number of replications.</summary>
    public int Count => _more + 1;

    /// <summary>Creates the range from 1.</summary>
    /// <param name="count">The number of replications, from 1.</param>
    /// <returns>The range 1..<paramref name="count"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static ReplicationRange FirstOf(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new ReplicationRange(1, count);
    }

    /// <summary>Reads a range.</summary>
    /// <param name="s">Two numbers such as <c>11..20</c>, or one: <c>20</c> is <c>1..20</c>.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is anything else.</exception>
    public static ReplicationRange Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"\"{s}\" is not a range of replications: expected two numbers from 1 such as \"11..20\", the first not above the last, or one number.");
    }

    /// <summary>Tries to read a range.</summary>
    /// <param name="s">Two numbers such as <c>11..20</c>, or one: <c>20</c> is <c>1..20</c>.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The range, or the default.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReplicationRange result)
    {
        result = default;
        var parts = s?.Split("..") ?? [];
        if (parts.Length is not (1 or 2) || !TryNumber(parts[^1], out var last))
        {
            return false;
        }

        var first = 1;
        if ((parts.Length == 2 && !TryNumber(parts[0], out first)) || first > last)
        {
            return false;
        }

        result = new ReplicationRange(first, last);
        return true;
    }

    /// <summary>Returns the range as it is read, such as <c>11..20</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}");

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
