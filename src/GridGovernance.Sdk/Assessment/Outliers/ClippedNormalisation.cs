namespace GridGovernance.Sdk.Assessment;

/// <summary>A normalisation of values that are first brought within a fence.</summary>
internal sealed class ClippedNormalisation(Normalisation inner, OutlierFence fence) : Normalisation
{
    /// <inheritdoc/>
    internal override decimal Apply(decimal value) => inner.Apply(fence.Clip(value));
}
