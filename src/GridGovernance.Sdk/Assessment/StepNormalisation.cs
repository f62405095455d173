namespace GridGovernance.Sdk.Assessment;

/// <summary>Half-open steps in ascending order.</summary>
internal sealed class StepNormalisation : Normalisation
{
    // INVARIANT: ascending; step i + 1 begins at _starts[i], step 0 has no lower end.
    private readonly decimal[] _starts;
    private readonly decimal[] _scores;

    internal StepNormalisation(EquatableArray<NormalisationStepDefinition> steps)
    {
        _starts = [.. steps.Skip(1).Select(static step => step.From!.Value)];
        _scores = [.. steps.Select(static step => Math.Round(step.Score, Decimals))];
    }

    /// <inheritdoc/>
    internal override decimal Apply(decimal value)
    {
        var found = Array.BinarySearch(_starts, value);
        return _scores[found >= 0 ? found + 1 : ~found];
    }
}
