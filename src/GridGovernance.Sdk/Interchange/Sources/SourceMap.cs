using System.Text;
using System.Text.Json;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Interchange;

/// <summary>On which line of a file each value of its document stands.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Notes the line of a value.</summary>
    /// <param name="pointer">Its JSON Pointer.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <returns>False when the pointer had a line before: the member stands twice.</returns>
    internal bool Add(string pointer, int line) => _lines.TryAdd(pointer, line);

    /// <summary>Returns the line of a value, or of the nearest value around it.</summary>
    /// <param name="pointer">A JSON Pointer.</param>
    /// <returns>The line, from 1; null where nothing around it is known.</returns>
    internal int? LineOf(string pointer)
    {
        while (true)
        {
            if (_lines.TryGetValue(pointer, out var line))
            {
                return line;
            }

            var slash = pointer.LastIndexOf('/');
            if (slash < 0)
            {
                return null;
            }

            pointer = pointer[..slash];
        }
    }
}
