using System.Globalization;

namespace GridGovernance.Sdk.Simulation;

/// <summary>Holds parameters to their ranges, and names every one that is outside.</summary>
internal sealed class ParameterRanges
{
    internal const int SecondsOfDay = 86_400;
    internal const int MinutesOfYear = 366 * 1_440;
    private readonly List<string> _problems = [];

    internal ParameterRanges Range(string path, long value, long least, long most, string why = "") =>
        Require(value >= least && value <= most, string.Create(CultureInfo.InvariantCulture, $"\"{path}\" should be {least} to {most}{why}, but is {value}."));

    internal ParameterRanges Weights(string path, IEnumerable<(string Code, int Weight)> weights, int most)
    {
        var all = weights.ToArray();
        Each(path, all, 0, most);
        return Require(all.Any(static one => one.Weight != 0), $"\"{path}\" should have at least one weight above 0, but has none.");
    }

    internal ParameterRanges Each(string path, IEnumerable<(string Code, int Value)> values, int least, int most)
    {
        foreach (var (code, value) in values)
        {
            Range($"{path}/{code}", value, least, most);
        }

        return this;
    }

    internal ParameterRanges Require(bool isMet, string problem)
    {
        if (!isMet)
        {
            _problems.Add(problem);
        }

        return this;
    }

    internal void Ensure(string parameter)
    {
        if (_problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', _problems), parameter);
        }
    }
}
