namespace GridGovernance.Sdk.Assessment;

/// <summary>A normalisation of values that are first brought within a fence.</summary>
internal sealed class ClippedNormalisation(Normalisation inner, OutlierFence fence) : Normalisation
{
    /// <inheritdoc/>
    internal override decimal Share(decimal value) => inner.Share(fence.Clip(value));
}
