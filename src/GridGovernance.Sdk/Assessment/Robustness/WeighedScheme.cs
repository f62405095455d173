namespace GridGovernance.Sdk.Assessment;

/// <summary>What a ranking was made of, for asking what other weights would have made of it: the tree that counts, and of each ranked unit what it had there.</summary>
/// <remarks>A stream's tree has the components of the stream alone, their weights in proportion.</remarks>
internal sealed class WeighedScheme
{
    private WeighedScheme(AssessmentNode root, decimal scale, Ranking ranking, WeighedCard[] cards)
    {
        (Root, Scale, Ranking, Cards) = (root, scale, ranking, cards);
        Leaves = [.. root.SelfAndDescendants().Where(static node => node.IsLeaf)];
    }

    internal AssessmentNode Root { get; }

    // INVARIANT: in document order, each at the position that it names.
    internal AssessmentNode[] Leaves { get; }

    internal decimal Scale { get; }

    internal Ranking Ranking { get; }

    // INVARIANT: those that have a rank, in the order of the table.
    internal WeighedCard[] Cards { get; }

    internal bool IsAdditive => Root.SelfAndDescendants().All(static node => node.Aggregate is null or AggregateKind.Arithmetic);

    internal static WeighedScheme Of(Scorecards cards)
    {
        var ranking = cards.Rank();
        return new(cards.Scheme.Root, cards.Scheme.Scale, ranking, [.. cards.Where(card => ranking.Find(card.Unit) is not null).Select(static card => new WeighedCard(card.Unit, [.. card.Contributions], card.Adjustments))]);
    }

    internal static WeighedScheme Of(Scorecards cards, AssessorStream stream)
    {
        if (!cards.Scheme.Streams.Contains(stream))
        {
            throw new ArgumentException($"Scheme \"{cards.Scheme.Code}\" must have assessors of the stream \"{stream}\", but has none.", nameof(stream));
        }

        var ranking = cards.Rank(stream);
        var leaves = 0;
        return new(Only(cards.Scheme.Root, stream, 1, 1, ref leaves)!, cards.Scheme.Scale, ranking, [.. cards.Where(card => ranking.Find(card.Unit) is not null).Select(Card)]);

        WeighedCard Card(Scorecard card) =>
            new(card.Unit, [.. card.Streams.First(one => one.Stream == stream).Root.SelfAndDescendants().Where(node => node.Node.IsLeaf && node.Node.Stream == stream)], []);
    }

    private static AssessmentNode? Only(AssessmentNode node, AssessorStream stream, decimal weight, decimal share, ref int leaves)
    {
        if (node.IsLeaf)
        {
            return node.Stream == stream ? new AssessmentNode(node.Code, node.Title, weight, share) { LeafIndex = leaves++ } : null;
        }

        var counting = node.Children.Where(child => Counts(child, stream)).ToArray();
        var total = counting.Sum(static child => child.Weight);
        var children = new List<AssessmentNode>();
        foreach (var child in counting)
        {
            children.Add(Only(child, stream, child.Weight / total, share * child.Weight / total, ref leaves)!);
        }

        return new AssessmentNode(node.Code, node.Title, weight, share) { Aggregate = node.Aggregate, ZeroFloor = node.ZeroFloor, Children = children };
    }

    private static bool Counts(AssessmentNode node, AssessorStream stream) => node.IsLeaf ? node.Stream == stream : node.Children.Any(child => Counts(child, stream));
}
