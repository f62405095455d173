using System.Security.Cryptography;
using System.Text;

namespace GridGovernance.Sdk.Cases;

/// <summary>Draws the cases that are verified on the spot (抽样核查): by a seed that is given, the same for whoever draws again.</summary>
/// <remarks>The order in which cases are given does not matter, so nobody chooses by sorting. This type is safe to share between threads.</remarks>
public static class VerificationSample
{
    /// <summary>Draws a share of cases, rounded up.</summary>
    /// <param name="caseIds">The ids of the cases; one that is given twice counts once.</param>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="seed">The seed, which is published.</param>
    /// <returns>The ids drawn, in ordinal order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="caseIds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1.</exception>
    public static EquatableArray<string> Draw(IEnumerable<string> caseIds, decimal share, long seed)
    {
        ArgumentNullException.ThrowIfNull(caseIds);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        var all = caseIds.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Lot: LotOf(id, seed))).OrderBy(static pair => pair.Lot, StringComparer.Ordinal).ToArray();
        var count = (int)decimal.Ceiling(all.Length * share);
        return EquatableArray.From(all.Take(count).Select(static pair => pair.Id).Order(StringComparer.Ordinal));
    }

    // A digest of seed and id: nobody can choose an id that is never drawn without knowing the seed.
    private static string LotOf(string id, long seed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{id}"))));
}
