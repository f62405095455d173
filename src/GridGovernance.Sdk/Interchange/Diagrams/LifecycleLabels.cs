using System.Globalization;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange.Diagrams;

/// <summary>The names in a textual diagram: a plain id for every state, a label for every transition.</summary>
internal sealed class LifecycleLabels
{
    private readonly CultureInfo? _culture;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalizedText> _triggers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _superstates = new(StringComparer.Ordinal);

    internal LifecycleLabels(LifecycleDefinition definition, CultureInfo? culture)
    {
        _culture = culture;
        for (var i = 0; i < definition.States.Count; i++)
        {
            _ids.TryAdd(definition.States[i].Code, string.Create(CultureInfo.InvariantCulture, $"s{i}"));
            if (definition.States[i].Superstate is { } superstate)
            {
                _superstates.Add(superstate);
            }
        }

        foreach (var trigger in definition.Triggers)
        {
            _triggers.TryAdd(trigger.Code, trigger.Label);
        }

        foreach (var superstate in definition.States.Select(static state => state.Superstate).OfType<string>())
        {
            IdOf(superstate);
        }

        RequireNoCircle(definition);
    }

    internal bool IsSuperstate(string state) => _superstates.Contains(state);

    internal string IdOf(string state) => _ids.TryGetValue(state, out var id)
        ? id
        : throw new ArgumentException($"\"{state}\" must be the code of a state, but no state has it.", nameof(state));

    /// <summary>Returns the trigger's label, guards in brackets, the window and, after a slash, who may fire it.</summary>
    internal string Of(TransitionDefinition transition) => $"{Short(transition)} / {string.Join(", ", transition.By)}";

    /// <summary>Returns the trigger's label, guards in brackets and the window.</summary>
    internal string Short(TransitionDefinition transition)
    {
        var label = _triggers.TryGetValue(transition.Trigger, out var known) ? known.ToString(_culture) : transition.Trigger;
        var guards = transition.Guards.Count == 0 ? "" : $" [{string.Join(", ", transition.Guards)}]";
        var within = transition.Within is { } window ? $" ≤ {window}" : "";
        var inside = transition.To is null ? " (=)" : "";
        return $"{label}{inside}{guards}{within}";
    }

    // A circle of superstates hangs on no top: a diagram that is written from the top down would leave its states out.
    private static void RequireNoCircle(LifecycleDefinition definition)
    {
        var superstates = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var state in definition.States)
        {
            superstates.TryAdd(state.Code, state.Superstate);
        }

        foreach (var state in superstates.Keys)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var at = state; at is not null; at = superstates[at])
            {
                if (!seen.Add(at))
                {
                    throw new ArgumentException($"State \"{state}\" must not lie within itself, but its superstates form a cycle.", nameof(definition));
                }
            }
        }
    }
}
