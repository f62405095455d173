using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>Writes a lifecycle as a Graphviz DOT graph: every state and every transition, with its guards, its window and who may fire it.</summary>
public static class LifecycleDot
{
    /// <summary>Writes the graph.</summary>
    /// <param name="definition">The lifecycle; it need not compile, but every state that it names must exist, and none may lie within itself.</param>
    /// <param name="culture">The language of the labels: Chinese for a <c>zh</c> culture, English otherwise.</param>
    /// <returns>The text of a <c>digraph</c>, lines ended by a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="ArgumentException">A transition, a superstate or the initial state names a state that does not exist, or a state lies within itself.</exception>
    public static string Write(LifecycleDefinition definition, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var labels = new LifecycleLabels(definition, culture);
        var text = new StringBuilder("digraph lifecycle {\n    rankdir=LR;\n    compound=true;\n    node [shape=box, style=rounded];\n");
        text.Append("    label=").Append(Quote(definition.Title.ToString(culture))).Append(";\n");
        text.Append("    start [shape=point];\n");
        Group(null, "    ");
        text.Append("    start -> ").Append(labels.IdOf(definition.Initial)).Append(";\n");
        foreach (var transition in definition.Transitions)
        {
            // An arrow from a superstate begins at a point inside its frame and is clipped there: no node bears the frame's name.
            text.Append("    ").Append(Port(transition.From)).Append(" -> ").Append(Port(transition.To ?? transition.From))
                .Append(" [label=").Append(Quote(labels.Of(transition)));
            if (labels.IsSuperstate(transition.From))
            {
                text.Append(", ltail=cluster_").Append(labels.IdOf(transition.From));
            }

            text.Append("];\n");
        }

        return text.Append("}\n").ToString();

        string Port(string state) => labels.IdOf(state) + (labels.IsSuperstate(state) ? "_all" : "");

        void Group(string? superstate, string indent)
        {
            foreach (var state in definition.States.Where(state => string.Equals(state.Superstate, superstate, StringComparison.Ordinal)))
            {
                var id = labels.IdOf(state.Code);
                var label = Quote(state.Label.ToString(culture));
                if (labels.IsSuperstate(state.Code))
                {
                    text.Append(indent).Append("subgraph cluster_").Append(id).Append(" {\n").Append(indent).Append("    label=").Append(label).Append(";\n")
                        .Append(indent).Append("    ").Append(id).Append("_all [shape=point, label=\"\"];\n");
                    Group(state.Code, indent + "    ");
                    text.Append(indent).Append("}\n");
                }
                else
                {
                    text.Append(indent).Append(id).Append(" [label=").Append(label).Append(state.Final ? ", peripheries=2" : "").Append("];\n");
                }
            }
        }
    }

    // Inside quotes DOT gives a meaning to the quote, to the backslash and to the ampersand of an entity; a line break would end the statement for some readers.
    private static string Quote(string label)
    {
        var text = new StringBuilder(label.Length + 2).Append('"');
        foreach (var c in PictureText.Clean(label))
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '&' => "&amp;",
                '\n' => "\\n",
                _ => c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
