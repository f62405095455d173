using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A case goes on under another version of its lifecycle: nothing was done to its matter, no trigger fired, no effect follows.</summary>
/// <param name="From">The lifecycle that it followed.</param>
/// <param name="To">The lifecycle that it follows now.</param>
/// <param name="State">The state in which it is now.</param>
/// <param name="Responsible">The seat that must act next.</param>
/// <param name="OldClocks">The codes of its clocks that go on under another code.</param>
/// <param name="NewClocks">The codes under which they go on, in the same order.</param>
public sealed record CaseMigrated(
    LifecycleKey From, LifecycleKey To, string State, Seat? Responsible, EquatableArray<string> OldClocks, EquatableArray<string> NewClocks) : CaseEvent
{
    internal string CodeAfter(string clock)
    {
        for (var i = 0; i < OldClocks.Count && i < NewClocks.Count; i++)
        {
            if (string.Equals(OldClocks[i], clock, StringComparison.Ordinal))
            {
                return NewClocks[i];
            }
        }

        return clock;
    }
}
