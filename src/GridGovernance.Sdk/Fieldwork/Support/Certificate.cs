using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A certificate of somebody in the grid system, such as that of a social worker (社工证, S4-29): one row of <c>certificates.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person.</param>
/// <param name="Kind">The code of the certificate, such as <c>social-worker</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when it does not end.</param>
public sealed record Certificate(string Person, string Kind, LocalDate From, LocalDate? To = null)
{
    /// <summary>Counts the people who hold a certificate on a day, each once.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="people">The opaque ids of the people, each once.</param>
    /// <param name="kind">The code of the certificate.</param>
    /// <param name="on">The day.</param>
    /// <returns>How many hold it, and of how many.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static (int Holders, int People) CountOn(IEnumerable<Certificate> certificates, IEnumerable<string> people, string kind, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(people);
        var holders = certificates.Where(one => string.Equals(one.Kind, kind, StringComparison.Ordinal) && one.From <= on && !(one.To < on))
            .Select(static one => one.Person).ToHashSet(StringComparer.Ordinal);
        var all = people.ToArray();
        return (all.Count(holders.Contains), all.Length);
    }
}
