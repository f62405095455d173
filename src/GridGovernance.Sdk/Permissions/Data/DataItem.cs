using System.Globalization;
using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One thing that is known of people, dwellings, infrastructure, opinion or risks (数据项), with the one who collects it.</summary>
/// <remarks>
/// <para>There is one collector: a post, a department, or a post of a department. Everybody else reads, by a <see cref="DataGrant"/>.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DataItem
{
    /// <summary>Gets the code, kebab-case, unique in the catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required DataSubject Subject { get; init; }

    /// <summary>Gets how much harm it can do.</summary>
    public required DataSensitivity Sensitivity { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what form it has.</summary>
    public DataKind Kind { get; init; }

    /// <summary>Gets the code of the record it is a field of, such as <c>resident</c>; null where it stands alone.</summary>
    public string? Record { get; init; }

    /// <summary>Gets the code of what it says, whatever it is called: items that share one are the same thing collected twice. Null where nothing else says it.</summary>
    public string? Meaning { get; init; }

    /// <summary>Gets the post that collects it; null where a department's choice of post does not matter.</summary>
    public string? CollectingPost { get; init; }

    /// <summary>Gets the department that collects it; null where a post of the grid system does.</summary>
    public string? CollectingDepartment { get; init; }

    /// <summary>Gets the codes of the purposes it is collected for.</summary>
    public EquatableArray<string> Purposes { get; init; }

    /// <summary>Gets the legal basis in words; personal data need one.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Gets how long it is kept, in calendar days, months or years; personal data need a term (个人信息保护法 art 19).</summary>
    public TimeLimit? Retention { get; init; }

    /// <summary>Gets how many characters a mask leaves at the beginning, as the surname of a name.</summary>
    public int KeepFirst { get; init; }

    /// <summary>Gets how many characters a mask leaves at the end, as of a telephone number.</summary>
    public int KeepLast { get; init; }

    /// <summary>Masks a value: what stands between the first and the last characters becomes asterisks, one for each.</summary>
    /// <param name="value">The value; characters are those that a reader sees (a rare Chinese character is one).</param>
    /// <returns>The text; a value so short that the mask would hide nothing is masked whole.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public string Mask(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var starts = StringInfo.ParseCombiningCharacters(value);
        if (starts.Length <= (long)KeepFirst + KeepLast)
        {
            return new string('*', starts.Length);
        }

        var end = KeepLast == 0 ? value.Length : starts[^KeepLast];
        return string.Concat(value.AsSpan(0, starts[KeepFirst]), new string('*', starts.Length - KeepFirst - KeepLast), value.AsSpan(end));
    }
}
