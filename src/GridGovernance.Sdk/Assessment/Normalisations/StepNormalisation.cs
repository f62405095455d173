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
        _scores = [.. steps.Select(static step => step.Score)];
    }

    /// <inheritdoc/>
    internal override decimal Share(decimal value)
    {
        var found = Array.BinarySearch(_starts, value);
        return _scores[found >= 0 ? found + 1 : ~found];
    }

    /// <inheritdoc/>
    internal override ExactNumber Share(ExactNumber value, decimal number)
    {
        var step = 0;
        while (step < _starts.Length && value.CompareTo(ExactNumber.Of(_starts[step])) >= 0)
        {
            step++;
        }

        return ExactNumber.Of(_scores[step]);
    }
}
