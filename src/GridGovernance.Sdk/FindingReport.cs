using System.Collections;

namespace GridGovernance.Sdk;

/// <summary>All findings about one thing, in a stable order.</summary>
/// <remarks>
/// <para>Equality is by value: two reports over equal findings in the same order are equal.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class FindingReport : IReadOnlyList<Finding>, IEquatable<FindingReport>
{
    private readonly EquatableArray<Finding> _findings;

    /// <summary>Creates a report.</summary>
    /// <param name="findings">The findings, in the order in which they are to be read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is null.</exception>
    public FindingReport(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _findings = EquatableArray.From(findings);
    }

    /// <summary>Gets the report without findings.</summary>
    public static FindingReport Empty { get; } = new([]);

    /// <summary>Gets the number of findings.</summary>
    public int Count => _findings.Count;

    /// <summary>Gets a value indicating whether any finding is an error.</summary>
    public bool HasErrors => _findings.Any(static finding => finding.Severity == FindingSeverity.Error);

    /// <summary>Gets a finding by position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public Finding this[int index] => _findings[index];

    /// <summary>Returns this report followed by another.</summary>
    /// <param name="other">The other report.</param>
    /// <returns>One report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public FindingReport Concat(FindingReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count == 0 ? other : other.Count == 0 ? this : new FindingReport(_findings.Concat(other._findings));
    }

    /// <summary>Throws when the report holds an error.</summary>
    /// <exception cref="GovernanceException">The report has errors; the exception carries it.</exception>
    public void EnsureNoErrors()
    {
        if (HasErrors)
        {
            throw new GovernanceException(this);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator() => _findings.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FindingReport? other) => other is not null && _findings.Equals(other._findings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FindingReport);

    /// <inheritdoc/>
    public override int GetHashCode() => _findings.GetHashCode();

    /// <summary>Returns one finding a line.</summary>
    /// <returns>The text; empty without findings.</returns>
    public override string ToString() => string.Join('\n', _findings);
}
