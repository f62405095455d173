using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GridGovernance.Sdk.TestKit;

/// <summary>Writes a generated value so that a reader can type it again: text in quotes, lists in brackets, never in the machine's culture.</summary>
public static class ArgumentText
{
    private const int MaximumItems = 200;

    /// <summary>Returns a value as text.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>One line, unless the value's own text has several.</returns>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char single => Quote(single.ToString()),
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        ITuple tuple => "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))) + ")",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items when !OverridesToString(value) || value is IList => List(items),
        _ => value.ToString() ?? "",
    };

    private static bool OverridesToString(object value) => value.GetType().GetMethod("ToString", Type.EmptyTypes)!.DeclaringType != typeof(object);

    private static string List(IEnumerable items)
    {
        var text = new StringBuilder("[");
        var count = 0;
        foreach (var item in items)
        {
            text.Append(count == 0 ? "" : ", ");
            if (++count > MaximumItems)
            {
                text.Append('…');
                break;
            }

            text.Append(Of(item));
        }

        return text.Append(']').ToString();
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
