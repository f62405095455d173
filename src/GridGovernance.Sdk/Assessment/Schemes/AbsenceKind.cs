namespace GridGovernance.Sdk.Assessment;

/// <summary>What a scheme does where an indicator has no value.</summary>
public enum AbsenceKind
{
    /// <summary>The unit gets no score and is listed apart (不参评).</summary>
    NoScore = 0,

    /// <summary>The weight goes to the siblings that have a value, in proportion to theirs; a node without any is absent itself.</summary>
    Redistribute = 1,

    /// <summary>The indicator counts as a value that the scheme names.</summary>
    Fixed = 2,
}
