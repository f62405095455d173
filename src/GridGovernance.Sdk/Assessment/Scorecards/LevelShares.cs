namespace GridGovernance.Sdk.Assessment;

/// <summary>What each component below a mean that is not additive adds to it, over all the orders in which they could come, a component's own children always together.</summary>
/// <remarks>
/// <para>The Shapley value for games with a structure of levels: Winter, "A Value for Cooperative Games with Levels Structure of Cooperation" (1989), after Owen, "Values of
/// Games with a Priori Unions" (1977). A group of leaves is worth what the mean would be if no other leaf had a value; nobody is worth 0. So a component's share is the Shapley
/// share that it has among its siblings, its children's shares sum to it, and a leaf that lowers the mean in none of the orders has no share below 0.</para>
/// <para>Every group is looked at while that takes no more than <see cref="Budget"/> means. In larger trees the shares are means over <see cref="Orders"/> orders
/// (Castro, Gómez and Tejada, "Polynomial calculation of the Shapley value based on sampling", 2009), drawn from a fixed sequence, each with its reverse: they sum as exactly.</para>
/// </remarks>
internal sealed class LevelShares
{
    /// <summary>The most means that are worked out for one unit.</summary>
    internal const double Budget = 1 << 18;

    /// <summary>The orders that are drawn where there are too many groups.</summary>
    internal const int Orders = 512;

    private const ulong Seed = 0x9E3779B97F4A7C15;

    private readonly Dictionary<ValuedNode, double> _shares = new(ReferenceEqualityComparer.Instance);

    private LevelShares()
    {
    }

    /// <summary>Returns the shares.</summary>
    /// <param name="mean">A node that has a value.</param>
    /// <returns>By component below it, its share of the value; those without a value have none.</returns>
    internal static IReadOnlyDictionary<ValuedNode, double> Of(ValuedNode mean)
    {
        var shares = new LevelShares();
        if (Work(mean, 1) <= Budget)
        {
            shares.Visit(mean, static value => double.IsNaN(value) ? 0 : value);
        }
        else
        {
            shares.Sample(mean);
        }

        return shares._shares;
    }

    private static ValuedNode[] Present(ValuedNode node) => Array.FindAll(node.Children, static child => child.Value is not null);

    private static double Work(ValuedNode node, double each)
    {
        var present = Present(node);
        var groups = Math.ScaleB(each, present.Length);
        return groups + present.Where(static child => child.Children.Length > 0).Sum(child => Work(child, groups / 2));
    }

    // What the whole is worth hangs on a node's value through the groups that its siblings form, and theirs above: the function says how, as a mean over all of them.
    private void Visit(ValuedNode node, Func<double, double> worth)
    {
        var children = Present(node);
        var count = children.Length;
        var groups = new FloatMean[1 << count];
        var worths = new double[groups.Length];
        groups[0] = new FloatMean(node.Node);
        worths[0] = worth(double.NaN);
        for (var group = 1; group < groups.Length; group++)
        {
            var last = System.Numerics.BitOperations.Log2((uint)group);
            groups[group] = groups[group & ~(1 << last)].With((double)children[last].Node.Weight, (double)children[last].Value!.Value);
            worths[group] = worth(groups[group].Value);
        }

        var chances = Chances(count);
        for (var child = 0; child < count; child++)
        {
            var (bit, share) = (1 << child, 0.0);
            for (var group = 0; group < groups.Length; group++)
            {
                share += (group & bit) != 0 ? 0 : chances[System.Numerics.BitOperations.PopCount((uint)group)] * (worths[group | bit] - worths[group]);
            }

            _shares[children[child]] = share;
            if (children[child].Children.Length > 0)
            {
                var weight = (double)children[child].Node.Weight;
                Visit(children[child], value =>
                {
                    var sum = 0.0;
                    for (var group = 0; group < groups.Length; group++)
                    {
                        sum += (group & bit) != 0 ? 0 : chances[System.Numerics.BitOperations.PopCount((uint)group)] * worth(double.IsNaN(value) ? groups[group].Value : groups[group].With(weight, value).Value);
                    }

                    return sum;
                });
            }
        }
    }

    // By size of a group, how often it is the one that has come before a certain child.
    private static double[] Chances(int count)
    {
        var chances = new double[count];
        var binomial = 1.0;
        for (var size = 0; size < count; size++)
        {
            chances[size] = 1 / (count * binomial);
            binomial = binomial * (count - 1 - size) / (size + 1);
        }

        return chances;
    }

    private void Sample(ValuedNode mean)
    {
        var state = Seed;
        for (var order = 0; order < Orders; order += 2)
        {
            var drawn = Draw(mean);
            Walk(mean, drawn, reverse: false);
            Walk(mean, drawn, reverse: true);
        }

        Dictionary<ValuedNode, ValuedNode[]> Draw(ValuedNode root)
        {
            var orders = new Dictionary<ValuedNode, ValuedNode[]>(ReferenceEqualityComparer.Instance);
            var open = new Stack<ValuedNode>([root]);
            while (open.TryPop(out var node))
            {
                var children = orders[node] = Present(node);
                for (var last = children.Length - 1; last > 0; last--)
                {
                    // Knuth's MMIX: high bits of a linear congruence are random enough to shuffle with.
                    state = unchecked((state * 6364136223846793005) + 1442695040888963407);
                    var other = (int)((state >> 33) % (ulong)(last + 1));
                    (children[last], children[other]) = (children[other], children[last]);
                }

                foreach (var child in children.Where(static child => child.Children.Length > 0))
                {
                    open.Push(child);
                }
            }

            return orders;
        }
    }

    private void Walk(ValuedNode mean, Dictionary<ValuedNode, ValuedNode[]> orders, bool reverse)
    {
        var before = 0.0;
        Come(mean, value => value);

        // Children come one after the other; what the whole is worth then follows from the node's own value.
        void Come(ValuedNode node, Func<double, double> worth)
        {
            var children = orders[node];
            var sum = new FloatMean(node.Node);
            for (var i = 0; i < children.Length; i++)
            {
                var child = children[reverse ? children.Length - 1 - i : i];
                var (weight, came, start) = ((double)child.Node.Weight, sum, before);
                if (child.Children.Length > 0)
                {
                    Come(child, value => worth(came.With(weight, value).Value));
                }
                else
                {
                    before = worth(came.With(weight, (double)child.Value!.Value).Value);
                }

                sum = sum.With(weight, (double)child.Value!.Value);
                _shares[child] = _shares.GetValueOrDefault(child) + ((before - start) / Orders);
            }
        }
    }
}
