using NodaTime;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A compiled scheme of assessment (考核办法): scores units by their indicators, and shows how each score came about.</summary>
/// <remarks>
/// <para>A leaf's value is normalised to a share of a full score and rounded there to 15 decimals, half to even; nothing above it is rounded while every
/// value is present and every node is additive. Where absent values are redistributed, a mean is not additive, or weights have too many decimals (as thirds
/// have), points are rounded to 15 decimals and
/// the largest takes up the residue: the contributions of the leaves, with the deductions, bonuses and vetoes after them, always sum exactly to the
/// score.</para>
/// <para>The order is fixed: the tree, then deductions down to 0, then bonuses within their caps, then vetoes.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class AssessmentScheme
{
    private AssessmentScheme(AssessmentSchemeDefinition definition, AssessmentNode root, SchemeCompiler compiler)
    {
        Definition = definition;
        Root = root;
        Scale = compiler.Scale;
        Bands = compiler.Bands;
        Leaves = [.. compiler.Leaves];
        Indicators = EquatableArray.From(compiler.Indicators);
        Adjustments = compiler.Adjustments;
        IsExact = compiler.IsExact;
        IsAdditive = AreAdditive(root);
        Streams = EquatableArray.From(Leaves.Where(static leaf => leaf.Stream is not null).Select(static leaf => leaf.Stream!.Value).Distinct().Order());
    }

    /// <summary>Gets the definition that the scheme was compiled from.</summary>
    public AssessmentSchemeDefinition Definition { get; }

    /// <summary>Gets the code.</summary>
    public string Code => Definition.Code;

    /// <summary>Gets the points of a full score.</summary>
    public decimal Scale { get; }

    /// <summary>Gets the tree.</summary>
    public AssessmentNode Root { get; }

    /// <summary>Gets the leaves in document order.</summary>
    public IReadOnlyList<AssessmentNode> Leaves { get; }

    /// <summary>Gets the codes of the indicators that a table must have, in document order.</summary>
    public EquatableArray<string> Indicators { get; }

    /// <summary>Gets the deductions, bonuses and vetoes after the tree, in the order in which they apply.</summary>
    public EquatableArray<Adjustment> Adjustments { get; }

    /// <summary>Gets the grades from the lowest to the highest; empty when the scheme gives none.</summary>
    public EquatableArray<GradeBand> Bands { get; }

    /// <summary>Gets the streams that the assessors belong to; empty when the scheme names no assessors.</summary>
    public EquatableArray<AssessorStream> Streams { get; }

    /// <summary>Gets a value indicating whether a unit gets one score; false when superior and public scores stay apart.</summary>
    public bool HasTotal => Streams.Count < 2 || Definition.Streams == StreamMode.Combined;

    // INVARIANT: every product of full points and a value of 15 decimals fits a decimal.
    internal bool IsExact { get; }

    // INVARIANT: every inner node is a weighted sum.
    internal bool IsAdditive { get; }

    /// <summary>Compiles a scheme over the standard catalogue of indicators.</summary>
    /// <param name="definition">The scheme.</param>
    /// <param name="report">Every fault, with its path in the definition.</param>
    /// <returns>The scheme; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static AssessmentScheme? Compile(AssessmentSchemeDefinition definition, out FindingReport report) =>
        Compile(definition, IndicatorCatalogue.Standard, out report);

    /// <summary>Compiles a scheme.</summary>
    /// <param name="definition">The scheme.</param>
    /// <param name="catalogue">The indicators that it may name.</param>
    /// <param name="report">Every fault, with its path in the definition.</param>
    /// <returns>The scheme; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> or <paramref name="catalogue"/> is null.</exception>
    public static AssessmentScheme? Compile(AssessmentSchemeDefinition definition, IndicatorCatalogue catalogue, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new List<Finding>();
        if (!SchemeShape.Check(definition, faults))
        {
            report = new FindingReport(faults);
            return null;
        }

        var compiler = new SchemeCompiler(definition, catalogue);
        var root = compiler.Compile();
        report = new FindingReport(compiler.Findings);
        return report.HasErrors ? null : new AssessmentScheme(definition, root, compiler);
    }

    /// <summary>Says whether the scheme holds on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True when the day lies within the effective dates.</returns>
    public bool IsEffectiveOn(LocalDate date) =>
        (Definition.EffectiveFrom is null || date >= Definition.EffectiveFrom) && (Definition.EffectiveTo is null || date <= Definition.EffectiveTo);

    /// <summary>Scores every unit of a table.</summary>
    /// <param name="table">The units and their indicators; columns that the scheme does not name are not looked at.</param>
    /// <returns>The scorecards, in the order of the table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">The table lacks a column that the scheme needs.</exception>
    public Scorecards Score(IndicatorTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] absent = [.. Indicators.Where(code => table.Find(code) is null)];
        return absent.Length > 0
            ? throw new ArgumentException(
                $"Scheme \"{Code}\" needs a column for each of its indicators, but the table lacks \"{string.Join("\", \"", absent)}\".", nameof(table))
            : new Scorecards(this, table);
    }

    /// <summary>Finds a component.</summary>
    /// <param name="code">The code; the scheme's own for the root.</param>
    /// <returns>The component, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public AssessmentNode? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Root.SelfAndDescendants().FirstOrDefault(node => string.Equals(node.Code, code, StringComparison.Ordinal));
    }

    /// <summary>Returns the grade of a score.</summary>
    /// <param name="score">The unrounded score.</param>
    /// <returns>The grade; null when the scheme gives none.</returns>
    public GradeBand? GradeOf(decimal score) => Bands.FirstOrDefault(band => band.Contains(score));

    private static bool AreAdditive(AssessmentNode node) => node.IsLeaf || (node.Aggregate == AggregateKind.Arithmetic && node.Children.All(AreAdditive));
}
