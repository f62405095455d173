using System.Globalization;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>Holds numbers to their ranges, and names every one that is outside.</summary>
internal sealed class ParameterRanges
{
    internal const int SecondsOfDay = 86_400;
    private readonly List<string> _problems = [];

    internal ParameterRanges Range(string path, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"\"{path}\" should be {least} to {most}, but is {value}."));
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
