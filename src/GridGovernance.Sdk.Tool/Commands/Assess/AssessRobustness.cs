using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>How far the ranks of a call hang on the weights.</summary>
internal sealed class AssessRobustness
{
    /// <summary>By how much of itself each weight may change.</summary>
    internal const decimal RelativeChange = 0.2m;

    private readonly Dictionary<string, RankInterval> _intervals;
    private readonly LeaderChange? _change;
    private readonly EquatableArray<string> _leaves;

    private AssessRobustness(Scorecards cards, RankingRobustness robustness)
    {
        _intervals = robustness.RankIntervals(RelativeChange).ToDictionary(static interval => interval.Unit, StringComparer.Ordinal);
        _change = robustness.SmallestLeaderChange();
        _leaves = EquatableArray.From(cards.Scheme.Leaves.Select(static leaf => leaf.Code));
    }

    /// <summary>Works out the robustness of a ranking.</summary>
    /// <exception cref="UnusableInputException">The scheme is not additive, gives no total, or there are too many units.</exception>
    internal static AssessRobustness Of(Session session, Scorecards cards)
    {
        try
        {
            return new AssessRobustness(cards, RankingRobustness.Create(cards));
        }
        catch (ArgumentException)
        {
            throw new UnusableInputException(session.Say(
                $"--robustness needs a scheme with one additive score and at most {RankingRobustness.MaximumUnits} units, but \"{cards.Scheme.Code}\" has {cards.Count} units or no such score.",
                $"--robustness要求办法给出一个加权求和的总分且单元不超过{RankingRobustness.MaximumUnits}个，但“{cards.Scheme.Code}”有{cards.Count}个单元或没有这样的总分。"));
        }
    }

    internal RankInterval? Find(string unit) => _intervals.GetValueOrDefault(unit);

    internal JsonObject? IntervalOf(string unit) =>
        Find(unit) is { } interval ? new JsonObject { ["best"] = interval.Best, ["worst"] = interval.Worst } : null;

    internal JsonObject ToJson() => new()
    {
        ["relativeChange"] = RelativeChange,
        ["leaderChange"] = _change is null ? null : new JsonObject
        {
            ["leader"] = _change.Leader,
            ["challenger"] = _change.Challenger,
            ["movedWeight"] = _change.MovedWeight,
            ["weights"] = new JsonObject(_leaves.Zip(_change.Weights, static (leaf, weight) => KeyValuePair.Create(leaf, (JsonNode?)weight))),
        },
    };

    internal void Write(Session session) => session.Note(_change is null
        ? new LocalizedText("No change of weights brings another unit level with the leader.", "任何权重调整都不能使其他单元追平第一名。")
        : new LocalizedText(
            string.Create(CultureInfo.InvariantCulture, $"\"{_change.Challenger}\" is level with the leader \"{_change.Leader}\" once {_change.MovedWeight:0.####} of the weight moves."),
            string.Create(CultureInfo.InvariantCulture, $"权重移动{_change.MovedWeight:0.####}后，“{_change.Challenger}”追平第一名“{_change.Leader}”。")));
}
