namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>The names that stand in one JSON object so far: none may stand twice, whichever of the two a reader would take.</summary>
internal sealed class MemberNames
{
    // Up to here comparing is faster than hashing, and objects of a map have few members.
    private const int Few = 12;

    private readonly List<string> _few = [];
    private HashSet<string>? _many;

    /// <summary>Begins another object.</summary>
    internal void Clear()
    {
        _few.Clear();
        _many = null;
    }

    /// <summary>Takes note of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>False when it stood before.</returns>
    internal bool Add(string name)
    {
        if (_many is not null)
        {
            return _many.Add(name);
        }

        foreach (var known in _few)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        _few.Add(name);
        if (_few.Count == Few)
        {
            _many = new HashSet<string>(_few, StringComparer.Ordinal);
        }

        return true;
    }
}
