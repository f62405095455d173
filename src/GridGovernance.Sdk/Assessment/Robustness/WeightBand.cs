namespace GridGovernance.Sdk.Assessment;

/// <summary>A tree whose every weight may change by a share of itself while siblings sum to what they do.</summary>
internal sealed class WeightBand
{
    private readonly AssessmentNode _root;
    private readonly decimal _change;

    internal WeightBand(AssessmentNode root, decimal change) => (_root, _change) = (root, change);

    /// <summary>Returns the most, or the least, that the weighted sum of the leaves can be.</summary>
    /// <remarks>Weights of one component do not bind those of another: the best of each, from the leaves up, is the best of all.</remarks>
    /// <param name="leaves">What each leaf is worth.</param>
    /// <param name="rising">Whether the most is asked for.</param>
    internal decimal Reach(decimal[] leaves, bool rising) => Reach(_root, leaves, rising);

    private decimal Reach(AssessmentNode node, decimal[] leaves, bool rising)
    {
        if (node.IsLeaf)
        {
            return leaves[node.LeafIndex];
        }

        var count = node.Children.Count;
        var worth = new decimal[count];
        var room = new decimal[count];
        decimal left = 0, sum = 0;
        for (var i = 0; i < count; i++)
        {
            var child = node.Children[i];
            worth[i] = Reach(child, leaves, rising);
            var least = child.Weight * (1 - _change);
            room[i] = (child.Weight * (1 + _change)) - least;
            left += child.Weight - least;
            sum += least * worth[i];
        }

        // Everyone keeps the least weight; the rest goes to the best, as far as each may take.
        Array.Sort(worth, room);
        for (var i = 0; i < count; i++)
        {
            var taker = rising ? count - 1 - i : i;
            var taken = Math.Min(left, room[taker]);
            sum += taken * worth[taker];
            left -= taken;
        }

        return sum;
    }
}
