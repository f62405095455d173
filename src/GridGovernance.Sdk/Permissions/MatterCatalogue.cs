using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>All matters of a county (事项目录), by code and by class.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class MatterCatalogue
{
    private readonly FrozenDictionary<string, Matter> _byCode;
    private readonly FrozenSet<string> _classes;

    private MatterCatalogue(EquatableArray<Matter> matters)
    {
        Matters = matters;
        _byCode = matters.ToFrozenDictionary(static matter => matter.Code, StringComparer.Ordinal);
        _classes = matters.Select(static matter => matter.Class).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Gets the matters, in the order of the definition.</summary>
    public EquatableArray<Matter> Matters { get; }

    /// <summary>Checks matters and puts them together.</summary>
    /// <param name="matters">The matters; paths in the report begin with the position from 0.</param>
    /// <param name="establishment">The posts among which the responsible ones are.</param>
    /// <param name="report">Every problem found; a matter of order or service that names no basically responsible post is a warning.</param>
    /// <returns>The catalogue; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static MatterCatalogue? Compile(IEnumerable<Matter> matters, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(matters);
        ArgumentNullException.ThrowIfNull(establishment);
        var all = EquatableArray.From(matters);
        var check = new ListCheck();
        check.Codes("", all.Select(static matter => matter.Code));
        for (var i = 0; i < all.Count; i++)
        {
            var matter = all[i];
            check.Code($"/{i}/class", matter.Class);
            check.Text($"/{i}/nameEn", matter.Code, matter.NameEn);
            check.Text($"/{i}/nameZh", matter.Code, matter.NameZh);
            check.Text($"/{i}/source", matter.Code, matter.Source);
            if (matter.Responsible is { } post && !establishment.TryFindPost(post, out _))
            {
                check.Error("permissions.unknown-post", $"/{i}/responsible", matter.Code, matter.Code, post);
            }
            else if (matter.Responsible is null && matter.Purpose is MatterPurpose.Order or MatterPurpose.Service)
            {
                // 通江县: "明确了每一项事务的基本责任人".
                check.Warning("permissions.no-responsible", $"/{i}/responsible", matter.Code, matter.Name);
            }
        }

        report = check.ToReport();
        return report.HasErrors ? null : new MatterCatalogue(all);
    }

    /// <summary>Looks a matter up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="matter">The matter, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFind(string code, [NotNullWhen(true)] out Matter? matter)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _byCode.TryGetValue(code, out matter);
    }

    /// <summary>Says whether any matter is of a class.</summary>
    /// <param name="code">The code of the class.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool HasClass(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _classes.Contains(code);
    }
}
