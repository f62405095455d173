using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Cases;

/// <summary>A catalogue of categories in two levels: classes (大项) and items (小项).</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class CaseCategories
{
    private const string Resource = "GridGovernance.Sdk.Cases.Intake.categories.txt";
    private static readonly Lazy<CaseCategories> FullSize = new(Read);
    private readonly FrozenDictionary<string, CaseCategory> _byCode;

    private CaseCategories(EquatableArray<CaseCategory> all)
    {
        All = all;
        _byCode = all.ToFrozenDictionary(static category => category.Code, StringComparer.Ordinal);
    }

    /// <summary>Gets a catalogue of the size of X县's: 9 classes and 157 items (S3-15).</summary>
    /// <remarks>The article names four of the classes and no item: every other entry is marked as a sample.</remarks>
    public static CaseCategories XCountySize => FullSize.Value;

    /// <summary>Gets all categories, each class before its items.</summary>
    public EquatableArray<CaseCategory> All { get; }

    /// <summary>Compiles a catalogue.</summary>
    /// <param name="categories">The categories.</param>
    /// <param name="report">Every code that stands twice, and every item whose class is unknown or is an item itself.</param>
    /// <returns>The catalogue, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="categories"/> is null.</exception>
    public static CaseCategories? Compile(IEnumerable<CaseCategory> categories, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var all = EquatableArray.From(categories);
        var classes = all.Where(static category => category.Class is null).Select(static category => category.Code).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        for (var i = 0; i < all.Count; i++)
        {
            var at = FormattableString.Invariant($"/{i}");
            if (!seen.Add(all[i].Code))
            {
                findings.Add(Finding.Error(CaseMessages.Texts["cases.category-twice", all[i].Code], FindingPlace.At(at + "/code")));
            }

            if (all[i].Class is { } of && !classes.Contains(of))
            {
                findings.Add(Finding.Error(CaseMessages.Texts["cases.category-without-class", all[i].Code, of], FindingPlace.At(at + "/class")));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new CaseCategories(all);
    }

    /// <summary>Finds a category.</summary>
    /// <param name="code">The code.</param>
    /// <param name="category">The category, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFind(string code, [NotNullWhen(true)] out CaseCategory? category)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _byCode.TryGetValue(code, out category);
    }

    private static CaseCategories Read()
    {
        using var stream = typeof(CaseCategories).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var all = new List<CaseCategory>();
        string? of = null;
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(';');
            var isClass = string.Equals(parts[0], "class", StringComparison.Ordinal);
            of = isClass ? parts[1] : of;
            var origin = string.Equals(parts[4], "article", StringComparison.Ordinal) ? Origin.Article : Origin.Sample;
            all.Add(new CaseCategory(parts[1], new LocalizedText(parts[2], parts[3]), isClass ? null : of, origin, parts[5]));
        }

        return Compile(all, out var report) ?? throw new GovernanceException(report);
    }
}
