namespace GridGovernance.Sdk.Assessment;

/// <summary>Other weights for a scheme, as definitions to compile and compare: by a method, or a component that is to count more (提高分值比重).</summary>
public static class SchemeWeights
{
    /// <summary>Returns the scheme with other weights below a component.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="parent">The code of the component; the scheme's own for the top.</param>
    /// <param name="weights">A weight for each child, in order.</param>
    /// <returns>The scheme; what is wrong with the weights is said when it is compiled.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such component, or it has not as many children.</exception>
    public static AssessmentSchemeDefinition WithWeights(this AssessmentSchemeDefinition scheme, string parent, EquatableArray<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(parent);
        var found = false;
        var changed = string.Equals(scheme.Code, parent, StringComparison.Ordinal)
            ? scheme with { Children = Weigh(scheme.Children) }
            : scheme with { Children = Map(scheme.Children, node => string.Equals(node.Code, parent, StringComparison.Ordinal) ? node with { Children = Weigh(node.Children) } : null) };
        return found ? changed : throw new ArgumentException($"Scheme \"{scheme.Code}\" has no component \"{parent}\".", nameof(parent));

        EquatableArray<AssessmentNodeDefinition> Weigh(EquatableArray<AssessmentNodeDefinition> children)
        {
            found = true;
            return children.Count == weights.Count
                ? EquatableArray.From(children.Zip(weights, static (child, weight) => child with { Weight = weight }))
                : throw new ArgumentException($"\"{parent}\" needs {children.Count} weights, one a child, but got {weights.Count}.", nameof(weights));
        }
    }

    /// <summary>Returns the scheme with one component's weight changed and its siblings' scaled, so that all still sum to 1.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="component">The code of the component; it has siblings.</param>
    /// <param name="weight">Its new weight, above 0 and below 1.</param>
    /// <returns>The scheme; weights are rounded to <see cref="EqualWeights.Decimals"/> by the largest remainder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such component with siblings and weights.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is out of range.</exception>
    public static AssessmentSchemeDefinition WithWeight(this AssessmentSchemeDefinition scheme, string component, decimal weight)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(component);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(weight, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(weight, 1);
        var (parent, siblings) = Families(scheme).FirstOrDefault(family => family.Children.Any(child => string.Equals(child.Code, component, StringComparison.Ordinal)));
        var others = siblings.Where(child => !string.Equals(child.Code, component, StringComparison.Ordinal)).Sum(static child => child.Weight ?? 0);
        if (parent is null || siblings.Count < 2 || others <= 0)
        {
            throw new ArgumentException($"\"{component}\" must be a component of \"{scheme.Code}\" with weighted siblings, but is not.", nameof(component));
        }

        return scheme.WithWeights(parent, EqualWeights.Round([.. siblings.Select(child =>
            string.Equals(child.Code, component, StringComparison.Ordinal) ? weight : (child.Weight ?? 0) * (1 - weight) / others)]));
    }

    private static IEnumerable<(string Parent, EquatableArray<AssessmentNodeDefinition> Children)> Families(AssessmentSchemeDefinition scheme) =>
        scheme.Children.SelectMany(Families).Prepend((scheme.Code, scheme.Children));

    private static IEnumerable<(string Parent, EquatableArray<AssessmentNodeDefinition> Children)> Families(AssessmentNodeDefinition node) =>
        node.Children.SelectMany(Families).Prepend((node.Code, node.Children));

    private static EquatableArray<AssessmentNodeDefinition> Map(
        EquatableArray<AssessmentNodeDefinition> nodes, Func<AssessmentNodeDefinition, AssessmentNodeDefinition?> change) =>
        EquatableArray.From(nodes.Select(node => change(node) ?? node with { Children = Map(node.Children, change) }));
}
