namespace GridGovernance.Sdk.Assessment;

/// <summary>A line from the value that is worth 0 to the value that is worth 1, level beyond both.</summary>
internal sealed class LinearNormalisation : Normalisation
{
    private readonly decimal _zero;
    private readonly decimal _full;
    private readonly decimal _span;
    private readonly bool _rises;

    // INVARIANT: zero and full differ; the compiler refuses the rest.
    internal LinearNormalisation(decimal zero, decimal full)
    {
        _zero = zero;
        _full = full;
        _span = full - zero;
        _rises = _span > 0;
        Kernel = LineKernel.Of(zero, full);
    }

    /// <summary>Gets the same line in whole numbers; null when its ends have too many digits.</summary>
    internal LineKernel? Kernel { get; }

    /// <inheritdoc/>
    internal override decimal Apply(decimal value)
    {
        if (_rises ? value >= _full : value <= _full)
        {
            return 1;
        }

        return (_rises ? value <= _zero : value >= _zero) ? 0 : Math.Round((value - _zero) / _span, Decimals);
    }
}
