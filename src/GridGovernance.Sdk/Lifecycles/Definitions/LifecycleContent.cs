using System.Text;
using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The canonical bytes of a definition: everything that decides, nothing that is only read (titles, labels, sources).</summary>
internal static class LifecycleContent
{
    internal static ContentHash HashOf(LifecycleDefinition definition)
    {
        var text = new StringBuilder();
        Line(text, "lifecycle", definition.Code, Invariant(definition.Version), definition.Initial);
        foreach (var state in definition.States.OrderBy(state => state.Code, StringComparer.Ordinal))
        {
            Line(text, "state", state.Code, state.Superstate, state.Final ? "final" : "", state.Responsible, List(state.OnEntry), List(state.OnExit));
        }

        foreach (var transition in definition.Transitions)
        {
            Line(
                text, "transition", transition.From, transition.Trigger, transition.To,
                Set(transition.By), Set(transition.Guards), List(transition.Effects));
            if (transition.Within is { } within)
            {
                Line(text, "within", within.ToString(), (transition.Policy ?? CountingPolicy.CivilCode).Code);
            }
        }

        foreach (var clock in definition.Clocks.OrderBy(clock => clock.Code, StringComparer.Ordinal))
        {
            Line(
                text, "clock", clock.Code, clock.Limit.ToString(), clock.Policy.Code,
                Set(clock.Starts), Set(clock.Pauses), Set(clock.Stops), clock.Reentry.ToString());
            foreach (var extension in clock.Extensions)
            {
                Line(text, "extension", extension.By, extension.Most?.ToString());
            }
        }

        foreach (var rung in definition.Escalation)
        {
            Line(text, "rung", rung.To, rung.Within.ToString(), rung.Policy.Code);
        }

        return ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // Lengths before parts: no two definitions share their bytes, whatever characters their codes hold.
    private static void Line(StringBuilder text, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            text.Append(Invariant(part?.Length ?? -1)).Append(':').Append(part).Append(';');
        }

        text.Append('\n');
    }

    private static string List(EquatableArray<string> items)
    {
        var text = new StringBuilder();
        Line(text, items.AsSpan());
        return text.ToString();
    }

    private static string Set(EquatableArray<string> items) => List(EquatableArray.From(items.Order(StringComparer.Ordinal)));

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
