namespace GridGovernance.Sdk.Assessment;

/// <summary>Whether the superior and the public stream make one score.</summary>
public enum StreamMode
{
    /// <summary>They do not: a scheme whose assessors belong to both streams gives two scores and no total (并行).</summary>
    Parallel = 0,

    /// <summary>They do, by the weights in the tree; the two streams are reported all the same.</summary>
    Combined = 1,
}
