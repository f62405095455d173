using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>The rankings of a call: of the total, where there is one, and of each stream, each with how far it hangs on the weights where that is asked for.</summary>
internal sealed class AssessRanks
{
    internal AssessRanks(Scorecards cards, bool robustness)
    {
        Total = cards.Scheme.HasTotal ? cards.Rank() : null;
        Robustness = robustness && cards.Scheme.HasTotal ? AssessRobustness.Of(cards, null) : null;
        Streams = [.. cards.Scheme.Streams.Select(stream => cards.Rank(stream))];
        StreamRobustness = [.. cards.Scheme.Streams.Select(stream => robustness ? AssessRobustness.Of(cards, stream) : null)];
    }

    internal Ranking? Total { get; }

    internal AssessRobustness? Robustness { get; }

    // INVARIANT: in the order of the scheme's streams, as the next.
    internal Ranking[] Streams { get; }

    internal AssessRobustness?[] StreamRobustness { get; }

    internal static string NameOf(AssessorStream stream) => stream == AssessorStream.Superior ? "superior" : "public";
}
