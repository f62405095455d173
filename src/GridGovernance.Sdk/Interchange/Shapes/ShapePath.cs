using System.Globalization;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>The way from the root of a document to a value: a stack of steps, whose text is built only when a finding needs it.</summary>
internal sealed class ShapePath
{
    private readonly List<(string? Member, int Index)> _steps = [];

    /// <summary>Returns the path as a JSON Pointer (RFC 6901).</summary>
    /// <returns>The pointer; empty at the root.</returns>
    public override string ToString() => string.Concat(_steps.Select(static step => "/" + Token(step)));

    internal static string Escape(string member) =>
        member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    internal void Push(string member) => _steps.Add((member, 0));

    internal void Push(int index) => _steps.Add((null, index));

    internal void Pop() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Returns the name by which a message calls the value: the last member, with the index where the value is an item.</summary>
    /// <returns>The name; <c>/</c> at the root.</returns>
    internal string Name()
    {
        var first = _steps.Count - 1;
        while (first > 0 && _steps[first].Member is null)
        {
            first--;
        }

        return first < 0 ? "/" : string.Join('/', _steps.Skip(first).Select(Token));
    }

    private static string Token((string? Member, int Index) step) =>
        step.Member is null ? step.Index.ToString(CultureInfo.InvariantCulture) : Escape(step.Member);
}
