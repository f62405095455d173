using System.Text.Json.Nodes;
using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>Scores and ranks as JSON.</summary>
internal static class AssessJson
{
    internal static JsonObject Of(Scorecards cards, AssessRanks ranks)
    {
        var units = Enumerable.Range(0, cards.Count);
        var result = new JsonObject
        {
            ["scheme"] = cards.Scheme.Code,
            ["minimumCases"] = cards.Scheme.Definition.MinimumCases?.Cases ?? MinimumCasesDefinition.Default,
            ["units"] = new JsonArray([.. cards.Select((card, index) => (JsonNode)ToJson(cards, card, index, ranks))]),
            ["uncounted"] = new JsonArray([.. units.Where(unit => cards.CasesOf(unit) is null).Select(unit => (JsonNode)cards.Table.Units[unit])]),
            ["outliers"] = new JsonArray([.. cards.Outliers.Select(static outlier => (JsonNode)new JsonObject
            {
                ["unit"] = outlier.Unit,
                ["leaf"] = outlier.Leaf,
                ["value"] = Plain(outlier.Value),
                ["lower"] = Plain(outlier.Lower),
                ["upper"] = Plain(outlier.Upper),
                ["kind"] = outlier.Kind == OutlierKind.Clip ? "clip" : "missing",
            })]),
            ["clamped"] = new JsonArray([.. cards.Clamped.Select(static clamped => (JsonNode)new JsonObject
            {
                ["unit"] = clamped.Unit,
                ["leaf"] = clamped.Leaf,
                ["value"] = Plain(clamped.Value),
                ["lowest"] = Plain(clamped.Lowest),
                ["highest"] = Plain(clamped.Highest),
            })]),
        };
        if (ranks.Robustness is { } robust)
        {
            result["robustness"] = robust.ToJson();
        }

        if (ranks.StreamRobustness.Any(static stream => stream is not null))
        {
            result["streamRobustness"] = new JsonObject(cards.Scheme.Streams.Select((stream, i) => KeyValuePair.Create(AssessRanks.NameOf(stream), (JsonNode?)ranks.StreamRobustness[i]!.ToJson())));
        }

        return result;
    }

    private static JsonObject ToJson(Scorecards cards, Scorecard card, int index, AssessRanks ranks)
    {
        var scheme = cards.Scheme;
        var result = new JsonObject
        {
            ["unit"] = card.Unit,
            ["score"] = Plain(card.Score),
            ["rank"] = ranks.Total?.Find(card.Unit)?.Rank,
            ["grade"] = card.Grade?.Code,
            ["rankable"] = cards.IsRankable(index),
            ["cases"] = cards.CasesOf(index),
            ["contributions"] = !scheme.HasTotal ? null : new JsonObject(
            [
                .. card.Contributions.Select(static leaf => KeyValuePair.Create(leaf.Node.Code, (JsonNode?)Plain(leaf.Points))),
                .. card.Adjustments.Select(static adjustment => KeyValuePair.Create(adjustment.Adjustment.Code, (JsonNode?)Plain(adjustment.Points))),
            ]),
            ["nodes"] = new JsonObject(card.Root.SelfAndDescendants().Select(node => KeyValuePair.Create(node.Node.Code, (JsonNode?)Plain(Own(scheme, card, node))))),
            ["absent"] = AssessNotes.Absent(cards, card),
        };
        if (card.Streams.Count > 0)
        {
            result["streams"] = new JsonArray([.. card.Streams.Select((stream, i) => (JsonNode)ToJson(stream, card.Unit, ranks.Streams[i], ranks.StreamRobustness[i]))]);
        }

        if (ranks.Robustness is { } robust)
        {
            result["rankInterval"] = robust.IntervalOf(card.Unit);
        }

        return result;
    }

    private static JsonObject ToJson(StreamScore stream, string unit, Ranking ranking, AssessRobustness? robust)
    {
        var result = new JsonObject
        {
            ["stream"] = AssessRanks.NameOf(stream.Stream),
            ["score"] = Plain(stream.Score),
            ["rank"] = ranking.Find(unit)?.Rank,
            ["grade"] = stream.Grade?.Code,
            ["contributions"] = new JsonObject(stream.Root.SelfAndDescendants().Where(leaf => leaf.Node.IsLeaf && leaf.Node.Stream == stream.Stream)
                .Select(static leaf => KeyValuePair.Create(leaf.Node.Code, (JsonNode?)Plain(leaf.Points)))),
        };
        if (robust is not null)
        {
            result["rankInterval"] = robust.IntervalOf(unit);
        }

        return result;
    }

    // The same number without trailing zeros.
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    // A node's own score, on the scale of the whole: what it would give were it the whole scheme. The root's is the score before adjustments. Where two streams
    // stay apart, a node that has both below it gives none: that would be the sum which the scheme does not allow.
    private static decimal? Own(AssessmentScheme scheme, Scorecard card, NodeScore node) =>
        scheme.HasTotal ? card.Score is null ? null : node.Node.ShareOfScheme == 1 && node.Points is { } points ? points : node.Value * scheme.Scale
        : node.SelfAndDescendants().Where(static leaf => leaf.Node.IsLeaf).Select(static leaf => leaf.Node.Stream).Distinct().Count() > 1 ? null
        : node.Value * scheme.Scale;
}
