using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What a host adds to the definitions of a model: the code that their names are bound to.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ModelOptions
{
    /// <summary>Gets the options that hold where the caller gives none.</summary>
    public static ModelOptions Default { get; } = new();

    /// <summary>Gets how large a file may be.</summary>
    public ImportLimits Limits { get; init; } = ImportLimits.Default;

    /// <summary>Gets the guards that lifecycles may name. The default is <see cref="CaseGuards.All"/>.</summary>
    public EquatableArray<CaseGuard> Guards { get; init; } = CaseGuards.All;

    /// <summary>Gets the indicators that assessment schemes may name. The default is <see cref="IndicatorCatalogue.Standard"/>.</summary>
    public IndicatorCatalogue Indicators { get; init; } = IndicatorCatalogue.Standard;

    /// <summary>Gets the first day that the power-and-duty list is analysed for; a rule that is over before it has expired. Null, the default, for the first day that a term names.</summary>
    public LocalDate? AnalysedFrom { get; init; }

    /// <summary>Gets the last day that it is analysed for; null, the default, for the day after the last that a term names.</summary>
    public LocalDate? AnalysedTo { get; init; }
}
