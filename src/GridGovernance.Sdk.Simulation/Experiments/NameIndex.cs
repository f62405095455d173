namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>The metrics, or the scenarios, of an experiment in their order, found by name.</summary>
internal sealed class NameIndex
{
    private readonly string _what;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    internal NameIndex(string what, EquatableArray<string> names)
    {
        _what = what;
        Names = names;
        for (var i = 0; i < names.Count; i++)
        {
            _indices.Add(names[i], i);
        }
    }

    internal EquatableArray<string> Names { get; }

    internal int Count => Names.Count;

    internal int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _indices.TryGetValue(name, out var index)
            ? index
            : throw new ArgumentException($"Expected a {_what} of the experiment ({string.Join(", ", Names)}), but found \"{name}\".", nameof(name));
    }
}
