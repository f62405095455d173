using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Cases;

/// <summary>Short forms of this room's refusals.</summary>
internal static class CaseRefusal
{
    internal static Refusal Of(RefusalKind kind, string code, params ReadOnlySpan<object?> values) => new(kind, CaseMessages.Texts[code, values]);

    internal static Decision<CaseEvent> Alone(RefusalKind kind, string code, params ReadOnlySpan<object?> values) =>
        Decision<CaseEvent>.Refuse([Of(kind, code, values)]);
}
