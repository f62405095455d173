using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>Writes a lifecycle as a Mermaid state diagram: every state and every transition, with its guards and who may fire it.</summary>
public static class LifecycleMermaid
{
    /// <summary>Writes the diagram.</summary>
    /// <param name="definition">The lifecycle; it need not compile, but every state that it names must exist, and none may lie within itself.</param>
    /// <param name="culture">The language of the labels: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <returns>The text of a <c>stateDiagram-v2</c>, lines ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="ArgumentException">A transition, a superstate or the initial state names a state that does not exist, or a state lies within itself.</exception>
    public static string Write(LifecycleDefinition definition, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var labels = new LifecycleLabels(definition, culture);
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append("    direction LR\n");
        Group(null, "    ");
        text.Append("    [*] --> ").Append(labels.IdOf(definition.Initial)).Append('\n');
        foreach (var transition in definition.Transitions)
        {
            text.Append("    ").Append(labels.IdOf(transition.From)).Append(" --> ").Append(labels.IdOf(transition.To ?? transition.From)).Append(" : ")
                .Append(Escape(labels.Of(transition))).Append('\n');
        }

        foreach (var state in definition.States.Where(state => state.Final))
        {
            text.Append("    ").Append(labels.IdOf(state.Code)).Append(" --> [*]\n");
        }

        return text.ToString();

        void Group(string? superstate, string indent)
        {
            foreach (var state in definition.States.Where(state => string.Equals(state.Superstate, superstate, StringComparison.Ordinal)))
            {
                text.Append(indent).Append("state \"").Append(Escape(state.Label.ToString(culture))).Append("\" as ").Append(labels.IdOf(state.Code)).Append('\n');
                if (labels.IsSuperstate(state.Code))
                {
                    text.Append(indent).Append("state ").Append(labels.IdOf(state.Code)).Append(" {\n");
                    Group(state.Code, indent + "    ");
                    text.Append(indent).Append("}\n");
                }
            }
        }
    }

    // Mermaid reads #code; as a character and gives these a meaning of their own.
    private static string Escape(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var c in PictureText.Clean(label))
        {
            if (c is '"' or ';' or ':' or '#' or '<' or '>' or '{' or '}' or '%' or '&' or '\\' || char.IsControl(c))
            {
                text.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
