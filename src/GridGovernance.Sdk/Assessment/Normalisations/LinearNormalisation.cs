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

    /// <summary>Gets a value indicating whether the ends are those of what values can be, and not an aim that one may pass.</summary>
    internal bool IsRange { get; init; }

    /// <summary>Gets the value that is worth 0.</summary>
    internal decimal Zero => _zero;

    /// <summary>Gets the value that is worth 1.</summary>
    internal decimal Full => _full;

    /// <summary>Returns the share on a line without any rounding.</summary>
    /// <param name="value">The value.</param>
    /// <param name="zero">The value that is worth 0.</param>
    /// <param name="full">The value that is worth 1, another one.</param>
    internal static ExactNumber Share(ExactNumber value, ExactNumber zero, ExactNumber full) =>
        ExactNumber.Max(ExactNumber.Zero, ExactNumber.Min(ExactNumber.One, (value - zero) / (full - zero)));

    /// <inheritdoc/>
    internal override ExactNumber Share(ExactNumber value, decimal number) => Share(value, ExactNumber.Of(_zero), ExactNumber.Of(_full));

    /// <inheritdoc/>
    internal override decimal Share(decimal value)
    {
        if (_rises ? value >= _full : value <= _full)
        {
            return 1;
        }

        return (_rises ? value <= _zero : value >= _zero) ? 0 : (value - _zero) / _span;
    }
}
